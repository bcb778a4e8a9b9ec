"""The Seek room: whom I follow, what came in, and reading it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pkm_app.base.errors import NotFound
from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import noop
from pkm_app.ui.on_demand import OnDemand
from pkm_app.ui.room import Context
from pkm_app.ui.seek.mark_commands import colour_commands
from pkm_app.ui.seek.road import RoadActs
from pkm_app.ui.theme import Stage

if TYPE_CHECKING:
    from pkm_app.ui.seek.page import SeekPage


class SeekRoom:
    """Plugs the page into the shell and gives its acts their keys."""

    stage: Stage = "seek"

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = OnDemand(self._build)
        self._road = RoadActs(context)

    def _build(self) -> SeekPage:
        from pkm_app.ui.seek.by_hand import ByHand
        from pkm_app.ui.seek.gone import LettingGo
        from pkm_app.ui.seek.page import SeekPage

        page = SeekPage(self._context)
        ByHand(self._context, page.view)  # both belong to the view
        LettingGo(self._context, page.list, page.view)
        return page

    def title(self) -> str:
        return noop("Seek")

    def icon(self) -> str:
        return "rss"

    def commands(self) -> Sequence[Command]:
        return [*self._of_articles(), *self._of_sources()]

    def _of_articles(self) -> Sequence[Command]:
        do, ask = self.page.act, self.page.ask
        has = ask(lambda it: it.has_article())
        has_former = ask(lambda it: it.has_article() and it.view.former.can_show())

        return [
            Command(_own("next"), "Next article", "J", do(lambda it: it.step(1)), room="seek"),
            Command(_own("previous"), "Previous article", "K", do(lambda it: it.step(-1)), room="seek"),
            Command(_own("page"), "Read on, then the next unread article", "Space",
                    do(lambda it: it.read_on()), room="seek"),
            Command(_own("back"), "One screen back", "Shift+Space", do(lambda it: it.page_back()), has, "seek"),
            Command(_own("done"), "Done", "D", do(lambda it: it.done()), has, "seek"),
            Command(_own("keep"), "Keep", "S", do(lambda it: it.keep()), has, "seek"),
            Command(_own("later"), "Later", "L", do(lambda it: it.later()), has, "seek"),
            Command(_own("unread"), "Mark as unread", "U", do(lambda it: it.unread()), has, "seek"),
            Command(_own("open"), "Open in the browser", "O", do(lambda it: it.view.open_outside()), has, "seek"),
            Command(_own("highlight"), "Highlight", "H", do(lambda it: it.view.highlight()), has, "seek"),
            *colour_commands(lambda: self.page().view.acts, has),
            Command(_own("find"), "Find in this article", "Ctrl+F", do(lambda it: it.view.find_in_page()), has, "seek"),
            Command(_own("type"), "Size and typeface", "", do(lambda it: it.view.choose_type()), has, "seek"),
            Command(_own("larger"), "Larger text", "Ctrl++", do(lambda it: it.view.type.step(1)), has, "seek"),
            Command(_own("smaller"), "Smaller text", "Ctrl+-", do(lambda it: it.view.type.step(-1)), has, "seek"),
            *self._road.commands(),
            Command(_own("beside"), "Write beside the article", "B", do(lambda it: it.beside.toggle()), has, "seek"),
            Command(_own("quote"), "Put the highlight into the note beside", "Shift+B",
                    do(lambda it: it.beside.quote()), has, "seek"),
            Command(_own("former"), "The version you highlighted, or as it is now", "",
                    do(lambda it: it.view.former.toggle()), has_former, "seek"),
            Command(_own("full"), "Full text", "F", do(lambda it: it.view.full_text()), has, "seek"),
            Command(_own("note"), "Write your words on a highlight", "N", do(lambda it: it.view.note()), has, "seek"),
            Command(_own("write"), "Write about it", "W", do(lambda it: it.write_about()), has, "seek"),
        ]

    def _of_sources(self) -> Sequence[Command]:
        do, has_feed = self.page.act, self.page.ask(lambda it: it.has_feed())

        return [
            Command(_own("add"), "Add source", "A", do(lambda it: it.add.begin()), room="seek"),
            Command(_own("discover"), "Discover", "Ctrl+D", do(lambda it: it.show_discover()), room="seek"),
            Command(_own("health"), "Feed health", "", do(lambda it: it.show_health()), room="seek"),
            Command(_own("import"), "Import subscriptions", "",
                    do(lambda it: it.discover.exchanging.ask_and_take_in()), room="seek"),
            Command(_own("export"), "Export subscriptions", "",
                    do(lambda it: it.discover.exchanging.ask_and_give_out()), room="seek"),
            Command(_own("filter"), "Narrow this list", "Ctrl+L", do(_narrow), room="seek"),
            Command(_own("read-screen"), "Mark what is on the screen as read", "X",
                    do(lambda it: it.keeping.read_on_screen()), room="seek"),
            Command(_own("read-all"), "Mark all of this list as read", "Shift+X",
                    do(lambda it: it.keeping.read_all()), room="seek"),
            Command(_own("why"), "Why I follow", "", do(lambda it: it.acts.why()), has_feed, "seek"),
            Command(_own("move"), "Move to a folder", "Shift+M", do(lambda it: it.acts.move()), room="seek"),
            Command(_own("rename"), "Rename", "F2", do(lambda it: it.acts.rename()), room="seek"),
            Command(_own("mute"), "Mute words", "", do(lambda it: it.acts.mute()), room="seek"),
            Command(_own("save-search"), "Save this search", "", do(lambda it: it.keeping.save_search()), room="seek"),
            Command(_own("unfollow"), "Unfollow", "", do(lambda it: it.unfollow()), has_feed, "seek"),
        ]

    def entered(self) -> None:
        self.page().entered()

    def open(self, kind: str, name: str) -> bool:
        if kind == "article":
            self.page().open_article(name)
        elif kind == "feed":
            self._show_feed(name)
        elif kind == "health":
            self.page().show_health()
        elif kind == "discover":
            self.page().show_discover()
        else:
            return False
        return True

    def _show_feed(self, address: str) -> None:
        page = self.page()
        page.entered()
        feed = next((one for one in self._context.services.seek.feeds() if address in (one.feed_id, one.address)), None)
        if feed is None:
            raise NotFound("You do not follow {address} any more.", address=address)
        page.side.reveal(feed.feed_id, feed.folder)

    def thing(self) -> str:
        return self.page.of(_thing, "")

    def rest(self) -> None:
        self.page.of(lambda page: page.rest(), None)


def _own(name: str) -> str:
    return f"seek.{name}"


def _narrow(page: SeekPage) -> None:
    """Narrow the list, or no longer; where another page lies over the list, that gives way first."""
    if page.discover.isVisible() or page.health.isVisible():
        page.show_reading()
        page.keeping.open_filter()
    else:
        page.keeping.toggle_filter()


def _thing(page: SeekPage) -> str:
    article = page.view.article if page.has_article() else None
    if article is not None:
        return article.article_id
    feed = page.acts.feed()
    return feed.address if feed is not None else ""
