"""How many unread articles each saved search finds, counted beside the window and seldom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from pkm_app.base.errors import Problem
from pkm_app.seek.organising import Placement
from pkm_app.seek.triage import SavedSearch
from pkm_app.ui.room import Context

_PAUSE = 1500  # milliseconds without news before it is counted anew


class SearchCounts(QObject):
    """``numbers`` by the name of a search; ``changed`` fires when they are others. Nothing is counted for a person
    who wants no counts."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.numbers: Mapping[str, int] = {}
        self._searches: Sequence[SavedSearch] = ()
        self._placements: Sequence[Placement] = ()
        self._under_way = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._count)

    def ask(self, searches: Sequence[SavedSearch], placements: Sequence[Placement]) -> None:
        """Count soon: the list was read anew."""
        self._searches, self._placements = searches, placements
        if searches and self._context.services.settings.get("counts", "off") == "on":
            first = not self.numbers and not self._timer.isActive()
            self._timer.start(0 if first else _PAUSE)

    def _count(self) -> None:
        if self._under_way:  # slower than the news: once that is done
            self._timer.start(_PAUSE)
            return
        self._under_way = True
        triage, searches, placements = self._context.services.follow.triage, self._searches, self._placements
        self._context.relay.call(lambda: triage.unread(searches, placements), self._came, self._failed)

    def _came(self, numbers: Mapping[str, int]) -> None:
        self._under_way = False
        if numbers != self.numbers:
            self.numbers = numbers
            self.changed.emit()

    def _failed(self, problem: Problem) -> None:
        """Show none; the list itself says what is wrong when it is opened."""
        self._came({})
