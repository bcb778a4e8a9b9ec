"""Two versions of a file side by side, because two had written at once: a person chooses, or keeps both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.content.difference import Piece, differences
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.doctor import Trouble
from pkm_app.ui.care.plain_names import plain_name
from pkm_app.ui.care.said_fields import different_fields
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.side_by_side import SideBySide
from pkm_app.ui.widgets import Button, Label, name

_UPDATED = re.compile(r"^updated:.*\n?", re.MULTILINE)
_LARGE = 400_000  # characters of both, beyond which the differences are not looked for


class TwoVersions(Dialog):
    """``chosen`` carries what shall be kept: file, copy, both or united (sense.doctor.Keep)."""

    chosen = Signal(str)

    def __init__(self, context: Context, trouble: Trouble, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._trouble = context, trouble
        self.setWindowTitle(tr("Two versions"))
        self.setAccessibleName(tr("Two versions"))
        about = Label(context.look, "ink2", 13, wrap=True)
        about.setText(tr("“{path}” was changed in two places at once. Underlined is what only that version says. What "
                         "you do not keep lies in the trash of your PKM folder.", path=plain_name(trouble.about)))
        self._both = SideBySide(context.look, tr("The file as it is"), tr("The second version"), "sense", self)
        self.file, self.copy = self._both.old, self._both.new
        self._keeps: list[Button] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 14)
        box.setSpacing(12)
        box.addWidget(about)
        box.addLayout(self._make_both(), 1)
        box.addLayout(self._make_acts())
        window = parent.window()
        self.resize(min(980, window.width() - 40), min(640, window.height() - 60))
        self.finished.connect(self.deleteLater)
        context.relay.call(self._differences, self._show, self._failed)

    def _differences(self) -> Sequence[Piece]:
        """Read both (off the main thread) and return what differs; their first lines only where those do."""
        sense = self._context.services.sense
        mine, other = sense.load(self._trouble.about).file, sense.load(self._trouble.path).file
        old, new = mine.body, other.body
        if _front(mine) != _front(other):
            said = different_fields(mine, other)
            old, new = (f"{line}\n{body}" if line else body for line, body in zip(said, (old, new), strict=True)
                        ) if said else (mine.text, other.text)
        if len(old) + len(new) > _LARGE:
            return [Piece("gone", old), Piece("new", new)]
        return differences(old, new)

    def _make_both(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        for words, field, keep in ((noop("The file as it is"), self.file, "file"),
                                   (noop("The second version"), self.copy, "copy")):
            column = QVBoxLayout()
            column.setSpacing(8)
            head = Label(self._context.look, "ink", 13, 600)
            head.setText(tr(words))
            button = self._button(noop("Keep this one"), "check", keep)
            name(button, f"{tr('Keep this one')}: {tr(words)}")
            column.addWidget(head)
            column.addWidget(field, 1)
            column.addWidget(button)
            row.addLayout(column, 1)
        return row

    def _make_acts(self) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._button(noop("Keep both"), "copy", "both"))
        acts.addWidget(self._button(noop("Bring together"), "combine", "united"))
        acts.addStretch(1)
        close = Button(self._context.look)
        close.setText(tr("Close"))
        close.clicked.connect(self.reject)
        acts.addWidget(close)
        return acts

    def _button(self, words: str, icon: str, keep: str) -> Button:
        button = Button(self._context.look, icon, "outlined")
        button.setText(tr(words))
        button.setEnabled(False)
        button.clicked.connect(lambda: self._choose(keep))
        self._keeps.append(button)
        return button

    def _choose(self, keep: str) -> None:
        self.accept()
        self.chosen.emit(keep)

    def _show(self, pieces: Sequence[Piece]) -> None:
        self._both.show_pieces(pieces)
        for button in self._keeps:
            button.setEnabled(True)
        self._keeps[0].setFocus()

    def _failed(self, problem: Problem) -> None:
        self._context.notices.problem(problem)
        self.reject()


def _front(file: VaultFile) -> str:
    """The first lines but for the time of change, which always differs."""
    return _UPDATED.sub("", file.text[: -len(file.body) or None])
