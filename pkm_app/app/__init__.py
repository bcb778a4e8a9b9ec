"""Opens the program: one profile and one vault, with or without a window. Owns start and stop."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pkm_app.base.errors import StorageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from pkm_app.app.beginning import Beginning
    from pkm_app.app.parts import App
    from pkm_app.base.events import Operation
    from pkm_app.flow.sample import LaidOut
    from pkm_app.library.backup import BackedUp

__all__ = ["find_beginning", "make_sample", "open_app", "open_window", "restore_backup"]

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


@contextmanager
def open_app(vault: str = "", data: str = "") -> Iterator[App]:
    """Open a profile and its vault. Raises Refused and StorageProblem when they cannot be used."""
    from pkm_app.app.beginning import Beginning, opening
    from pkm_app.app.parts import App  # here, for `pkm --help` opens nothing
    from pkm_app.app.sample import lay_out_sample
    from pkm_app.library.settings import Settings

    # the settings, which lie in the profile, may name the vault: a first look, then both are prepared together
    what = opening(vault, data)
    what.profile.prepare(what.folder)
    app = App(what.profile, what.folder, Settings(what.profile.config))
    app.beginning = Beginning(what, lay_out_sample)
    try:
        yield app
    finally:
        app.close()


def find_beginning(vault: str = "", data: str = "") -> Beginning:
    """Return which folder would be opened, and the way to choose another; no folder is opened or made."""
    from pkm_app.app.beginning import Beginning, opening
    from pkm_app.app.sample import lay_out_sample

    return Beginning(opening(vault, data), lay_out_sample)


def make_sample(folder: Path, language: str) -> LaidOut:
    """Lay the sample library out in a new or empty folder; nothing else is opened. Raises Refused, StorageProblem."""
    from pkm_app.app.sample import lay_out_sample

    return lay_out_sample(folder.expanduser().absolute(), language)


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
    from pkm_app.work.desktop_portal import theme_for_dialogs

    os.environ.update(theme_for_dialogs(os.environ))
    gc.disable()  # on the way to the window hardly anything is thrown away; once it is shown, it is collected again
    try:
        run_window = _window()
        chosen = vault
        while True:  # again, where another folder or size was chosen
            with open_app(chosen, data) as app:
                code = run_window(app)
                again = app.beginning.again if app.beginning else ""
            if not again:
                return code
            if again != "same":
                chosen = "" if again == "chosen" else vault
    finally:
        gc.enable()


def _window() -> Callable[[App], int]:
    try:
        from pkm_app.ui.features import look_for_none

        look_for_none()
        from pkm_app.app.window import run_window
    except ImportError as error:
        raise StorageProblem(
            "The window needs system libraries that are missing here ({reason}). `make run` installs or names them; "
            "the command line works without: pkm --help", reason=error) from error
    return run_window


def _has_display() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or platform in _WITHOUT_SCREEN)
