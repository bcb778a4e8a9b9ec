"""How often a person wants to look back: ``.pkm/review.toml`` in the vault."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.sense.review import Rhythm

_LINE = re.compile(r"^every_days[ \t]*=.*$", re.MULTILINE)
_TOP = "# How many days between two looks back at your notes; 0: only when you ask.\n"


class RhythmChoice:
    """Implements sense.review.RhythmFile."""

    def __init__(self, vault: Path) -> None:
        self._path = vault / ".pkm" / "review.toml"

    def load(self) -> Rhythm:
        """Return the rhythm, the usual one while none was set. Raises StorageProblem when it cannot be understood."""
        return self._parsed(self._read()[1])

    def save(self, rhythm: Rhythm) -> None:
        """Keep another; only its line is written. Raises StorageProblem."""
        data, text = self._read()
        if self._parsed(text) == rhythm and data is not None:
            return
        line = f"every_days = {rhythm.days}"
        edited = _LINE.sub(line, text, count=1) if _LINE.search(text) else f"{text or _TOP}{line}\n"
        if self._parsed(edited) != rhythm:
            raise StorageProblem("{path} is written in a way that PKM cannot edit. Change it by hand.", path=self._path)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem("{path} cannot be written: {reason}.", path=self._path,
                                 reason=error.strerror or str(error)) from error
        save_file(self._path, edited.encode(), None if data is None else digest(data))

    def _read(self) -> tuple[bytes | None, str]:
        try:
            data = read_file(self._path)
        except NotFound:
            return None, ""
        try:
            return data, data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise self._unreadable(error) from error

    def _parsed(self, text: str) -> Rhythm:
        try:
            days = tomllib.loads(text).get("every_days", Rhythm().days)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise self._unreadable(error) from error
        if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= 3660:
            raise self._unreadable("every_days is a number of days")
        return Rhythm(days)

    def _unreadable(self, reason: object) -> StorageProblem:
        return StorageProblem("{path} cannot be understood: {reason}. Mend it or put an earlier version back; nothing "
                              "was changed.", path=self._path, reason=reason)
