"""Disk: the database, the vault, the index, settings. Implements the ports the rooms declare."""
