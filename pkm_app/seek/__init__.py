"""Seek: follow good people, pull what you need. Plain Python; knows no Qt, no disk, no network."""
