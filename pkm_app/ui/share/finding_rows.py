"""One finding of the check as a row that leads to its place, with a button for what mends it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.share.model import Finding, Mend
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.look import Look
from pkm_app.ui.textlayout import breakable
from pkm_app.ui.widgets import Button, Icon, Label

LOOKS = {"must": ("circle-alert", "error"), "should": ("triangle-alert", "warning"), "note": ("info", "ink2")}
LEVELS = {"must": noop("Must be mended"), "should": noop("Should be mended"), "note": noop("Good to know")}
RULES = {
    "credit": noop("A quotation names no author and no source"),
    "author": noop("A credit names no author"),
    "empty": noop("Nothing stands here that may leave: write something first"),
    "no-address": noop("A credit leads nowhere"),
    "own-words": noop("Nothing of your own stands beside a quotation"),
    "length": noop("A quotation is long"),
    "language": noop("Nothing says in which language this is"),
    "much": noop("More of this is quoted than your own"),
    "altered": noop("A quotation has other words than you highlighted"),
    "stale": noop("A source was changed since: these words no longer stand there"),
    "link": noop("A link goes out as plain words"),
    "private": noop("What is private stays in"),
    "private-unclosed": noop("A private part is never closed, so all after it stays in"),
    "private-embed": noop("The draft shows a private file"),
    "anonymous": noop("A conversation goes out without a name"),
    "address": noop("The address of a source is not known, so no link leads there"),
    "picture": noop("A picture does not go along"),
    "alt": noop("A picture has no words for who cannot see it"),
    "licence": noop("Nothing says whose picture this is, and under what licence"),
    "name": noop("A name of your own house stands in it"),
    "name-within": noop("A word holds a name of your own house"),
    "private-name": noop("A link to a private file goes out without its name"),
    "chapter": noop("A file of the draft’s folder is not shown in it"),
    "nowhere": noop("What should be shown here is not there"),
    "open-code": noop("Code begins and is never closed, so all after it is code"),
    "vault-syntax": noop("Something works in your PKM folder only"),
    "untaken": noop("This place has no field for it, so it does not go along"),
    "limit": noop("This is longer than the place takes"),
    "dead": noop("An address does not answer"),
    "untried": noop("An address could not be tried"),
}
MENDS = {
    "credit": noop("Add its credit"), "write": noop("Write about it"), "words": noop("Make it plain words"),
    "out": noop("Take it out"), "alt": noop("Say what it shows"), "licence": noop("Say whose it is"),
    "close": noop("Close it here"), "restore": noop("Put the words back"), "internal": noop("Only for the team"),
    "title": noop("Find other words for it"), "head": noop("Take it out of the head"),
    "unknown": noop("Say that its address is unknown"), "show": noop("Show it as the last chapter"),
    "author": noop("Name who made it"), "author-unknown": noop("Say that its author is unknown"),
    "as-read": noop("Keep it, with the day"), "newer": noop("See what stands there now"),
    "source": noop("Go to the source"),
}


class Pressable(QAbstractButton):
    """A row of words that can be pressed, by mouse or key; what stands in it is a layout of labels."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._hover = look, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._hover and self.isEnabled():
            ground = QColor(self._look.color("line"))
            ground.setAlphaF(0.45)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("share"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)


class FindingRow(QWidget):
    """``go`` fires with the finding when the row is pressed, ``mend`` when a button is: with that as its mend."""

    go = Signal(object)
    mend = Signal(object)

    def __init__(self, look: Look, finding: Finding) -> None:
        super().__init__()
        icon, role = LOOKS[finding.level]
        words = tr(RULES.get(finding.rule, finding.message))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        leads = finding.start >= 0
        row = self.row = Pressable(look)
        row.setAccessibleName(", ".join(filter(None, (tr(LEVELS[finding.level]), words, finding.where))))
        row.setLayout(_words(look, icon, role, words, finding.where))
        row.clicked.connect(lambda: self.go.emit(finding))
        box.addWidget(row)
        if not leads:
            row.hide()
            box.addWidget(plain_row(look, icon, role, words, finding.where))
        mends = [one for one in finding.mends() if one.kind in MENDS]
        if mends:
            acts = QWidget()
            flow = FlowLayout(acts, 6)
            self.buttons = {one.kind: self._button(look, finding, one, words) for one in mends}
            for button in self.buttons.values():
                flow.addWidget(button)
            self.button = next(iter(self.buttons.values()))
            line = QHBoxLayout()
            line.setContentsMargins(27, 0, 0, 2)
            line.addWidget(acts)
            box.addLayout(line)

    def _button(self, look: Look, finding: Finding, mend: Mend, words: str) -> Button:
        button = Button(look, kind="chip", stage="share")
        button.setText(tr(MENDS[mend.kind]))
        button.setAccessibleName(f"{tr(MENDS[mend.kind])}: {finding.where or words}")
        button.clicked.connect(lambda: self.mend.emit(replace(finding, mend=mend, more=())))
        return button


def plain_row(look: Look, icon: str, role: str, words: str, where: str = "") -> QWidget:
    """Return a line that says something and leads nowhere."""
    holder = QWidget()
    holder.setLayout(_words(look, icon, role, words, where))
    return holder


def _words(look: Look, icon: str, role: str, words: str, where: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(3, 3, 3, 3)
    row.setSpacing(8)
    sign = Icon(look, icon, role)
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(1)
    for shown, ink, size in ((words, "ink", 13), (where, "ink2", 12)):
        if shown:
            label = Label(look, ink, size, wrap=True)
            label.setForegroundRole(QPalette.ColorRole.WindowText)  # a button's own would be another colour
            label.set_role(ink)
            label.setText(breakable(shown))
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(label)
    row.addLayout(texts, 1)
    return row
