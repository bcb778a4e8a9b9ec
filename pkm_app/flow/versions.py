"""The versions of an article that were highlighted: what its author changed afterwards takes nothing from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pkm_app.base.errors import NotFound
from pkm_app.content.anchor import Selector, locate
from pkm_app.content.plaintext import canonical_text
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.flow.sources import Sources
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.model import Highlight
from pkm_app.sense.ports import Vault


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version that was highlighted, cleaned; ``as_now`` says whether the article still reads so. ``placed`` are the
    highlights that were made in it, where they stand in its own text."""

    html: str
    text: str
    highlight_ids: tuple[str, ...]
    as_now: bool
    placed: tuple[PlacedHighlight, ...] = ()


class Versions:
    """Finds the versions of an article that a person highlighted."""

    def __init__(self, store: ArticleStore, vault: Vault, sources: Sources) -> None:
        self._store = store
        self._vault = vault
        self._sources = sources

    def highlighted(self, article: Article) -> Sequence[ReadVersion]:
        """Return each version that was highlighted, the last one first; none where nothing was, or it is gone."""
        loaded = self._sources.existing(article)
        if loaded is None:
            return []
        body = self._store.body(article.article_id)
        by_digest: dict[tuple[str, str], list[Highlight]] = {}
        for highlight in sorted(self._vault.highlights(loaded.path), key=lambda one: one.made):
            key = highlight.source_id, highlight.digest
            by_digest[key] = [*by_digest.pop(key, []), highlight]  # a version used again moves to the end
        found = []
        for (source_id, digest), made in by_digest.items():
            try:
                html = self._vault.snapshot(source_id, digest)
            except NotFound:  # a synchroniser has not brought it yet, or it was taken away
                continue
            text = canonical_text(html)
            found.append(ReadVersion(html, text, tuple(one.highlight_id for one in made),
                                     body is not None and body.text == text,
                                     tuple(_placed(one, article.article_id, text) for one in made)))
        return found[::-1]

    def of_highlight(self, name: str) -> tuple[str, int, int]:
        """Return the text of the version in which a highlight was made, and where it stands in it, counted in
        characters. Raises NotFound when that version is not here, or nothing is called so."""
        highlight = self._vault.find_highlight(name)
        text = canonical_text(self._vault.snapshot(highlight.source_id, highlight.digest))
        place = locate(text, Selector(highlight.exact, highlight.prefix, highlight.suffix, highlight.start))
        return text, max(0, place.start), max(0, place.end)


def _placed(highlight: Highlight, article_id: str, text: str) -> PlacedHighlight:
    place = locate(text, Selector(highlight.exact, highlight.prefix, highlight.suffix, highlight.start))
    return PlacedHighlight(replace(highlight, where=place.how), article_id, place.start, place.end)
