"""What else speaks of the same: by links and credits in common, by tags, and by the words that tell most, in Dutch and
English at once by the term list. Articles of the stream are among it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import log

from pkm_app.base.errors import NotFound, Problem
from pkm_app.content.asked import terms_in
from pkm_app.content.private import cut_private
from pkm_app.content.stems import fold, words
from pkm_app.content.wikilinks import links
from pkm_app.flow.search import no_terms
from pkm_app.sense.linking import linked_file
from pkm_app.sense.model import FileCard, Hit
from pkm_app.sense.ports import ArticleSearch, Vault, VaultSearch
from pkm_app.sense.search import Groups, Wanted

_LINKED, _IN_COMMON, _TAG, _WORD = 3.0, 2.0, 1.5, 4.0
_TELLING = 8  # words asked for
_TERMS = 4  # terms of the term list that are asked for
_LEAST = 5  # letters of a word that may tell something
_FINDS = 30
_WITH_TAG = 200
_NO_WORDS = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)\n]*\)|https?://\S+|\^hl-\w+", re.DOTALL)

_Add = Callable[[str, str, float], None]  # path, why, how much


@dataclass(frozen=True, slots=True)
class Related:
    """A file, or an article of the stream (then without a path), that has to do with a file. ``why`` are stable words:
    link, common (both link to one thing), tag, words, terms (the same in another language). Scores can be compared
    within one answer only."""

    path: str
    id: str
    kind: str
    title: str
    score: float
    why: tuple[str, ...]


class Relating:
    """Finds related notes, sources, drafts and articles. ``terms`` gives the term list."""

    def __init__(self, vault: Vault, search: VaultSearch, articles: ArticleSearch | None = None,
                 terms: Callable[[], Groups] = no_terms) -> None:
        self._vault = vault
        self._search = search
        self._articles = articles
        self._terms = terms

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
        articles: list[Related] = []
        with suppress(Problem):  # the index is being built: what links have in common is related all the same
            self._by_tags(card, add)
            articles = self._by_words(card, f"{card.title}\n{card.title}\n{cut_private(body, 'public').text}", add)
        found = [*(self._found(path, reasons) for path, reasons in scores.items()), *articles]
        return sorted(filter(None, found), key=lambda one: (-one.score, one.path, one.id))[:limit]

    def _by_tags(self, card: FileCard, add: _Add) -> None:
        for tag in card.tags:
            answer = self._search.find(Wanted(f'tag:"{tag}"', ("note", "source", "draft"), _WITH_TAG, bare=True))
            for hit in answer.hits:
                add(hit.path, "tag", _TAG / (1 + log(max(1, answer.total))))

    def _by_words(self, card: FileCard, text: str, add: _Add) -> list[Related]:
        """Add the files that share telling words or terms; return the articles that do."""
        same: Groups = ()
        with suppress(Problem):  # the file of the terms cannot be read: what is related is found without them
            same = tuple(tuple(group) for group in terms_in(text, self._terms()))[:_TERMS]
        query = " ".join([*(group[0] for group in same), *telling_words(text)])
        wanted = Wanted(query, ("note", "source", "draft"), _FINDS, same=same, loosely=True, bare=True)

        def why(hit: Hit) -> str:
            return "terms" if same and hit.lang and card.lang and hit.lang != card.lang else "words"

        for hit in self._search.find(wanted).hits:
            if hit.path:
                add(hit.path, why(hit), _WORD * hit.score)
        if self._articles is None:
            return []
        own = {card.file_id, card.url}
        stream = self._articles.find_articles(Wanted(query, (), _FINDS, same=same, loosely=True, bare=True))
        return [Related("", hit.id, "article", hit.title, round(_WORD * hit.score, 3), (why(hit),))
                for hit in stream.hits if hit.id not in own and hit.title != card.title]

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
