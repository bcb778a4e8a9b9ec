"""Keeping up without being flooded: read at once and taken back, searches that are saved, words that are muted, and
old articles that go. Read is not the same as done: reading leaves an article in the inbox."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from pkm_app.base.errors import NotFound, Refused
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.seek.addresses import key
from pkm_app.seek.lists import ArticleLists, Place, Wanted, pages, place_of
from pkm_app.seek.model import Article, Mark, View
from pkm_app.seek.opml import folder_path
from pkm_app.seek.organising import Placement
from pkm_app.seek.ports import ArticleStore, MarksLog

PAGE = 500
MARKED = 1000  # articles that are marked in one step: the vault's log and the database make each step safe on the disk
NOBODY = "-"  # the id of no feed
COUNTED = 1000  # beside a search no more are counted: the number says that there is much to read, not how much
LEAST_DAYS = 7  # younger articles never go


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A list to see again, under a name. ``folder`` and ``feed`` (an address) narrow it to sources."""

    name: str
    view: View = "inbox"
    words: str = ""
    author: str = ""
    language: str = ""
    folder: str = ""
    feed: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class SeekChoices:
    """What a person chose for their stream, as the vault keeps it."""

    searches: tuple[SavedSearch, ...] = ()
    muted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedRead:
    """What was marked as read at once, enough to take it back."""

    ids: tuple[str, ...]
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadAtOnce:
    """What was marked at once the last time, when, and whether as read or, taking that back, as unread."""

    marked: MarkedRead
    at: datetime
    read: bool = True


class LastRead(Protocol):
    """Where that is remembered, on this machine (library.lastread)."""

    def load(self) -> ReadAtOnce | None:
        """Give it, None where nothing is remembered."""

    def save(self, last: ReadAtOnce) -> None:
        """Remember it in place of the one before. Raises StorageProblem."""


class ChoicesFile(Protocol):
    """.pkm/seek.toml in the vault (library.seek_choices)."""

    def load(self, unasked: bool = False) -> SeekChoices:
        """Read it; a missing file is no choice, an unreadable one raises StorageProblem. ``unasked``, one that is
        online only is not fetched, and is no choice."""

    def is_away(self) -> bool:
        """Say whether it is online only, so that nobody knows what it says."""

    def save(self, choices: SeekChoices) -> None:
        """Write it, keeping what others put there. Raises StorageProblem."""


class Tidying(Protocol):
    """What takes articles away or out of the inbox, in small steps (library.article_tidy)."""

    def count_old(self, before: datetime) -> int:
        """How many articles would go."""

    def prune(self, before: datetime, limit: int) -> int:
        """Let some of them go; how many went."""

    def mute(self, phrases: Sequence[str], limit: int) -> bool:
        """Look some articles through; whether there are more."""


def wanted_of(search: SavedSearch, placements: Sequence[Placement]) -> Wanted:
    """Return the list that a search means today; one in a folder or source that is gone means an empty one."""
    ids: tuple[str, ...] = ()
    if search.folder or search.feed:
        ids = tuple(dict.fromkeys(
            one.feed.feed_id for one in placements
            if (not search.folder or f"{one.folder}/".startswith(f"{folder_path(search.folder)}/"))
            and (not search.feed or key(one.feed.address) == key(search.feed)))) or (NOBODY,)
    return Wanted(search.view, ids, search.words, search.author, search.language, search.unread)


