"""Saved searches over everything, in the vault: ``.pkm/searches.toml``, a table ``[[search]]`` for each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pkm_app.library.tomlchoice import TomlChoice, UnfitError, by_document
from pkm_app.sense.queries import SavedQuery


class QueriesFile:
    """Implements sense.queries.QueryFile."""

    def __init__(self, vault: Path) -> None:
        self._file = TomlChoice(vault / ".pkm" / "searches.toml", _queries, by_document(_put))

    def load(self, unasked: bool = False) -> tuple[SavedQuery, ...]:
        """Read them. Raises StorageProblem when they cannot be understood."""
        return self._file.load(unasked)

    def save(self, queries: tuple[SavedQuery, ...]) -> None:
        """Write them, keeping what others put there. Raises StorageProblem."""
        self._file.save(queries)


def _queries(document: Mapping[str, Any]) -> tuple[SavedQuery, ...]:
    tables = document.get("search", [])
    if not isinstance(tables, list):
        raise UnfitError("a search begins with [[search]]")
    found = []
    for table in tables:
        name, query = (table.get(key) if isinstance(table, Mapping) else None for key in ("name", "query"))
        if not isinstance(name, str) or not isinstance(query, str) or not name.strip() or not query.strip():
            raise UnfitError("a search needs a name and a query")
        found.append(SavedQuery(str(name), str(query)))
    return tuple(found)


def _put(document: Any, queries: tuple[SavedQuery, ...]) -> None:
    import tomlkit

    known = {str(table.get("name")): table for table in document.get("search", [])}
    tables = tomlkit.aot()
    for saved in queries:
        table = known.get(saved.name) or tomlkit.table()
        for key, value in (("name", saved.name), ("query", saved.query)):
            if table.get(key) != value:
                table[key] = value
        tables.append(table)
    if queries:
        document["search"] = tables
    elif "search" in document:
        del document["search"]
