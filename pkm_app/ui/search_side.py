"""Beside the results: what they can be narrowed to, with counts, and the saved searches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.content.asked import is_narrowed
from pkm_app.sense.queries import SavedQuery
from pkm_app.ui.boxes import clear
from pkm_app.ui.dates import language_name
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.look import Look
from pkm_app.ui.notices import Notices
from pkm_app.ui.result_rows import KINDS
from pkm_app.ui.services.finding import Queries
from pkm_app.ui.widgets import Button, Label

_TITLES = {"kind": noop("Kind"), "tag": noop("Tags"), "lang": noop("Language"), "year": noop("Year")}
_SHOWN = {"kind": 5, "tag": 8, "lang": 4, "year": 8}
Facets = Mapping[str, Sequence[tuple[str, int]]]


class FacetList(Worded, QWidget):
    """``narrowed`` fires with the name of a facet and the value that was pressed."""

    narrowed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._facets: Facets = {}
        self._query = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    def show_facets(self, facets: Facets, query: str) -> None:
        """Show these counts; what the query is narrowed to already is marked."""
        focus = self.focusWidget()
        kept = focus.objectName() if isinstance(focus, Button) and focus.hasFocus() else ""
        self._facets, self._query = facets, query
        clear(self._box)
        for name, title in _TITLES.items():
            rows = list(facets.get(name, ()))[:_SHOWN[name]]
            if rows:
                heading = Label(self._look, "ink2", 11, 600)
                heading.setText(tr(title))
                heading.setContentsMargins(8, 12 if self._box.count() else 0, 0, 2)
                self._box.addWidget(heading)
            for value, number in rows:
                self._add(name, value, number)
        again = self.findChild(Button, kept) if kept else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_any(self) -> bool:
        """Return whether there is anything to narrow to."""
        return self._box.count() > 0

    def words_changed(self) -> None:
        self.show_facets(self._facets, self._query)

    def _add(self, name: str, value: str, number: int) -> None:
        button = Button(self._look, kind="plain", stage="sense", left=True)
        button.setObjectName(f"{name}:{value}")
        button.setCheckable(True)
        button.setChecked(is_narrowed(self._query, name, value))
        button.setText(f"{_shown(name, value)} · {number}")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.narrowed.emit(name, value))
        self._box.addWidget(button)


def _shown(name: str, value: str) -> str:
    if name == "kind":
        return tr(KINDS[value]) if value in KINDS else value
    if name == "lang":
        return language_name(value) or value
    return f"#{value}" if name == "tag" else value


class SavedSearches(Worded, QWidget):
    """The saved searches over everything: ``chosen`` fires with the query of one. A right click, or the menu key,
    renames or forgets one. ``look_again`` reads them anew. Hidden while there is none, as
    ``shown`` says."""

    chosen = Signal(str)
    shown = Signal(bool)

    def __init__(self, look: Look, queries: Queries, notices: Notices, most: int = 12) -> None:
        super().__init__()
        self._look, self._queries, self._notices, self._most = look, queries, notices, most
        self._rename: Callable[[SavedQuery], None] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._shown: tuple[SavedQuery, ...] | None = None

    def renames(self, ask: Callable[[SavedQuery], None]) -> None:
        """Let a new name be asked for in this way."""
        self._rename = ask

    def look_again(self) -> None:
        """Read them anew; a file that cannot be understood says so in their place."""
        trouble = ""
        try:
            saved = tuple(self._queries.listing(unasked=True))
        except Problem as problem:
            saved, trouble = (), problem_text(problem)
        if saved == self._shown and not trouble:
            return
        self._shown = saved
        clear(self._box)
        self.setVisible(bool(saved or trouble))
        self.shown.emit(bool(saved or trouble))
        heading = Label(self._look, "ink2", 11, 600)
        heading.setText(tr("Saved searches"))
        heading.setContentsMargins(8, 0, 0, 2)
        self._box.addWidget(heading)
        for one in saved[:self._most]:
            self._box.addWidget(self._button(one))
        if trouble:
            said = Label(self._look, "ink2", 12, wrap=True)
            said.setText(trouble)
            self._box.addWidget(said)

    def words_changed(self) -> None:
        self._shown = None
        self.look_again()

    def _button(self, saved: SavedQuery) -> Button:
        button = Button(self._look, "search", "plain", "sense", left=True)
        button.setText(saved.name)
        button.setAccessibleDescription(saved.query)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(saved.query))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda where: self._menu(button, where, saved))
        return button

    def _menu(self, button: Button, where: QPoint, saved: SavedQuery) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._rename is not None:
            rename = self._rename
            menu.addAction(tr("Rename"), lambda: rename(saved))
        menu.addAction(tr("Forget this search"), lambda: self.forget(saved))
        menu.popup(button.mapToGlobal(where))

    def forget(self, saved: SavedQuery) -> None:
        """Forget one; undoable."""
        try:
            self._queries.remove(saved.name)
        except Problem as problem:
            self._notices.problem(problem)
            return
        self.look_again()

        def back() -> None:
            self._queries.save(saved.name, saved.query)
            self.look_again()

        self._notices.say(tr("Forgotten: {name}", name=saved.name), undo=back, again=lambda: self.forget(saved))
