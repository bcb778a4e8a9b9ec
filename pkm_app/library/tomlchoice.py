"""One file of choices in the vault's ``.pkm``: read under a check, written by editing, so that others' lines stay."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.library.windows import online_only, reach

T = TypeVar("T")


class UnfitError(ValueError):
    """What stands in the file is not what it should be; the words say why."""


class TomlChoice(Generic[T]):
    """``understand`` makes the choice of what TOML says and raises UnfitError; ``edit`` gives a text with another
    choice in it, leaving the rest as it is."""

    def __init__(self, path: Path, understand: Callable[[Mapping[str, Any]], T], edit: Callable[[str, T], str]) -> None:
        self._path, self._understand, self._edit = path, understand, edit

    def load(self, unasked: bool = False) -> T:
        """Read it; a missing file is an empty one. Raises StorageProblem when it cannot be understood.

        ``unasked``: nobody waits for it, so one that a synchroniser keeps online only is left there, and is empty.
        """
        return self._understand({}) if unasked and is_away(self._path) else self._read()[1]

    def save(self, choice: T) -> None:
        """Write what changed. Raises StorageProblem, also where another program wrote at the same moment."""
        data, before = self._read()
        if before == choice and data is not None:
            return
        written = self._edit(_text(data), choice)
        if data is None and not written:
            return
        if self._understood(written) != choice:
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

    def _read(self) -> tuple[bytes | None, T]:
        try:
            data = read_file(self._path)
        except NotFound:
            return None, self._understand({})
        try:
            return data, self._understood(_text(data))
        except UnicodeDecodeError as error:
            raise self._unreadable(error) from error

    def _understood(self, text: str) -> T:
        try:
            return self._understand(tomllib.loads(text))
        except (tomllib.TOMLDecodeError, RecursionError, UnfitError) as error:
            raise self._unreadable(error) from error

    def _unreadable(self, reason: object) -> StorageProblem:
        return StorageProblem("{path} cannot be understood: {reason}. Mend it or put an earlier version back; nothing "
                              "was changed.", path=self._path, reason=reason)


def is_away(path: Path) -> bool:
    """Say whether a synchroniser keeps a file online only, so that reading it would fetch it."""
    try:
        return online_only(os.stat(reach(path)))
    except OSError:
        return False  # what is wrong with it is said where it is read


def away_among(vault: Path) -> tuple[str, ...]:
    """Return which files of choices of a vault are online only, as paths in the vault."""
    return tuple(f".pkm/{path.name}" for path in sorted((vault / ".pkm").glob("*.toml")) if is_away(path))


def by_document(put: Callable[[Any, T], None]) -> Callable[[str, T], str]:
    """Return the ``edit`` of what is put into a tomlkit document."""

    def edit(text: str, choice: T) -> str:
        import tomlkit  # most runs of the program only read

        document = tomlkit.parse(text)
        put(document, choice)
        return tomlkit.dumps(document)

    return edit


def words_under(key: str, top: str) -> tuple[Callable[[Mapping[str, Any]], tuple[str, ...]],
                                              Callable[[str, tuple[str, ...]], str]]:
    """Return ``understand`` and ``edit`` of a list of words under a key, one a line; ``top`` begins a new file."""

    def understand(said: Mapping[str, Any]) -> tuple[str, ...]:
        words = said.get(key, [])
        return tuple(word for word in words if isinstance(word, str)) if isinstance(words, list) else ()

    def put(document: Any, words: tuple[str, ...]) -> None:
        import tomlkit

        listed = tomlkit.array()
        for word in words:
            listed.add_line(word, indent="  ")
        listed.add_line(indent="")
        document[key] = listed

    edit = by_document(put)
    return understand, lambda text, words: edit(text or top, words)


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8-sig").replace("\r\n", "\n")
