-- An entry is known again by its title and date too, also after its article went because of its age.
ALTER TABLE pruned ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE pruned ADD COLUMN published TEXT;
