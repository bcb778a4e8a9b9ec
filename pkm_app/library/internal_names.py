"""Words that only the team may read, on the person's own list: ``.pkm/internal-names.toml`` of the vault."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.library.files import digest, read_file, save_file

_TOP = "# Names and words of your own house. The check of PKM stops them on their way to everybody.\n"
_LONGEST = 200
_MOST = 2000


class InternalNames:
    """Reads and writes the list. Safe for any thread; two writers at once leave a copy beside, as every file does."""

    def __init__(self, vault: Path) -> None:
        self._path = vault / ".pkm" / "internal-names.toml"

    def load(self) -> Sequence[str]:
        """Return the names, in their order. Raises StorageProblem when the file cannot be understood."""
        return tuple(self._read()[1])

    def save(self, names: Sequence[str]) -> Sequence[str]:
        """Write other names, each once and without blanks around; return them. Raises Refused, StorageProblem."""
        kept = list(dict.fromkeys(filter(None, (" ".join(name.split()) for name in names))))
        if any(len(name) > _LONGEST for name in kept) or len(kept) > _MOST:
            raise Refused("A name of your own house has at most {most} characters, and the list at most {names} names. "
                          "Nothing was changed.", most=_LONGEST, names=_MOST)
        data, before = self._read()
        if kept == before:
            return tuple(kept)
        listed = "".join(f"  {json.dumps(name, ensure_ascii=False)},\n" for name in kept).replace("\x7f", "\\u007f")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem("{path} cannot be written: {reason}.", path=self._path,
                                 reason=error.strerror or str(error)) from error
        save_file(self._path, f"{_TOP}names = [\n{listed}]\n".encode(), None if data is None else digest(data))
        return tuple(kept)

    def _read(self) -> tuple[bytes | None, list[str]]:
        try:
            data = read_file(self._path)
        except NotFound:
            return None, []
        try:
            names = tomllib.loads(data.decode("utf-8-sig")).get("names", [])
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            raise StorageProblem("{path} cannot be understood: {reason}. Mend it or put an earlier version back; "
                                 "nothing was changed.", path=self._path, reason=error) from error
        return data, [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
