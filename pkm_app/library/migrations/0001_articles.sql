-- Feeds, what came in from them, what a person did with it, and the stream's full-text search.
-- Times are ISO 8601 in UTC with offset, so that text order is time order.

CREATE TABLE feeds (
    feed_id     TEXT PRIMARY KEY,
    address     TEXT NOT NULL,
    title       TEXT NOT NULL DEFAULT '',
    site        TEXT NOT NULL DEFAULT '',
    folder      TEXT NOT NULL DEFAULT '',
    why         TEXT NOT NULL DEFAULT '',
    local       INTEGER NOT NULL DEFAULT 0,
    status      TEXT NOT NULL DEFAULT 'new',
    reason      TEXT NOT NULL DEFAULT '',
    etag        TEXT NOT NULL DEFAULT '',
    modified    TEXT NOT NULL DEFAULT '',
    body_digest TEXT NOT NULL DEFAULT '',
    last_ok     TEXT,
    next_due    TEXT,
    failures    INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- One row is small, so that lists read few pages; the matter itself is in bodies.
-- The marks stand here as a working copy for the indexes below; the table marks outlives the article.
-- feed_title is filled when the feed is gone and the article stays.
CREATE TABLE articles (
    seq        INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    feed_id    TEXT NOT NULL,
    feed_title TEXT NOT NULL DEFAULT '',
    uid        TEXT NOT NULL,
    url        TEXT NOT NULL DEFAULT '',
    title      TEXT NOT NULL DEFAULT '',
    author     TEXT NOT NULL DEFAULT '',
    published  TEXT,
    fetched    TEXT NOT NULL,
    sorted_at  TEXT NOT NULL,
    language   TEXT NOT NULL DEFAULT '',
    excerpt    TEXT NOT NULL DEFAULT '',
    digest     TEXT NOT NULL DEFAULT '',
    is_read    INTEGER NOT NULL DEFAULT 0,
    kept       INTEGER NOT NULL DEFAULT 0,
    later      INTEGER NOT NULL DEFAULT 0,
    done       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX articles_all ON articles (sorted_at DESC, article_id DESC);
CREATE INDEX articles_inbox ON articles (sorted_at DESC, article_id DESC) WHERE kept = 0 AND later = 0 AND done = 0;
CREATE INDEX articles_kept ON articles (sorted_at DESC, article_id DESC) WHERE kept = 1;
CREATE INDEX articles_later ON articles (sorted_at DESC, article_id DESC) WHERE later = 1;
-- The marks at the end let a view of one feed pass over what is not in it without looking at the rows.
CREATE INDEX articles_feed ON articles (feed_id, sorted_at DESC, article_id DESC, kept, later, done);
CREATE INDEX articles_url ON articles (url) WHERE url <> '';

-- title and author stand here once more because the full-text table reads its words from one table.
CREATE TABLE bodies (
    seq    INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
    title  TEXT NOT NULL,
    author TEXT NOT NULL,
    text   TEXT NOT NULL,
    html   TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;

-- Kept in step with bodies by the program, not by triggers: inside a trigger FTS5 writes out what it has
-- gathered after every row, which makes a refresh three times as slow.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, author, text,
    content = 'bodies', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

-- Merging a little with every transaction doubles the cost of a refresh; FTS5 still merges by itself as soon as
-- sixteen parts of a kind have come together.
INSERT INTO article_words (article_words, rank) VALUES ('automerge', 0);

-- What a person did, by article and by address: it is there before an article comes (read back from the
-- vault, with article_id '') and after it has gone, so an old article never comes back as a new one.
CREATE TABLE marks (
    article_id TEXT NOT NULL,
    url        TEXT NOT NULL,
    is_read    INTEGER NOT NULL DEFAULT 0,
    kept       INTEGER NOT NULL DEFAULT 0,
    later      INTEGER NOT NULL DEFAULT 0,
    done       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (article_id, url)
) STRICT, WITHOUT ROWID;

CREATE INDEX marks_url ON marks (url) WHERE url <> '';

-- Counters kept by triggers: no list ever counts rows.
CREATE TABLE article_counts (
    feed_id TEXT PRIMARY KEY,
    total   INTEGER NOT NULL DEFAULT 0,
    unread  INTEGER NOT NULL DEFAULT 0,
    kept    INTEGER NOT NULL DEFAULT 0,
    later   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TRIGGER articles_counted_in AFTER INSERT ON articles BEGIN
    INSERT INTO article_counts (feed_id, total, unread, kept, later)
    VALUES (new.feed_id, 1, new.is_read = 0 AND new.kept = 0 AND new.later = 0 AND new.done = 0, new.kept, new.later)
    ON CONFLICT (feed_id) DO UPDATE SET
        total = total + 1, unread = unread + excluded.unread,
        kept = kept + excluded.kept, later = later + excluded.later;
END;

CREATE TRIGGER articles_counted_out AFTER DELETE ON articles BEGIN
    UPDATE article_counts SET
        total = total - 1,
        unread = unread - (old.is_read = 0 AND old.kept = 0 AND old.later = 0 AND old.done = 0),
        kept = kept - old.kept, later = later - old.later
    WHERE feed_id = old.feed_id;
END;

CREATE TRIGGER articles_counted_anew AFTER UPDATE OF is_read, kept, later, done ON articles BEGIN
    UPDATE article_counts SET
        unread = unread + (new.is_read = 0 AND new.kept = 0 AND new.later = 0 AND new.done = 0)
                        - (old.is_read = 0 AND old.kept = 0 AND old.later = 0 AND old.done = 0),
        kept = kept + new.kept - old.kept, later = later + new.later - old.later
    WHERE feed_id = new.feed_id;
END;
