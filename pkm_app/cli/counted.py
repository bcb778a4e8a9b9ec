"""How many of something, as a sentence on the command line says it."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: ``1 article``, ``2 articles``."""
    return f"{number} {one if number == 1 else many}"
