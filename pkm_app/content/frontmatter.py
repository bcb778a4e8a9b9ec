"""YAML front matter: read as events under limits, changed by editing the lines of one key.

No YAML value is ever constructed and nothing is ever dumped: values are read from the parser's events (YAML's
core schema: ``true``/``false``, null, numbers; dates stay text; no merge keys, no tags with a meaning), and
writing replaces the characters of one value. A loader that dumps again would reorder, requote and drop comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pkm_app.base.errors import Refused
from pkm_app.content.frontentry import MAX_DEPTH, MAX_FRONT, MAX_KEYS, MAX_NODES, Entry, Unreadable
from pkm_app.content.yamltext import flow_list, scalar

__all__ = ["MAX_DEPTH", "MAX_FRONT", "MAX_KEYS", "MAX_NODES", "Entry", "Field", "Unreadable", "line", "read_front",
           "set_in_front"]

Field = str | bool | int | Sequence[str] | None

_UNREADABLE = re.compile("[\x00\ud800-\udfff]|^\ufeff")
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")  # line breaks in YAML 1.1 only: elsewhere they are characters
_COLON = re.compile(r"[ \t]*:")


def read_front(text: str, loader: type[Any] | None = None) -> tuple[Entry, ...]:
    """Return the keys of front matter (what stands between the ``---`` lines), in order, double ones included.

    Never hangs: the size, the keys, the nesting and the values (each alias counted as all that it stands for)
    have limits. ``loader`` is PyYAML's, in C where it is there: only its events are used.
    Raises Unreadable for what passes a limit, is no YAML, or is no mapping.
    """
    if len(text) > MAX_FRONT or _UNREADABLE.search(text):
        raise Unreadable
    from pkm_app.content.frontevents import entries  # here, for most runs of the program read no front matter

    return entries(_ODD_BREAKS.sub(" ", text), loader)


def set_in_front(text: str, entries: Sequence[Entry], key: str, value: Field, newline: str) -> str:
    """Return the front matter with one key set, or taken out (None); all other lines stay as they are.

    Of a key that stands there twice the last one counts, as YAML readers have it, and that one is changed; taking
    out takes all. A list keeps its form (a line for each, or brackets). The result is read again before it is
    given: Refused is raised when it would not say exactly what was asked and, for every other key, what it said.
    """
    mine = [entry for entry in entries if entry.key == key]
    if mine and value is not None and _says(mine[-1], value):
        return text
    changed = text
    if value is None:
        for entry in reversed(mine):
            changed = _without(changed, entry)
    elif mine:
        changed = _replaced(text, mine[-1], value, newline)
    else:
        indent = " " * (len(_line_before(text, entries[0].key_start)) if entries else 0)
        changed = text + indent + line(key, value) + newline
    _verify(changed, entries, key, value)
    return changed


def line(key: str, value: Field) -> str:
    """Return ``key: value`` as it is written into front matter, without a line end."""
    return f"{scalar(key)}: {_written(value)}"


def _written(value: Field) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return scalar(value)
    return flow_list(value) if value is not None else ""


def _says(entry: Entry, value: Field) -> bool:
    if isinstance(value, str | bool | int):
        return type(entry.value) is type(value) and entry.value == value
    return isinstance(entry.value, list) and entry.value == list(value or ())


def _verify(text: str, before: Sequence[Entry], key: str, value: Field) -> None:
    others = [(entry.key, entry.value) for entry in before if entry.key != key]
    try:
        after = read_front(text)
    except Unreadable:
        after = ()
    mine = [entry for entry in after if entry.key == key]
    right = _says(mine[-1], value) if mine and value is not None else (not mine and value is None)
    if not right or [(entry.key, entry.value) for entry in after if entry.key != key] != others:
        raise Refused(
            "“{key}” cannot be changed without harming the rest of the lines at the top of this file. Change it there "
            "by hand.", key=key)


def _line_before(text: str, position: int) -> str:
    return text[max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1 : position]


def _line_end(text: str, position: int) -> int:
    """Return where the line of a position ends, before its line end."""
    ends = [place for place in (text.find("\n", position), text.find("\r", position)) if place >= 0]
    return min(ends, default=len(text))


def _without(text: str, entry: Entry) -> str:
    start = entry.key_start - len(_line_before(text, entry.key_start))
    end = _line_end(text, max(entry.key_end, entry.value_end))
    return text[:start] + re.sub(r"\A(?:\r\n|\n|\r)", "", text[end:])


def _replaced(text: str, entry: Entry, value: Field, newline: str) -> str:
    colon = _COLON.match(text, entry.key_end)
    if colon is None:  # an explicit key (? key): _verify refuses what this would make of it
        return text
    start, end = entry.value_start, entry.value_end
    new = _written(value)
    if start == end:  # null, written as nothing
        return f"{text[: colon.end()]} {new}{text[colon.end() :]}"
    if start <= _line_end(text, colon.end()):
        return text[:start] + new + text[end:]
    if entry.block and isinstance(value, Sequence) and not isinstance(value, str) and value:
        between = newline + _line_before(text, start) + "- "
        return text[:start] + "- " + between.join(scalar(item, flow=False) for item in value) + text[end:]
    rest = text[colon.end() : _line_end(text, colon.end())].rstrip()  # a comment behind the colon stays
    return f"{text[: colon.end()]} {new}{rest}{text[end:]}"
