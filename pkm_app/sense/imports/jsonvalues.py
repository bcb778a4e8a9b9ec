"""Looking into JSON of strangers, in which nothing need be what it should be."""

from __future__ import annotations

from typing import Any


def at(value: Any, key: str) -> Any:
    """Return what an object has under a key, None where it is no object or has no such key."""
    return value.get(key) if isinstance(value, dict) else None


def listed(value: Any) -> list[Any]:
    """Return a list as it is, anything else as an empty one."""
    return value if isinstance(value, list) else []


def text_of(value: Any) -> str:
    """Return a text or number as text, "" for anything else."""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""
