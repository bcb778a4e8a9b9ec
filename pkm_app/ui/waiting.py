"""A highlight that waits for one's own words, with a field of one line to write them in at once.

How to use it: ``WaitingRow(context, highlight, credit="Jane Hart, 10 ways")``, or without its words and credit
(``quoted=False``) where they stand beside it.
Return writes the words to the source of the highlight, undoably; until then they are kept as they are typed, together
with what stands with the highlight already (the link to a question): so they stand in the field beside the article, and
there nothing is to go. The field here shows the words alone.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pkm_app.sense.model import Highlight
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Label, Quote, name


class WaitingRow(Worded, QWidget):
    """One highlight with a field for one's own words. ``written`` fires with its id when they stand with it."""

    written = Signal(str)

    def __init__(self, context: Context, highlight: Highlight, quoted: bool = True,
                 credit: str = "") -> None:
        super().__init__()
        self._context, self._highlight = context, highlight
        self.highlight_id = highlight.highlight_id
        source = Label(context.look, "ink2", 12)
        source.setText(credit)
        self._field = QLineEdit()
        self._field.setProperty("stage", "sense")
        self.say(self._field.setPlaceholderText, "In your own words…")
        self.say(lambda words: name(self._field, words), "Your words on: {words}", words=highlight.exact)
        self._field.returnPressed.connect(self._save)
        self._key = f"unsaved.comment.{highlight.highlight_id}"
        self.look_again()
        self._field.textEdited.connect(self._keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        inner = QVBoxLayout()
        inner.setContentsMargins(13, 0, 0, 0)
        if quoted:
            box.addWidget(Quote(context.look, highlight.exact, highlight.colour))
            inner.addWidget(source)
        inner.addWidget(self._field)
        box.addLayout(inner)

    def look_again(self) -> None:
        """Show the words that wait to be saved; they may have been written beside the article."""
        kept, former = self._context.services.settings.get(self._key), self._highlight.comment.strip()
        self._field.setText((kept.replace(former, "", 1) if former else kept).strip())

    def is_writing(self) -> bool:
        """Return whether somebody is writing here."""
        return self._field.hasFocus() and bool(self._field.text().strip())

    def begin(self) -> None:
        """Put the caret into the field."""
        self._field.setFocus()

    def _save(self) -> None:
        text = self._field.text().strip()
        if text:
            self._write(self._highlight.highlight_id, self._whole(text))

    def _keep(self, text: str) -> None:
        self._context.services.settings.put(self._key, self._whole(text) if text.strip() else "")

    def _whole(self, text: str) -> str:
        """Return words with what stands with the highlight already: a question's link stays."""
        former = self._highlight.comment.strip()
        return f"{text}\n\n{former}" if former else text

    def _write(self, name_: str, whole: str) -> None:
        sense = self._context.services.sense
        self._context.relay.call(lambda: sense.set_comment(name_, whole), self._saved, self._context.notices.problem)

    def _saved(self, highlight: Highlight) -> None:
        sense, relay, settings = self._context.services.sense, self._context.relay, self._context.services.settings
        key, name_, former = self._key, highlight.highlight_id, self._highlight.comment.strip()
        notices = self._context.notices
        settings.put(key, "")
        self._field.clear()
        self._field.clearFocus()

        def undo() -> None:
            settings.put(key, highlight.comment)  # back in the field they were written in
            relay.call(lambda: sense.set_comment(name_, former), lambda _: relay.tell("highlights", name_),
                       notices.problem)

        def again() -> None:
            settings.put(key, "")
            relay.call(lambda: sense.set_comment(name_, highlight.comment), done, notices.problem)

        def done(_: Highlight) -> None:
            notices.keep("", undo, again)
            relay.tell("highlights", name_)

        notices.say(tr("Your words stand with the highlight."), undo, again)
        self.written.emit(name_)
        relay.tell("highlights", name_)
