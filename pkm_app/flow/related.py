"""What else speaks of the same: by links and credits in common, by tags, and by the words that tell most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import log

from pkm_app.base.errors import NotFound
from pkm_app.content.private import cut_private
from pkm_app.content.stems import fold, words
from pkm_app.content.wikilinks import links
from pkm_app.sense.linking import linked_file
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import Vault, VaultSearch

_LINKED, _IN_COMMON, _TAG, _WORD = 3.0, 2.0, 1.5, 1.0
_TELLING = 10  # words asked for
_LEAST = 5  # letters of a word that may tell something
_FINDS = 30
_NO_WORDS = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)\n]*\)|https?://\S+|\^hl-\w+", re.DOTALL)

_Add = Callable[[str, str, float], None]  # path, why, how much


@dataclass(frozen=True, slots=True)
class Related:
    """A file that has to do with another. ``why`` are stable words: link, common (both link to one thing), tag,
    words. Scores can be compared within one answer only."""

    path: str
    id: str
    kind: str
    title: str
    score: float
    why: tuple[str, ...]


class Relating:
    """Finds related notes, sources and drafts."""

    def __init__(self, vault: Vault, search: VaultSearch) -> None:
        self._vault = vault
        self._search = search

    def related(self, name: str, limit: int = 20) -> Sequence[Related]:
        """Return what is related to a file, best first. Raises NotFound, Ambiguous."""
        card = self._vault.find(name)
        body = self._vault.load(card.path).file.body
        scores: dict[str, dict[str, float]] = {}

        def add(path: str, why: str, score: float) -> None:
            if path != card.path:
                reasons = scores.setdefault(path, {})
                reasons[why] = reasons.get(why, 0.0) + score

        targets = {one.path for one in (linked_file(self._vault, link, card.path) for link in links(body)) if one}
        for path in {*targets, *self._vault.backlinks(card.path)}:
            add(path, "link", _LINKED)
        for target in targets:
            fellows = self._vault.backlinks(target)
            for path in fellows:
                add(path, "common", _IN_COMMON / (1 + log(1 + len(fellows))))
        self._by_tags(card, add)
        self._by_words(f"{card.title}\n{card.title}\n{cut_private(body, 'public').text}", add)
        found = [self._found(path, reasons) for path, reasons in scores.items()]
        return sorted(filter(None, found), key=lambda one: (-one.score, one.path))[:limit]

    def _by_tags(self, card: FileCard, add: _Add) -> None:
        mine = {tag.casefold() for tag in card.tags}
        if not mine:
            return
        holders: dict[str, list[str]] = {}
        for other in self._vault.cards(limit=1_000_000):
            for tag in {tag.casefold() for tag in other.tags} & mine:
                holders.setdefault(tag, []).append(other.path)
        for paths in holders.values():
            for path in paths:
                add(path, "tag", _TAG / (1 + log(len(paths))))

    def _by_words(self, text: str, add: _Add) -> None:
        for word in telling_words(text):
            hits, _ = self._search.search(word, ("note", "source", "draft"), _FINDS)
            for hit in hits:
                if hit.path:
                    add(hit.path, "words", _WORD * hit.score / (1 + log(1 + len(hits))))

    def _found(self, path: str, reasons: dict[str, float]) -> Related | None:
        with suppress(NotFound):
            card = self._vault.find(path)
            if card.type != "shared":
                return Related(card.path, card.file_id, card.type, card.title, round(sum(reasons.values()), 3),
                               tuple(sorted(reasons)))
        return None


def telling_words(text: str) -> list[str]:
    """Return the long words that stand most often in a text, as search compares them."""
    counts = Counter(_long(fold(word.text) for word in words(_NO_WORDS.sub(" ", text))))
    return [word for word, _ in counts.most_common(_TELLING)]


def _long(found: Iterable[str]) -> Iterable[str]:
    return (word for word in found if len(word) >= _LEAST and not word.isdigit())
