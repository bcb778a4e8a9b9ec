"""Looking after one's PKM folder: what is wrong with a mend each, taking in from elsewhere, backups."""
