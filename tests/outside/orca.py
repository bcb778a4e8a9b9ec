"""Orca, the screen reader of Linux, beside a program; what it says is written down instead of spoken."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.outside.desktop import Desktop, install, wait

_SPEECH = Path(__file__).with_name("orca_speech.py")
_VERSION = "43."


class Orca:
    """What was said, line by line."""

    def __init__(self, spoken: Path) -> None:
        self._spoken = spoken
        self._read = 0

    def said(self) -> list[str]:
        """Everything since the start."""
        return self._spoken.read_text(encoding="utf-8").splitlines()

    def hear(self, pattern: str) -> None:
        """Wait until something is said that begins so, after what was heard before."""
        def found() -> bool:
            for at, line in enumerate(self.said()[self._read:], self._read):
                if re.match(pattern, line):
                    self._read = at + 1
                    return True
            return False

        try:
            wait(found, pattern)
        except TimeoutError:
            raise AssertionError(f"{pattern!r} is not said, only {self.said()[self._read:]}") from None


@contextmanager
def orca(desk: Desktop) -> Iterator[Orca]:
    """Start Orca on a desktop, with settings of its own."""
    own = desk.folder / "home" / ".local" / "share" / "orca"
    own.mkdir(parents=True)
    shutil.copy(_SPEECH, own / "orca-customizations.py")
    tools = desk.folder / "tools"
    tools.mkdir()
    (tools / "pgrep").write_text("#!/bin/sh\n")  # Orca asks it for others of its kind, and stops where one runs
    (tools / "pgrep").chmod(0o755)
    spoken = desk.folder / "spoken"
    spoken.touch()
    process = desk.start(["orca"], {"PKM_SPOKEN": str(spoken), "GSETTINGS_BACKEND": "memory",
                                    "PATH": f"{tools}:/usr/bin:/bin"}, "orca.log")
    try:
        one = Orca(spoken)
        one.hear("Orca listens")
        one.hear("Screen reader on")
        yield one
    finally:
        process.kill()
        process.wait()


def missing() -> str:
    """Have Orca here, installing it where that is allowed; return why it cannot be had, "" if it can."""
    if shutil.which("orca") is None and (sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get")):
        return "there is no Orca, and only root on a system with apt can install it"
    return install(("orca",), lambda: shutil.which("orca") is not None)


def unknown() -> str:
    """Return why this Orca cannot be listened to, "" if it can: each names what it says in its own way."""
    version = subprocess.run(["orca", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    return "" if version.startswith(_VERSION) else f"this Orca is {version}, and only {_VERSION}x is known here"
