"""One file of choices in the vault's ``.pkm``: read under a check, written by editing, so that others' lines stay."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.files import digest, read_file, save_file

T = TypeVar("T")


class UnfitError(ValueError):
    """What stands in the file is not what it should be; the words say why."""


class TomlChoice(Generic[T]):
    """``understand`` makes the choice of what TOML says and raises UnfitError; ``put`` edits a tomlkit document."""

    def __init__(self, path: Path, understand: Callable[[Mapping[str, Any]], T], put: Callable[[Any, T], None]) -> None:
        self._path, self._understand, self._put = path, understand, put

    def load(self) -> T:
        """Read it; a missing file is an empty one. Raises StorageProblem when it cannot be understood."""
        return self._read()[1]

    def save(self, choice: T) -> None:
        """Write what changed. Raises StorageProblem, also where another program wrote at the same moment."""
        import tomlkit  # most runs of the program only read

        data, before = self._read()
        if before == choice:
            return
        document = tomlkit.parse(_text(data))
        self._put(document, choice)
        written = tomlkit.dumps(document)
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


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8-sig").replace("\r\n", "\n")
