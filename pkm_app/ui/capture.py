"""The Capture dialog: what is it, and what do you know of it? The clipboard is looked at only when it opens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from pkm_app.base.errors import Problem
from pkm_app.content.places import kind_of, parted
from pkm_app.flow.captured import Facts
from pkm_app.ui.capture_form import FIELDS, FORMS, KINDS, SHORT
from pkm_app.ui.choice import Choice
from pkm_app.ui.dialogs import Dialog, choose_file_to_read
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.taken import Taken
from pkm_app.ui.widgets import Button, Label
from pkm_app.ui.wrong import Wrong

_FILES = {"*.pdf *.docx *.eml *.msg *.html *.htm *.url *.webloc *.txt *.md": noop("Files that can be captured")}
_CONSENTS = (("no", noop("No: these words never leave")), ("anonymous", noop("Yes, without the name")),
             ("named", noop("Yes, with the name")))
_MOST_FROM_CLIPBOARD = 20_000


class CaptureDialog(Worded, Dialog):
    """``captured`` fires once something was taken in, with a :class:`Captured`."""

    captured = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = ""
        self._busy = False
        self.setModal(True)
        self.say(self.setWindowTitle, "Capture")
        self._rows: dict[str, QWidget] = {}
        self.fields: dict[str, QLineEdit | QTextEdit] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(10)
        title = Label(context.look, "ink", 19, 600, family="reading")
        self.say(title.setText, "Capture")
        box.addWidget(title)
        box.addWidget(self._make_kinds())
        for key in FIELDS:
            self._make_field(key)
        self._make_consent()
        holder = QWidget()
        self._column = column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._fields = scrolling(holder, whole=True)
        box.addWidget(self._fields, 1)
        self._hint = Label(context.look, "ink2", 12, wrap=True)
        self._wrong = Wrong(context.look)
        box.addWidget(self._hint)
        box.addWidget(self._wrong)
        box.addLayout(self._make_acts())
        self.setMinimumWidth(560)
        self._taken = Taken(context)
        self._prefill()

    def show_kind(self, kind: str) -> None:
        """Ask for what belongs to a kind of source, the first field first; what was written already stays."""
        self._kind = kind
        for one, chip in self._chips.items():
            chip.setChecked(one == kind)
        self._lay_out(FORMS[kind])
        self.say(self._hint.setText, KINDS[kind][1])
        self._say_wrong("")
        self._fit()
        self.fields[FORMS[kind][0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self, shrink: bool = True) -> None:
        """Be as high as what is asked for now, at the width there is: no higher, for there would be a hole."""
        outer = self.layout()
        if outer is not None:
            self._column.activate()  # Qt would do that later, and tell the window nothing of it
            self._fields.updateGeometry()
            wide = max(self.minimumWidth(), self.sizeHint().width())
            high = outer.totalHeightForWidth(wide)
            self.resize(QSize(wide, high) if shrink else self.size().expandedTo(QSize(wide, high)))
            self.stay_in_sight()

    def _lay_out(self, keys: Sequence[str]) -> None:
        """Set the fields of a kind below one another, short ones side by side, in the order of the keys Tab goes."""
        for key, row in self._rows.items():
            self._grid.removeWidget(row)
            if key not in keys:
                row.hide()
        at = column = 0
        before: QWidget = self._chips[self._kind]
        for key, following in zip(keys, (*keys[1:], ""), strict=True):
            wide = key not in SHORT or (not column and following not in SHORT)
            at, column = (at + 1, 0) if wide and column else (at, column)
            self._grid.addWidget(self._rows[key], at, column, 1, 2 if wide else 1)
            at, column = (at + 1, 0) if wide or column else (at, 1)
            self._rows[key].show()
            focus = self._consent if key == "consent" else self.fields[key]
            QWidget.setTabOrder(before, focus)
            before = focus

    def capture(self) -> None:
        """Take in what the person wrote; the dialog stays until that is done."""
        if self._busy:
            return
        self._say_wrong("")
        said = {key: self._text(key) if key in FORMS[self._kind] else "" for key in self.fields}
        self._set_busy(True)
        try:
            self._begin(said)
        except Problem as problem:
            self._failed(problem)

    def _begin(self, said: Mapping[str, str]) -> None:
        taking, relay = self._context.services.taking, self._context.relay
        if self._kind == "thought":
            relay.call(lambda: taking.capturing.thought(said["words"], said["title"]), self._finished, self._failed)
            return
        consent = str(self._consent.currentData()) if self._kind == "conversation" else ""
        kind = "" if self._kind == "page" else self._kind
        title = said["title"] or (tr("Conversation with {name}", name=said["partner"]) if said["partner"] else "")
        facts = Facts(kind, title, said["author"], said["via"], said["partner"], consent)
        place = said["page"] or said["time"]
        if said["address"]:
            relay.start(taking.passages.of_address(said["address"], said["words"], place, facts, said["comment"]),
                        tr("Capturing"), self._finished, self._failed)
            return
        if self._kind == "page":
            raise Problem("Give the address of the page.")
        now = self._context.services.now()
        relay.call(lambda: taking.passages.add(facts, said["words"], place, said["comment"], now), self._finished,
                   self._failed)

    def choose_file(self) -> None:
        """Take in a file the person chooses."""
        path = choose_file_to_read(self, tr("Choose a file"), _FILES)
        if path and not self._busy:
            self._set_busy(True)
            facts = Facts(via=self._text("via"))
            self._context.relay.start(self._context.services.taking.take_file(path, facts), tr("Capturing"),
                                      self._finished, self._failed)

    def _finished(self, done: object) -> None:
        self._set_busy(False)
        self._taken.show(done)
        self.captured.emit(done)
        self.accept()

    def _failed(self, problem: Problem) -> None:
        self._set_busy(False)
        self._say_wrong(problem_text(problem))

    def _say_wrong(self, words: str) -> None:
        self._wrong.tell(words)
        if words:
            self._fit(shrink=False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._capture.setEnabled(not busy)
        self._file.setEnabled(not busy)

    def _text(self, key: str) -> str:
        field = self.fields[key]
        return (field.toPlainText() if isinstance(field, QTextEdit) else field.text()).strip()

    def _prefill(self) -> None:
        """Put what lies on the clipboard where it belongs: an address, or words."""
        copied = QGuiApplication.clipboard().text()[:_MOST_FROM_CLIPBOARD].strip()
        if copied.lower().startswith(("http://", "https://")) and not any(map(str.isspace, copied)):
            address, place = parted(copied)
            kind = kind_of(address)
            self._line("address").setText(address)
            self._line("time").setText(place)
            self.show_kind(kind)
            self._line("address").setFocus()
            return
        self.show_kind("thought" if copied else "page")
        words = self.fields["words"]
        assert isinstance(words, QTextEdit)
        words.setPlainText(copied)
        (words if copied else self._line("address")).setFocus()

    def _line(self, key: str) -> QLineEdit:
        field = self.fields[key]
        assert isinstance(field, QLineEdit)
        return field

    def _make_kinds(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        self._chips: dict[str, Button] = {}
        for kind, (words, _) in KINDS.items():
            chip = Button(self._context.look, "", "chip", "seek")
            chip.one_of()
            self.say(chip.setText, words)
            chip.clicked.connect(lambda _on=False, chosen=kind: self.show_kind(chosen))
            self._chips[kind] = chip
            flow.addWidget(chip)
        return holder

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QLineEdit) and not watched.hasSelectedText():
            watched.setCursorPosition(0)  # what is long shows its beginning once it is left
        return super().eventFilter(watched, event)

    def _make_field(self, key: str) -> None:
        words, tall = FIELDS[key]
        field: QLineEdit | QTextEdit = QTextEdit(self) if tall else QLineEdit(self)
        if isinstance(field, QTextEdit):
            field.setObjectName("field")
            field.setAcceptRichText(False)
            field.setTabChangesFocus(True)
            field.setFixedHeight(tall)
        else:
            field.returnPressed.connect(self.capture)
            field.installEventFilter(self)
        field.setProperty("stage", "seek")
        label, row = Label(self._context.look, "ink2", 12), QWidget(self)
        self.say(label.setText, words)
        self.say(field.setAccessibleName, words)
        box = QVBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(label)
        box.addWidget(field)
        self.fields[key] = field
        row.hide()
        self._rows[key] = row

    def _make_consent(self) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        label = Label(self._context.look, "ink", 13).hug()
        self.say(label.setText, "May you share it?")
        self._consent = Choice(self._context.look)
        self.say(self._consent.setAccessibleName, "May you share it?")
        for key, words in _CONSENTS:
            self._consent.addItem(tr(words), key)
        line.addWidget(label)
        line.addWidget(self._consent, 1)
        row.hide()
        self._rows["consent"] = row

    def _make_acts(self) -> QHBoxLayout:
        look = self._context.look
        self._file = Button(look, "folder-open")
        self.say(self._file.setText, "Choose a file")
        self._file.clicked.connect(self.choose_file)
        cancel = Button(look, "x")
        self.say(cancel.setText, "Cancel")
        cancel.clicked.connect(self.reject)
        self._capture = Button(look, "plus", "filled", "seek")
        self.say(self._capture.setText, "Capture")
        self._capture.clicked.connect(self.capture)
        row = QHBoxLayout()
        row.addWidget(self._file)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._capture)
        return row
