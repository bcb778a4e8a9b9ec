"""What a person chose for their stream, in the vault: ``.pkm/seek.toml`` with saved searches and muted words.

A search is a table ``[[search]]``. Comments, order and keys of others stay (tomlkit).
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import fields
from pathlib import Path
from typing import Any, cast, get_args

from pkm_app.library.tomlchoice import TomlChoice, UnfitError, by_document, is_away
from pkm_app.seek.model import View
from pkm_app.seek.triage import SavedSearch, SeekChoices

_TEXTS = ("view", "words", "author", "language", "folder", "feed")


class SeekChoicesFile:
    """Implements seek.triage.ChoicesFile."""

    def __init__(self, vault: Path) -> None:
        self._path = vault / ".pkm" / "seek.toml"
        self._file = TomlChoice(self._path, _choices, by_document(_put))

    def load(self, unasked: bool = False) -> SeekChoices:
        """Read it; a missing file is no choice. Raises StorageProblem when it cannot be understood."""
        return self._file.load(unasked)

    def is_away(self) -> bool:
        """Say whether a synchroniser keeps it online only."""
        return is_away(self._path)

    def save(self, choices: SeekChoices) -> None:
        """Write what changed. Raises StorageProblem, also where another program wrote at the same moment."""
        self._file.save(choices)


def _choices(document: Mapping[str, Any]) -> SeekChoices:
    muted, tables = document.get("muted", []), document.get("search", [])
    if not isinstance(muted, list) or not all(isinstance(word, str) for word in muted):
        raise UnfitError("muted is a list of words")
    if not isinstance(tables, list):
        raise UnfitError("a search begins with [[search]]")
    return SeekChoices(tuple(map(_search, tables)), tuple(map(str, muted)))


def _search(table: Any) -> SavedSearch:
    if not isinstance(table, Mapping) or not isinstance(table.get("name"), str) or not table["name"].strip():
        raise UnfitError("a search needs a name")
    texts = {key: table.get(key, "") for key in _TEXTS}
    unread = table.get("unread", False)
    if not all(isinstance(value, str) for value in texts.values()) or not isinstance(unread, bool):
        raise UnfitError(f"the search “{table['name']}” has a value of another kind than it should")
    view = str(texts.pop("view")) or "inbox"
    if view not in get_args(View):
        raise UnfitError(f"“{view}” is no view")
    return SavedSearch(str(table["name"]), cast(View, view), unread=unread,
                       **{key: str(value) for key, value in texts.items()})


def _put(document: MutableMapping[str, Any], choices: SeekChoices) -> None:
    """Bring the document up to date: known searches are edited, so that others' keys and comments stay."""
    import tomlkit

    if choices.muted or "muted" in document:
        document["muted"] = list(choices.muted)
    known = {str(table.get("name")): table for table in document.get("search", [])}
    tables = tomlkit.aot()
    for search in choices.searches:
        table = known.get(search.name) or tomlkit.table()
        for one in fields(search):
            value = getattr(search, one.name)
            if value != one.default and table.get(one.name) != value:
                table[one.name] = value
            elif value == one.default and one.name in table:
                del table[one.name]
        tables.append(table)
    if choices.searches:
        document["search"] = tables
    elif "search" in document:
        del document["search"]
