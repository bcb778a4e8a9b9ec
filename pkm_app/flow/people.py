"""People: a page for an author or a colleague, with their feeds, what I highlighted of them and where I used it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.base.ids import new_file_id
from pkm_app.content.vaultfile import VaultFile
from pkm_app.flow.reopening import ArticleFinder
from pkm_app.seek.model import Article, Feed
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault
from pkm_app.sense.service import SenseService

_MOST = 100_000
_PARTS = re.compile(r"\s*(?:[,;&]|\band\b|\ben\b)\s*", re.IGNORECASE)


class FeedFinder(ArticleFinder, Protocol):
    """The part of Seek's service that finds articles and feeds."""

    def feeds(self) -> Sequence[Feed]:
        """Return whom I follow."""

    def find_feed(self, prefix: str) -> Feed:
        """Return the feed with this id, address or title. Raises NotFound, Ambiguous."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with what is here of them. ``feeds`` are addresses, ``used_in`` the paths of notes and drafts."""

    card: FileCard
    handle: str = ""
    feeds: tuple[str, ...] = ()
    sources: tuple[FileCard, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    used_in: tuple[str, ...] = field(default=())


class People:
    """Makes pages of people and gathers what belongs on them."""

    def __init__(self, vault: Vault, sense: SenseService, seek: FeedFinder, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._sense = sense
        self._seek = seek
        self._now = now

    def add(self, who: str, handle: str = "", feeds: Sequence[str] = ()) -> FileCard:
        """Make the page of a person, private by default; one that is here is only added to.

        ``who`` is a name, or an article, source or feed (by id, address or path) whose author it is. Raises Refused
        where no name is to be found.
        """
        name, own_feeds = self._whose(" ".join(who.split()))
        wanted = list(dict.fromkeys([*own_feeds, *(self._seek.find_feed(feed).address for feed in feeds)]))
        card = self._by_name(name)
        if card is None:
            now = self._now()
            file = VaultFile.new({
                "id": new_file_id(now), "type": "person", "title": name, "handle": handle.strip() or None,
                "feeds": wanted or None, "private": True, "created": stamp(now), "updated": stamp(now)}, "")
            return self._vault.find(self._vault.create("people", name, file).path)
        loaded = self._vault.load(card.path)
        known = list(loaded.file.list_field("feeds"))
        feeds_now = [*known, *(one for one in wanted if one not in known)]
        if feeds_now != known:
            self._sense.set_field(card.path, "feeds", feeds_now)
        if handle.strip() and handle.strip() != loaded.file.text_field("handle"):
            self._sense.set_field(card.path, "handle", handle.strip())
        return self._vault.find(card.path)

    def of_article(self, article: Article) -> FileCard:
        """Make the page of an article's author, with the feed if the feed is theirs alone."""
        return self.add(article.article_id)

    def listing(self) -> Sequence[FileCard]:
        """Return the pages of people in the order of their names."""
        return sorted(self._vault.cards(("person",), limit=_MOST), key=lambda card: card.title.casefold())

    def page(self, name: str) -> Person:
        """Return a person by name, alias, id or path, with what is here of them. Raises NotFound, Ambiguous."""
        card = self._by_name(" ".join(name.split())) or self._vault.find(name)
        if card.type != "person":
            raise Refused("“{title}” is not the page of a person.", title=card.title)
        file = self._vault.load(card.path).file
        feeds = file.list_field("feeds")
        names = {one.casefold() for one in (card.title, *file.list_field("aliases"))}
        sources = tuple(source for source in self._vault.cards(("source",), limit=_MOST)
                        if self._is_of(source, names, feeds))
        highlights = tuple(one for source in sources for one in self._vault.highlights(source.path))
        used = dict.fromkeys(path for one in highlights for path in one.used_in)
        return Person(card, file.text_field("handle"), feeds, sources, highlights, tuple(used))

    def _is_of(self, source: FileCard, names: set[str], feeds: Sequence[str]) -> bool:
        authors = {source.author.casefold(), *(part.casefold() for part in _PARTS.split(source.author))}
        if authors & names:
            return True
        if source.author or not feeds:
            return False
        return self._vault.load(source.path).file.text_field("feed") in feeds

    def _by_name(self, name: str) -> FileCard | None:
        wanted = name.casefold()
        for card in self._vault.cards(("person",), limit=_MOST):
            if card.title.casefold() == wanted:
                return card
            if wanted in (alias.casefold() for alias in self._vault.load(card.path).file.list_field("aliases")):
                return card
        return None

    def _whose(self, who: str) -> tuple[str, Sequence[str]]:
        """Return the name that is meant, and the feeds of that person as far as they are known."""
        if not who:
            raise Refused("Say whose page it shall be.")
        try:
            article = self._seek.find_article(who)
        except (NotFound, Ambiguous):
            return self._of_file_or_feed(who)
        name = article.author or article.feed_title
        if not name:
            raise Refused("“{title}” does not say who wrote it: give the name.", title=article.title)
        feed = next((one for one in self._seek.feeds() if one.feed_id == article.feed_id), None)
        own = feed is not None and (not article.author or article.author.casefold() in feed.title.casefold())
        return name, [feed.address] if feed and own else []

    def _of_file_or_feed(self, who: str) -> tuple[str, Sequence[str]]:
        try:
            feed = self._seek.find_feed(who)
        except (NotFound, Ambiguous):
            pass
        else:
            return feed.title or feed.address, [feed.address]
        try:
            card = self._vault.find(who)
        except (NotFound, Ambiguous):
            return who, []
        if card.type == "source" and not card.author:
            raise Refused("“{title}” does not say who wrote it: give the name.", title=card.title)
        return (card.author if card.type == "source" else card.title), []
