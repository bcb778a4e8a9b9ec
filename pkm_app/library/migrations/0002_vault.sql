-- What is known of the vault's files. The files are the truth: all of this is read from them again by a scan.

-- Which vault it is that is known here; another one is read from nothing.
CREATE TABLE vault_root (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    root TEXT NOT NULL
) STRICT;

-- name is the folded file name without .md, by which links find it; conflict is 1 for a conflict copy.
CREATE TABLE vault_files (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    path     TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    conflict INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    digest   TEXT NOT NULL,
    file_id  TEXT NOT NULL,
    type     TEXT NOT NULL,
    title    TEXT NOT NULL,
    tags     TEXT NOT NULL,
    lang     TEXT NOT NULL,
    created  TEXT NOT NULL,
    updated  TEXT NOT NULL,
    private  INTEGER NOT NULL,
    maturity TEXT NOT NULL,
    value    TEXT NOT NULL,
    question TEXT NOT NULL,
    url      TEXT NOT NULL,
    author   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    excerpt  TEXT NOT NULL
) STRICT;

CREATE INDEX vault_files_latest ON vault_files (mtime_ns DESC, seq DESC);
CREATE INDEX vault_files_name ON vault_files (name);
CREATE INDEX vault_files_id ON vault_files (file_id);
CREATE INDEX vault_files_url ON vault_files (url) WHERE url <> '';

-- The words of a file as they were last seen, packed: what another program removed can be put into the history.
CREATE TABLE vault_words (
    path TEXT PRIMARY KEY REFERENCES vault_files (path) ON DELETE CASCADE,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE vault_highlights (
    path         TEXT NOT NULL REFERENCES vault_files (path) ON DELETE CASCADE,
    place        INTEGER NOT NULL,
    highlight_id TEXT NOT NULL,
    source_id    TEXT NOT NULL,
    exact        TEXT NOT NULL,
    prefix       TEXT NOT NULL,
    suffix       TEXT NOT NULL,
    start        INTEGER NOT NULL,
    colour       TEXT NOT NULL,
    comment      TEXT NOT NULL,
    made         TEXT NOT NULL,
    digest       TEXT NOT NULL,
    PRIMARY KEY (path, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX vault_highlights_id ON vault_highlights (highlight_id);

-- name is the folded last part of the target, so that few links are looked at; block is without its ^.
CREATE TABLE vault_links (
    path   TEXT NOT NULL REFERENCES vault_files (path) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    target TEXT NOT NULL,
    name   TEXT NOT NULL,
    block  TEXT NOT NULL,
    PRIMARY KEY (path, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX vault_links_name ON vault_links (name);
CREATE INDEX vault_links_block ON vault_links (block) WHERE block <> '';

-- Paths that the full-text index has still to take in (or out, when the file is gone).
CREATE TABLE index_queue (
    path   TEXT PRIMARY KEY,
    queued TEXT NOT NULL
) STRICT, WITHOUT ROWID;
