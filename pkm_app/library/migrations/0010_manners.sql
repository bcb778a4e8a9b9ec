-- What makes fetching polite and its trouble plain: a feed's own wishes about visits, a move that has still to prove
-- itself, the reason of its trouble in a form that can be said in any language (a JSON list of template and values).

ALTER TABLE feeds ADD COLUMN told TEXT NOT NULL DEFAULT '';
ALTER TABLE feeds ADD COLUMN ttl_minutes INTEGER;
ALTER TABLE feeds ADD COLUMN asleep TEXT NOT NULL DEFAULT '';
ALTER TABLE feeds ADD COLUMN moving_to TEXT NOT NULL DEFAULT '';
ALTER TABLE feeds ADD COLUMN moving_since TEXT;
ALTER TABLE feeds ADD COLUMN moving_seen INTEGER NOT NULL DEFAULT 0;

-- When title or content changed after an article had come in.
ALTER TABLE articles ADD COLUMN changed TEXT;

-- Hosts that asked to be left alone, and until when.
CREATE TABLE host_wishes (
    host        TEXT PRIMARY KEY,
    until_time  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
