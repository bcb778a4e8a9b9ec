"""Drives the real program as a subprocess, the way a person or a script does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_KEPT = ("PATH", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "PATHEXT", "COMSPEC")  # Windows wants more


@dataclass(frozen=True)
class Program:
    """One profile and one vault; every call is a new process. The keyring is a file made for the test."""

    vault: Path
    data: Path
    home: Path

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return kept | {
            "HOME": str(self.home), "PKM_VAULT": str(self.vault), "PKM_DATA": str(self.data),
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONWARNINGS": "error",
            "PYTHON_KEYRING_BACKEND": "tests.fakes.keyring.FileKeyring",
            "PKM_TEST_KEYRING": str(self.home / "keyring.json"), "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *words: str, stdin: str | None = None, code: int | None = 0,
            seconds: float = 120) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "pkm_app", *words], capture_output=True, text=True, env=self.environment(),
            input=stdin, stdin=subprocess.DEVNULL if stdin is None else None, timeout=seconds, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        if code is not None:
            assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def json(self, *words: str, stdin: str | None = None, code: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", stdin=stdin, code=code).stdout)

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen([sys.executable, "-m", "pkm_app", *words], env=self.environment(), text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
