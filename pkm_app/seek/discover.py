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


def discover(fetcher: Fetcher, reader: FeedReader, starts: Sequence[str], typed: bool) -> Operation[Discovered]:
    """Find the feed behind the first of ``starts`` (spellings of one wish) that answers.

    With ``typed`` a person typed them, so their host may be a private one; hosts that pages name may not.
    Raises NetworkProblem when nothing answers, NotAFeed when what answers is neither feed nor page, NotFound
    for a site without a feed; each says what was tried and why it failed.
    """
    problems: list[NetworkProblem] = []
    for number, start in enumerate(starts):
        yield Progress(number, 0, start)
        try:
            response = fetcher.fetch(FetchRequest(start, typed=typed, accept=ACCEPT))
        except NetworkProblem as problem:
            problems.append(problem)
            continue
        return (yield from _behind(fetcher, reader, start, response, typed))
    raise next((problem for problem in problems if not nobody_there(problem)), problems[0])


def _behind(
    fetcher: Fetcher, reader: FeedReader, start: str, response: FetchResponse, typed: bool
) -> Operation[Discovered]:
    try:
        parsed = reader.parse(response.body, response.address, response.content_type)
    except NotAFeed:
        if not _is_page(response):
            raise
    else:
        address = response.moved_to or start
        return Discovered(address, response, parsed, "", typed and same_place(address, start))
    named = _named(reader, response)
    guessed = [address for address in _guesses(response.address) if address not in named]
    first_problem: tuple[str, Problem] | None = None
    for number, address in enumerate([*named, *guessed], start=1):
        yield Progress(number, len(named) + len(guessed) + 1, address)
        here = typed and same_place(address, start)
        request = FetchRequest(address, typed=here, accept=ACCEPT)
        if address in guessed:
            request = FetchRequest(address, typed=here, accept=ACCEPT, seconds=GUESS_SECONDS)
        try:
            answer = fetcher.fetch(request)
            parsed = reader.parse(answer.body, answer.address, answer.content_type)
        except Problem as problem:
            if address in named:
                first_problem = first_problem or (address, problem)
            elif nobody_there(problem):
                break  # the site no longer answers: no sense in knocking on its other doors
            continue
        final = answer.moved_to or address
        return Discovered(final, answer, parsed, response.address, typed and same_place(final, start))
    if first_problem:
        raise NotFound("The page {page} names the feed {feed}, but that cannot be followed: {reason}",
                       page=start, feed=first_problem[0], reason=first_problem[1])
    raise NotFound("{page} is a site without a feed: its page names none, and none was found at {tried}. "
                   "If you know the address of its feed, give that.", page=start, tried=", ".join(PLACES))


def _is_page(response: FetchResponse) -> bool:
    return "html" in response.content_type.lower() or _PAGE.search(response.body[:4096]) is not None


def _named(reader: FeedReader, response: FetchResponse) -> list[str]:
    """The feeds that a page names, in its order; those of comments come last."""
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
    return [address for _, address in sorted(links, key=lambda link: link[0])][:MOST_NAMED]


def _guesses(page: str) -> Iterator[str]:
    """Well-known places on the page's own host, those beside the page first."""
    folder = urlsplit(page).path.rpartition("/")[0]
    if folder.strip("/") and host_of(page):
        yield urljoin(page, f"{folder}/feed/")
    for place in PLACES:
        yield urljoin(page, place)
