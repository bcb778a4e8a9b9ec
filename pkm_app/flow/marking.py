"""Marks on articles: what is kept or put in Later gets its source file, so that it is never lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pkm_app.flow.sources import Sources
from pkm_app.seek.model import Article, Mark


class Marker(Protocol):
    """The part of Seek's service that marks."""

    def mark(self, article_ids: Sequence[str], mark: Mark, on: bool) -> None:
        """Set or take away a mark."""


class Marking:
    """Sets marks, first making safe what must outlive the stream."""

    def __init__(self, seek: Marker, sources: Sources) -> None:
        self._seek = seek
        self._sources = sources

    def set(self, articles: Sequence[Article], mark: Mark, on: bool = True) -> None:
        """Mark articles. Keeping and Later write the source file before the mark is set."""
        if on and mark in ("kept", "later"):
            for article in articles:
                self._sources.keep(article)
        self._seek.mark([article.article_id for article in articles], mark, on)
