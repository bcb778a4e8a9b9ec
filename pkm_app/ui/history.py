"""Former versions of a file: each beside what stands there now, with the differences marked, and put back if wanted.

How to use it: ``HistoryDialog(context, path, editor, parent, stage).open()``. Putting a text back is one step of the
editor: it can be undone there, and is saved as typing is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from pkm_app.base.events import Subject
from pkm_app.content.difference import Piece, differences
from pkm_app.content.readable import readable
from pkm_app.sense.model import Saved, Version
from pkm_app.ui.dates import moment
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.editor import Editor
from pkm_app.ui.i18n import tr
from pkm_app.ui.reading_document import ROLE, recolour
from pkm_app.ui.room import Context
from pkm_app.ui.theme import Stage
from pkm_app.ui.unmaking import unmaking
from pkm_app.ui.widgets import Button, Label

_LINE = 27
_BULLET = "• "


class HistoryDialog(Dialog):
    """The versions of one file, latest first."""

    def __init__(self, context: Context, path: str, editor: Editor, parent: QWidget,
                 stage: Stage = "sense") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Former versions"))
        self._context, self._path, self._editor, self._stage = context, path, editor, stage
        self._text = ""
        self._number = 0
        self._about = Label(context.look, "ink2", 13, wrap=True)
        self.versions = QListWidget()
        self.versions.setAccessibleName(tr("Former versions"))
        self.versions.setFixedWidth(190)
        self.versions.currentItemChanged.connect(self._chosen)
        self.shown = QTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setObjectName("field")
        self.shown.setFont(context.look.font("reading", 16))
        self.shown.setAccessibleName(tr("What differs from now"))
        row = QHBoxLayout()
        row.addWidget(self.versions)
        row.addWidget(self.shown, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(10)
        box.addWidget(self._about)
        box.addLayout(row, 1)
        box.addLayout(self._make_acts())
        self.resize(min(860, parent.window().width() - 60), min(620, parent.window().height() - 80))
        self._say(tr("Looking…"))
        sense = context.services.sense
        context.relay.call(lambda: sense.history(path)[1], self._came, self._failed)
        context.look.changed.connect(self._recolour)

    def put_back(self) -> None:
        """Put the chosen text in place of the one in the editor."""
        if self._number and self._text != self._editor.pane.text():
            self._editor.replace_text(self._text)
            self._context.notices.say(tr("The earlier text stands here again. Undo brings back what was here."))
        self.accept()

    def keep_copy(self) -> None:
        """Write the chosen version as a file of its own beside this one."""
        sense, number, path = self._context.services.sense, self._number, self._path

        def kept(saved: Saved) -> None:
            subject: Subject = "drafts" if saved.path.startswith("drafts/") else "notes"
            self._context.notices.say(tr("The version stands beside it as “{name}”.",
                                         name=saved.path.rpartition("/")[2].removesuffix(".md")),
                                      *unmaking(self._context, saved.path, subject))
            self._context.relay.tell(subject, saved.path)
            if isValid(self):  # not closed meanwhile
                self.accept()

        self._context.relay.call(lambda: sense.restore(path, number), kept, self._context.notices.problem)

    def _make_acts(self) -> QHBoxLayout:
        look = self._context.look
        self._back = Button(look, "rotate-ccw", "filled", self._stage)
        self._back.setText(tr("Put this text back"))
        self._back.clicked.connect(self.put_back)
        self._copy = Button(look, "copy", "outlined", self._stage)
        self._copy.setText(tr("Keep as a copy"))
        self._copy.clicked.connect(self.keep_copy)
        close = Button(look, "", "plain", self._stage)
        close.setText(tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self._back, self._copy):
            button.setEnabled(False)
        return row

    def _came(self, versions: Sequence[Version]) -> None:
        if not versions:
            self._say(tr("There are no former versions yet. One is kept before each change, at most every five "
                         "minutes, for 90 days."))
            return
        self._say(tr("Struck through is what the chosen version had and is gone; underlined is what came since."))
        now = self._context.services.now()
        for version in reversed(versions):
            item = QListWidgetItem(moment(version.saved, now))
            item.setData(Qt.ItemDataRole.UserRole, version.number)
            self.versions.addItem(item)
        self.versions.setCurrentRow(0)
        self.versions.setFocus()

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        number, path, current = int(item.data(Qt.ItemDataRole.UserRole)), self._path, self._editor.pane.text()
        sense = self._context.services.sense

        def look() -> tuple[int, str, list[Piece]]:
            text = sense.former(path, number).body
            return number, text, read_differences(text, current)

        self._context.relay.call(look, self._show, self._failed)

    def _show(self, found: tuple[int, str, list[Piece]]) -> None:
        item = self.versions.currentItem()
        if item is None or int(item.data(Qt.ItemDataRole.UserRole)) != found[0]:
            return  # another was chosen meanwhile
        self._number, self._text, pieces = found
        look, forms = self._context.look, {}
        for kind, role in (("same", "ink"), ("gone", "error"), ("new", "ok")):
            form = QTextCharFormat()
            form.setForeground(look.color(role))
            form.setProperty(ROLE, role)
            form.setFontStrikeOut(kind == "gone")
            form.setFontUnderline(kind == "new")
            forms[kind] = form
        self.shown.clear()
        cursor = self.shown.textCursor()
        block = QTextBlockFormat()
        block.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(block)
        for piece in pieces:
            cursor.insertText(piece.text, forms[piece.kind])
        self._show_first(pieces)
        self._back.setEnabled(not self._editor.pane.isReadOnly() and any(one.kind != "same" for one in pieces))
        self._copy.setEnabled(True)

    def _show_first(self, pieces: Sequence[Piece]) -> None:
        """Scroll to the first difference."""
        cursor = self.shown.textCursor()
        cursor.setPosition(len(pieces[0].text.encode("utf-16-le", "surrogatepass")) // 2
                           if len(pieces) > 1 and pieces[0].kind == "same" else 0)
        self.shown.setTextCursor(cursor)
        self.shown.ensureCursorVisible()

    def _recolour(self) -> None:
        recolour(self.shown.document(), self._context.look, self._stage)

    def _say(self, text: str) -> None:
        self._about.setText(text)

    def _failed(self, problem: object) -> None:
        self._context.notices.problem(problem)  # type: ignore[arg-type]  # relay gives a Problem
        self.reject()


def read_differences(old: str, new: str) -> list[Piece]:
    """Return what differs between two texts as they are read; as they are written where only their marks differ."""
    pieces = differences(readable(old, _BULLET), readable(new, _BULLET))
    return pieces if any(piece.kind != "same" for piece in pieces) else differences(old, new)
