"""The one search field (Ctrl K): finds notes, highlights and articles, and is the command palette as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from pkm_app.flow.search import Found
from pkm_app.ui.commands import Commands
from pkm_app.ui.find_row import FindDelegate, FindRow
from pkm_app.ui.i18n import Worded, problem_text, tr
from pkm_app.ui.keycap import KeyCap
from pkm_app.ui.little_room import Hint
from pkm_app.ui.look import Look
from pkm_app.ui.palette import Palette
from pkm_app.ui.recents import Recent
from pkm_app.ui.relay import Relay
from pkm_app.ui.result_rows import ICONS, KINDS
from pkm_app.ui.services import Search
from pkm_app.ui.setting_words import found as settings_found
from pkm_app.ui.spoken import back_in, speak_row
from pkm_app.ui.widgets import name_clearing

Index = QModelIndex | QPersistentModelIndex
_WAIT = 150  # milliseconds of silence before a search starts
_MOST = 30
_LATELY = 5  # things that were open, above the acts
_SENTENCE = 5  # words from which on they may be a sentence of something that left
_EDGE = 5  # pixels between the rows and the line around them
_AROUND = 2 * _EDGE + 2  # that, and the line


class FindModel(QAbstractListModel):
    """The rows under the search field."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FindRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            kind = tr(KINDS[row.kind]) if row.kind in KINDS else ""
            return ", ".join(part for part in (kind, row.title, row.plain_detail()) if part)
        return None

    def show(self, rows: list[FindRow]) -> None:
        """Show other rows; each search is a new list, so nothing is under a person's hands."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


@dataclass(frozen=True, slots=True)
class Asked:
    """A search under way: only the answer to the last question is shown."""

    query: str


class Finder(Worded, QWidget):
    """The field in the top bar, and the list that opens under it over whatever lies there."""

    def __init__(self, look: Look, relay: Relay, search: Search, commands: Commands,
                 palette: Palette, go: Callable[[str, str], None],
                 recent: Callable[[], list[Recent]] = list) -> None:
        super().__init__()
        self._look, self._relay, self._search, self._commands, self._go = look, relay, search, commands, go
        self._palette, self._recent = palette, recent
        self._asked = Asked("")
        self._before: QWidget | None = None
        self._row_spoken = False
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        begin = self.field.addAction(look.icon("search", "ink2"), QLineEdit.ActionPosition.LeadingPosition)
        begin.triggered.connect(self.begin)
        self.say(begin.setText, "Search")
        self.say(lambda words: name_clearing(self.field, words), "Clear")
        self._hint = Hint(self.field)
        self.say(self._show_words, "Search notes, highlights and articles")
        self._cap = KeyCap(look, self.field)
        commands.changed.connect(self._show_key)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self._list = _Drop(look)
        self._model = FindModel(self)
        self._list.view.setModel(self._model)
        self.say(self._list.view.setAccessibleName, "What was found")
        self._list.view.clicked.connect(lambda index: self._choose(index.row()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._ask)
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)

    def begin(self) -> None:
        """Put the cursor into the field; Escape and commands lead back to where it was."""
        focus = QApplication.focusWidget()
        if focus is not self.field:
            self._before = focus
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # for others Qt tells of the caret first, and Orca no name
        self.field.selectAll()
        self._typed(self.field.text())

    def found(self) -> list[FindRow]:
        """Return the rows that are shown."""
        return self._model.rows

    def close_list(self) -> None:
        """Fold the list away."""
        self._timer.stop()
        self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.close_list()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def words_changed(self) -> None:
        self.close_list()

    def _show_words(self, words: str) -> None:
        self._hint.show_words(words, tr("Search"))

    def _show_key(self) -> None:
        self._cap.show_key(self._commands.shown_key("window.search") if "window.search" in self._commands.ids() else "")

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_list()
            self._go_back()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.isVisible():
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.isVisible():
            self._choose(max(0, self._list.view.currentIndex().row()))
        else:
            return False
        return True

    def _go_back(self) -> None:
        """Give the focus back to what had it; that may be gone meanwhile."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.clearFocus()

    def _step(self, by: int) -> None:
        row = self._list.view.currentIndex().row() + by
        if 0 <= row < len(self._model.rows):
            self._list.view.setCurrentIndex(self._model.index(row))
            speak_row(self.field, self._list.view, self._model.index(row))
            self._row_spoken = True

    def _typed(self, text: str) -> None:
        if self._row_spoken:
            self._row_spoken = False
            back_in(self.field)
        self._asked = Asked(text.strip())
        self._show([*(self._first(text.strip()) if text.strip() else self._lately()), *_traced(text.strip()),
                    *self._matching(text)], 0)
        if text.strip():
            self._timer.start()

    def _ask(self) -> None:
        asked = self._asked
        self._relay.call(
            lambda: self._search.search(asked.query, limit=_MOST, typing=True),
            lambda found: self._found(asked, found),
            lambda problem: self._found(asked, Found(())),
        )

    def _found(self, asked: Asked, found: Found) -> None:
        if asked is not self._asked or not self.field.hasFocus():
            return
        rows = [FindRow(ICONS.get(hit.kind, "search"), hit.title, hit.snippet, hit.kind, hit.id) for hit in found.hits]
        first, traced, acts = self._first(asked.query), _traced(asked.query), self._matching(asked.query)
        if not rows and found.trouble:
            rows = [FindRow("info", problem_text(found.trouble), "", "", "")]
        elif not rows and not traced and not acts and len(first) == 1:
            rows = [FindRow("info", tr("Nothing found for “{query}”", query=asked.query), "", "", "")]
        if found.did_you_mean:
            rows.insert(0, FindRow("search", tr("Did you mean “{words}”?", words=found.did_you_mean), "", "query",
                                   found.did_you_mean))
        chosen = self._list.view.currentIndex().row()
        before = self._model.rows[chosen] if 0 <= chosen < len(self._model.rows) else None
        rows = [*first, *rows, *traced, *acts]
        self._show(rows, next((at for at, row in enumerate(rows) if before is not None
                               and (row.kind, row.id) == (before.kind, before.id)), 0))

    def _first(self, text: str) -> list[FindRow]:
        """What Return does: all results; before them a command whose name is being typed, not just one word of it."""
        everything = FindRow("search", tr("All results for “{query}”", query=text), "", "search", text)
        return [*self._typed_whole(text), everything]

    def _typed_whole(self, text: str) -> list[FindRow]:
        wanted = text.casefold()
        return [row for row in self._acts(text) if row.title.casefold() == wanted
                or (" " in wanted and row.title.casefold().startswith(wanted))]

    def _lately(self) -> list[FindRow]:
        """What was open lately, before anything is typed."""
        return [FindRow(ICONS[one.kind], one.title or tr("Without a title"), "", one.kind, one.id)
                for one in self._recent()[:_LATELY]]

    def _matching(self, text: str) -> list[FindRow]:
        """The acts that fit and do not stand first already, and the settings."""
        first = self._typed_whole(text.strip()) if text.strip() else []
        settings = [FindRow("settings", title, tr("Settings"), "settings", name)
                    for name, title in settings_found(text)]
        return [*(row for row in self._acts(text) if row not in first), *settings]

    def _acts(self, text: str) -> list[FindRow]:
        """The acts that fit; of another room's the room is told, where its key would do nothing here."""
        rows = []
        for command in self._palette.found(text, 8 if text.strip() else 12):
            room = self._commands.room_of(command.id)
            beside = tr(room.title()) if room else self._commands.shown_key(command.id)
            rows.append(FindRow("chevron-right", tr(command.words), beside, "command", command.id))
        return rows

    def _show(self, rows: list[FindRow], chosen: int) -> None:
        self._model.show(rows)
        if not rows:
            self._list.hide()
            return
        top = self.window()
        if self._list.parentWidget() is not top:
            self._list.setParent(top)
        corner = self.mapTo(top, QPoint(0, self.height() + 4))
        height = min(len(rows) * FindDelegate.HEIGHT + _AROUND, top.height() - corner.y() - 20)
        self._list.setGeometry(corner.x(), corner.y(), self.width(), height)
        self._list.view.setCurrentIndex(self._model.index(chosen))
        self._list.show()
        self._list.raise_()

    def _choose(self, number: int) -> None:
        if not 0 <= number < len(self._model.rows):
            return
        row = self._model.rows[number]
        if row.kind == "query":
            self.field.setText(row.id)
            self._typed(row.id)
        elif row.kind:
            self.close_list()
            self.field.clear()
            self._go_back()
            if row.kind == "command":
                self._palette.used(row.id)
                self._commands.run_there(row.id)
            else:
                self._go(row.kind, row.id)


def _traced(text: str) -> list[FindRow]:
    """For an address, or as many words as a sentence has: where they come from."""
    if not text.startswith(("http://", "https://")) and len(text.split()) < _SENTENCE:
        return []
    return [FindRow("quote", tr("Where does this come from?"), text, "trace", text)]


class _Drop(QFrame):
    """The list under the field: a child of the window, so it takes no focus and no place of its own."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("over", True)
        self.view = QListView()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setUniformItemSizes(True)
        self.view.setItemDelegate(FindDelegate(look, self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        box.addWidget(self.view)
        self.hide()
