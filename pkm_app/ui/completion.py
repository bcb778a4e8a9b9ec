"""Names of one's own files, offered while ``[[`` is being typed.

How to use it: ``LinkCompletion(context, pane, path)``. The names are fetched off the main thread when first needed;
after something changed those that are known are offered, and fetched again when nobody types. Up, down, Return or Tab
choose; Escape closes the list and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pkm_app.content.wikilinks import link_to
from pkm_app.sense.linking import LinkName
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.lull import Lull
from pkm_app.ui.room import Context
from pkm_app.ui.rows import Index
from pkm_app.ui.spoken import back_in, speak_row
from pkm_app.ui.writing import WritingPane

_BEGUN = re.compile(r"(!?)\[\[([^\[\]|#\n]{0,80})$")
_SHOWN = 8
_KIND = int(Qt.ItemDataRole.UserRole) + 1
_KINDS = {"notes": noop("note"), "drafts": noop("draft"), "sources": noop("source"), "people": noop("person")}
_EDGE = 9  # pixels beside the words of a row
_FRAME = 8  # pixels: the line around the list and what is free within it, above and below


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    target: str
    words: str
    path: str
    kind: str = ""  # what file it is: told only where two go by the same words


class LinkCompletion(QObject):
    """Watches one pane. ``path`` says which file is open in it: that is not offered to itself."""

    def __init__(self, context: Context, pane: WritingPane, path: Callable[[], str]) -> None:
        super().__init__(pane)
        self._context, self._pane, self._path = context, pane, path
        self._names: list[_Name] | None = None
        self._asking = self._old = self._row_spoken = False
        self._lull = Lull(self)
        pane.written.connect(self._lull.touch)
        self.list = _Drop(pane, context.look)
        self.list.view.itemClicked.connect(lambda _: self.choose())
        pane.textChanged.connect(self._look)
        pane.cursorPositionChanged.connect(self._moved)
        pane.installEventFilter(self)
        pane.verticalScrollBar().valueChanged.connect(self.list.hide)
        context.relay.listen("notes", self._changed)
        context.relay.listen("sources", self._changed)
        context.relay.listen("drafts", self._changed)

    def shown(self) -> list[str]:
        """Return the words of the rows on offer, with the kind of file where that is told."""
        view = self.list.view
        rows = [view.item(row) for row in range(view.count())] if self.list.isVisible() else []
        return [" · ".join(filter(None, (row.text(), row.data(_KIND)))) for row in rows]

    def choose(self) -> None:
        """Put the chosen name into the text."""
        item = self.list.view.currentItem()
        cursor = self._pane.textCursor()
        begun = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        self.list.hide()
        if item is None or begun is None:
            return
        self._tell_pane()
        name: _Name = item.data(Qt.ItemDataRole.UserRole)
        after = cursor.block().text()[cursor.positionInBlock() :]
        end = cursor.position() + (2 if after.startswith("]]") else 0)
        own_name = name.target.rpartition("/")[2]
        written = link_to(name.target, "" if name.words == own_name else name.words)
        cursor.setPosition(cursor.position() - len(begun.group()) + len(begun.group(1)))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(written)
        self._pane.setTextCursor(cursor)
        self._pane.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        if event.type() == QEvent.Type.Resize and self.list.isVisible():
            # once the pane has taken its new size: a list that was placed for a wider one would be cut
            QTimer.singleShot(0, self.list, lambda: self.list.place(self._pane, self.list.view.count()))
        if event.type() == QEvent.Type.ShortcutOverride and self.list.isVisible() and isinstance(event, QKeyEvent) \
                and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self.list.isVisible() and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        view = self.list.view
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            view.setCurrentRow((view.currentRow() + step) % view.count())
            speak_row(self._pane, view, view.currentIndex())
            self._row_spoken = True
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
            self._tell_pane()
        else:
            return False
        return True

    def _tell_pane(self) -> None:
        """Tell that one writes again, after a row was said."""
        if self._row_spoken:
            self._row_spoken = False
            back_in(self._pane)

    def _moved(self) -> None:
        if self.list.isVisible():
            self._look()

    def _look(self) -> None:
        self._tell_pane()
        cursor = self._pane.textCursor()
        if not self._pane.hasFocus() or self._pane.isReadOnly() or cursor.hasSelection():
            self.list.hide()
            return
        begun = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()][-90:])
        if begun is None:
            self.list.hide()
        elif self._names is None:
            self._fetch()
        else:
            if self._old:
                self._lull.then("names", self._fetch)
            self._offer(_matching(self._names, begun.group(2), self._path()))

    def _offer(self, names: list[_Name]) -> None:
        view = self.list.view
        view.clear()
        for name in names:
            item = QListWidgetItem(name.words)
            kind = tr(_KINDS[name.kind]) if name.kind in _KINDS else name.kind
            item.setData(_KIND, kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (name.words, kind))))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip("")
            view.addItem(item)
        if not names:
            self.list.hide()
            return
        view.setCurrentRow(0)
        self.list.place(self._pane, len(names))

    def _fetch(self) -> None:
        if not self._asking and (self._names is None or self._old):
            self._asking, self._old = True, False
            links = self._context.services.writing.links
            self._context.relay.call(lambda: _offered(links.names()), self._came, self._failed)

    def _came(self, names: list[_Name]) -> None:
        self._asking = False
        self._names = names
        self._look()

    def _failed(self, problem: object) -> None:
        self._asking = False
        self._names = self._names or []
        self._context.notices.problem(problem)  # type: ignore[arg-type]  # relay gives a Problem

    def _changed(self, ids: tuple[str, ...]) -> None:
        self._old = True


def _offered(names: Sequence[LinkName]) -> list[_Name]:
    """Return the names as they are offered; in a large vault that takes longer than a key may, so on any thread."""
    files: dict[str, set[str]] = {}
    for one in names:
        files.setdefault(one.words, set()).add(one.path)
    return [_Name(one.words.casefold(), one.target, one.words, one.path, _kind(one.path, files[one.words]))
            for one in names if one.words]


def _kind(path: str, of_that_name: set[str]) -> str:
    """Return what tells a file from others of its name: its first folder, or all of them where that is the same."""
    if len(of_that_name) < 2:
        return ""
    alike = sum(_first_folder(other) == _first_folder(path) for other in of_that_name) > 1
    return path.rpartition("/")[0] if alike else _first_folder(path)


def _first_folder(path: str) -> str:
    return path.partition("/")[0] if "/" in path else "notes"


def _matching(names: list[_Name], typed: str, but: str) -> list[_Name]:
    """Return the names that fit best: those that begin so, then those with a word that does, then the others; none of
    the file ``but``."""
    wanted = typed.strip().casefold()
    begin: list[_Name] = []
    word: list[_Name] = []
    rest: list[_Name] = []
    for name in names:
        at = name.folded.find(wanted)
        if at >= 0 and name.path == but:
            continue
        if at == 0:
            begin.append(name)
            if len(begin) == _SHOWN:
                break
        elif at > 0:
            (rest if name.folded[at - 1].isalnum() else word).append(name)
    return [*begin, *word, *rest][:_SHOWN]


class _NameDelegate(QStyledItemDelegate):
    """A name, cut in its middle where it is long, and at the right the kind of file, whole."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())  # as wide as the list and no wider

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        words, ground.text = ground.text, ""
        ground.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        chosen = bool(ground.state & QStyle.StateFlag.State_Selected)
        box = ground.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        kind, metrics = str(index.data(_KIND) or ""), ground.fontMetrics
        room = box.width() - (metrics.horizontalAdvance(kind) + 2 * _EDGE if kind else 0)
        painter.save()
        painter.setFont(ground.font)
        painter.setPen(self._look.color("sense" if chosen else "ink"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
                         metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        painter.setPen(self._look.color("sense" if chosen else "ink2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                                  | Qt.TextFlag.TextSingleLine), kind)
        painter.restore()


class _Drop(QFrame):
    """The list under the caret; it never takes the focus."""

    def __init__(self, pane: WritingPane, look: Look) -> None:
        super().__init__(pane.viewport())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = QListWidget()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setItemDelegate(_NameDelegate(look, self.view))
        self.view.setUniformItemSizes(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self.hide()

    def place(self, pane: WritingPane, rows: int) -> None:
        """Show so many rows below the caret, or above it where there is no room."""
        port: QWidget = pane.viewport()
        width = min(380, max(160, port.width() - 8))
        height = rows * max(20, self.view.sizeHintForRow(0)) + _FRAME
        caret = pane.cursorRect()
        x = min(max(0, caret.left() - 20), port.width() - width)
        below = caret.bottom() + 4
        y = below if below + height <= port.height() else max(0, caret.top() - height - 4)
        self.setGeometry(x, y, width, height)
        self.view.setAccessibleName(tr("Names to link to"))  # here, since the language may have changed since
        self.show()
        self.raise_()
