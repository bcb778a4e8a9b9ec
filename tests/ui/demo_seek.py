"""Feeds and articles in memory, for the window: what seek.service and the article store answer, without a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import cache
from textwrap import shorten
from threading import RLock

from pkm_app.base.errors import NotFound, Problem
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.base.resources import resources_folder
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.addresses import host_of
from pkm_app.seek.catalogue import Catalogue, read_catalogue
from pkm_app.seek.health import told
from pkm_app.seek.model import CAPTURED, Article, ArticleBody, Entry, Feed, Mark, RefreshResult, View
from pkm_app.seek.opml import read_opml
from pkm_app.seek.subscribing import ImportResult
from tests.ui.demo_content import FEEDS, PIECES, Piece

NOW = datetime(2026, 11, 16, 9, 41, tzinfo=timezone(timedelta(hours=1)))  # a Monday morning in the Netherlands


def now() -> datetime:
    """The clock of the demonstration stands still."""
    return NOW


@dataclass(frozen=True)
class DemoFollowed:
    feed_id: str
    title: str
    new: int


@cache
def bundled() -> Catalogue:
    """The recommended sources that come with the program."""
    return read_catalogue((resources_folder() / "catalogue" / "sources.yaml").read_bytes())


def _state(address: str, template: str) -> dict[str, str]:
    """How a feed is, for which ``template`` says why it does not answer ("": it does)."""
    if not template:
        return {"status": "fine"}
    problem = Problem(template, host=host_of(address))
    return {"status": "unreachable", "reason": str(problem), "told": told(problem)}


class DemoSeek:
    """Feeds and articles. ``fail_with`` makes following an address fail as the real thing would."""

    def __init__(self, pieces: Sequence[Piece] = PIECES, feeds: Sequence[tuple[str, str, str, str, int, str]] = FEEDS,
                 more: int = 0) -> None:
        self.lock = RLock()
        self.fail_with: Problem | None = None
        self.mark_fails: Problem | None = None
        self.feeds_by_id = {
            row[0]: Feed(row[0], row[3], row[1], row[3].removesuffix("feed/"), row[2], unread=row[4],
                         **_state(row[3], row[5])) for row in feeds
        }
        self.articles_by_id: dict[str, Article] = {}
        self.bodies: dict[str, ArticleBody] = {}
        self.feed_bodies: dict[str, ArticleBody] = {}
        for number, piece in enumerate(pieces):
            self.put(f"a{number:05}", piece)
        for number in range(more):
            piece = Piece("helen-blunden", "Helen Blunden", f"Note {number} from a working week", 40000 + number, "en",
                          f"<p>Thought number {number}, written down on the way home.</p>")
            self.put(f"b{number:05}", piece)

    def put(self, article_id: str, piece: Piece) -> None:
        body = ArticleBody(piece.html, canonical_text(piece.html), article_id)
        feed = self.feeds_by_id[piece.feed]
        when = NOW - timedelta(minutes=piece.minutes)
        with self.lock:
            self.bodies[article_id] = body
            self.articles_by_id[article_id] = Article(
                article_id, feed.feed_id, feed.title, f"{feed.site}{article_id}", piece.title, piece.author, when, when,
                piece.language, shorten(body.text, 200, placeholder=" …"), read=piece.read)

    def put_captured(self, article_id: str, entry: Entry, site: str, moment: datetime) -> None:
        with self.lock:
            self.bodies[article_id] = ArticleBody(entry.html, entry.text, entry.digest)
            known = self.articles_by_id.get(article_id)
            self.articles_by_id[article_id] = Article(
                article_id, known.feed_id if known else CAPTURED, site, entry.url, entry.title, entry.author,
                entry.published, moment, entry.language, shorten(entry.text, 200, placeholder=" …"))

    def drop_captured(self, article_id: str) -> None:
        with self.lock:
            known = self.articles_by_id.get(article_id)
            if known is not None and known.feed_id == CAPTURED:
                del self.articles_by_id[article_id], self.bodies[article_id]

    def find_feed(self, prefix: str) -> Feed:
        found = [feed for feed in self.feeds() if prefix in (feed.feed_id, feed.address, feed.title)]
        if not found:
            raise NotFound("You follow no feed “{name}”. `feeds` lists those you follow.", name=prefix)
        return found[0]

    def feeds(self) -> Sequence[Feed]:
        with self.lock:
            return sorted(self.feeds_by_id.values(), key=lambda feed: (feed.folder, 0))

    def articles(self, view: View = "inbox", feed_id: str = "", search: str = "", limit: int = 200,
                 before: tuple[str, str] | None = None) -> Sequence[Article]:
        with self.lock:
            rows = [a for a in self.articles_by_id.values() if _in_view(a, view) and feed_id in ("", a.feed_id)]
        rows.sort(key=_key, reverse=True)
        if search:
            rows = [a for a in rows if search.casefold() in f"{a.title} {a.excerpt}".casefold()]
        if before:
            rows = [a for a in rows if _key(a) < before]
        return rows[:limit]

    def feed(self, feed_id: str) -> Feed | None:
        with self.lock:
            return self.feeds_by_id.get(feed_id)

    def article(self, article_id: str) -> Article | None:
        with self.lock:
            return self.articles_by_id.get(article_id)

    def article_by_url(self, url: str) -> Article | None:
        with self.lock:
            return next((article for article in self.articles_by_id.values() if article.url == url), None)

    def ids_starting(self, prefix: str) -> Sequence[str]:
        with self.lock:
            return [name for name in self.articles_by_id if name.startswith(prefix)][:10]

    def find_article(self, prefix: str) -> Article:
        with self.lock:
            found = [a for name, a in self.articles_by_id.items() if name.startswith(prefix)]
        if not found:
            raise NotFound("There is no article {id}.", id=prefix)
        return found[0]

    def body(self, article_id: str) -> ArticleBody | None:
        with self.lock:
            return self.bodies.get(article_id)

    def put_full_text(self, article_id: str, body: ArticleBody, author: str, language: str) -> bool:
        with self.lock:
            self.feed_bodies.setdefault(article_id, self.bodies[article_id])
            self.bodies[article_id] = body
        return True

    def drop_full_text(self, article_id: str) -> None:
        with self.lock:
            self.bodies[article_id] = self.feed_bodies.pop(article_id, self.bodies[article_id])

    def mark(self, article_ids: Sequence[str], mark: Mark, on: bool) -> None:
        if self.mark_fails:
            raise self.mark_fails
        with self.lock:
            for name in article_ids:
                self.articles_by_id[name] = replace(self.articles_by_id[name], **{mark: on})

    def follow(self, address: str, folder: str = "", why: str = "") -> Operation[DemoFollowed]:
        yield Progress(0, 2, address)
        if self.fail_with:
            raise self.fail_with
        known = next((entry for entry in bundled().sources if address in (entry.id, entry.feed)), None)
        title = known.name if known else address.removeprefix("https://").strip("/")
        feed_id = known.id if known else f"new-{len(self.feeds_by_id)}"
        address = known.feed if known else address
        with self.lock:
            self.feeds_by_id[feed_id] = Feed(feed_id, address, title, address, folder, why, unread=1, status="fine")
        self.put(f"n{len(self.articles_by_id):05}", Piece(
            feed_id, title, f"A first post by {title}", 1, "en", "<p>Something worth reading.</p>"))
        yield Progress(2, 2, address)
        yield Changed("feeds", (feed_id,))
        yield Changed("articles", ())
        return DemoFollowed(feed_id, title, 1)

    def unfollow(self, feed: str) -> Feed:
        with self.lock:
            return self.feeds_by_id.pop(feed)

    def refresh(self, feeds: Sequence[str] = (), force: bool = False) -> Operation[tuple[RefreshResult, ...]]:
        known = [feed.feed_id for feed in self.feeds()]
        for number, feed_id in enumerate(known):
            yield Progress(number, len(known), self.feeds_by_id[feed_id].title)
        return tuple(RefreshResult(feed_id, "unchanged") for feed_id in known)

    def import_opml(self, data: bytes, allow_private: bool = False) -> Operation[ImportResult]:
        read = read_opml(data)
        yield Progress(0, 1)
        with self.lock:
            for item in read.subscriptions:
                self.feeds_by_id[item.address] = Feed(item.address, item.address, item.title, folder=item.folder)
        yield Changed("feeds")
        return ImportResult(len(read.subscriptions), 0, tuple(reason for _, reason in read.refused))


def _in_view(article: Article, view: View) -> bool:
    if view == "inbox":
        return not (article.done or article.kept or article.later)
    return view == "all" or bool(getattr(article, view))


def _key(article: Article) -> tuple[str, str]:
    return (article.published or article.fetched).isoformat(), article.article_id
