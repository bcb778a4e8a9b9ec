"""From any address to a feed: the address itself, the feeds its page names, then a few well-known places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from pkm_app.base.errors import NetworkProblem, NotAFeed, NotFound, Problem, Refused
from pkm_app.base.events import Operation, Progress
from pkm_app.seek.addresses import admit, host_of, key, same_place
from pkm_app.seek.health import nobody_there
from pkm_app.seek.model import FetchRequest, FetchResponse, ParsedFeed
from pkm_app.seek.platforms import likely_feeds, sure_feeds
from pkm_app.seek.ports import FeedReader, Fetcher

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, */*;q=0.1"
)
PLACES = ("/feed/", "/rss", "/atom.xml", "/feed.xml", "/index.xml", "/rss.xml")
MOST_NAMED = 8  # feeds of a page that are tried
GUESS_SECONDS = 10.0
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|reacties|replies", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Discovered:
    """A feed that was found: the address to follow, the answer it came with and what it says.

    ``site`` is the page that led to it ("" when a feed was given); ``typed`` says whether its host is the very
    one that the person typed.
    """

    address: str
    response: FetchResponse
    parsed: ParsedFeed
    site: str
    typed: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several feeds behind an address, as a person chooses among them; ``posts`` is how many it holds now."""

    address: str
    title: str
    posts: int


class SeveralFeeds(Refused):
    """A page names several feeds, and only the person knows which one is meant: ``choices`` are all that answer."""

    def __init__(self, template: str, choices: Sequence[Choice] = (), **values: object) -> None:
        super().__init__(template, **values)
        self.choices = tuple(choices)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.template, self.choices, self.values))


def discover(
    fetcher: Fetcher, reader: FeedReader, starts: Sequence[str], typed: bool, choose: bool = False
) -> Operation[Discovered]:
    """Find the feed behind the first of ``starts`` (spellings of one wish) that answers.

    With ``typed`` a person typed them, so their host may be a private one; hosts that pages name may not. With
    ``choose`` the person wants to choose where a page names several feeds, else the first that works is taken.
    Raises NetworkProblem when nothing answers, NotAFeed when what answers is neither feed nor page, NotFound
    for a site without a feed, SeveralFeeds; each says what was tried and why it failed.
    """
    search = _Search(fetcher, reader, typed, choose)
    problems: list[NetworkProblem] = []
    for number, start in enumerate(starts):
        for sure in sure_feeds(start):
            yield Progress(number, 0, sure)
            if found := search.one(sure, start, GUESS_SECONDS):
                return found
        yield Progress(number, 0, start)
        try:
            response = fetcher.fetch(FetchRequest(start, typed=typed, accept=ACCEPT))
        except NetworkProblem as problem:
            problems.append(problem)
            continue
        return (yield from search.behind(start, response))
    raise next((problem for problem in problems if not nobody_there(problem)), problems[0])


