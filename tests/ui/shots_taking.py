"""Taking a picture of a window that stands still, for tests.ui.shots."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog

from pkm_app.ui.shell import Shell
from pkm_app.work.runner import Runner
from tests.ui.still import nothing_left

SETTLE = 350  # milliseconds in which everything that was asked for has arrived and been painted
AGAIN = 80  # milliseconds in which the same screen is painted in other colours
_PATIENCE = 12  # times that a window is looked at again until it stands still
_BUSY = 20.0  # seconds in which what was asked for is there


def settle(milliseconds: int = SETTLE) -> None:
    """Let the window do what it has to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(ready: Callable[[], bool], seconds: float = 90) -> None:
    """Let the window work until something is there. Raises TimeoutError: a picture of half a screen is no picture."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the screen did not come to be")
        settle(50)


def recoloured(shell: Shell) -> QPixmap:
    """Return the picture of a screen that stood still, in the colours of now."""
    settle(AGAIN)
    return picture(shell)


def still(shell: Shell, runner: Runner) -> QPixmap:
    """Return the picture once the window stands still: on a busy machine what was asked for arrives later."""
    settle(SETTLE)
    _arrived(shell, runner)
    before = picture(shell)
    for _ in range(_PATIENCE):
        settle(AGAIN)
        now = picture(shell)
        if now.toImage() == before.toImage():
            break
        before = now
    return before


def _arrived(shell: Shell, runner: Runner) -> None:
    """Wait, but not for ever, until nothing is under way beside the window and no page is about to ask for more."""
    end, seen = time.monotonic() + _BUSY, 0
    while seen < 2 and time.monotonic() < end:
        seen = seen + 1 if nothing_left(shell, runner) else 0
        settle(AGAIN)


def picture(shell: Shell) -> QPixmap:
    """Return the window as it stands, with the dialogs that are open in its middle."""
    whole = shell.grab()
    for dialog in shell.findChildren(QDialog):
        if dialog.isVisible() and dialog.isWindow():
            shown = dialog.grab()
            place = shown.rect()
            place.moveCenter(whole.rect().center())
            painter = QPainter(whole)
            painter.fillRect(whole.rect(), QColor(0, 0, 0, 90))
            painter.drawPixmap(place, shown)
            painter.setPen(shell.context.look.color("ink3"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            painter.end()
    return whole
