"""One's own words at the highlights: a card below the paragraph of each, with a field that waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pkm_app.content.readable import readable
from pkm_app.sense.model import Highlight
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.markdown_style import MarkdownStyle
from pkm_app.ui.services import Settings
from pkm_app.ui.textlayout import lay_out
from pkm_app.ui.widgets import Button, Icon, Label, name

_LOST = noop("Lost its place: the text has changed. Your words and the version you read are kept.")
_LIKELY = noop("The text has changed; this is the likely place.")
_FITTINGS = 3  # at most, until the height fits the width
_ROUND, _SIZE = 8, 13  # pixels
_PAUSE = 1200  # milliseconds without a key after which words are saved


class CommentCard(Worded, QWidget):
    """One highlight: a line to write on, and more as soon as there are words.

    ``written`` carries (id, words) to save; ``removed`` and ``shown`` its id; ``grown`` nothing; ``busy`` says whether
    somebody is writing here. ``by_hand`` (it shall stand on what is selected) and ``version`` (what was read shall be
    shown) carry its id, and are offered where it lost its place.
    """

    written = Signal(str, str)
    removed = Signal(str)
    shown = Signal(str)
    grown = Signal()
    busy = Signal(bool)
    by_hand = Signal(str)
    version = Signal(str)

    def __init__(self, look: Look, settings: Settings, highlight: Highlight) -> None:
        super().__init__()
        self._look, self._settings, self.highlight = look, settings, highlight
        self._key = f"unsaved.comment.{highlight.highlight_id}"
        self._saved, self._open = highlight.comment, -1  # and the line one writes on
        self.field = QPlainTextEdit()
        self.field.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.field.setFont(look.font("text", _SIZE))
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setTabChangesFocus(True)
        self.field.viewport().setAutoFillBackground(False)
        self.field.setStyleSheet("background: transparent")
        self.field.document().setDocumentMargin(0)
        self.field.setPlainText(settings.get(self._key) or highlight.comment)
        self._words_now = self.field.toPlainText()
        self._style = MarkdownStyle(self.field.document(), look, "seek", _SIZE)  # links as the words they show
        self.field.cursorPositionChanged.connect(self._show_marks)
        self.say(self.field.setPlaceholderText, "In your own words…")
        self.say(self._name_field, "Your words on: {words}", words=highlight.exact)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.save)
        self._build()
        self.field.viewport().installEventFilter(self)
        self._fit()
        self._show_more()

    def take(self, highlight: Highlight, lost: bool, approximate: bool) -> None:
        """Show what was saved elsewhere, unless somebody is writing here; ``lost``: it stands under the text."""
        repaint = highlight.colour != self.highlight.colour
        self.highlight = highlight
        if highlight.comment != self._saved and self.field.toPlainText() == self._saved:
            self._saved = highlight.comment
            self.field.setPlainText(highlight.comment)
        self._saved = highlight.comment
        self._words.setText(f"“{' '.join(highlight.exact.split())}”")
        self._words.setVisible(lost)
        self._warning.setVisible(lost or approximate)
        self._find.setVisible(lost or approximate)
        self.say(self._note.setText, _LOST if lost else _LIKELY)
        if repaint:
            self.update()

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

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_more()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_more()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field:
            if event.type() == QEvent.Type.Resize:
                self._fit()
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_marks(event.type() == QEvent.Type.FocusIn)
        if event.type() == QEvent.Type.FocusIn:
            self._show_more()
            self.busy.emit(True)
        if event.type() == QEvent.Type.FocusOut:
            self.save()
            QTimer.singleShot(0, self._left)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape or (control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
                self.shown.emit(self.highlight.highlight_id)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(self._look.theme.swatch(self.highlight.colour))
        painter.setClipRect(QRectF(0, 0, 2 * _ROUND, box.height()))  # elsewhere it would shine through
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.setClipping(False)
        painter.setBrush(self._look.color("panel"))
        inner = box.adjusted(3, 0, 0, 0)
        under = self.field.geometry().adjusted(0, self.field.height() + 1, 0, 2)
        if edged := self._look.theme.edged:  # in high contrast a line is its edge, elsewhere there is one to write on
            painter.setPen(self._look.color("line"))
            inner.adjust(0, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, _ROUND, _ROUND)
        painter.fillRect(under, self._look.color("panel" if edged else "edge"))

    def _build(self) -> None:
        look = self._look
        self._head, self._words = QWidget(), Label(look, "ink2", 13, family="reading")
        label = Label(look, "ink2", 12)
        self.say(label.setText, "Your words on this highlight")
        show, remove = Button(look, "corner-down-left"), Button(look, "trash-2")
        self._acts = (show, remove)
        self.say(lambda text: name(show, text), "Show in the text")
        self.say(lambda text: name(remove, text), "Remove this highlight")
        show.clicked.connect(lambda: self.shown.emit(self.highlight.highlight_id))
        remove.clicked.connect(lambda: self.removed.emit(self.highlight.highlight_id))
        top = QHBoxLayout(self._head)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(2)
        top.addWidget(label, 1)
        for button in self._acts:
            button.setMaximumHeight(22)
            top.addWidget(button)
        self._warning, self._note = QWidget(), Label(look, "warning", 12, wrap=True)
        row = QHBoxLayout(self._warning)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Icon(look, "triangle-alert", "warning", 14))
        row.addWidget(self._note, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(15, 8, 8, 6)  # the field has some room of its own below
        box.setSpacing(6)
        for part in (self._head, self._words, self._warning, self._make_find(), self.field):
            box.addWidget(part)

    def _make_find(self) -> QWidget:
        """What helps where the place is lost, or is only likely."""
        self._find = QWidget()
        flow = FlowLayout(self._find, gap=6)
        for words, signal in ((noop("Put it on the selection"), self.by_hand),
                              (noop("The version you read"), self.version)):
            button = Button(self._look, "", "chip")
            self.say(button.setText, words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the selection in the text as it is
            button.clicked.connect(lambda _on=False, one=signal: one.emit(self.highlight.highlight_id))
            flow.addWidget(button)
        return self._find

    def _left(self) -> None:
        self._show_more()
        self.busy.emit(self.field.hasFocus())

    def _show_more(self) -> None:
        """The line alone while nothing stands on it and nobody is there; the acts only for who is there."""
        here = self.field.hasFocus() or any(button.hasFocus() for button in self._acts)
        head = here or bool(self.field.toPlainText().strip())
        if self._head.isHidden() == head:
            self._head.setVisible(head)
            self.grown.emit()
        for button in self._acts:
            policy = button.sizePolicy()
            if not policy.retainSizeWhenHidden():
                policy.setRetainSizeWhenHidden(True)
                button.setSizePolicy(policy)
            button.setVisible(here or self.underMouse())

    def _typed(self) -> None:
        words = self.field.toPlainText()
        if words == self._words_now:  # its look changed
            return
        self._words_now = words
        self._settings.put(self._key, words if words.strip() != self._saved.strip() else "")
        self._timer.start()
        self._show_more()
        self._fit()

    def _show_marks(self, here: bool | None = None) -> None:
        """Show the marks of Markdown on the line one writes on, and nowhere else."""
        here = self.field.hasFocus() if here is None else here
        self._open = self.field.textCursor().blockNumber() if here else -1
        self._style.show_marks_in(self._open)
        self._fit()

    def _name_field(self, words: str) -> None:
        self.field.setAccessibleName(words)

    def _fit(self) -> None:
        for _ in range(_FITTINGS):
            height = self._wanted_height()
            if self.field.height() == height:
                return
            self.field.setFixedHeight(height)
            self.grown.emit()  # it may get another width on this; while it comes into sight Qt does not tell

    def _wanted_height(self) -> int:
        font, width, pitch = self.field.font(), self.field.viewport().width(), self.field.fontMetrics().lineSpacing()
        parts = self.field.toPlainText().split("\n")
        shown = [part if at == self._open else readable(part, "- ") for at, part in enumerate(parts)]
        return sum(max(1, lay_out(part, font, width, pitch).lineCount()) for part in shown) * pitch + 4


class Comments(QObject):
    """The cards of an article. ``placed`` fires when they were made anew; ``busy`` carries the id of the card in
    which somebody writes, or ""."""

    written = Signal(str, str)
    removed = Signal(str)
    shown = Signal(str)
    grown = Signal()
    busy = Signal(str)
    by_hand = Signal(str)
    version = Signal(str)

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look, self._settings = look, settings
        self.cards: dict[str, CommentCard] = {}
        self.lost = QFrame()  # stands under the text: what has lost its place in it
        self._box = QVBoxLayout(self.lost)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)

    def show_all(self, highlights: Sequence[tuple[Highlight, bool]]) -> None:
        """Have a card for each of these (and whether it lost its place); cards that stay are left alone."""
        wanted = {highlight.highlight_id for highlight, _ in highlights}
        for gone in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            self._box.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        for highlight, lost in highlights:
            card = self.cards.get(highlight.highlight_id) or self._new(highlight)
            card.take(highlight, lost, highlight.where == "approximate")
            if lost and self._box.indexOf(card) < 0:
                self._box.addWidget(card)
            elif not lost:
                self._box.removeWidget(card)
        lost_ones = sum(lost for _, lost in highlights)
        self.lost.setVisible(bool(lost_ones))
        self.lost.setAccessibleName(tr("%n highlight(s)", lost_ones))

    def save_all(self) -> None:
        """Hand over everything that is not saved yet."""
        for card in self.cards.values():
            card.save()

    def _new(self, highlight: Highlight) -> CommentCard:
        card = CommentCard(self._look, self._settings, highlight)
        card.written.connect(self.written)
        card.removed.connect(self.removed)
        card.shown.connect(self.shown)
        card.grown.connect(self.grown)
        card.by_hand.connect(self.by_hand)
        card.version.connect(self.version)
        key = highlight.highlight_id
        card.busy.connect(lambda on: self.busy.emit(key if on else ""))
        self.cards[key] = card
        return card
