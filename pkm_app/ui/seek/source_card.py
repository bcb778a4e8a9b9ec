"""One recommended source as a card: who, in which language and chapter, cited for what, and what can be kept of it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.seek.addresses import site_of
from pkm_app.seek.model import Feed
from pkm_app.seek.organising import Wishes
from pkm_app.seek.recommend import Act, Look, Recommended
from pkm_app.ui.buttons import Kind
from pkm_app.ui.dates import language_name, whole
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.question_picker import QuestionPicker
from pkm_app.ui.room import Context
from pkm_app.ui.seek.following import say_followed, say_unfollowed
from pkm_app.ui.services import Followed
from pkm_app.ui.services.follow import Taken
from pkm_app.ui.short_field import ShortField
from pkm_app.ui.widgets import Button, Card, Icon, Label, Tile, name

_ACTS: dict[Act, tuple[str, str, Kind]] = {
    "following": (noop("Following"), "check", "outlined"), "follow": (noop("Follow"), "", "filled"),
    "look": (noop("Look for a feed"), "search", "outlined"), "site": (noop("Site"), "external-link", "outlined"),
    "none": ("", "", "plain"),
}
_EVIDENCE = {"observed": noop("Its feed was seen."), "inferred": noop("A feed is likely; not tried yet."),
             "unknown": noop("No feed is known.")}
_NO_BREAK = "\N{NO-BREAK SPACE}"
_CHAPTERS = {"about": noop("introduction"), "also": noop("beside the eBook")}


class SourceCard(Worded, Card):
    """Follow it where a feed answered, look for one where it is likely, else go to its site; read what is quoted.

    With the focus in it, R takes the post in for Later.
    """

    def __init__(self, context: Context, card: Recommended) -> None:
        super().__init__(14, 8)
        self._context, self.card = context, card
        look = context.look
        self._line, self._told = Label(look, "ink2", 12, wrap=True), Label(look, "ink2", 12, wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._state = Label(look, "ink2", 12, wrap=True)
        self.act = Button(look, stage="seek")
        self.act.clicked.connect(self.press)
        self.box.addLayout(self._make_top())
        self.box.addWidget(self._told)
        self.box.addWidget(self._state)
        self.box.addWidget(self._make_why())
        self.box.addLayout(self._make_problem())
        self.box.addStretch(1)
        if card.readable:
            self.box.addLayout(self._make_post())
        self.show_card(card)

    def called(self) -> str:
        """Return the name of the source in the language of the window."""
        return self.card.source.called(self._context.language.code)

    def press(self) -> None:
        """Do what the button says; on a source that is followed, stop following it."""
        relay, act, source = self._context.relay, self.card.act, self.card.source
        seek, recommending = self._context.services.seek, self._context.services.follow.recommending
        if act == "site":
            QDesktopServices.openUrl(QUrl(source.homepage))
        elif act == "following" and self.card.feed_id:
            found = self.card.feed_id
            relay.call(lambda: seek.unfollow(found), self._unfollowed, self._failed)
        elif act == "look":
            self._busy(tr("Looking for the feed of {address}…", address=self.called()))
            relay.start(recommending.look([source.id]), tr("Looking for the feed of {address}…", address=self.called()),
                        self._looked, self._failed)
        elif act == "follow":
            self._busy("")
            relay.start(seek.follow(self.card.address or source.id), tr("Following {address}", address=self.called()),
                        self._done, self._failed)

    def read_this(self) -> None:
        """Take in the post that the eBook quotes, as an article for Later."""
        if self.card.readable and self.read.isEnabled():
            self.read.setEnabled(False)
            take = self._context.services.follow.reading_list.take(self.card.source.id)
            self._context.relay.start(take, tr("Fetching “{title}”", title=self.card.source.post_title), self._taken,
                                      self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R:
            self.read_this()
        else:
            super().keyPressEvent(event)

    def show_card(self, card: Recommended) -> None:
        """Show what is known of the source now."""
        self.card = card
        source = card.source
        chapters = [name for name in source.chapters() if name.isdigit()]
        where = tr("chapters {number}" if len(chapters) > 1 else "chapter {number}",
                   number=", ".join(chapters)).replace(" ", _NO_BREAK, 1) if chapters else tr(_CHAPTERS[source.chapter])
        languages = " / ".join(filter(None, map(language_name, source.language.replace(",", " ").split())))
        called, people = self.called(), ", ".join(source.people)
        self._title.setText(called)
        people = people if people not in called else ""
        self._line.setText(" · ".join(part for part in (languages, where, people) if part))
        words, icon, kind = _ACTS[card.act]
        self.act.setVisible(bool(words))
        self.act.setEnabled(True)
        self.act.set_icon(icon)
        self.act.set_kind(kind)
        self.say(self.act.setText, words) if words else None
        said = tr("Stop following {title}", title=called) if card.act == "following" else ""
        name(self.act, said or f"{self.act.shown_text()}: {called}")
        told = source.told(self._context.language.code)
        self._told.setText(told)
        self._state.setText(self._state_words())
        self._beside.setVisible(card.act == "following" and bool(card.feed_id))
        if self._beside.isVisibleTo(self):
            self._why.setText(self._feed_why())
        self._say_problem(problem_text(card.problem) if card.problem else "")
        self.setAccessibleName(f"{called}, {self._line.text()}. {told} {self._state.text()}")

    def words_changed(self) -> None:
        self.show_card(self.card)

    def _state_words(self) -> str:
        """When the last post was, or what the list knows; and what is known of the feed."""
        card, now = self.card, self._context.services.now()
        if card.last_post is not None:
            return tr("Last post: {date}.", date=whole(card.last_post, now))
        sign = card.source.last_known
        known = [tr("Last sign of life: {when}.", when=_month(sign))] if sign else []
        feed = "" if card.act == "following" else tr(_EVIDENCE[card.source.feed_evidence])
        return " ".join([*known, *([feed] if feed and not card.problem else [])])

    def _make_top(self) -> QHBoxLayout:
        card = self.card
        self.tile = Tile(self._context.look, card.source.name,
                         key=site_of(card.address or card.source.feed or card.source.homepage))
        self._title = Label(self._context.look, "ink", 13, 600, wrap=True)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._title)
        names.addWidget(self._line)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)
        top.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _make_why(self) -> QWidget:
        self._why = ShortField()
        self.say(self._why.setPlaceholderText, "Why do you follow them?")
        self.say(self._why.setAccessibleName, "Why I follow")
        self._why.editingFinished.connect(self._keep_why)
        ask = Button(self._context.look, "circle-help")
        self.say(lambda words: name(ask, words), "Attach to a learning question")
        ask.clicked.connect(self._attach)
        self._beside = QWidget()
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._why, 1)
        row.addWidget(ask)
        return self._beside

    def _make_problem(self) -> QHBoxLayout:
        look = self._context.look
        self._problem_icon, self._problem = Icon(look, "circle-alert", "error", 14), Label(look, "error", 12, wrap=True)
        row = QHBoxLayout()
        row.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._problem, 1)
        return row

    def _make_post(self) -> QHBoxLayout:
        look, source = self._context.look, self.card.source
        self.read = Button(look, "book-open", "outlined")
        self.say(self.read.setText, "Read this" if source.post_kind == "cited" else "Read beside it")
        self.say(lambda words: name(self.read, words), "Take in for Later: {title}", title=source.post_title)
        self.read.clicked.connect(self.read_this)
        title = Label(look, "ink", 12)
        title.setText(source.post_title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title, 1)
        row.addWidget(self.read)
        return row

    def _busy(self, words: str) -> None:
        self.act.setEnabled(False)
        self._say_problem("")
        if words:
            self._state.setText(words)

    def _again(self) -> None:
        """Read anew what is known of this source."""
        recommending, wanted = self._context.services.follow.recommending, self.card.source.id
        self._context.relay.call(lambda: recommending.card(wanted), self.show_card, self._failed)

    def _looked(self, looks: tuple[Look, ...]) -> None:
        self._again()

    def _unfollowed(self, feed: Feed) -> None:
        self._again()
        say_unfollowed(self._context, feed, self._again)

    def _done(self, followed: Followed) -> None:
        self._again()
        say_followed(self._context, followed, self._again)

    def _taken(self, taken: Taken) -> None:
        self.read.set_icon("check")
        self.read.setEnabled(True)
        relay, go = self._context.relay, self._context.go
        self._context.notices.say(tr("Put in Later: “{title}”.", title=taken.title))
        relay.tell("articles", taken.article_id)
        name(self.read, tr("Open “{title}”", title=taken.title))
        self.read.clicked.disconnect()
        self.read.clicked.connect(lambda: go("article", taken.article_id))

    def _failed(self, problem: Problem) -> None:
        self.show_card(self.card)
        if self.card.readable:
            self.read.setEnabled(True)
        self._say_problem(problem_text(problem))

    def _say_problem(self, words: str) -> None:
        self._problem.setText(words)
        self._problem_icon.setVisible(bool(words))
        self._problem.setVisible(bool(words))

    def _feed_why(self) -> str:
        feeds = self._context.services.seek.feeds()
        return next((feed.why for feed in feeds if feed.feed_id == self.card.feed_id), "")

    def _attach(self) -> None:
        """Let the source serve a learning question."""
        feeds, wanted = self._context.services.seek.feeds(), self.card.feed_id
        for address in (feed.address for feed in feeds if feed.feed_id == wanted):
            QuestionPicker(self._context, address, self).open()

    def _keep_why(self) -> None:
        follow, why, wanted = self._context.services.follow, self._why.text(), self.card.feed_id
        feed = next((one for one in self._context.services.seek.feeds() if one.feed_id == wanted), None)
        if feed is not None and feed.why != why.strip():
            relay = self._context.relay
            relay.call(lambda: follow.organising.edit(feed, Wishes(why=why)), lambda _: relay.tell("feeds"),
                       self._failed)


def _month(known: str) -> str:
    """Say a year, or a year and a month, in words."""
    year, _, month = known.partition("-")
    return QLocale().toString(QDate(int(year), int(month), 1), "MMMM yyyy") if month else year
