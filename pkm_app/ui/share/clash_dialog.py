"""Somebody changed a draft where it stands: both versions side by side, and a person chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from pkm_app.content.difference import Piece
from pkm_app.share.along import Differs
from pkm_app.share.clash import Clash
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.true_preview import FACTS
from pkm_app.ui.side_by_side import SideBySide
from pkm_app.ui.widgets import Button, Label


class ClashDialog(Dialog):
    """``keep_theirs`` fires when what stands there shall be kept as a draft of its own, ``send_mine`` when the draft
    shall be sent over it. ``clash`` is what is shown."""

    keep_theirs = Signal()
    send_mine = Signal()

    def __init__(self, context: Context, clash: Clash, parent: QWidget) -> None:
        super().__init__(parent)
        self.clash = clash
        look = context.look
        self.setWindowTitle(tr("Two versions"))
        self.setAccessibleName(tr("Two versions"))
        about = Label(look, "ink2", 13, wrap=True)
        about.setText(tr("“{title}” was changed at {name} after it was sent from here, so nothing was sent. Underlined "
                         "is what only that version says. If you send yours, what stands there is kept here first, as "
                         "a draft of its own.", title=clash.title, name=clash.outlet))
        left, right = tr("As it stands at {name}", name=clash.outlet), tr("As you would send it")
        self.both = SideBySide(look, left, right, "share", self)
        self.theirs = Button(look, "copy", "outlined", "share")
        self.theirs.setText(tr("Keep this as a draft"))
        self.theirs.clicked.connect(lambda: self._choose(self.keep_theirs))
        self.mine = Button(look, "send", "outlined", "share")
        self.mine.setText(tr("Send this all the same"))
        self.mine.clicked.connect(lambda: self._choose(self.send_mine))
        row = QHBoxLayout()
        row.setSpacing(14)
        for words, field, button in ((left, self.both.old, self.theirs), (right, self.both.new, self.mine)):
            row.addLayout(self._column(context, words, field, button), 1)
        close = Button(look)
        close.setText(tr("Cancel"))
        close.clicked.connect(self.reject)
        self.arrange((about, row), (close,), 980, 640)
        self.both.show_pieces([*_beside(clash.beside), *clash.pieces])
        close.setFocus()  # nothing is chosen by a key that was meant for something else

    def _column(self, context: Context, words: str, field: QTextEdit, button: Button) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        head = Label(context.look, "ink", 13, 600)
        head.setText(words)
        column.addWidget(head)
        column.addWidget(field, 1)
        column.addWidget(button)
        return column

    def _choose(self, chosen: SignalInstance) -> None:
        self.accept()
        chosen.emit()


def _beside(found: Sequence[Differs]) -> list[Piece]:
    """What differs beside the text, above it."""
    pieces = []
    for one in found:
        label = Piece("same", f"{tr(FACTS[one.what])}: ")
        pieces += [label, Piece("gone", one.theirs or "–"), Piece("new", one.mine or "–"), Piece("same", "\n\n")]
    return pieces
