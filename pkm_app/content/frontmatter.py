"""YAML front matter: read as events under limits, changed by editing the lines of one key.

No YAML value is ever constructed and nothing is ever dumped: values are read from the parser's events (YAML's
core schema: ``true``/``false``, null, numbers; dates stay text; no merge keys, no tags with a meaning), and
writing replaces the characters of one value. A loader that dumps again would reorder, requote and drop comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from pkm_app.base.errors import Refused
from pkm_app.content.yamltext import flow_list, scalar

Field = str | bool | int | Sequence[str] | None

MAX_FRONT = 64 * 1024  # characters
MAX_KEYS = 500
MAX_NODES = 5000  # values in all, those behind aliases counted each time they are shown
MAX_DEPTH = 8

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNREADABLE = re.compile("[\x00\ud800-\udfff]|^\ufeff")
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")  # line breaks in YAML 1.1 only: elsewhere they are characters
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}
_COLON = re.compile(r"[ \t]*:")


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


def read_front(text: str, loader: type[Any] = _LOADER) -> tuple[Entry, ...]:
    """Return the keys of front matter (what stands between the ``---`` lines), in order, double ones included.

    Never hangs: the size, the keys, the nesting and the values (each alias counted as all that it stands for)
    have limits. ``loader`` is PyYAML's, in C where it is there: only its events are used.
    Raises Unreadable for what passes a limit, is no YAML, or is no mapping.
    """
    if len(text) > MAX_FRONT or _UNREADABLE.search(text):
        raise Unreadable
    try:
        return _Reading(_ODD_BREAKS.sub(" ", text), loader).entries()
    except yaml.YAMLError:
        raise Unreadable from None


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


class _Reading:
    """One pass over the events of a document."""

    def __init__(self, text: str, loader: type[Any]) -> None:
        self._text = text
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=loader))
        self._anchors: dict[str, tuple[object, int]] = {}
        self._nodes = 0
        self._end = 0  # where the last scalar or bracket ended: a block collection ends there, not at the next key

    def entries(self) -> tuple[Entry, ...]:
        self._expect(yaml.StreamStartEvent)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return ()
        if not isinstance(event, yaml.DocumentStartEvent) or event.explicit:
            raise Unreadable
        root = next(self._events)
        if not isinstance(root, yaml.MappingStartEvent):
            raise Unreadable
        found: list[Entry] = []
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            found.append(self._entry(key))
            if len(found) > MAX_KEYS:
                raise Unreadable
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        return tuple(found)

    def _expect(self, kind: type[yaml.Event]) -> None:
        if not isinstance(next(self._events), kind):
            raise Unreadable

    def _entry(self, key: yaml.Event) -> Entry:
        if not isinstance(key, yaml.ScalarEvent):
            raise Unreadable
        event = next(self._events)
        value = self._value(event, 1)
        start = _begin(event)
        end = max(start, self._end)
        end = start + len(self._text[start:end].rstrip())
        text = str(event.value) if isinstance(event, yaml.ScalarEvent) and value is not None else _shown(value)
        items = tuple(_shown(item) for item in value) if isinstance(value, list) else ()
        block = isinstance(event, yaml.SequenceStartEvent) and not event.flow_style
        return Entry(str(key.value), value, text, items, _begin(key), _finish(key), start, end, block)

    def _value(self, event: yaml.Event, depth: int) -> object:
        self._count(1)
        if depth > MAX_DEPTH:
            raise Unreadable
        if isinstance(event, yaml.AliasEvent):
            self._end = _finish(event)
            if event.anchor not in self._anchors:
                raise Unreadable
            known, size = self._anchors[event.anchor]
            self._count(size)
            return known
        before = self._nodes
        value: object
        if isinstance(event, yaml.ScalarEvent):
            self._end = _finish(event)
            value = _resolved(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = list(self._items(depth))
        else:
            value = dict(self._pairs(depth))
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self._anchors[event.anchor] = (value, self._nodes - before + 1)
        return value

    def _items(self, depth: int) -> Iterator[object]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._value(event, depth + 1)
        self._close(event)

    def _pairs(self, depth: int) -> Iterator[tuple[str, object]]:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise Unreadable
            self._end = _finish(event)
            yield str(event.value), self._value(next(self._events), depth + 1)
        self._close(event)

    def _close(self, event: yaml.Event) -> None:
        if _finish(event) > _begin(event):  # a bracket; the end of a block takes no characters
            self._end = _finish(event)

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise Unreadable


def _begin(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _finish(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _resolved(event: yaml.ScalarEvent) -> object:
    text = str(event.value)
    if event.tag is not None or not event.implicit[0]:  # quoted, or with a tag: text, whatever it looks like
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if len(text) < 40 and _FLOAT.fullmatch(text) else text


def _shown(item: object) -> str:
    return item if isinstance(item, str) else "" if item is None or isinstance(item, list | dict) else str(item)
