"""Words that a person added to the dictionary: ``.pkm/words.toml`` of the vault, one list for all languages."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.files import digest, read_file, save_file

_TOP = "# Words that the spell check of PKM takes for right. One a line, in any order.\n"


class OwnWords:
    """Reads and writes the list. Safe for any thread; two writers at once leave a copy beside, as every file does."""

    def __init__(self, vault: Path) -> None:
        self._path = vault / ".pkm" / "words.toml"

    def load(self) -> frozenset[str]:
        """Return the words. Raises StorageProblem when the file cannot be understood."""
        return frozenset(self._read()[1])

    def add(self, word: str) -> None:
        """Add a word. Raises StorageProblem, and then nothing changed."""
        data, words = self._read()
        if word in words:
            return
        listed = "".join(f"  {json.dumps(one, ensure_ascii=False)},\n" for one in sorted({*words, word}, key=str.lower))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem("{path} cannot be written: {reason}.", path=self._path,
                                 reason=error.strerror or str(error)) from error
        save_file(self._path, f"{_TOP}words = [\n{listed}]\n".encode(), None if data is None else digest(data))

    def _read(self) -> tuple[bytes | None, list[str]]:
        try:
            data = read_file(self._path)
        except NotFound:
            return None, []
        try:
            words = tomllib.loads(data.decode("utf-8-sig")).get("words", [])
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            raise StorageProblem("{path} cannot be understood: {reason}. Mend it or put an earlier version back; "
                                 "nothing was changed.", path=self._path, reason=error) from error
        return data, [word for word in words if isinstance(word, str)] if isinstance(words, list) else []
