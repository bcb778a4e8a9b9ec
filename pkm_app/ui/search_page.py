"""All results of a search on a page of their own: what was found, what it can be narrowed to, searches that are saved.

How to use it: ``page.begin(query)`` shows a search; the shell does so when Enter is pressed in the field above. What
narrows a search stands in its words (``tag:learning``), so a person sees it, can change it and can save it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from pkm_app.content.asked import toggled
from pkm_app.flow.search import Found
from pkm_app.ui.empty import WIDE, EmptyState
from pkm_app.ui.i18n import Worded, problem_text, tr
from pkm_app.ui.keep_query import KeepQuery
from pkm_app.ui.little_room import EmptyArea, Signs
from pkm_app.ui.result_rows import ResultList
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.search_naming import SearchNaming
from pkm_app.ui.search_side import FacetList, SavedSearches
from pkm_app.ui.terms_dialog import TermsDialog
from pkm_app.ui.widgets import Button, Label, Panel, name_clearing

MOST = 200
_WAIT = 200  # milliseconds of silence before a search starts
_SIDE = 232
_WORDY = 520  # pixels of the head, below which its buttons show their icons alone


class SearchPage(Worded, QWidget):
    """The page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked: object = None
        self._query = ""
        self._meant = ""
        look = context.look
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.say(lambda words: name_clearing(self.field, words), "Clear")
        self.say(self.field.setAccessibleName, "Search")
        self.say(self.field.setPlaceholderText, "Words, or narrow: tag: author: before: is:private")
        self.facets = FacetList(look)
        self.saved = SavedSearches(look, context.services.finding.queries, context.notices)
        keeping = KeepQuery(context.services.finding.queries, context.notices, self.saved.look_again)
        self._naming = SearchNaming(look, keeping, context.notices)
        self._name = self._naming.field
        self.list = ResultList(look)
        self.say(self.list.setAccessibleName, "Results")
        self._empty = EmptyState(look, "search", "sense", WIDE)
        self._no_rows = EmptyArea(self._empty)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._ask)
        self._build()
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self.open_chosen())
        self.list.activated.connect(lambda _index: self.open_chosen())
        self.facets.narrowed.connect(self._narrow)
        self.saved.chosen.connect(self.begin)
        self.saved.renames(self._naming.begin_rename)
        self._naming.finished.connect(self.field.setFocus)
        for subject in ("notes", "sources", "highlights", "drafts"):
            context.relay.listen(subject, self._changed)

    def begin(self, query: str) -> None:
        """Show what is found for this; a name that was being written was another search's."""
        self._naming.hide()
        self._change(query)
        self.entered()

    def entered(self) -> None:
        """The page has just become visible."""
        self.saved.look_again()
        if self._query:
            self._ask()
        (self.list if self.list.results.rowCount() else self.field).setFocus()

    def query(self) -> str:
        """Return what is searched for."""
        return self._query

    def open_chosen(self) -> None:
        """Open the result that is chosen, wherever it is at home."""
        hit = self.list.chosen()
        if hit is not None:
            self._context.go(hit.kind, hit.id)

    def ask_name(self) -> None:
        """Ask for a name under which this search is saved."""
        self._naming.begin(self._query)

    def show_terms(self) -> None:
        """Show the terms that mean the same."""
        TermsDialog(self._context, self, self._ask).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field and event.key() == Qt.Key.Key_Down and self.list.results.rowCount():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                self.list.setCurrentIndex(self.list.results.index(0))
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Escape:
                self.field.setFocus(Qt.FocusReason.TabFocusReason)
                self.field.selectAll()
                return True
        return super().eventFilter(watched, event)

    def words_changed(self) -> None:
        if self._query:
            self._ask()

    def _build(self) -> None:
        side = self._side = Panel(self._context.look, "panel", "r")
        self.saved.shown.connect(lambda _on: self._show_side())
        side.hide()
        side.setFixedWidth(_SIDE)
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(10, 16, 10, 16)
        box.setSpacing(14)
        box.addWidget(self.saved)
        box.addWidget(self.facets)
        box.addStretch(1)
        around = QVBoxLayout(side)
        around.setContentsMargins(0, 0, 1, 0)
        around.addWidget(scrolling(column))
        body = QWidget()
        self._lists = QStackedLayout(body)
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._no_rows)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._head())
        right.addWidget(body, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)
        self._lists.setCurrentWidget(self._no_rows)
        self.say(self._empty.set_words,
                 "Type what you are looking for: notes, highlights, sources, drafts and articles.")

    def _head(self) -> QWidget:
        look = self._context.look
        head = Panel(look, "paper", "b")
        signs = Signs(head, _WORDY)
        self._save = Button(look, "save", "outlined", "sense")
        self.say(partial(signs.put, self._save), "Save this search")
        self._save.clicked.connect(lambda: self._context.commands.run("search.save"))
        terms = Button(look, "languages", "outlined", "sense")
        self.say(partial(signs.put, terms), "Terms")
        terms.clicked.connect(self.show_terms)
        self._count, self._trouble = Label(look, "ink2", 12), Label(look, "warning", 12, wrap=True)
        self._mean = Button(look, "search", "plain", "sense", left=True)
        self._mean.clicked.connect(lambda: self.begin(self._meant))
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self._save)
        top.addWidget(terms)
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._mean)
        box = QVBoxLayout(head)
        box.setContentsMargins(18, 12, 18, 10)
        box.setSpacing(6)
        box.addLayout(top)
        box.addWidget(self._naming)
        box.addLayout(below)
        box.addWidget(self._trouble)
        for one in (self._mean, self._trouble):
            one.hide()
        self._save.setEnabled(False)
        return head

    def _typed(self, text: str) -> None:
        self._query = text.strip()
        self._timer.start()

    def _enter(self) -> None:
        self._ask()
        if self.list.results.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _change(self, query: str) -> None:
        self._query = query.strip()
        self.field.setText(self._query)
        self._ask()

    def _narrow(self, name: str, value: str) -> None:
        self._change(toggled(self._query, name, value, self._context.language.code))

    def _changed(self, _ids: tuple[str, ...]) -> None:
        if self.isVisible() and self._query:
            self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        self._asked = asked = object()
        query = self._query
        self._save.setEnabled(bool(query))
        if not query:
            self._show(asked, Found(()))
            return
        search = self._context.services.search
        self._context.relay.call(lambda: search.search(query, limit=MOST, counts=True),
                                 lambda found: self._show(asked, found),
                                 lambda problem: self._show(asked, Found((), trouble=problem)))

    def _show(self, asked: object, found: Found) -> None:
        if asked is not self._asked:
            return
        if self.list.hasFocus() and not found.hits:
            self.field.setFocus()  # the list goes
        self.list.results.update_rows(list(found.hits))
        self.facets.show_facets(found.facets, self._query)
        self._show_side()
        self._lists.setCurrentWidget(self.list if found.hits else self._no_rows)
        if self._query and not found.hits:
            self.say(self._empty.set_words, "Nothing found for “{query}”", query=self._query[:80])
        elif not self._query:
            self.say(self._empty.set_words,
                     "Type what you are looking for: notes, highlights, sources, drafts and articles.")
        self._count.setText(self._counted(found))
        self._meant = found.did_you_mean
        self._mean.setText(tr("Did you mean “{words}”?", words=self._meant))
        self._mean.setVisible(bool(self._meant))
        self._trouble.setText(problem_text(found.trouble) if found.trouble else "")
        self._trouble.setVisible(found.trouble is not None)

    def _show_side(self) -> None:
        """Show what stands beside the results as long as there is anything."""
        self._side.setVisible(not self.saved.isHidden() or self.facets.has_any())

    def _counted(self, found: Found) -> str:
        if not self._query:
            return ""
        said = tr("%n result(s)", found.total)
        if found.total > len(found.hits):
            said += " · " + tr("the best %n are shown", len(found.hits))
        return said + (" · " + tr("not all was looked at: narrow it down") if found.cut else "")
