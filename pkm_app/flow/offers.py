"""What a draft can take up: one's notes, highlights and kept articles, found by words or the latest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from pkm_app.base.errors import Ambiguous, NotFound
from pkm_app.flow.consent import is_private, without_consent
from pkm_app.flow.search import Found
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import FileCard, Highlight
from pkm_app.sense.ports import Vault

OfferKind = Literal["note", "highlight", "article"]
KINDS: tuple[OfferKind, ...] = ("highlight", "note", "article")
_PLACES = {"note": "notes", "highlight": "highlights", "article": "articles"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A thing that a draft can take up, by its ``id``: ``words`` are those quoted or the title, ``about`` is who said
    it or how it begins; ``question`` says that a note is a learning question."""

    kind: OfferKind
    id: str
    words: str
    about: str
    question: bool = False


class Offers:
    """Finds what can go into a draft; what stays in is not offered."""

    def __init__(self, store: ArticleStore, vault: Vault,
                 search: Callable[[str, Sequence[str], int], Found]) -> None:
        self._store = store
        self._vault = vault
        self._search = search

    def find(self, query: str = "", kinds: Sequence[OfferKind] = KINDS, limit: int = 60) -> Sequence[Offer]:
        """Return what fits the words, best first; without words the latest of each kind."""
        if query.strip():
            hits = self._search(query, [_PLACES[kind] for kind in kinds], limit * 2).hits
            found = (self._named(hit.kind, hit.id) for hit in hits)
            return list(islice((one for one in found if one is not None and one.kind in kinds), limit))
        each = max(1, limit // max(1, len(kinds)))
        return [offer for kind in kinds for offer in islice(self._latest(kind), each)]

    def _latest(self, kind: OfferKind) -> Iterator[Offer]:
        if kind == "note":
            yield from filter(None, map(self._note, self._vault.cards(("note",), limit=300)))
        elif kind == "highlight":
            newest = sorted(self._vault.highlights(), key=lambda one: one.made, reverse=True)
            yield from filter(None, map(self._highlight, newest))
        else:
            for article in self._store.articles("kept", limit=300):
                yield Offer("article", article.article_id, article.title, article.author or article.feed_title)

    def _named(self, kind: str, name: str) -> Offer | None:
        try:
            if kind == "note":
                return self._note(self._vault.find(name))
            if kind == "highlight":
                return self._highlight(self._vault.find_highlight(name))
        except (NotFound, Ambiguous):  # gone since it was indexed
            return None
        article = self._store.article(name) if kind == "article" else None
        return Offer("article", name, article.title, article.author or article.feed_title) if article else None

    def _note(self, card: FileCard) -> Offer | None:
        if card.private:
            return None
        return Offer("note", card.file_id or card.path, card.title, card.excerpt, bool(card.question))

    def _highlight(self, highlight: Highlight) -> Offer | None:
        try:
            source = self._vault.find(highlight.source_path)
        except (NotFound, Ambiguous):
            return None
        if is_private(self._vault, source) or without_consent(self._vault, source):
            return None
        said = source.title if source.kind == "conversation" else ", ".join(filter(None, (source.author, source.title)))
        return Offer("highlight", highlight.highlight_id, highlight.exact, said)
