-- What was about to be sent and what came of it: while marker stands, a sending was begun and not settled. The lasting
-- record of what left is in the vault; this one prevents a second draft after a lost answer.

CREATE TABLE sendings (
    draft_id  TEXT NOT NULL,
    outlet    TEXT NOT NULL,
    marker    TEXT NOT NULL DEFAULT '',
    remote_id TEXT NOT NULL DEFAULT '',
    version   TEXT NOT NULL DEFAULT '',
    digest    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (draft_id, outlet)
) STRICT, WITHOUT ROWID;
