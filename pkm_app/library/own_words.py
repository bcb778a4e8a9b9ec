"""Words that a person added to the dictionary: ``.pkm/words.toml`` of the vault, one list for all languages."""

from __future__ import annotations

from pathlib import Path

from pkm_app.library.tomlchoice import TomlChoice, words_under

_TOP = "# Words that the spell check of PKM takes for right. One a line, in any order.\n"


class OwnWords:
    """Reads and writes the list. Safe for any thread; two writers at once leave a copy beside, as every file does."""

    def __init__(self, vault: Path) -> None:
        self._file = TomlChoice(vault / ".pkm" / "words.toml", *words_under("words", _TOP))

    def load(self) -> frozenset[str]:
        """Return the words, none while a synchroniser keeps the file online only: nobody waits for it. Raises
        StorageProblem when it cannot be understood."""
        return frozenset(self._file.load(unasked=True))

    def add(self, word: str) -> None:
        """Add a word. Raises StorageProblem, and then nothing changed."""
        words = self._file.load()
        if word not in words:
            self._file.save(tuple(sorted({*words, word}, key=str.lower)))
