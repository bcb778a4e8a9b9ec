"""A keyring for tests: a JSON file named by PKM_TEST_KEYRING. Never used unless a test asks for it by name."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class FileKeyring(KeyringBackend):
    """Keeps secrets in the test's own folder, so that several processes share them."""

    priority = 0.1  # type: ignore[assignment]  # keyring declares a classproperty here

    @property
    def _file(self) -> Path:
        return Path(os.environ["PKM_TEST_KEYRING"])

    def _all(self) -> dict[str, str]:
        return json.loads(self._file.read_text()) if self._file.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service}\n{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file.write_text(json.dumps(self._all() | {f"{service}\n{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        known = self._all()
        if known.pop(f"{service}\n{username}", None) is None:
            raise PasswordDeleteError(service)
        self._file.write_text(json.dumps(known))
