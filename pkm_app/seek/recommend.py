"""Discover: the recommended sources with what is known of each today, and looking whether a feed answers.

Nothing is followed here, and nothing is asked of the network unless a person asks for a look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from pkm_app.base.errors import NotFound, Problem, Refused
from pkm_app.base.events import Failed, Operation, Progress
from pkm_app.seek.addresses import key
from pkm_app.seek.catalogue import Catalogue, CatalogueSource
from pkm_app.seek.follow import Following, wish_of
from pkm_app.seek.health import nobody_there
from pkm_app.seek.model import Feed
from pkm_app.seek.ports import ArticleStore

Act = Literal["following", "follow", "look", "site", "none"]
READABLE = ("cited", "related")
LIVING = timedelta(days=365)  # since the last post of a feed that was read
REMEMBERED = timedelta(days=3 * 365)  # since the last sign of life that the list itself knows of


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a source found: the feed that answered with its last post, or the ``problem`` why there is none.

    ``settled`` is False where nobody answered, which says nothing about tomorrow.
    """

    source_id: str
    looked: datetime
    address: str = ""
    title: str = ""
    last_post: datetime | None = None
    problem: Problem | None = None
    settled: bool = True


class LookLog(Protocol):
    """What looks found, remembered by this machine (library.looks)."""

    def load(self) -> Mapping[str, Look]:
        """The last look at each source, by its id."""

    def put(self, look: Look) -> None:
        """Remember a look in place of the one before."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """A card: the source, and what is known of it today.

    ``act`` is what can honestly be offered: follow only where a feed answered, or was seen to be there and no look has
    failed since; look where one may be found; site where there is none. ``last_post`` is known once the feed was
    read; before that the source's ``last_known`` tells the last sign of life.
    """

    source: CatalogueSource
    act: Act
    feed_id: str = ""
    address: str = ""
    last_post: datetime | None = None
    problem: Problem | None = None

    @property
    def readable(self) -> bool:
        """Whether there is a post to read: the one that the eBook quotes, or one beside it."""
        return bool(self.source.post_url) and self.source.post_kind in READABLE


class Recommending:
    """The recommended sources, the living first."""

    def __init__(self, catalogue: Catalogue, store: ArticleStore, following: Following, looks: LookLog,
                 now: Callable[[], datetime]) -> None:
        self._catalogue, self._store, self._following = catalogue, store, following
        self._looks, self._now = looks, now

    def cards(self, chapter: str = "", lang: str = "", words: str = "") -> Sequence[Recommended]:
        """Return the cards of a chapter and a language that hold all words (all for ""), the living first.

        Raises Refused for a chapter that does not exist.
        """
        feeds = self._store.feeds()
        followed = {key(address) for feed in feeds for address in (feed.address, feed.site) if address}
        looks = self._looks.load()
        for look in looks.values():
            if look.address and key(look.address) in followed:
                source = self._catalogue.find(look.source_id)
                followed |= {key(source.feed)} if source and source.feed else set()
        cards = [self._card(source, feeds, looks.get(source.id))
                 for source in self._catalogue.listing(chapter, lang, followed, words)]
        return sorted(cards, key=self._tier)  # sorting is stable: within a tier the order of the eBook stays

    def card(self, source_id: str) -> Recommended:
        """Return one card. Raises NotFound."""
        found = next((card for card in self.cards() if card.source.id == source_id.strip()), None)
        if found is None:
            raise NotFound("There is no recommended source “{name}”. `catalogue` lists them.", name=source_id)
        return found

    def reading_list(self, chapter: str = "") -> Sequence[CatalogueSource]:
        """Return the sources with a post to read, in the order of the eBook: what it quotes, and what stands beside."""
        posts: dict[str, CatalogueSource] = {}
        for source in self._catalogue.listing(chapter):
            if source.post_url and source.post_kind in READABLE:
                posts.setdefault(source.post_url, source)
        return list(posts.values())

    def look(self, source_ids: Sequence[str]) -> Operation[tuple[Look, ...]]:
        """Ask the sites of these sources whether a feed answers, and remember what they said. Follows nothing.

        A source without any address fails alone. Raises NotFound for an id that does not exist.
        """
        sources = [self.card(name).source for name in source_ids]
        found: list[Look] = []
        for number, source in enumerate(sources):
            yield Progress(number, len(sources), source.name)
            look = yield from self._look(source)
            self._looks.put(look)
            found.append(look)
            if look.problem is not None:
                yield Failed(source.id, look.problem.template, look.problem.values)
        yield Progress(len(sources), len(sources))
        return tuple(found)

    def _look(self, source: CatalogueSource) -> Operation[Look]:
        try:
            found = yield from self._following.find(wish_of(source))
        except Problem as problem:
            return Look(source.id, self._now(), problem=problem, settled=_settled(problem))
        posts = [entry.published for entry in found.parsed.entries if entry.published is not None]
        last = max((post for post in posts if post <= self._now()), default=None)
        return Look(source.id, self._now(), found.address, found.parsed.title or source.name, last)

    def _card(self, source: CatalogueSource, feeds: Sequence[Feed], look: Look | None) -> Recommended:
        if source.followed:
            feed = _feed_of(source, feeds, look)
            newest = self._store.articles("all", feed.feed_id, limit=1) if feed else ()
            last = newest[0].published if newest else None
            return Recommended(source, "following", feed.feed_id if feed else "", feed.address if feed else "", last)
        if look and look.address:
            return Recommended(source, "follow", address=look.address, last_post=look.last_post)
        if look and look.settled:
            return Recommended(source, "site" if source.homepage else "none", problem=look.problem)
        if source.feed and source.feed_evidence == "observed" and look is None:
            return Recommended(source, "follow", address=source.feed)
        act: Act = "look" if source.feed or source.feed_alternatives else "site" if source.homepage else "none"
        return Recommended(source, act, address=source.feed, problem=look.problem if look else None)

    def _tier(self, card: Recommended) -> int:
        """0 for who lives and can be followed, 1 where that is not sure, 2 for a post to read, 3 for who has fallen
        silent, 4 for a site, 5 for nothing but a name."""
        open_door = card.act in ("following", "follow", "look")
        if open_door and card.last_post is not None:
            return 0 if self._now() - card.last_post <= LIVING else 3
        if open_door:
            return 0 if self._remembered(card.source) else 1
        if card.readable:
            return 2
        return 4 if card.act == "site" else 5

    def _remembered(self, source: CatalogueSource) -> bool:
        year, _, month = source.last_known.partition("-")
        if not year.isdigit():
            return False
        sign = datetime(int(year), int(month) if month.isdigit() else 12, 28, tzinfo=self._now().tzinfo)
        return self._now() - sign <= REMEMBERED


def _feed_of(source: CatalogueSource, feeds: Sequence[Feed], look: Look | None) -> Feed | None:
    known = [key(address) for address in (source.feed, look.address if look else "", *source.feed_alternatives,
                                          source.homepage) if address]
    for wanted in known:
        for feed in feeds:
            if wanted in (key(feed.address), key(feed.site)):
                return feed
    return None


def _settled(problem: Problem) -> bool:
    """Say whether a look that failed says something about the source, and not only about this moment."""
    return not isinstance(problem, Refused) and not nobody_there(problem) and all(
        _settled(value) for value in problem.values.values() if isinstance(value, Problem))
