"""Calls the real program in this process, as ``__main__`` does, with streams and environment of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pkm_app.cli import main


@dataclass(frozen=True)
class Said:
    """How one call went."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Terminal:
    """One profile and one vault in ``folder``."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def vault(self) -> Path:
        return self.folder / "My PKM"

    @property
    def data(self) -> Path:
        return self.folder / "profile"

    def run(self, *words: str, stdin: str | bytes = "", code: int | None = 0, **env: str | None) -> Said:
        known = {
            "PKM_VAULT": str(self.vault), "PKM_DATA": str(self.data), "HOME": str(self.folder),
            "PYTHON_KEYRING_BACKEND": "tests.fakes.keyring.FileKeyring",
            "PKM_TEST_KEYRING": str(self.folder / "keyring.json")}
        with CliRunner().isolation(input=stdin, env={**known, **self.env, **env}) as streams:
            ended: int | str | None = 0
            try:
                main(list(words))
            except SystemExit as end:
                ended = end.code
            said = Said(int(ended or 0), streams[0].getvalue().decode(), streams[1].getvalue().decode())
        assert code is None or said.code == code, said
        return said

    def json(self, *words: str, stdin: str | bytes = "", code: int = 0, **env: str | None) -> Any:
        return json.loads(self.run(*words, "--json", stdin=stdin, code=code, **env).out)

    def refused(self, *words: str, stdin: str | bytes = "", code: int = 1) -> str:
        """Run what must be refused; return the one sentence it says."""
        said = self.run(*words, stdin=stdin, code=code)
        lines = [line for line in said.err.splitlines() if line.strip()]
        assert len(lines) == 1, said
        assert said.out == ""
        return lines[0]

    def files(self) -> dict[str, bytes]:
        """Every file of the vault."""
        return {p.relative_to(self.vault).as_posix(): p.read_bytes() for p in self.vault.rglob("*") if p.is_file()}
