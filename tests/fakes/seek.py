"""What Seek's operations need in tests: a reader in this process, the vault's list and log in memory, and a web
that is a dictionary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from pkm_app.base.errors import NetworkProblem, Problem, StorageProblem
from pkm_app.content.pictures import Picture, safe_picture
from pkm_app.seek.model import FetchRequest, FetchResponse, Mark, ParsedFeed, Subscription
from pkm_app.seek.opml import NotOpml, read_opml
from pkm_app.seek.opmlwrite import write_opml
from pkm_app.seek.pagetext import PageText, page_text
from pkm_app.seek.parse import page_links, parse_feed

T = TypeVar("T")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **amount: float) -> None:
        self.time += timedelta(**amount)


class LocalReader:
    """seek.ports.FeedReader without a process of its own; counts what it parses."""

    def __init__(self) -> None:
        self.parsed: list[str] = []

    def parse(self, data: bytes, address: str, content_type: str) -> ParsedFeed:
        self.parsed.append(address)
        return parse_feed(data, address, content_type)

    def page_links(self, data: bytes, address: str, content_type: str) -> tuple[tuple[str, str], ...]:
        return page_links(data, address, content_type)

    def picture(self, data: bytes) -> Picture:
        return safe_picture(data)

    def page_text(self, data: bytes, address: str, content_type: str) -> PageText:
        return page_text(data, address, content_type)


class MemorySubscriptions:
    """seek.ports.SubscriptionFile whose file is bytes; ``broken`` makes it unreadable, ``others`` are the names of
    other lists that are there."""

    def __init__(self, data: bytes = b"", name: str = "/vault/subscriptions.opml") -> None:
        self.data = data
        self.name = name
        self.others: set[str] = set()
        self.broken = self.away = False
        self.writes = 0

    def is_away(self) -> bool:
        return self.away

    def is_another(self, name: str) -> bool:
        return name != self.name and name in self.others

    def load(self) -> Sequence[Subscription]:
        if self.broken:
            raise StorageProblem("{path} cannot be read.", path="subscriptions.opml")
        try:
            return read_opml(self.data).subscriptions if self.data else ()
        except NotOpml as problem:
            raise StorageProblem("{path} cannot be read.", path="subscriptions.opml") from problem

    def save(self, subscriptions: Sequence[Subscription]) -> None:
        self.data = write_opml(subscriptions, self.data)
        self.writes += 1

    def change(self, edit: Callable[[Sequence[Subscription]], Sequence[Subscription]]) -> Sequence[Subscription]:
        before = self.load()
        after = edit(before)
        if list(after) != list(before):
            self.save(after)
        return self.load()


class MemoryMarks:
    """seek.ports.MarksLog as a list."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, Mark, bool, datetime]] = []

    def append(self, urls: Sequence[str], mark: Mark, on: bool, at: datetime) -> None:
        self.lines += [(url, mark, on, at) for url in urls]


@dataclass
class Page:
    """What an address of the scripted web gives. ``problem`` instead of an answer; ``to`` redirects."""

    body: bytes = b""
    content_type: str = "application/rss+xml"
    etag: str = ""
    to: str = ""
    permanent: bool = False
    problem: Problem | None = None
    headers: dict[str, str] = field(default_factory=dict)


class ScriptedWeb:
    """seek.ports.Fetcher over a dictionary of pages; what is not in it is a 404, or no site at all."""

    def __init__(self, pages: dict[str, Page] | None = None) -> None:
        self.pages = pages or {}
        self.requests: list[FetchRequest] = []
        self.closed = False
        self.together = 1  # how many arrive at the same moment
        self.under_way: list[object] = []  # kept, so that only closing it ends a run, and not Python's tidiness

    def fetch(self, request: FetchRequest) -> FetchResponse:
        self.requests.append(request)
        page = self._page(request.address)
        if page.problem:
            raise page.problem
        if page.to:
            end = self.fetch(replace(request, address=page.to))
            self.requests.pop()
            for_good = page.permanent and bool(end.moved_to or not self._page(page.to).to)
            return replace(end, moved_to=end.address if for_good else "")
        if page.etag and page.etag == request.etag:
            return FetchResponse(request.address, 304, etag=page.etag, headers=page.headers)
        return FetchResponse(request.address, 200, page.body, page.content_type, page.etag, headers=page.headers)

    def fetch_all(
        self, requests: Iterable[FetchRequest], then: Callable[[FetchResponse], T]
    ) -> Iterator[Sequence[tuple[FetchRequest, T | Problem]]]:
        run = self._all(requests, then)
        self.under_way.append(run)
        return run

    def _all(
        self, requests: Iterable[FetchRequest], then: Callable[[FetchResponse], T]
    ) -> Iterator[Sequence[tuple[FetchRequest, T | Problem]]]:
        arrived: list[tuple[FetchRequest, T | Problem]] = []
        try:
            for request in requests:
                try:
                    arrived.append((request, then(self.fetch(request))))
                except Problem as problem:
                    arrived.append((request, problem))
                if len(arrived) >= self.together:
                    yield arrived
                    arrived = []
            if arrived:
                yield arrived
        finally:
            self.closed = True

    def _page(self, address: str) -> Page:
        if page := self.pages.get(address):
            return page
        host = address.split("/")[2]
        if any(known.split("/")[2] == host for known in self.pages):
            return Page(problem=NetworkProblem("{address} answers with status {status}.", "http",
                                               address=address, status=404))
        return Page(problem=NetworkProblem("{host} cannot be reached.", "unreachable", host=host))


def rss(*numbers: int, title: str = "A blog", words: str = "Words", link: str = "https://blog.example/",
        extra: str = "") -> bytes:
    """A feed with one post for each number."""
    items = "".join(
        f"<item><guid>post-{n}</guid><title>Post {n}</title><link>{link}{n}</link>"
        f"<description>{words} of {n}</description></item>" for n in numbers)
    return (f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>{link}</link>{extra}'
            f"{items}</channel></rss>").encode()


def html(*links: str, words: str = "Welcome") -> bytes:
    """A page that names feeds; a link is an address or a whole element."""
    named = "".join(link if link.startswith("<") else
                    f'<link rel="alternate" type="application/rss+xml" title="Feed" href="{link}">' for link in links)
    return f"<!doctype html><html><head><title>Site</title>{named}</head><body><p>{words}</p></body></html>".encode()
