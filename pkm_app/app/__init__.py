"""Opens the program: one profile and one vault, with or without a window. Owns start and stop."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pkm_app.base.errors import StorageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from pkm_app.app.parts import App
    from pkm_app.base.events import Operation
    from pkm_app.library.backup import BackedUp

__all__ = ["open_app", "open_window", "restore_backup"]

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


@contextmanager
def open_app(vault: str = "", data: str = "") -> Iterator[App]:
    """Open a profile and its vault. Raises Refused and StorageProblem when they cannot be used."""
    from pkm_app.app.parts import App  # here, for `pkm --help` opens nothing
    from pkm_app.library.profile import find_profile, find_vault
    from pkm_app.library.settings import Settings

    profile = find_profile(data)
    # the settings, which lie in the profile, may name the vault: a first look, then both are prepared together
    folder = find_vault(vault, Settings(profile.config).get("vault"))
    profile.prepare(folder)
    app = App(profile, folder, Settings(profile.config))
    try:
        yield app
    finally:
        app.close()


def restore_backup(file: Path, folder: Path) -> Operation[BackedUp]:
    """Unpack a backup into an empty folder; nothing else is opened. Raises Refused, StorageProblem."""
    from pkm_app.library.backup import restore

    return restore(file, folder)


def open_window(vault: str = "", data: str = "") -> int:
    """Open the window and stay until it is closed; return the exit code. Qt is imported here and nowhere above.

    Raises StorageProblem when the system libraries of Qt are missing.
    """
    if sys.platform == "linux" and not _has_display():
        print("There is no display here, so no window can be opened.\n"
              "The command line does everything without one: pkm --help (from a clone: .venv/bin/pkm --help)",
              file=sys.stderr)
        return 1
    try:
        from pkm_app.app.window import run_window
    except ImportError as error:
        raise StorageProblem(
            "The window needs system libraries that are missing here ({reason}). `make run` installs or names them; "
            "the command line works without: pkm --help", reason=error) from error
    with open_app(vault, data) as app:
        return run_window(app)


def _has_display() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or platform in _WITHOUT_SCREEN)
