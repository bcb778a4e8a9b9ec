"""Following: from what a person types, or a recommended source, to a subscription with its first articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pkm_app.base.errors import NotFound, Problem, Refused
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.seek import decide
from pkm_app.seek.addresses import admit, candidates, host_of
from pkm_app.seek.catalogue import Catalogue, CatalogueSource
from pkm_app.seek.discover import Discovered, discover
from pkm_app.seek.model import Subscription
from pkm_app.seek.opml import folder_path
from pkm_app.seek.ports import ArticleStore, FeedReader, Fetcher
from pkm_app.seek.refresh import digest_of
from pkm_app.seek.subscribing import Subscribing, already_followed


@dataclass(frozen=True, slots=True)
class Followed:
    """What is followed now; ``new`` is the number of articles that came in with it."""

    feed_id: str
    title: str
    address: str
    new: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What to try for one wish, in turn (spellings of one address each); ``typed`` when a person typed it."""

    attempts: tuple[tuple[str, ...], ...]
    typed: bool
    title: str = ""


class Following:
    """Finds the feed behind a wish and subscribes to it."""

    def __init__(self, fetcher: Fetcher, reader: FeedReader, store: ArticleStore, subscribing: Subscribing,
                 catalogue: Catalogue, now: Callable[[], datetime]) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._store = store
        self._subscribing = subscribing
        self._catalogue = catalogue
        self._now = now

    def follow(self, address: str, folder: str = "", why: str = "") -> Operation[Followed]:
        """Follow whom an address or the id of a recommended source stands for.

        Raises Refused when it is followed already or may not be followed, SeveralFeeds when a person must choose,
        NetworkProblem, NotAFeed or NotFound when there is no feed to be had, StorageProblem when the list of
        subscriptions cannot be written.
        """
        wish = self._wish(address)
        for attempt in wish.attempts:
            for spelling in attempt:
                self._refuse_known(spelling)
        found = yield from self.find(wish)
        self._refuse_known(found.address)
        title = found.parsed.title or wish.title or host_of(found.address)
        item = Subscription(found.address, title, _site(found), folder_path(folder), why.strip(), found.typed)
        # The list in the vault is written first: should the program end here, the next refresh does the rest.
        feed = self._subscribing.add(item)
        yield Changed("feeds", (feed.feed_id,))
        update, result = decide.fetched(
            feed, self._store.entries_of(feed.feed_id), replace(found.response, moved_to=""), found.parsed,
            digest_of(found.response.body), self._now())
        self._store.apply(update, self._now())
        yield Changed("articles", (feed.feed_id,))
        yield Progress(1, 1, title)
        return Followed(feed.feed_id, title, found.address, result.new)

    def find(self, wish: Wish) -> Operation[Discovered]:
        """Try the attempts in turn and give the first feed that answers; nothing is followed by it.

        Raises the problem of the only attempt, or NotFound that tells what went wrong with each.
        """
        tried: list[Problem] = []
        for attempt in wish.attempts:
            try:
                return (yield from discover(self._fetcher, self._reader, attempt, wish.typed, choose=wish.typed))
            except Problem as problem:
                tried.append(problem)
        if len(tried) == 1:
            raise tried[0]
        raise NotFound("No feed of “{name}” can be followed now. {reasons}", name=wish.title, reasons=_all_of(tried))

    def _wish(self, text: str) -> Wish:
        source = self._catalogue.find(text.strip()) if _may_be_id(text) else None
        if source is None:
            return Wish((candidates(text),), typed=True)
        return wish_of(source)

    def _refuse_known(self, address: str) -> None:
        if feed := self._subscribing.known(address):
            raise already_followed(feed.title or feed.address)


def _all_of(problems: Sequence[Problem]) -> Problem:
    """Return one problem that tells all of them, each sentence once."""
    *others, told = {str(problem): problem for problem in problems}.values()
    for problem in reversed(others):
        told = Problem("{first} {second}", first=problem, second=told)
    return told


def _may_be_id(text: str) -> bool:
    return all(ch.isalnum() or ch == "-" for ch in text.strip())


def wish_of(source: CatalogueSource) -> Wish:
    """Return what to try for a recommended source: its feed, its alternatives, then its site. Raises Refused."""
    addresses: Sequence[str] = [a for a in (source.feed, *source.feed_alternatives, source.homepage) if a]
    if not addresses:
        raise Refused("No feed and no site are known of “{name}”: look for an address yourself and follow that.",
                      name=source.name)
    return Wish(tuple((admit(address),) for address in addresses), typed=False, title=source.name)


def _site(found: Discovered) -> str:
    for address in (found.parsed.site, found.site):
        try:
            return admit(address)
        except Refused:
            continue  # feeds write anything here; then the page that led to the feed is the site
    return ""
