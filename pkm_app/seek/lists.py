"""What a person wants to see of the stream: a view, narrowed by words, author, language, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pkm_app.seek.model import Article, View

Place = tuple[str, str]  # (published or fetched as ISO, id) of a row: by it a list goes on


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list of articles. ``feed_ids`` are the only sources wanted (none given: all); ``words`` must all be in an
    article, in any form; ``author`` in its author's name; ``language`` is nl or en; ``unread``: only those."""

    view: View = "inbox"
    feed_ids: tuple[str, ...] = ()
    words: str = ""
    author: str = ""
    language: str = ""
    unread: bool = False


class ArticleLists(Protocol):
    """Lists of the stream (library.article_lists)."""

    def listing(self, wanted: Wanted, limit: int = 200, before: Place | None = None) -> Sequence[Article]:
        """Articles, newest first; ``before`` is the place of the last row already had."""

    def count(self, wanted: Wanted, most: int, without: Collection[str] = ()) -> int:
        """How many articles a list has, as far as ``most``; those of the sources in ``without`` are not counted."""


def place_of(article: Article) -> Place:
    """Return the place of an article in every list."""
    return (article.published or article.fetched).isoformat(), article.article_id


def pages(lists: ArticleLists, wanted: Wanted, size: int, since: Place | None = None) -> Iterator[Sequence[Article]]:
    """Give a whole list, page by page; ``since`` leaves out what stands before (and so came after) that place."""
    before = since
    if since is not None:  # the place itself belongs to the list
        at, article_id = since
        before = (at, article_id + "\U0010ffff")
    while page := lists.listing(wanted, size, before):
        yield page
        if len(page) < size:
            return
        before = place_of(page[-1])