class _Search:
    """One search for the feed of a page."""

    def __init__(self, fetcher: Fetcher, reader: FeedReader, typed: bool, choose: bool) -> None:
        self._fetcher, self._reader, self._typed, self._choose = fetcher, reader, typed, choose
        self._problem: Problem | None = None

    def one(self, address: str, start: str, seconds: float = 30.0, site: str = "") -> Discovered | None:
        """Try one address; what went wrong is kept in ``_problem``."""
        self._problem = None
        request = FetchRequest(address, typed=self._typed and same_place(address, start), accept=ACCEPT,
                               seconds=seconds)
        try:
            answer = self._fetcher.fetch(request)
            parsed = self._reader.parse(answer.body, answer.address, answer.content_type)
        except Problem as problem:
            self._problem = problem
            return None
        final = answer.moved_to or address
        return Discovered(final, answer, parsed, site or start, self._typed and same_place(final, start))

    def behind(self, start: str, response: FetchResponse) -> Operation[Discovered]:
        """Find the feed of what answered at ``start``: itself, or one that its page leads to."""
        try:
            parsed = self._reader.parse(response.body, response.address, response.content_type)
        except NotAFeed:
            if not _is_page(response):
                raise
        else:
            address = response.moved_to or start
            return Discovered(address, response, parsed, "", self._typed and same_place(address, start))
        named = _named(self._reader, response)
        found, failed = yield from self._among(named, start, response.address)
        if len(found) > 1:
            raise SeveralFeeds(
                "{page} has {count} feeds; follow the one you want by its address: {feeds}",
                [Choice(one.address, one.parsed.title, len(one.parsed.entries)) for one in found],
                page=start, count=len(found), feeds="; ".join(_told(one) for one in found))
        if found:
            return found[0]
        known = {address for _, address in named}
        guessed = [address for address in _guesses(response.address) if address not in known]
        for number, address in enumerate(guessed, start=1):
            yield Progress(number, len(guessed) + 1, address)
            if guess := self.one(address, start, GUESS_SECONDS, response.address):
                return guess
            if self._problem and nobody_there(self._problem):
                break  # the site no longer answers: no sense in knocking on its other doors
        if failed:
            raise NotFound("The page {page} names the feed {feed}, but that cannot be followed: {reason}",
                           page=start, feed=failed[0], reason=failed[1])
        raise NotFound("{page} is a site without a feed: its page names none, and none was found at {tried}. "
                       "If you know the address of its feed, give that.", page=start, tried=", ".join(PLACES))

    def _among(
        self, named: Sequence[tuple[bool, str]], start: str, site: str
    ) -> Operation[tuple[list[Discovered], tuple[str, Problem] | None]]:
        """Try the feeds that a page names: all that differ, or the first that works; and the first that failed."""
        found: list[Discovered] = []
        failed: tuple[str, Problem] | None = None
        for number, (of_comments, address) in enumerate(named, start=1):
            if found and (of_comments or not self._choose):
                break
            yield Progress(number, len(named) + 1, address)
            if one := self.one(address, start, site=site):
                if not any(_alike(one.parsed, other.parsed) for other in found):
                    found.append(one)
            elif failed is None and self._problem is not None:
                failed = (address, self._problem)
        return found, failed


def _alike(one: ParsedFeed, other: ParsedFeed) -> bool:
    """Say whether two feeds are one in two formats: the same name and, where both have posts, one in common."""
    posts, others = ({entry.url or entry.uid for entry in feed.entries} for feed in (one, other))
    return one.title.casefold() == other.title.casefold() and (not posts or not others or bool(posts & others))


def _told(one: Discovered) -> str:
    return f"{one.address} ({one.parsed.title})" if one.parsed.title else one.address


def _is_page(response: FetchResponse) -> bool:
    return "html" in response.content_type.lower() or _PAGE.search(response.body[:4096]) is not None


def _named(reader: FeedReader, response: FetchResponse) -> list[tuple[bool, str]]:
    """The feeds that a page names, in its order; those of comments, told by the first value, come last."""
    links: list[tuple[bool, str]] = []
    seen: set[str] = set()
    for address, title in reader.page_links(response.body, response.address, response.content_type):
        try:
            admitted = admit(address)
        except Refused:
            continue  # a page may name anything; only what could be followed is looked at
        if admitted not in seen and key(admitted) != key(response.address):
            seen.add(admitted)
            links.append((bool(_COMMENTS.search(title) or _COMMENTS.search(urlsplit(admitted).path)), admitted))
    return sorted(links, key=lambda link: link[0])[:MOST_NAMED]


def _guesses(page: str) -> Iterator[str]:
    """Well-known places on the page's own host, those of the page itself and beside it first."""
    yield from likely_feeds(page)
    folder = urlsplit(page).path.rpartition("/")[0]
    if folder.strip("/") and host_of(page):
        yield urljoin(page, f"{folder}/feed/")
    for place in PLACES:
        yield urljoin(page, place)


def _rebuild(template: str, choices: Sequence[Choice], values: dict[str, object]) -> SeveralFeeds:
    return SeveralFeeds(template, choices, **values)
