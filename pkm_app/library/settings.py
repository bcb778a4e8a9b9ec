"""What this machine remembers between two starts: a TOML file in the config folder.

TOML is https://toml.io/en/v1.0.0. Each setting is a text under a key such as ``reading.size``; a person may write
that as a table, too.
"""

from __future__ import annotations

import json
import threading
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, time
from pathlib import Path
from typing import Any

from pkm_app.base.errors import NotFound, Problem, StorageProblem
from pkm_app.library.filelock import FileLock
from pkm_app.library.files import digest, put_beside, read_file, save_file

NAME = "settings.toml"


class Settings:
    """The settings of one profile. Thread-safe; several processes may change them at once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._lock = threading.Lock()
        self._notices: list[Problem] = []
        self._values = self._read()[0]

    def get(self, key: str, default: str = "") -> str:
        """Return the text kept under a key. Quick: nothing is read from the disk."""
        value = self._values.get(key)
        if value is None:
            return default
        return str(value).lower() if isinstance(value, bool) else str(value)

    def put(self, key: str, value: str) -> None:
        """Keep a text under a key, whole or not at all; what other processes changed meanwhile stays.

        Raises StorageProblem when it cannot be written, and then nothing changed.
        """
        if self.get(key) == value and key in self._values:
            return
        try:
            with self._lock, FileLock(self._path.with_name(NAME + ".lock")):
                values, data = self._read()
                if data is None and self._path.exists():
                    put_beside(self._path, self._path)  # unreadable, yet somebody's
                values[key] = value
                save_file(self._path, _toml(values), None if data is None else digest(data))
                self._values = values
        except (TimeoutError, OSError) as error:
            raise StorageProblem("The settings {path} cannot be changed: {reason}.", path=self._path,
                                 reason=getattr(error, "strerror", None) or str(error)) from error

    def take_notices(self) -> list[Problem]:
        """Return what a person should be told about the settings since this was last asked."""
        notices, self._notices = self._notices, []
        return notices

    def _read(self) -> tuple[dict[str, Any], bytes | None]:
        """The values, and the bytes they were read from: None when there is no file or it cannot be read."""
        with suppress(NotFound):
            data = read_file(self._path)
            try:
                return dict(_flat(tomllib.loads(data.decode("utf-8-sig")))), data
            except (ValueError, RecursionError) as error:
                self._notices.append(StorageProblem(
                    "The settings {path} cannot be read, so this start goes without them: {reason}. Mend the file, or "
                    "remove it.", path=self._path, reason=str(error)))
        return {}, None


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in table.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return found


def _toml(values: Mapping[str, Any]) -> bytes:
    lines = (f"{_text(key)} = {toml_value(values[key])}\n" for key in sorted(values))
    return "".join(lines).encode("utf-8")


def toml_value(value: Any) -> str:
    """Return a value as TOML writes it on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)} = {toml_value(item)}" for key, item in value.items()) + "}"
    return _text(str(value))


def _text(text: str) -> str:
    # A JSON string is a TOML basic string but for DEL, and for half characters, which neither can hold.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
