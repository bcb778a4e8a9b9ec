"""Friday's Finds: what was kept and is in no draft yet, as cards, the newest of the cadence first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, count
from typing import Literal

from pkm_app.base.errors import Refused
from pkm_app.content.wikilinks import links
from pkm_app.flow.links import linked_file
from pkm_app.flow.pieces import Pieces, Thing
from pkm_app.flow.sources import Sources, article_behind
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import Vault
from pkm_app.share.compose import Piece
from pkm_app.share.wording import word

_MOST = 500  # kept articles looked at
_MOST_CARDS = 40  # of what is left from before, the newest
_MOST_FRESH = 100  # of this time; who took in a thousand bookmarks today has not found them all this week


@dataclass(frozen=True, slots=True)
class Candidate:
    """What could be among the finds: ``name`` is the id of an article or the path of a source, ``kind`` which of the
    two; ``credit`` is whom it is from, ``highlights`` how many passages were marked in it."""

    name: str
    kind: Literal["article", "source"]
    title: str
    credit: str
    highlights: int = 0


@dataclass(frozen=True, slots=True)
class _Find:
    thing: Article | FileCard
    moment: datetime


class Finds:
    """Gathers finds."""

    def __init__(self, store: ArticleStore, vault: Vault, sources: Sources, pieces: Pieces,
                 now: Callable[[], datetime]) -> None:
        self._store = store
        self._vault = vault
        self._sources = sources
        self._pieces = pieces
        self._now = now

    def unused(self, days: int) -> tuple[Sequence[Thing], Sequence[Thing]]:
        """Return what was kept in the last ``days``, and what is left from before, each the oldest first.

        What is private, a conversation without consent, an answer to oneself, or used in a draft already is passed
        over. Raises Refused when nothing is left: then there is nothing to share yet.
        """
        since = self._now() - timedelta(days=days)
        finds = sorted(self._unused(), key=lambda find: find.moment)
        if not finds:
            raise Refused("There is nothing kept that is not in a draft yet. Keep an article in Seek first.")
        return ([find.thing for find in finds if find.moment >= since][-_MOST_FRESH:],
                [find.thing for find in finds if find.moment < since][-_MOST_CARDS:])

    def title(self, language: str) -> str:
        """Return how the finds of today are called: with a number where today had some already."""
        plain = f"{word('finds', language)} {self._now().astimezone():%Y-%m-%d}"
        taken = {card.title for card in self._vault.cards(("draft",))}
        return next(one for one in chain([plain], (f"{plain} ({number})" for number in count(2))) if one not in taken)

    def cards(self, fresh: Sequence[Thing], left: Sequence[Thing], language: str) -> list[Piece]:
        """Return finds as cards: those of this time, then, under a heading, what is left from before."""
        pieces = [self._pieces.excerpt(one, language) for one in fresh]
        if left:
            pieces += [Piece(f"# {word('left', language)}"), *(self._pieces.excerpt(one, language) for one in left)]
        return pieces

    def candidates(self, days: int, most: int) -> Sequence[Candidate]:
        """Return what was kept in the last ``days`` and could be a find, the latest first, at most so many."""
        since = self._now() - timedelta(days=days)
        finds = sorted((find for find in self._unused(since) if find.moment >= since), key=lambda find: find.moment)
        return [self._candidate(find.thing) for find in finds[::-1][:most]]

    def _candidate(self, thing: Article | FileCard) -> Candidate:
        if isinstance(thing, FileCard):
            return Candidate(thing.path, "source", thing.title, thing.author, len(self._vault.highlights(thing.path)))
        source = self._sources.existing(thing)
        marked = len(self._vault.highlights(source.path)) if source else 0
        return Candidate(thing.article_id, "article", thing.title, thing.author or thing.feed_title, marked)

    def _unused(self, since: datetime | None = None) -> Iterator[_Find]:
        """What is in no draft; with ``since`` what was captured before may be left out, so that it is not read."""
        taken: set[str] = set()
        for article in self._store.articles("kept", limit=_MOST):
            source = self._sources.existing(article)
            if source is None:
                yield _Find(article, article.fetched)
            elif source.path not in taken:
                taken.add(source.path)
                yield from self._source(self._vault.find(source.path), article.fetched, article)
        for card in self._vault.cards(("source",), limit=100_000):
            made = _moment(card.created)
            if since is not None and made is not None and made < since:
                continue
            if card.path not in taken and self._chosen(card):
                yield from self._source(card, card.modified or self._now(), card)

    def _chosen(self, card: FileCard) -> bool:
        """Say whether a person found something in what they took in themselves: a passage, or what lies only in the
        vault. What waits in the stream is a find once it is kept."""
        file = self._vault.load(card.path).file
        if file.text_field("feed"):
            return False
        return bool(self._vault.highlights(card.path)) or article_behind(self._store, file.text_field("url")) is None

    def _answers(self, card: FileCard) -> bool:
        """Say whether this is what somebody answered to what one shared oneself."""
        if card.kind != "conversation":
            return False
        led_to = (linked_file(self._vault, link, card.path) for link in links(self._vault.load(card.path).file.body))
        return any(one is not None and one.type == "shared" for one in led_to)

    def _source(self, card: FileCard, moment: datetime, thing: Article | FileCard) -> Iterator[_Find]:
        if self._used(card.path) or self._answers(card):
            return
        try:
            self._pieces.refuse_what_stays(card)
        except Refused:
            return
        yield _Find(thing, _moment(card.created) or moment)

    def _used(self, path: str) -> bool:
        return any(self._vault.find(other).type == "draft" for other in self._vault.backlinks(path))


def _moment(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.astimezone()
