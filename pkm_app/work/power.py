"""Whether this machine runs on its battery, as far as the system tells."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SUPPLIES = Path("/sys/class/power_supply")  # https://www.kernel.org/doc/html/latest/power/power_supply_class.html
_PMSET = ("/usr/bin/pmset", "-g", "batt")
_SECONDS = 5.0


def on_battery(platform: str = sys.platform) -> bool | None:
    """Say whether the machine runs on battery; None where the system does not tell. May take some milliseconds."""
    if platform.startswith("linux"):
        return by_supplies(SUPPLIES)
    if platform == "darwin":
        return by_pmset(_ask_pmset)
    if platform == "win32":
        return by_windows(_ask_windows)
    return None


def by_supplies(folder: Path) -> bool | None:
    """Read what the kernel of Linux says: mains that are there and on decide, then a battery that discharges.

    The batteries of mice and headsets (``scope`` Device) say nothing of the machine.
    """
    found: bool | None = None
    try:
        supplies = sorted(folder.iterdir())
    except OSError:
        return None
    for supply in supplies:
        kind = _word(supply / "type")
        if kind in ("Mains", "USB") and _word(supply / "online") == "1":
            return False
        if kind == "Battery" and _word(supply / "scope") != "Device":
            found = found or _word(supply / "status") == "Discharging"
    return found


def by_pmset(ask: Callable[[], str]) -> bool | None:
    """Read the first line of ``pmset -g batt``: Now drawing from 'Battery Power'."""
    try:
        words = ask().partition("\n")[0]
    except (OSError, subprocess.SubprocessError):
        return None
    if "'Battery Power'" in words:
        return True
    return False if "'AC Power'" in words else None


def by_windows(ask: Callable[[], int | None]) -> bool | None:
    """Read ACLineStatus of GetSystemPowerStatus: 0 is battery, 1 is mains, 255 is unknown."""
    return {0: True, 1: False}.get(255 if (said := ask()) is None else said)


def _word(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace").strip()
    except OSError:
        return ""


def _ask_pmset() -> str:
    return subprocess.run(_PMSET, capture_output=True, text=True, timeout=_SECONDS, check=False).stdout


def _ask_windows() -> int | None:
    status = (ctypes.c_ubyte * 12)()  # SYSTEM_POWER_STATUS; its first byte is ACLineStatus
    windows: Any = getattr(ctypes, "windll", None)
    if windows is None or not windows.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    return int(status[0])
