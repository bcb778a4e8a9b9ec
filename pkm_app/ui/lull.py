"""What can wait while somebody types: done at the first pause, and done once however often it was asked for.

How to use it::

    lull = Lull(parent)
    pane.written.connect(lull.touch)       # a key
    lull.then("list", self._load)          # at once where nobody types, else after the pause

Reading many cards on another thread slows keys down, for threads share one interpreter; drawing what came of it too.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

PAUSE = 1200  # milliseconds without a key: longer than between two words, shorter than somebody looks up for


class Lull(QObject):
    """Knows when the last key was."""

    def __init__(self, parent: QObject, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self._pause = pause
        self._since = QElapsedTimer()
        self._waiting: dict[str, Callable[[], object]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._over)

    def touch(self) -> None:
        """A key was pressed."""
        self._since.start()

    def then(self, name: str, act: Callable[[], object]) -> None:
        """Do something when nobody types. What waits under the same name already is not done besides."""
        left = self._left()
        if left <= 0:
            self._waiting.pop(name, None)
            act()
            return
        self._waiting[name] = act
        if not self._timer.isActive():
            self._timer.start(left)

    def _left(self) -> int:
        return self._pause - self._since.elapsed() if self._since.isValid() else 0

    def _over(self) -> None:
        left = self._left()
        if left > 0:  # somebody went on typing
            self._timer.start(left)
            return
        waiting, self._waiting = self._waiting, {}
        for act in waiting.values():
            act()
