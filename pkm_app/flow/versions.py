"""The versions of an article that were highlighted: what its author changed afterwards takes nothing from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pkm_app.base.errors import NotFound
from pkm_app.content.plaintext import canonical_text
from pkm_app.flow.sources import Sources
from pkm_app.seek.model import Article
from pkm_app.seek.ports import ArticleStore
from pkm_app.sense.ports import Vault


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version that was highlighted, cleaned; ``as_now`` says whether the article still reads so."""

    html: str
    text: str
    highlight_ids: tuple[str, ...]
    as_now: bool


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
        by_digest: dict[tuple[str, str], list[str]] = {}
        for highlight in sorted(self._vault.highlights(loaded.path), key=lambda one: one.made):
            key = highlight.source_id, highlight.digest
            by_digest[key] = [*by_digest.pop(key, []), highlight.highlight_id]  # a version used again moves to the end
        found = []
        for (source_id, digest), ids in by_digest.items():
            try:
                html = self._vault.snapshot(source_id, digest)
            except NotFound:  # a synchroniser has not brought it yet, or it was taken away
                continue
            text = canonical_text(html)
            found.append(ReadVersion(html, text, tuple(ids), body is not None and body.text == text))
        return found[::-1]
