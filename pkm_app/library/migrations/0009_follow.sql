-- What a look at a recommended source found: the feed that answered, when its last post was written, or why there is
-- none (a template and its values in JSON, to be said in the person's language).
CREATE TABLE looks (
    source_id TEXT PRIMARY KEY,
    looked    TEXT NOT NULL,
    address   TEXT NOT NULL DEFAULT '',
    title     TEXT NOT NULL DEFAULT '',
    last_post TEXT,
    problem   TEXT NOT NULL DEFAULT '',
    settled   INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- Articles that went because of their age, by what a feed calls them: what a server still gives never comes back as
-- new. It is forgotten with the feed.
CREATE TABLE pruned (
    feed_id    TEXT NOT NULL,
    article_id TEXT NOT NULL,
    uid        TEXT NOT NULL,
    url        TEXT NOT NULL DEFAULT '',
    digest     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (feed_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pruned_with_feed AFTER DELETE ON feeds BEGIN
    DELETE FROM pruned WHERE feed_id = old.feed_id;
END;

-- Articles that a muted word took out of the inbox. They are found in their source and by searching, and come back
-- when the word is muted no longer.
CREATE TABLE muted (
    seq INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE
) STRICT;
