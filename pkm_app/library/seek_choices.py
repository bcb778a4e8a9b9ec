"""What a person chose for their stream, in the vault: ``.pkm/seek.toml`` with saved searches and muted words.

A search is a table ``[[search]]``. Comments, order and keys of others stay (tomlkit).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import fields
from pathlib import Path
from typing import Any, cast, get_args

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.seek.model import View
from pkm_app.seek.triage import SavedSearch, SeekChoices

_TEXTS = ("view", "words", "author", "language", "folder", "feed")


class SeekChoicesFile:
    """Implements seek.triage.ChoicesFile."""

    def __init__(self, vault: Path) -> None:
        self._path = vault / ".pkm" / "seek.toml"

    def load(self) -> SeekChoices:
        """Read it; a missing file is no choice. Raises StorageProblem when it cannot be understood."""
        return self._choices(self._parsed(self._read()[1]))

    def save(self, choices: SeekChoices) -> None:
        """Write what changed. Raises StorageProblem, also where another program wrote at the same moment."""
        import tomlkit  # most runs of the program only read

        data, text = self._read()
        document = tomlkit.parse(text)
        if self._choices(document) == choices:
            return
        if choices.muted or "muted" in document:
            document["muted"] = list(choices.muted)
        _put_searches(document, choices)
        written = tomlkit.dumps(document)
        if self._choices(self._parsed(written)) != choices:
            raise StorageProblem("{path} is written in a way that PKM cannot edit. Change it by hand.", path=self._path)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem("{path} cannot be written: {reason}.", path=self._path,
                                 reason=error.strerror or str(error)) from error
        outcome = save_file(self._path, written.encode(), None if data is None else digest(data))
        if outcome.conflict:
            raise StorageProblem("{path} was changed by another program at the same moment. Your change was saved; "
                                 "the other version is in {copy}.", path=self._path, copy=outcome.conflict.name)

    def _read(self) -> tuple[bytes | None, str]:
        try:
            data = read_file(self._path)
        except NotFound:
            return None, ""
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise self._unreadable(error) from error
        self._choices(self._parsed(text))
        return data, text

    def _parsed(self, text: str) -> Mapping[str, Any]:
        try:
            return tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise self._unreadable(error) from error

    def _choices(self, document: Mapping[str, Any]) -> SeekChoices:
        muted, tables = document.get("muted", []), document.get("search", [])
        if not isinstance(muted, list) or not all(isinstance(word, str) for word in muted):
            raise self._unreadable("muted is a list of words")
        if not isinstance(tables, list):
            raise self._unreadable("a search begins with [[search]]")
        return SeekChoices(tuple(map(self._search, tables)), tuple(map(str, muted)))

    def _search(self, table: Any) -> SavedSearch:
        if not isinstance(table, Mapping) or not isinstance(table.get("name"), str) or not table["name"].strip():
            raise self._unreadable("a search needs a name")
        texts = {key: table.get(key, "") for key in _TEXTS}
        unread = table.get("unread", False)
        if not all(isinstance(value, str) for value in texts.values()) or not isinstance(unread, bool):
            raise self._unreadable(f"the search “{table['name']}” has a value of another kind than it should")
        view = str(texts.pop("view")) or "inbox"
        if view not in get_args(View):
            raise self._unreadable(f"“{view}” is no view")
        return SavedSearch(str(table["name"]), cast(View, view), unread=unread,
                           **{key: str(value) for key, value in texts.items()})

    def _unreadable(self, reason: object) -> StorageProblem:
        return StorageProblem("{path} cannot be understood: {reason}. Mend it or put an earlier version back; nothing "
                              "was changed.", path=self._path, reason=reason)


def _put_searches(document: MutableMapping[str, Any], choices: SeekChoices) -> None:
    """Bring the tables of searches up to date: known ones are edited, so that others' keys and comments stay."""
    import tomlkit

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
