"""Discover: cards of recommended sources. Nothing is followed by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem, StorageProblem
from pkm_app.seek.model import Feed
from pkm_app.ui.dates import language_name
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.following import say_followed, say_unfollowed
from pkm_app.ui.services import CatalogueSource, Followed
from pkm_app.ui.widgets import Button, Card, Icon, Label, Panel, Tile, name

FILTERS: tuple[tuple[str, str, str], ...] = (
    ("", "", noop("All")), ("1", "", noop("Chapter 1")), ("2", "", noop("Chapter 2")), ("3", "", noop("Chapter 3")),
    ("", "en", noop("English")), ("", "nl", noop("Dutch")),
)
_MOST_BYTES = 20 * 1024 * 1024


class SourceCard(Worded, Card):
    """One recommended source: follow it, see that one follows it, or go to its site where no feed is known."""

    def __init__(self, context: Context, source: CatalogueSource) -> None:
        super().__init__(14, 8)
        self._context, self.source = context, source
        look = context.look
        title, line = Label(look, "ink", 13, 600), Label(look, "ink2", 12)
        title.setText(source.name)
        chapter = tr("chapter {number}", number=source.chapter) if source.chapter.isdigit() else tr("introduction")
        line.setText(" · ".join(part for part in (language_name(source.language), chapter) if part))
        self.act = Button(look, stage="seek")
        self.act.clicked.connect(self.press)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(title)
        names.addWidget(line)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Tile(look, source.name))
        top.addLayout(names, 1)
        top.addWidget(self.act)
        words = Label(look, "ink2", 12, wrap=True)
        words.setText(source.cited_for)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._problem_icon, self._problem = Icon(look, "circle-alert", "error", 14), Label(look, "error", 12, wrap=True)
        wrong = QHBoxLayout()
        wrong.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._problem, 1)
        self._problem_icon.hide()
        self._problem.hide()
        self.box.addLayout(top)
        self.box.addWidget(words, 1)
        self.box.addLayout(wrong)
        self.setAccessibleName(f"{source.name}, {line.text()}. {source.cited_for}")
        self._show(source.followed)

    def press(self) -> None:
        """Do what the button says; on a source that is followed, stop following it."""
        seek, relay = self._context.services.seek, self._context.relay
        if not self.source.feed:
            QDesktopServices.openUrl(QUrl(self.source.homepage))
        elif self._followed:
            feed = next((feed for feed in seek.feeds() if feed.address == self.source.feed), None)
            if feed is not None:
                found = feed.feed_id
                relay.call(lambda: seek.unfollow(found), self._unfollowed, self._failed)
        else:
            self.act.setEnabled(False)
            relay.start(seek.follow(self.source.id), tr("Following {address}", address=self.source.name),
                        self._done, self._failed)

    def _unfollowed(self, feed: Feed) -> None:
        self._show(False)
        say_unfollowed(self._context, feed, lambda: self._show(True))

    def _done(self, followed: Followed) -> None:
        self._show(True)
        say_followed(self._context, followed, lambda: self._show(False))

    def _failed(self, problem: Problem) -> None:
        self.act.setEnabled(True)
        self._problem.setText(problem_text(problem))
        self._problem_icon.show()
        self._problem.show()

    def _show(self, followed: bool) -> None:
        self._followed = followed
        self.act.setEnabled(True)
        if not self.source.feed:
            self.act.set_icon("external-link")
            self.act.set_kind("outlined")
            self.say(self.act.setText, "Site")
        else:
            self.act.set_icon("check" if followed else "")
            self.act.set_kind("outlined" if followed else "filled")
            self.say(self.act.setText, "Following" if followed else "Follow")
        words = tr("Stop following {title}", title=self.source.name) if followed else ""
        name(self.act, words or f"{self.act.shown_text()}: {self.source.name}")


class Discover(Worded, Panel):
    """``address`` carries what looks like an address and is to be followed; ``imported`` fires after an import."""

    address = Signal(str)
    imported = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "paper")
        self._context = context
        self._chapter = self._lang = ""
        look = context.look
        heading, line = Label(look, "ink", 25, 600, family="reading"), Label(look, "ink2", 13, wrap=True)
        self.say(heading.setText, "Whom would you like to follow?")
        self.say(line.setText,
                 "The people whom the eBook “Social Learning: Aan de slag!” quotes, in the order in which its reader "
                 "meets them. Follow those you find worth your while; nothing is added by itself.")
        line.setMaximumWidth(640)
        page = QWidget()
        self._cards = FlowLayout(gap=12, column=300)
        box = QVBoxLayout(page)
        box.setContentsMargins(34, 24, 34, 34)
        box.setSpacing(4)
        box.addWidget(heading)
        box.addWidget(line)
        box.addSpacing(10)
        box.addLayout(self._make_search())
        box.addSpacing(8)
        box.addLayout(self._make_chips())
        box.addSpacing(10)
        box.addLayout(self._cards)
        box.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(page)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _make_search(self) -> QHBoxLayout:
        self.field = QLineEdit()
        self.say(self._name_field, "Paste a web address, or search this list")
        self.field.setMinimumWidth(296)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._enter)
        take = Button(self._context.look, "upload", "outlined")
        self.say(take.setText, "Import subscriptions")
        take.clicked.connect(self._import)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(take)
        row.addStretch(1)
        return row

    def _make_chips(self) -> FlowLayout:
        self._chips: list[Button] = []
        chips = FlowLayout(gap=6)
        for number, (chapter, lang, words) in enumerate(FILTERS):
            chip = Button(self._context.look, kind="chip", stage="seek")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self.say(chip.setText, words)
            chip.clicked.connect(lambda checked=False, n=number, c=chapter, g=lang: self._choose(n, c, g))
            self._chips.append(chip)
            chips.addWidget(chip)
        return chips

    def load(self) -> None:
        """Show the recommended sources of the chosen chapter and language."""
        seek, chapter, lang = self._context.services.seek, self._chapter, self._lang
        self._context.relay.call(lambda: seek.catalogue(chapter, lang), self._show, self._context.notices.problem)

    def words_changed(self) -> None:
        if self.isVisible():
            self.load()

    def _show(self, sources: Sequence[CatalogueSource]) -> None:
        self._cards.clear()
        for source in sources:
            self._cards.addWidget(SourceCard(self._context, source))
        self._filter(self.field.text())

    def _choose(self, number: int, chapter: str, lang: str) -> None:
        self._chapter, self._lang = chapter, lang
        for at, chip in enumerate(self._chips):
            chip.setChecked(at == number)
        self.load()

    def _filter(self, text: str) -> None:
        wanted = "" if _is_address(text) else text.strip().casefold()
        for at in range(self._cards.count()):
            item = self._cards.itemAt(at)
            card = item.widget() if item else None
            if isinstance(card, SourceCard):
                card.setVisible(wanted in f"{card.source.name} {card.source.cited_for}".casefold())

    def _enter(self) -> None:
        if _is_address(self.field.text()):
            self.address.emit(self.field.text().strip())
            self.field.clear()

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import subscriptions"), "", "OPML (*.opml *.xml)")
        if path:
            self.take_in(path)

    def take_in(self, path: str) -> None:
        """Take in a file of subscriptions."""
        seek = self._context.services.seek

        def read() -> object:
            try:
                with open(path, "rb") as file:
                    data = file.read(_MOST_BYTES + 1)
            except OSError as error:
                raise StorageProblem("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error
            return seek.import_opml(data)

        self._context.relay.call(read, self._taken, self._context.notices.problem)

    def _taken(self, outcome: object) -> None:
        self._context.notices.say(tr("The subscriptions are taken in. Refresh to fetch them."))
        self._context.relay.tell("feeds")
        self.imported.emit()

    def _name_field(self, words: str) -> None:
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)


def _is_address(text: str) -> bool:
    text = text.strip()
    return "://" in text or ("." in text and " " not in text)
