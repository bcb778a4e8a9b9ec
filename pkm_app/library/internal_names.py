"""Words that only the team may read, on the person's own list: ``.pkm/internal-names.toml`` of the vault."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pkm_app.base.errors import Refused
from pkm_app.library.tomlchoice import TomlChoice, words_under

_TOP = "# Names and words of your own house. The check of PKM stops them on their way to everybody.\n"
_LONGEST = 200
_MOST = 2000


class InternalNames:
    """Reads and writes the list. Safe for any thread; two writers at once leave a copy beside, as every file does."""

    def __init__(self, vault: Path) -> None:
        self._file = TomlChoice(vault / ".pkm" / "internal-names.toml", *words_under("names", _TOP))

    def load(self) -> Sequence[str]:
        """Return the names, in their order. Raises StorageProblem when the file cannot be understood."""
        return self._file.load()

    def save(self, names: Sequence[str]) -> Sequence[str]:
        """Write other names, each once and without blanks around; return them. Raises Refused, StorageProblem."""
        kept = tuple(dict.fromkeys(filter(None, (" ".join(name.split()) for name in names))))
        if any(len(name) > _LONGEST for name in kept) or len(kept) > _MOST:
            raise Refused("A name of your own house has at most {most} characters, and the list at most {names} names. "
                          "Nothing was changed.", most=_LONGEST, names=_MOST)
        if kept != self._file.load():
            self._file.save(kept)
        return kept
