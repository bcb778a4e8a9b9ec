"""The term list: what comes with the program, and a person's own in ``.pkm/terms.toml`` of the vault.

An own group is a table ``[[term]]``: ``term`` is the one it is known by, ``same`` are the others. ``off`` lists groups
of the program that do not count.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pkm_app.base.resources import resources_folder
from pkm_app.library.tomlchoice import TomlChoice, UnfitError, by_document
from pkm_app.sense.search import Groups
from pkm_app.sense.terms import MOST_GROUPS, TermChoices


class TermsFiles:
    """Implements sense.terms.TermsFile."""

    def __init__(self, vault: Path) -> None:
        self._own = TomlChoice(vault / ".pkm" / "terms.toml", _choices, by_document(_put))

    def supplied(self) -> Groups:
        """The groups that come with the program."""
        return self._supplied

    def load(self) -> TermChoices:
        """What the person chose. Raises StorageProblem when it cannot be understood."""
        return self._own.load()

    def save(self, choices: TermChoices) -> None:
        """Write it, keeping what others put there. Raises StorageProblem."""
        self._own.save(choices)

    @cached_property
    def _supplied(self) -> Groups:
        said = tomllib.loads((resources_folder() / "terms" / "nl-en.toml").read_text(encoding="utf-8"))
        return tuple(tuple(group) for group in said["same"])


def _choices(document: Mapping[str, Any]) -> TermChoices:
    tables, off = document.get("term", []), document.get("off", [])
    if not isinstance(off, list) or not all(isinstance(term, str) for term in off):
        raise UnfitError("off is a list of terms")
    if not isinstance(tables, list) or len(tables) > MOST_GROUPS:
        raise UnfitError("a group of terms begins with [[term]]")
    return TermChoices(tuple(map(_group, tables)), tuple(map(str, off)))


def _group(table: Any) -> tuple[str, ...]:
    term = table.get("term") if isinstance(table, Mapping) else None
    same = table.get("same", []) if isinstance(table, Mapping) else None
    if not isinstance(term, str) or not term.strip():
        raise UnfitError("a group needs a term that it is known by")
    if not isinstance(same, list) or not all(isinstance(one, str) for one in same):
        raise UnfitError(f"what means the same as “{term}” is a list of terms")
    return (str(term), *map(str, same))


def _put(document: Any, choices: TermChoices) -> None:
    import tomlkit

    known = {str(table.get("term")): table for table in document.get("term", [])}
    if choices.off or "off" in document:
        document["off"] = list(choices.off)
    tables = tomlkit.aot()
    for term, *same in choices.groups:
        table = known.get(term) or tomlkit.table()
        if table.get("term") != term:
            table["term"] = term
        if list(table.get("same", [])) != same:
            table["same"] = same
        tables.append(table)
    if choices.groups:
        document["term"] = tables
    elif "term" in document:
        del document["term"]
