"""What stands under an article: each highlight with a field for one's own words on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pkm_app.sense.model import Highlight
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.look import Look
from pkm_app.ui.services import Settings
from pkm_app.ui.textlayout import lay_out
from pkm_app.ui.widgets import Button, Icon, Label, name

_PAUSE = 1200  # milliseconds without a key after which words are saved


class CommentCard(Worded, QWidget):
    """One highlight. ``written`` carries (id, words) to save; ``removed`` and ``shown`` its id; ``grown`` nothing."""

    written = Signal(str, str)
    removed = Signal(str)
    shown = Signal(str)
    grown = Signal()

    def __init__(self, look: Look, settings: Settings, highlight: Highlight, approximate: bool) -> None:
        super().__init__()
        self._look, self._settings, self.highlight = look, settings, highlight
        self._key = f"unsaved.comment.{highlight.highlight_id}"
        self._saved = highlight.comment
        self.field = QPlainTextEdit()
        self.field.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.field.setFont(look.font("text", 13))
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setTabChangesFocus(True)
        self.field.viewport().setAutoFillBackground(False)
        self.field.setStyleSheet("background: transparent")
        self.field.document().setDocumentMargin(0)
        self.field.setPlainText(settings.get(self._key) or highlight.comment)
        self.say(self.field.setPlaceholderText, "In your own words…")
        self.say(self._name_field, "Your words on: {words}", words=highlight.exact)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.save)
        self._build(approximate)
        self.field.viewport().installEventFilter(self)
        self._fit()

    def take(self, highlight: Highlight) -> None:
        """Show what was saved elsewhere, unless somebody is writing here."""
        self.highlight = highlight
        if highlight.comment != self._saved and self.field.toPlainText() == self._saved:
            self._saved = highlight.comment
            self.field.setPlainText(highlight.comment)
        self._saved = highlight.comment

    def save(self) -> None:
        """Hand over what was written, if it differs from what stands in the file."""
        self._timer.stop()
        words = self.field.toPlainText().strip()
        if words != self._saved.strip():
            self.written.emit(self.highlight.highlight_id, words)

    def saved(self, words: str) -> None:
        """Take note that these words are safe now."""
        self._saved = words
        if self.field.toPlainText().strip() == words:
            self._settings.put(self._key, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field:
            if event.type() == QEvent.Type.Resize:
                self._fit()
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.shown.emit(self.highlight.highlight_id)
                return True
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.shown.emit(self.highlight.highlight_id)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(self._look.theme.swatch(self.highlight.colour))
        painter.drawRoundedRect(box, 9, 9)
        painter.setBrush(self._look.color("panel"))
        painter.drawRoundedRect(box.adjusted(3, 0, 0, 0), 7, 7)

    def _build(self, approximate: bool) -> None:
        look = self._look
        head, words = Label(look, "ink2", 12), Label(look, "ink2", 13, family="reading")
        self.say(head.setText, "Your words on this highlight")
        words.setText(f"“{' '.join(self.highlight.exact.split())}”")
        show, remove = Button(look, "corner-down-left"), Button(look, "trash-2")
        self.say(lambda text: name(show, text), "Show in the text")
        self.say(lambda text: name(remove, text), "Remove this highlight")
        show.clicked.connect(lambda: self.shown.emit(self.highlight.highlight_id))
        remove.clicked.connect(lambda: self.removed.emit(self.highlight.highlight_id))
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(head, 1)
        top.addWidget(show)
        top.addWidget(remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(17, 6, 8, 12)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(words)
        if approximate:
            row, note = QHBoxLayout(), Label(look, "warning", 12, wrap=True)
            self.say(note.setText, "The text has changed; this is the likely place.")
            row.addWidget(Icon(look, "triangle-alert", "warning", 14))
            row.addWidget(note, 1)
            box.addLayout(row)
        box.addWidget(self.field)

    def _typed(self) -> None:
        self._settings.put(self._key, self.field.toPlainText())
        self._timer.start()
        self._fit()

    def _name_field(self, words: str) -> None:
        self.field.setAccessibleName(words)

    def _fit(self) -> None:
        font, width, pitch = self.field.font(), self.field.viewport().width(), self.field.fontMetrics().lineSpacing()
        parts = self.field.toPlainText().split("\n")
        height = sum(max(1, lay_out(part, font, width, pitch).lineCount()) for part in parts) * pitch + 4
        if self.field.height() != height:
            self.field.setFixedHeight(height)
            self.grown.emit()


class Comments(QWidget):
    """All cards of an article, in the order of the text; those of orphans last, with a word about it."""

    written = Signal(str, str)
    removed = Signal(str)
    shown = Signal(str)
    grown = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look, self._settings = look, settings
        self.cards: dict[str, CommentCard] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)

    def show_all(self, highlights: Sequence[tuple[Highlight, bool]]) -> None:
        """Show these highlights (and whether their place is approximate); cards that stay are left alone."""
        wanted = {highlight.highlight_id for highlight, _ in highlights}
        for gone in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            self._box.removeWidget(card)
            card.deleteLater()
        for place, (highlight, approximate) in enumerate(highlights):
            card = self.cards.get(highlight.highlight_id) or self._new(highlight, approximate)
            card.take(highlight)
            if self._box.indexOf(card) != place:
                self._box.insertWidget(place, card)
        self.setAccessibleName(tr("%n highlight(s)", len(highlights)))
        self.grown.emit()

    def save_all(self) -> None:
        """Hand over everything that is not saved yet."""
        for card in self.cards.values():
            card.save()

    def _new(self, highlight: Highlight, approximate: bool) -> CommentCard:
        card = CommentCard(self._look, self._settings, highlight, approximate)
        card.written.connect(self.written)
        card.removed.connect(self.removed)
        card.shown.connect(self.shown)
        card.grown.connect(self.grown)
        self.cards[highlight.highlight_id] = card
        return card
