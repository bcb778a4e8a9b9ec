"""Today, still simple: what waits for one's own words, each with a field to write in at once, and what was kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.seek.model import Article
from pkm_app.ui.boxes import clear
from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.theme import Stage
from pkm_app.ui.waiting import WaitingRow
from pkm_app.ui.widgets import Button, Card, Icon, Label, Panel

_SHOWN = 5


class TodayRoom:
    """The room of the day."""

    stage: Stage = "today"

    def __init__(self, context: Context) -> None:
        self._page = TodayPage(context)

    def widget(self) -> QWidget:
        return self._page

    def title(self) -> str:
        return noop("Today")

    def icon(self) -> str:
        return "sun"

    def commands(self) -> Sequence[Command]:
        return ()

    def entered(self) -> None:
        self._page.load()
        self._page.setFocus()

    def open(self, kind: str, name: str) -> bool:
        return False

    def thing(self) -> str:
        return ""

    def rest(self) -> None:
        """Words in a field are kept as they are typed; see WaitingRow."""


class TodayPage(Worded, Panel):
    """Two cards under a greeting."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.say(self.setAccessibleName, "Today")
        look = context.look
        self._heading = Label(look, "ink", 27, 600, family="reading")
        self._question = Label(look, "ink2", 13)
        self.say(self._question.setText, "What would you like to find out?")
        self._waiting, self._waiting_rows = self._card("highlighter", "sense", noop("Waiting for your words"))
        self._kept, self._kept_rows = self._card("star", "seek", noop("Kept lately"))
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(40, 30, 40, 30)
        box.setSpacing(4)
        box.addWidget(self._heading)
        box.addWidget(self._question)
        box.addSpacing(16)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self._waiting, 3)
        cards.addWidget(self._kept, 2, Qt.AlignmentFlag.AlignTop)
        box.addLayout(cards)
        box.addStretch(1)
        column.setMaximumWidth(1240)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        area.setWidget(column)
        area.viewport().setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        context.relay.listen("highlights", self._changed)
        context.relay.listen("marks", self._changed)
        self.words_changed()

    def load(self) -> None:
        """Ask for what is shown; it appears when it is there."""
        services = self._context.services
        self._context.relay.call(lambda: services.highlighting.listing(unsensed=True), self._show_waiting)
        self._show_kept(services.seek.articles("kept", limit=_SHOWN))

    def words_changed(self) -> None:
        now = self._context.services.now()
        hour = now.hour
        day = QLocale().toString(QDate(now.year, now.month, now.day), "dddd").capitalize()
        part = tr("{day} morning") if hour < 12 else tr("{day} afternoon") if hour < 18 else tr("{day} evening")
        self._heading.setText(part.format(day=day))
        if self.isVisible():
            self.load()

    def _changed(self, ids: tuple[str, ...]) -> None:
        if self.isVisible():
            self.load()

    def _card(self, icon: str, role: str, words: str) -> tuple[Card, QVBoxLayout]:
        card = Card()
        title = Label(self._context.look, role, 13, 600)
        self.say(title.setText, words)
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(Icon(self._context.look, icon, role))
        row.addWidget(title, 1)
        rows = QVBoxLayout()
        rows.setSpacing(14 if role == "sense" else 2)
        card.box.addLayout(row)
        card.box.addSpacing(4)
        card.box.addLayout(rows)
        return card, rows

    def _show_waiting(self, placed: Sequence[PlacedHighlight]) -> None:
        writing = [row for row in self._waiting.findChildren(WaitingRow) if row.is_writing()]
        if writing:
            return  # never rebuilt under a person's hands; the next visit shows the rest
        clear(self._waiting_rows)
        for one in placed[:_SHOWN]:
            self._waiting_rows.addWidget(WaitingRow(self._context, one.highlight))
        if not placed:
            self._waiting_rows.addWidget(self._nothing(tr(
                "What you highlight waits here until you have said in your own words what it means to you.")))

    def _show_kept(self, articles: Sequence[Article]) -> None:
        clear(self._kept_rows)
        for article in articles:
            button = Button(self._context.look, "star", icon_role="seek", left=True)
            button.setText(article.title or tr("Without a title"))
            button.clicked.connect(lambda checked=False, one=article.article_id: self._context.go("article", one))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._kept_rows.addWidget(button)
        if not articles:
            self._kept_rows.addWidget(self._nothing(tr("What you keep while reading is found again here.")))
            follow = Button(self._context.look, "compass", "outlined")
            follow.setText(tr("Find people to follow"))
            follow.clicked.connect(lambda: self._context.go("discover", ""))
            self._kept_rows.addWidget(follow)

    def _nothing(self, words: str) -> Label:
        label = Label(self._context.look, "ink2", 13, wrap=True)
        label.setText(words)
        return label
