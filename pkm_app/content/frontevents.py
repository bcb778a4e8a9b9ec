"""YAML's events as keys and values. The only reader of YAML in the vault, loaded when there is some to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from pkm_app.content.frontentry import MAX_DEPTH, MAX_KEYS, MAX_NODES, Entry, Unreadable

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}


def entries(text: str, loader: type[Any] | None = None) -> tuple[Entry, ...]:
    """Return the keys of a mapping; ``loader`` is PyYAML's, in C where it is there. Raises Unreadable."""
    try:
        return _Reading(text, loader or _LOADER).entries()
    except yaml.YAMLError:
        raise Unreadable from None


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
