"""What only some systems have or keep: marks that skip a test elsewhere and say why, and whether a process runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WINDOWS = sys.platform == "win32"

needs_links = pytest.mark.skipif(WINDOWS, reason="on Windows making a link asks for a right of its own")
needs_rights = pytest.mark.skipif(WINDOWS, reason="rights of POSIX; a user's folder on Windows is that user's alone")
needs_pipes = pytest.mark.skipif(WINDOWS, reason="a pipe with a name in a folder is POSIX's")
needs_signals = pytest.mark.skipif(WINDOWS, reason="signals are Unix's")
needs_niceness = pytest.mark.skipif(WINDOWS, reason="niceness is Unix's")
needs_memory_limits = pytest.mark.skipif(sys.platform == "darwin", reason="macOS keeps no limit on memory")


def alive(pid: int) -> bool:
    """Whether a process runs (one that waits to be buried does not)."""
    if sys.platform == "linux":
        return _alive_by_proc(pid)
    return _alive_by_tasklist(pid) if WINDOWS else alive_by_ps(pid)


def _alive_by_proc(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def alive_by_ps(pid: int) -> bool:
    said = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(said.strip()) and not said.strip().startswith("Z")


def _alive_by_tasklist(pid: int) -> bool:
    said = subprocess.run(["tasklist", "/FI", f"PID eq {pid}", "/NH", "/FO", "CSV"], capture_output=True, text=True,
                          check=False).stdout
    return f'"{pid}"' in said
