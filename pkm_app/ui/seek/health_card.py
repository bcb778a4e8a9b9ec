"""One source that needs a look: what is the matter, what to do, and the acts for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.seek.addresses import site_of
from pkm_app.seek.health import Health
from pkm_app.seek.model import Feed
from pkm_app.ui.dates import whole
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, problem_text, tr
from pkm_app.ui.relay import Job
from pkm_app.ui.room import Context
from pkm_app.ui.seek.readdressing import say_moved
from pkm_app.ui.services.tending import Tested
from pkm_app.ui.short_field import ShortField
from pkm_app.ui.widgets import Button, Card, Icon, Label, Tile, name

STATES = {
    "gone": noop("Gone"), "blocked": noop("Blocked"), "not-a-feed": noop("Not a feed any more"),
    "certificate": noop("Certificate"), "timeout": noop("No answer in time"), "unreachable": noop("Cannot be reached"),
    "failed": noop("Failed"), "moved": noop("Moved"), "quiet": noop("Quiet"), "fine": noop("Fine"), "new": noop("New"),
}


class HealthCard(Worded, Card):
    """``unfollow`` carries the id of a feed that the person has had enough of."""

    unfollow = Signal(str)

    def __init__(self, context: Context, health: Health) -> None:
        super().__init__(16, 8)
        self._context, self.health = context, health
        self._job: Job | None = None
        look = context.look
        self._state_icon, self._state = Icon(look, "info", "ink2", 14), Label(look, "ink2", 12, 600).hug()
        self._reason, self._advice = Label(look, "ink", 13, wrap=True), Label(look, "ink2", 13, wrap=True)
        self._last, self._wrong = Label(look, "ink3", 12, wrap=True), Label(look, "error", 12, wrap=True)
        self._wrong.hide()
        self.box.addLayout(self._make_head())
        for label in (self._reason, self._advice, self._last):
            self.box.addWidget(label)
        self.box.addWidget(self._make_field())
        self.box.addWidget(self._wrong)
        self.box.addLayout(self._make_acts())
        self.show_health(health)

    def show_health(self, health: Health) -> None:
        """Say how the feed is."""
        self.health = health
        feed, now = health.feed, self._context.services.now()
        role = "ok" if health.state == "fine" else "ink2" if health.well else "warning"
        self._state_icon.show_icon(
            "circle-check" if health.state == "fine" else "info" if health.well else "triangle-alert", role)
        self._state.setText(tr(STATES[health.state]))
        self._state.set_role(role)
        if health.state == "quiet" and health.newest is not None:
            reason = tr("Nothing new since {date}.", date=whole(health.newest, now))
        else:
            reason = problem_text(health.reason) or tr("It answers as it should.")
        self._reason.setText(reason)
        advice = problem_text(health.advice) if health.advice.template else ""
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        last = (tr("Last answered on {date}", date=whole(feed.last_ok, now)) if feed.last_ok
                else tr("Has not answered yet"))
        self._last.setText(f"{last} · {feed.address}")
        self.setAccessibleName(f"{feed.title or feed.address}: {self._state.text()}. {reason} {advice}")

    def words_changed(self) -> None:
        self.show_health(self.health)
        self._name_acts()

    def test(self) -> None:
        """Fetch it now."""
        if self._job is not None and not self._job.over:
            return
        feed, tending = self.health.feed, self._context.services.tending
        self._busy(True)
        self._job = self._context.relay.start(
            tending.test([feed.feed_id]), tr("Testing {title}", title=feed.title or feed.address), self._tested,
            self._failed)

    def edit(self) -> None:
        """Open the field for another address, or close it."""
        self._field_row.setVisible(not self._field_row.isVisibleTo(self))
        if self._field_row.isVisibleTo(self):
            self.field.setText(self.health.feed.moving_to or self.health.feed.address)
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()

    def move_feed(self) -> None:
        """Give the feed the address in the field, if a feed answers there."""
        address, feed = self.field.text().strip(), self.health.feed
        if not address or (self._job is not None and not self._job.over):
            return
        self._busy(True)
        self._job = self._context.relay.start(
            self._context.services.tending.move(feed.feed_id, address),
            tr("Looking for the feed of {address}…", address=address), lambda moved: self._moved(feed, moved),
            self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._field_row.isVisible():
            self._field_row.hide()
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _make_head(self) -> QHBoxLayout:
        feed, look = self.health.feed, self._context.look
        title, folder = Label(look, "ink", 14, 600), Label(look, "ink2", 12)
        title.setText(feed.title or feed.address)
        folder.setText(feed.folder)
        if not feed.folder:
            folder.hide()
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(title)
        names.addWidget(folder)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Tile(look, feed.title or feed.address, key=site_of(feed.address)))
        head.addLayout(names, 1)
        head.addWidget(self._state_icon)
        head.addWidget(self._state)
        return head

    def _make_field(self) -> QWidget:
        self.field = ShortField()
        self.say(self.field.setAccessibleName, "Address of a site or a feed")
        self.field.returnPressed.connect(self.move_feed)
        save = Button(self._context.look, "", "filled", "seek")
        self.say(save.setText, "Change address")
        save.clicked.connect(self.move_feed)
        self._field_row = QWidget()
        row = QHBoxLayout(self._field_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(save)
        self._field_row.hide()
        return self._field_row

    def _make_acts(self) -> FlowLayout:
        look, acts = self._context.look, FlowLayout(gap=6)
        self._test, self._edit = Button(look, "refresh-cw", "outlined"), Button(look, "pen-line", "outlined")
        site, stop = Button(look, "external-link"), Button(look, "x")
        self._named: list[tuple[Button, str]] = []
        for button, words, act in (
            (self._test, noop("Test now"), self.test), (self._edit, noop("Edit address"), self.edit),
            (site, noop("Open its site"), self._open_site), (stop, noop("Unfollow"), self._stop),
        ):
            self.say(button.setText, words)
            button.clicked.connect(lambda checked=False, act=act: act())
            acts.addWidget(button)
            self._named.append((button, words))
        self._name_acts()
        return acts

    def _name_acts(self) -> None:
        title = self.health.feed.title or self.health.feed.address
        for button, words in self._named:
            name(button, f"{tr(words)}: {title}")

    def _open_site(self) -> None:
        address = QUrl(self.health.feed.site or self.health.feed.address)
        if address.scheme() in ("http", "https"):
            QDesktopServices.openUrl(address)

    def _stop(self) -> None:
        self.unfollow.emit(self.health.feed.feed_id)

    def _busy(self, on: bool) -> None:
        self._wrong.hide()
        for button in (self._test, self._edit):
            button.setEnabled(not on)

    def _tested(self, tested: Sequence[Tested]) -> None:
        self._busy(False)
        for one in tested:
            self.show_health(one.health)
            if one.health.state == "fine":
                title = one.health.feed.title or one.health.feed.address
                self._context.notices.say(tr("{title} answers as it should.", title=title))

    def _moved(self, former: Feed, feed: Feed) -> None:
        self._busy(False)
        self._field_row.hide()
        say_moved(self._context, former, feed)

    def _failed(self, problem: Problem) -> None:
        self._busy(False)
        self._wrong.setText(problem_text(problem))
        self._wrong.setAccessibleName(self._wrong.text())
        self._wrong.show()
