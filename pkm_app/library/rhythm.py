"""How often a person wants to look back: ``.pkm/review.toml`` in the vault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pkm_app.library.tomlchoice import TomlChoice, UnfitError, is_away
from pkm_app.sense.review import Rhythm

_LINE = re.compile(r"^every_days[ \t]*=.*$", re.MULTILINE)
_TOP = "# How many days between two looks back at your notes; 0: only when you ask.\n"


class RhythmChoice:
    """Implements sense.review.RhythmFile."""

    def __init__(self, vault: Path) -> None:
        self._path = vault / ".pkm" / "review.toml"
        self._file = TomlChoice(self._path, _rhythm, _edited)

    def load(self, unasked: bool = False) -> Rhythm:
        """Return the rhythm, the usual one while none was set; ``unasked``, one that is online only is not fetched and
        asks for nothing. Raises StorageProblem when it cannot be understood."""
        return Rhythm(0) if unasked and is_away(self._path) else self._file.load()

    def save(self, rhythm: Rhythm) -> None:
        """Keep another; only its line is written. Raises StorageProblem."""
        self._file.save(rhythm)


def _rhythm(said: Mapping[str, Any]) -> Rhythm:
    days = said.get("every_days", Rhythm().days)
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= 3660:
        raise UnfitError("every_days is a number of days")
    return Rhythm(days)


def _edited(text: str, rhythm: Rhythm) -> str:
    line = f"every_days = {rhythm.days}"
    return _LINE.sub(line, text, count=1) if _LINE.search(text) else f"{text or _TOP}{line}\n"
