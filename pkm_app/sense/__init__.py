"""Sense: make it yours. Notes, sources, highlights. Plain Python; knows no Qt, no disk, no network."""
