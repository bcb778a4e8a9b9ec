"""Waiting until a window has nothing left to do."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from pkm_app.ui.shell import Shell
from pkm_app.work.runner import Runner

_LONG = 2_000  # milliseconds; timers of more wait for something to happen, and not for what has happened


def nothing_left(shell: Shell, runner: Runner) -> bool:
    """Return whether nothing is under way beside the main thread now, and no page is about to ask for more."""
    about = any(timer.isActive() and timer.isSingleShot() and timer.interval() < _LONG
                for timer in shell.findChildren(QTimer))
    return not about and not runner.busy()


def until_still(qtbot: QtBot, shell: Shell, runner: Runner) -> None:
    """Return when nothing is under way beside the main thread, and no page is about to ask for more."""
    seen = 0

    def still() -> bool:
        nonlocal seen
        seen = seen + 1 if nothing_left(shell, runner) else 0
        return seen > 2  # what came in the meantime was shown, and asked for nothing

    qtbot.waitUntil(still)
