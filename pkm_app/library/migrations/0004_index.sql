-- The name of the full-text index that belongs to this database: any other one, from a backup or of another
-- database, is not opened but built anew.

CREATE TABLE index_state (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    token TEXT NOT NULL
) STRICT;

INSERT INTO index_state (one, token) VALUES (1, lower(hex(randomblob(16))));
