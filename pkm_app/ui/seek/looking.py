"""What is shown and changes all the time, read anew off this thread: once at a time, with a pause between two looks.

How to use it: ``looking = Looking(parent, relay, reading, show, notices.problem)``, then ``looking.ask()``
whenever something changed. ``reading()`` runs on the main thread and returns what reads; ``show`` gets what that found.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from pkm_app.base.errors import Problem
from pkm_app.ui.relay import Relay

_PAUSE = 150  # milliseconds between two looks at what changes all the time: the work that changes it needs them too


class Looking(QObject):
    """News that comes while a look is under way makes for one more."""

    def __init__(self, parent: QObject, relay: Relay, reading: Callable[[], Callable[[], Any]],
                 show: Callable[[Any], None], failed: Callable[[Problem], None]) -> None:
        super().__init__(parent)
        self._relay, self._reading, self._show, self._failed = relay, reading, show, failed
        self._looking = self._once_more = False

    def ask(self) -> None:
        """Look, or look once more."""
        if self._looking:
            self._once_more = True
            return
        self._looking = True
        self._relay.call(self._reading(), self._found, self._not_found)

    def _found(self, read: Any) -> None:
        self._show(read)
        QTimer.singleShot(_PAUSE, self, self._rested)

    def _not_found(self, problem: Problem) -> None:
        self._looking = self._once_more = False
        self._failed(problem)

    def _rested(self) -> None:
        again, self._looking, self._once_more = self._once_more, False, False
        if again:
            self.ask()
