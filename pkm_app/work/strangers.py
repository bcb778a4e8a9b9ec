"""Reads what strangers send in a process of its own, so that nothing they write can hold or end the program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pkm_app.base.errors import Problem
from pkm_app.content.pictures import Picture
from pkm_app.seek.model import ParsedFeed
from pkm_app.seek.pagetext import PageText
from pkm_app.work import reading
from pkm_app.work.worker import Crashed, NeededTooMuch, TookTooLong, WorkerPool

if TYPE_CHECKING:
    from pkm_app.flow.roadbook import RoadArticle

SECONDS = 10.0  # what one feed or page may take; the slowest honest one we know needs a twentieth of it
BOOK_SECONDS = 60.0
MEMORY_MB = 512


class Strangers:
    """Implements seek.ports.FeedReader over a pool of workers. Safe for any thread.

    The pool is the caller's: ``WorkerPool("strangers", 2, SECONDS, MEMORY_MB)``.
    """

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    def parse(self, data: bytes, address: str, content_type: str) -> ParsedFeed:
        """Read a feed. Raises NotAFeed, or another Problem when a limit of time or memory was hit."""
        try:
            return self._pool.call(reading.feed, data, address, content_type)
        except (TookTooLong, NeededTooMuch, Crashed) as problem:
            raise _about("feed", problem) from problem

    def page_links(self, data: bytes, address: str, content_type: str) -> tuple[tuple[str, str], ...]:
        """Give the (address, title) of the feeds a web page names. Raises Problem when a limit was hit."""
        try:
            return self._pool.call(reading.links, data, address, content_type)
        except (TookTooLong, NeededTooMuch, Crashed) as problem:
            raise _about("page", problem) from problem

    def page_text(self, data: bytes, address: str, content_type: str) -> PageText:
        """Read the article out of a page. Raises NoArticle, or another Problem when a limit was hit."""
        try:
            return self._pool.call(reading.page, data, address, content_type)
        except (TookTooLong, NeededTooMuch, Crashed) as problem:
            raise _about("page", problem) from problem

    def picture(self, data: bytes) -> Picture:
        """Make a picture safe. Raises NotAPicture, or another Problem when a limit was hit."""
        try:
            return self._pool.call(reading.picture, data)
        except (TookTooLong, NeededTooMuch, Crashed) as problem:
            raise _about("picture", problem) from problem

    def road_book(self, title: str, language: str, modified: str, style: str, articles: tuple[RoadArticle, ...],
                  pictures: Mapping[str, Picture]) -> bytes:
        """Make a book of articles. Raises Problem when a limit was hit."""
        return self._pool.call(reading.road_book, title, language, modified, style, articles, dict(pictures),
                               seconds=BOOK_SECONDS)


def _about(thing: str, problem: Problem) -> Problem:
    """Say the same of the very thing that was read."""
    values = dict(problem.values)
    if isinstance(problem, TookTooLong):
        return TookTooLong(
            "This " + thing + " took longer than {seconds} seconds to read and was given up.", **values
        )
    if isinstance(problem, NeededTooMuch):
        return NeededTooMuch(
            "This " + thing + " needs more than {memory} MB of memory to read and was given up.", **values
        )
    return Crashed("This " + thing + " ended the process that read it ({how}) and was given up.", **values)
