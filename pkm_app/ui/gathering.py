"""Gathers what changed, so that a view looks again about once a second and not once for each of five hundred feeds.

How to use it: ``Gathering(deliver)``; ``add(event)`` on the main thread; ``flush()`` delivers at once what waits.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from pkm_app.base.events import Changed, Subject

_SOON = 250  # milliseconds in which a single change is delivered
_STEADY = 1000  # milliseconds between two deliveries while changes keep coming


class Gathering(QObject):
    """Joins changes of one subject. An event without ids means all of them, and stays so when joined."""

    def __init__(self, deliver: Callable[[Changed], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._waiting: dict[Subject, dict[str, None] | None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._delivered = float("-inf")  # by perf_counter, in seconds

    def add(self, event: Changed) -> None:
        """Take a change; it is delivered within a quarter of a second, or a second in a stream of them."""
        known = self._waiting.setdefault(event.subject, {})
        if known is None or not event.ids:
            self._waiting[event.subject] = None
        else:
            known.update(dict.fromkeys(event.ids))
        if not self._timer.isActive():
            gone = (perf_counter() - self._delivered) * 1000
            self._timer.start(max(_SOON, round(_STEADY - gone)) if gone < _STEADY else _SOON)

    def flush(self) -> None:
        """Deliver what waits."""
        self._timer.stop()
        if not self._waiting:
            return
        self._delivered = perf_counter()
        waiting, self._waiting = self._waiting, {}
        for subject, ids in waiting.items():
            self._deliver(Changed(subject, tuple(ids or ())))
