-- What of the vault was taken into this database already: a new database begins with nothing adopted.
CREATE TABLE adopted (
    subject TEXT PRIMARY KEY,
    state   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
