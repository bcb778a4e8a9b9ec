"""The line in which the search of the page gets its name, or a saved one another name.

How to use it: ``naming.begin(query)`` or ``naming.begin_rename(saved)``; ``finished`` fires when it has gone again,
with its work done or not.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from pkm_app.base.errors import Problem
from pkm_app.sense.queries import SavedQuery
from pkm_app.ui.keep_query import KeepQuery
from pkm_app.ui.look import Look
from pkm_app.ui.naming import Naming
from pkm_app.ui.notices import Notices


class SearchNaming(Naming):
    """Hidden until it is asked for; what cannot be saved is said, and the name stays to be changed."""

    finished = Signal()

    def __init__(self, look: Look, keeping: KeepQuery, notices: Notices) -> None:
        super().__init__(look)
        self._keeping, self._notices = keeping, notices
        self._query = ""
        self._renamed: SavedQuery | None = None
        self.field.installEventFilter(self)
        self.done.connect(self._keep)
        self.hide()

    def begin(self, query: str) -> None:
        """Ask for the name under which a search is saved."""
        self._renamed, self._query = None, query
        self._show(query)

    def begin_rename(self, saved: SavedQuery) -> None:
        """Ask for another name of a saved search."""
        self._renamed = saved
        self._show(saved.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._finish()
            return True
        return super().eventFilter(watched, event)

    def _show(self, name: str) -> None:
        self.show()
        self.field.setText(name)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _keep(self) -> None:
        name = self.field.text()
        try:
            if self._renamed is not None:
                self._keeping.rename(self._renamed.name, name)
            else:
                self._keeping.save(name, self._query)
        except Problem as problem:
            self._notices.problem(problem)
            return
        self._finish()

    def _finish(self) -> None:
        self.hide()
        self.finished.emit()
