"""The Seek room: whom I follow, what came in, and reading it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pkm_app.base.errors import NotFound
from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import noop
from pkm_app.ui.room import Context
from pkm_app.ui.seek.by_hand import ByHand
from pkm_app.ui.seek.gone import LettingGo
from pkm_app.ui.seek.mark_commands import colour_commands
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.road import RoadActs
from pkm_app.ui.theme import Stage


class SeekRoom:
    """Plugs the page into the shell and gives its acts their keys."""

    stage: Stage = "seek"

    def __init__(self, context: Context) -> None:
        self.page = SeekPage(context)
        self._road = RoadActs(context)
        self._feeds = context.services.seek.feeds
        self._by_hand = ByHand(context, self.page.view)
        self._letting_go = LettingGo(context, self.page.list, self.page.view)

    def widget(self) -> QWidget:
        return self.page

    def title(self) -> str:
        return noop("Seek")

    def icon(self) -> str:
        return "rss"

    def commands(self) -> Sequence[Command]:
        page, view = self.page, self.page.view
        has = page.has_article

        def own(name: str) -> str:
            return f"seek.{name}"

        return [
            Command(own("next"), "Next article", "J", lambda: page.step(1), room="seek"),
            Command(own("previous"), "Previous article", "K", lambda: page.step(-1), room="seek"),
            Command(own("page"), "Read on, then the next unread article", "Space", page.read_on, room="seek"),
            Command(own("back"), "One screen back", "Shift+Space", page.page_back, has, "seek"),
            Command(own("done"), "Done", "D", page.done, has, "seek"),
            Command(own("keep"), "Keep", "S", page.keep, has, "seek"),
            Command(own("later"), "Later", "L", page.later, has, "seek"),
            Command(own("unread"), "Mark as unread", "U", page.unread, has, "seek"),
            Command(own("open"), "Open in the browser", "O", view.open_outside, has, "seek"),
            Command(own("highlight"), "Highlight", "H", view.highlight, has, "seek"),
            *colour_commands(view.acts, has),
            Command(own("find"), "Find in this article", "Ctrl+F", view.find_in_page, has, "seek"),
            Command(own("type"), "Size and typeface", "", view.choose_type, has, "seek"),
            Command(own("larger"), "Larger text", "Ctrl++", lambda: view.type.step(1), has, "seek"),
            Command(own("smaller"), "Smaller text", "Ctrl+-", lambda: view.type.step(-1), has, "seek"),
            *self._road.commands(),
            *page.beside.commands(has),
            view.former.command(has),
            Command(own("full"), "Full text", "F", view.full_text, has, "seek"),
            Command(own("note"), "Write your words on a highlight", "N", view.note, has, "seek"),
            Command(own("write"), "Write about it", "W", page.write_about, has, "seek"),
            Command(own("add"), "Add source", "A", page.add.begin, room="seek"),
            Command(own("discover"), "Discover", "Ctrl+D", page.show_discover, room="seek"),
            Command(own("health"), "Feed health", "", page.show_health, room="seek"),
            Command(own("import"), "Import subscriptions", "", page.discover.exchanging.ask_and_take_in, room="seek"),
            Command(own("export"), "Export subscriptions", "", page.discover.exchanging.ask_and_give_out, room="seek"),
            Command(own("filter"), "Narrow this list", "Ctrl+L", self._narrow, room="seek"),
            Command(own("read-screen"), "Mark what is on the screen as read", "X", page.keeping.read_on_screen,
                    room="seek"),
            Command(own("read-all"), "Mark all of this list as read", "Shift+X", page.keeping.read_all, room="seek"),
            Command(own("why"), "Why I follow", "", page.acts.why, page.has_feed, "seek"),
            Command(own("move"), "Move to a folder", "Shift+M", page.acts.move, room="seek"),
            Command(own("rename"), "Rename", "F2", page.acts.rename, room="seek"),
            Command(own("mute"), "Mute words", "", page.acts.mute, room="seek"),
            Command(own("save-search"), "Save this search", "", page.keeping.save_search, room="seek"),
            Command(own("unfollow"), "Unfollow", "", page.unfollow, page.has_feed, "seek"),
        ]

    def _narrow(self) -> None:
        """Narrow the list, or no longer; where another page lies over the list, that gives way first."""
        page = self.page
        if page.discover.isVisible() or page.health.isVisible():
            page.show_reading()
            page.keeping.open_filter()
        else:
            page.keeping.toggle_filter()

    def entered(self) -> None:
        self.page.entered()

    def open(self, kind: str, name: str) -> bool:
        if kind == "article":
            self.page.open_article(name)
        elif kind == "feed":
            self._show_feed(name)
        elif kind == "health":
            self.page.show_health()
        elif kind == "discover":
            self.page.show_discover()
        else:
            return False
        return True

    def _show_feed(self, address: str) -> None:
        self.page.entered()
        feed = next((one for one in self._feeds() if address in (one.feed_id, one.address)), None)
        if feed is None:
            raise NotFound("You do not follow {address} any more.", address=address)
        self.page.side.reveal(feed.feed_id, feed.folder)

    def thing(self) -> str:
        article = self.page.view.article if self.page.has_article() else None
        if article is not None:
            return article.article_id
        feed = self.page.acts.feed()
        return feed.address if feed is not None else ""

    def rest(self) -> None:
        self.page.rest()
