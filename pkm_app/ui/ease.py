"""What makes the window easier on eyes and nerves: the size of everything, and nothing that moves by itself.

How to use it: ``with scaled("150"): QApplication(...)``; ``Motion(application).set_still(True)``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

SIZES = ("100", "125", "150", "175", "200")  # per cent of what the screen asks for
_FACTOR = "QT_SCALE_FACTOR"
_EFFECTS = (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox)


@contextmanager
def scaled(size: str) -> Iterator[None]:
    """Let Qt read the size while it starts, and no program that is started from the window later.

    Anything but one of ``SIZES`` changes nothing, as does a factor that the person's own environment sets.
    """
    if size not in SIZES or size == "100" or _FACTOR in os.environ:
        yield
        return
    os.environ[_FACTOR] = str(int(size) / 100)
    try:
        yield
    finally:
        del os.environ[_FACTOR]


class Motion:
    """What moves or blinks by itself in an application: Qt's effects and the caret. There are no others."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._blink = application.cursorFlashTime()
        self._were = {effect: application.isEffectEnabled(effect) for effect in _EFFECTS}

    def set_still(self, on: bool) -> None:
        """Let nothing move, or let the system have its way again."""
        for effect, was in self._were.items():
            self._application.setEffectEnabled(effect, was and not on)
        self._application.setCursorFlashTime(0 if on else self._blink)
