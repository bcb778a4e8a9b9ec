-- What all spellings of a file's address have in common, by which the source of an article is found although the
-- address of the article has changed its spelling. It is filled when the vault is opened.

ALTER TABLE vault_files ADD COLUMN place TEXT NOT NULL DEFAULT '';

CREATE INDEX vault_files_place ON vault_files (place) WHERE place <> '';
CREATE INDEX vault_files_unplaced ON vault_files (path) WHERE place = '' AND url <> '';
