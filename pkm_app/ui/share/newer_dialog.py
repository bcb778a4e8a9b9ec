"""Quoted words beside those that stand in their source now: a person keeps the older ones or quotes the newer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from pkm_app.content.difference import differences
from pkm_app.flow.mending import quoting_anew
from pkm_app.flow.newer_words import Compared
from pkm_app.share.model import Finding, Mend
from pkm_app.ui.dates import day_words
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_page import DraftPage
from pkm_app.ui.side_by_side import SideBySide
from pkm_app.ui.widgets import Button, Label


class NewerDialog(Dialog):
    """Accepted when the newer words shall be quoted."""

    def __init__(self, context: Context, compared: Compared, parent: QWidget) -> None:
        super().__init__(parent)
        look = context.look
        self.setWindowTitle(tr("Two versions"))
        self.setAccessibleName(tr("Two versions"))
        about = Label(look, "ink2", 13, wrap=True)
        about.setText(tr("“{title}” was changed after you highlighted this. Underlined is what only that version says. "
                         "Quoting the newer words highlights them; the older highlight stays.", title=compared.title))
        left, right = tr("As you read it on {day}", day=_day(compared.read_on)), tr("As it stands there now")
        self.both = SideBySide(look, left, right, "share", self)
        row = QHBoxLayout()
        row.setSpacing(14)
        for words, field in ((left, self.both.old), (right, self.both.new)):
            row.addLayout(_column(context, words, field), 1)
        self.take = Button(look, "quote", "outlined", "share")
        self.take.setText(tr("Quote the newer words"))
        self.take.clicked.connect(self.accept)
        close = Button(look)
        close.setText(tr("Cancel"))
        close.clicked.connect(self.reject)
        self.arrange((about, row), (close, self.take), 860, 420)
        self.both.show_pieces(differences(compared.was, compared.now))
        close.setFocus()  # nothing is chosen by a key that was meant for something else


def compare_newer(context: Context, draft: DraftPage, finding: Finding, put_in: Callable[[Mend, str], None]) -> None:
    """Show both versions of quoted words; where the newer ones are chosen, ``put_in`` gets the mend that quotes them
    and the text for which it was made."""
    mend, text = finding.mend, draft.pane.text()
    if mend is None:
        return
    newer, problem = context.services.share.newer_words, context.notices.problem

    def compared(found: Compared) -> None:
        dialog = NewerDialog(context, found, draft)
        dialog.accepted.connect(lambda: context.relay.call(lambda: newer.quotation(mend.text), quoted, problem))
        dialog.open()

    def quoted(quotation: str) -> None:
        for subject in ("highlights", "sources"):
            context.relay.tell(subject)
        put_in(quoting_anew(text, mend, quotation), text)

    context.relay.call(lambda: newer.compare(mend.text), compared, problem)


def _column(context: Context, words: str, field: QTextEdit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    head = Label(context.look, "ink", 13, 600)
    head.setText(words)
    column.addWidget(head)
    column.addWidget(field, 1)
    return column


def _day(stamp: str) -> str:
    try:
        return day_words(date.fromisoformat(stamp))
    except ValueError:  # another program may have written it
        return stamp