class Triage:
    """What a person does with many articles at once. ``keep_days`` gives how long articles stay, 0 for ever."""

    def __init__(self, lists: ArticleLists, store: ArticleStore, marks: MarksLog, choices: ChoicesFile,
                 tidying: Tidying, keep_days: Callable[[], int], now: Callable[[], datetime]) -> None:
        self._lists, self._store, self._marks, self._choices = lists, store, marks, choices
        self._tidying, self._keep_days, self._now = tidying, keep_days, now

    def listing(self, wanted: Wanted, limit: int = 200, before: Place | None = None) -> Sequence[Article]:
        """Articles of a list, newest first; ``before`` is the place of the last row already had."""
        return self._lists.listing(wanted, limit, before)

    def mark_read(self, articles: Sequence[Article]) -> MarkedRead:
        """Mark these very articles as read, and no others; those that are read already count for nothing."""
        return self._mark([article for article in articles if not article.read], "read", True)

    def mark_all_read(self, wanted: Wanted, since: Place | None = None) -> Operation[MarkedRead]:
        """Mark all of a list as read, whether shown or not; ``since`` leaves out what came in after that place."""
        ids: list[str] = []
        urls: list[str] = []
        for page in pages(self._lists, replace(wanted, unread=True), MARKED, since):  # never all of a million at once
            marked = self._mark(page, "read", True)
            ids += marked.ids
            urls += marked.urls
            yield Changed("marks", marked.ids)
            yield Progress(len(ids), 0)
        return MarkedRead(tuple(ids), tuple(urls))

    def put_back(self, marked: MarkedRead, read: bool = False) -> Operation[None]:
        """Make unread again what was marked at once; with ``read`` mark it as read once more."""
        for start in range(0, len(marked.ids), MARKED):
            yield Progress(start, len(marked.ids))
            ids, urls = marked.ids[start:start + MARKED], marked.urls[start:start + MARKED]
            self._marks.append(urls, "read", read, self._now())
            self._store.set_mark(ids, "read", read)
            yield Changed("marks", ids)

    def searches(self, unasked: bool = False) -> Sequence[SavedSearch]:
        """Return the saved searches in their order; ``unasked``, none of a file that is online only. Raises
        StorageProblem."""
        return self._choices.load(unasked).searches

    def unread(self, searches: Sequence[SavedSearch], placements: Sequence[Placement]) -> Mapping[str, int]:
        """Return how many unread articles each search finds by its name, as far as ``COUNTED``. Quiet sources do not
        count."""
        quiet = {one.feed.feed_id for one in placements if one.quiet}
        return {search.name: self._lists.count(replace(wanted_of(search, placements), unread=True), COUNTED, quiet)
                for search in searches}

    def save_search(self, search: SavedSearch) -> None:
        """Save a search; one of the same name is replaced. Raises Refused for one without a name or any narrowing."""
        name = " ".join(search.name.split())
        if not name:
            raise Refused("A saved search needs a name.")
        if not any((search.words.strip(), search.author.strip(), search.language, search.folder, search.feed,
                    search.unread)):
            raise Refused("Say what to search for: words, an author, a language, a source or a folder.")
        choices = self._choices.load()
        kept = [one for one in choices.searches if one.name.casefold() != name.casefold()]
        self._choices.save(replace(choices, searches=(*kept, replace(search, name=name))))

    def rename_search(self, name: str, new: str) -> None:
        """Give a saved search another name. Raises NotFound, Refused."""
        search, title = self.search_named(name), " ".join(new.split())
        if not title:
            raise Refused("A saved search needs a name.")
        choices = self._choices.load()
        if any(one.name.casefold() == title.casefold() and one.name != search.name for one in choices.searches):
            raise Refused("There is a saved search “{name}” already.", name=title)
        self._choices.save(replace(choices, searches=tuple(
            replace(one, name=title) if one.name == search.name else one for one in choices.searches)))

    def remove_search(self, name: str) -> SavedSearch:
        """Forget a saved search and return it. Raises NotFound."""
        search, choices = self.search_named(name), self._choices.load()
        self._choices.save(replace(choices, searches=tuple(one for one in choices.searches if one.name != search.name)))
        return search

    def search_named(self, name: str) -> SavedSearch:
        """Return the saved search of this name. Raises NotFound."""
        wanted = " ".join(name.split()).casefold()
        for search in self._choices.load().searches:
            if search.name.casefold() == wanted:
                return search
        raise NotFound("There is no saved search “{name}”.", name=name)

    def muted(self) -> Sequence[str]:
        """Return the muted words in their order. Raises StorageProblem."""
        return self._choices.load().muted

    def mute(self, words: str, on: bool = True) -> Operation[None]:
        """Mute words, or let them be heard again: what holds them leaves the inbox, or comes back.

        Raises Refused for what holds no word, NotFound for words that are not muted.
        """
        tidy, choices = " ".join(words.split()), self._choices.load()
        others = tuple(word for word in choices.muted if word.casefold() != tidy.casefold())
        if not on and len(others) == len(choices.muted):
            raise NotFound("“{words}” is not muted.", words=tidy)
        if on and not any(ch.isalnum() for ch in tidy):
            raise Refused("Give one or more words to mute.")
        self._choices.save(replace(choices, muted=(*others, tidy) if on else others))
        yield from self._hush()
        yield Changed("articles")
        yield Changed("feeds")

    def old(self, days: int) -> int:
        """How many articles are older than so many days and would go. Raises Refused under a week."""
        return self._tidying.count_old(self._before(days))

    def prune(self, days: int) -> Operation[int]:
        """Let articles go that are older than so many days, but for what is kept, in Later or highlighted; what went
        does not come back. Return how many. Raises Refused under a week."""
        before, gone = self._before(days), 0
        while number := self._tidying.prune(before, PAGE):
            gone += number
            yield Progress(gone, 0)
        if gone:
            yield Changed("articles")
            yield Changed("feeds")
        return gone

    def tidy(self) -> Operation[None]:
        """Do what a person wished once and for all: to be called after new articles came in. Raises StorageProblem."""
        yield from self._hush()
        if days := self._keep_days():
            yield from self.prune(max(days, LEAST_DAYS))

    def _hush(self) -> Operation[None]:
        if self._choices.is_away():  # what is muted stays so: no choice would call it all back
            return
        words = self._choices.load(unasked=True).muted
        while self._tidying.mute(words, PAGE * 20):
            yield Progress(0, 0)

    def _before(self, days: int) -> datetime:
        if days < LEAST_DAYS:
            raise Refused("Articles of the last {days} days never go: give a higher number.", days=LEAST_DAYS)
        try:
            return self._now() - timedelta(days=days)
        except OverflowError:  # before the first year: nothing is as old
            return datetime.min.replace(tzinfo=UTC)

    def _mark(self, articles: Sequence[Article], mark: Mark, on: bool) -> MarkedRead:
        ids = tuple(article.article_id for article in articles)
        urls = tuple(article.url or f"urn:pkm:article:{article.article_id}" for article in articles)
        if ids:
            self._marks.append(urls, mark, on, self._now())
            self._store.set_mark(ids, mark, on, [place_of(article) for article in articles])
        return MarkedRead(ids, urls)
