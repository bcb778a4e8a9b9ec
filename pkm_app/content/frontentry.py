"""What is read of front matter, and how much of it at most."""

from __future__ import annotations

from dataclasses import dataclass

MAX_FRONT = 64 * 1024  # characters
MAX_KEYS = 500
MAX_NODES = 5000  # values in all, those behind aliases counted each time they are shown
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its value and the characters they take.

    ``value`` is a str, bool, int, float, None, list or dict; ``text`` a scalar as it reads without its quotes
    ("" for null and collections); ``items`` the scalars of a list as text. ``value_start`` to ``value_end``
    is the value as written, on whatever lines; ``block`` says that it is a list written line by line.
    """

    key: str
    value: object
    text: str
    items: tuple[str, ...]
    key_start: int
    key_end: int
    value_start: int
    value_end: int
    block: bool


class Unreadable(Exception):  # noqa: N818  not an error of ours: such files exist
    """This is no front matter we can, or want to, read."""
