"""Ready for the road: everything in Later fetched whole before the network goes, and taken along as one book."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from pkm_app.base.errors import NotFound, Problem, Refused
from pkm_app.base.events import Changed, Failed, Operation, Progress, finish
from pkm_app.content.address import is_web
from pkm_app.content.pictures import Picture
from pkm_app.flow.consent import leaves_whole
from pkm_app.flow.sources import Sources
from pkm_app.seek.fulltext import FullTexts, ends_cut, looks_cut
from pkm_app.seek.lists import place_of
from pkm_app.seek.model import Article, ArticleBody, View
from pkm_app.seek.pagetext import NoArticle
from pkm_app.seek.pictures import Pictures

if TYPE_CHECKING:
    from pkm_app.flow.roadbook import RoadArticle

_PAGE = 500  # articles read at once


class Stream(Protocol):
    """The part of the stream that a journey needs (seek.ports.ArticleStore)."""

    def articles(self, view: View = "inbox", feed_id: str = "", search: str = "", limit: int = 200,
                 before: tuple[str, str] | None = None) -> Sequence[Article]:
        """Newest first."""

    def body(self, article_id: str) -> ArticleBody | None:
        """The matter of an article."""


class BookMaker(Protocol):
    """Makes the book in a process of its own (work.strangers calls flow.roadbook)."""

    def road_book(self, title: str, language: str, modified: str, style: str, articles: tuple[RoadArticle, ...],
                  pictures: Mapping[str, Picture]) -> bytes:
        """See flow.roadbook.road_book. Raises Problem at a limit."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What could not be fetched of an article, and why."""

    article_id: str
    title: str
    reason: Problem


@dataclass(frozen=True, slots=True)
class Packed:
    """How it went: ``whole`` articles are here whole, with ``pictures`` pictures; ``missing`` names what failed."""

    articles: int
    whole: int
    pictures: int
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class RoadBook:
    """Later as one EPUB 3, and the titles of what ``stays`` out of it: conversations whose partner did not agree to be
    quoted by name."""

    data: bytes
    stays: tuple[str, ...] = ()


class Road:
    """Prepares Later for reading without a network. ``style`` is the CSS of the book."""

    def __init__(self, stream: Stream, texts: FullTexts, pictures: Pictures, sources: Sources, maker: BookMaker,
                 style: str) -> None:
        self._stream = stream
        self._texts = texts
        self._pictures = pictures
        self._sources = sources
        self._maker = maker
        self._style = style

    def prepare(self) -> Operation[Packed]:
        """Fetch what is not here yet: full texts of what its feed gave in part, pictures where they are allowed.

        What failed is told at once and named at the end; the rest goes on. Stopped, what came is kept.
        """
        pile = self.pile()
        whole = pictures = 0
        missing: list[Missing] = []
        for number, article in enumerate(pile):
            yield Progress(number, len(pile), article.title)
            problems: list[Problem] = []
            body = self._text(article, problems)
            if body is not None and self._pictures.allowed(article):
                got = finish(self._pictures.fetch(body.html))  # its single failures are summed up below
                pictures += len(got.pictures)
                if got.failed:
                    problems.append(Problem(
                        "One of its pictures did not come: {reason}" if len(got.failed) == 1 else
                        "{count} of its pictures did not come: {reason}",
                        count=len(got.failed), reason=next(iter(got.failed.values()))))
            whole += not problems
            for problem in problems:
                missing.append(Missing(article.article_id, article.title, problem))
                yield Failed(article.article_id, problem.template, dict(problem.values))
            yield Changed("articles", (article.article_id,))
        yield Progress(len(pile), len(pile))
        return Packed(len(pile), whole, pictures, tuple(missing))

    def pile(self) -> Sequence[Article]:
        """Return everything in Later, newest first."""
        found: list[Article] = []
        before: tuple[str, str] | None = None
        while page := self._stream.articles("later", limit=_PAGE, before=before):
            found += page
            before = place_of(page[-1])
        return found

    def book(self, title: str, language: str, day: Callable[[datetime], str]) -> RoadBook:
        """Return Later as a book, in the order of the list; ``day`` writes a date. Raises NotFound when Later is empty,
        Refused when nothing in it may be taken along, Problem at a limit."""
        from pkm_app.flow.roadbook import RoadArticle  # here, for all that makes a book comes with it

        chapters: list[RoadArticle] = []
        pictures: dict[str, Picture] = {}
        stays: list[str] = []
        for article in self.pile():
            body = self._stream.body(article.article_id)
            source = self._sources.existing(article)
            if source is not None and not leaves_whole(source.file):
                stays.append(article.title)
                continue
            if body is None:
                continue  # it went meanwhile
            pictures.update(self._pictures.cached(body.html))
            chapters.append(RoadArticle(
                article.title or "—", article.author, article.feed_title, article.url,
                day(article.published or article.fetched), article.language, body.html))
        if stays and not chapters:
            raise Refused("Only conversations are in Later, and their partners did not agree to be quoted by name, so "
                          "nothing can be taken along: {titles}.", titles=", ".join(stays))
        if not chapters:
            raise NotFound("Nothing is in Later, so there is nothing to take along.")
        modified = self._sources.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        data = self._maker.road_book(title, language, modified, self._style, tuple(chapters), pictures)
        return RoadBook(data, tuple(stays))

    def _text(self, article: Article, problems: list[Problem]) -> ArticleBody | None:
        body = self._stream.body(article.article_id)
        if body is not None and (not looks_cut(body) or not is_web(article.url)):
            return body
        try:
            fetched = self._texts.fetch(article)
            self._sources.keep(article)  # the whole of it is safe in the vault, too
            return fetched
        except NoArticle as problem:
            if body is None or ends_cut(body):  # a short post may be all there is
                problems.append(problem)
        except Problem as problem:
            problems.append(problem)
        return body

