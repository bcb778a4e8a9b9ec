"""The catalogue that comes with the program: whole, honest, and every source of it followed as its platform answers.

Each source is tried against a copy of its platform's shape on this machine: a real server, the real fetcher, the real
parser. Only the names of the hosts are led there instead of into the world.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

import pytest

from pkm_app.base.errors import NetworkProblem, NotFound, Refused
from pkm_app.base.resources import resources_folder
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.proxy import Routes
from pkm_app.seek.addresses import admit, candidates
from pkm_app.seek.catalogue import Catalogue, CatalogueSource, read_catalogue
from pkm_app.seek.service import SeekService
from tests.fakes.articles import FakeArticles
from tests.fakes.seek import Clock, LocalReader, MemoryMarks, MemorySubscriptions, html
from tests.seek.conftest import run
from tests.seek.shapes import POSTS, TITLE, links, page, shape_of
from tests.servers.loopback import Loopback, Seen, Talk, reply


def bundled() -> Catalogue:
    return read_catalogue((resources_folder() / "catalogue" / "sources.yaml").read_bytes())


ENGLISH = {"and", "with", "at", "event", "publisher", "framework", "platform", "archive", "section",
           "aggregator", "spelled", "unnamed", "author", "not"}  # words of remarks that Dutch has other words for
SOURCES = bundled().sources
OPEN = [source for source in SOURCES if source.feed or source.feed_alternatives]
SITES = [source for source in SOURCES if source.homepage and source not in OPEN]


def test_the_bundled_catalogue_is_whole():
    assert len(SOURCES) == 63
    assert len({source.id for source in SOURCES}) == 63
    assert sum(source.chapter != "also" for source in SOURCES) == 46
    for source in SOURCES:
        assert source.name
        assert source.called("en") == source.called("") == source.name
        assert source.called("nl") == (source.name_nl or source.name)
        assert not ENGLISH & set(re.findall(r"[a-z]+", source.called("nl").partition("(")[2])), source.called("nl")
        assert source.cited_for
        assert source.told("en") == source.told("") == source.cited_for
        assert source.told("nl") == source.cited_for_nl != source.cited_for
        assert set(source.chapters()) <= {"about", "1", "2", "3", "also"}
        assert source.language in ("nl", "en", "en, nl")
        assert source.feed_evidence in ("observed", "inferred", "unknown")
        assert source.post_kind in (("cited", "related", "archive") if source.post_url else ("",))
        assert source.section or source.chapter == "also"
        for address in (source.feed, source.homepage, source.post_url, *source.feed_alternatives):
            assert not address or candidates(address)


def test_the_catalogue_is_filtered_by_chapter_language_and_words_and_knows_who_is_followed():
    catalogue = bundled()
    dutch = catalogue.listing("2", "nl")
    assert dutch
    assert all("2" in source.chapters() and source.language == "nl" for source in dutch)
    assert {"ennuonline", "sibrenne-wagenaar"} <= {source.id for source in dutch}
    assert len(catalogue.listing()) == 63
    assert [source.id for source in catalogue.listing(words="judith MOOC")] == ["judith-van-hooijdonk"]
    assert [source.id for source in catalogue.listing(words="judith ontwerpprincipes")] == ["judith-van-hooijdonk"]
    assert {source.id for source in catalogue.listing(lang="nl")} & {"ton-zijlstra"}
    with pytest.raises(Refused, match="about"):
        catalogue.listing("7")
    followed = {s.id for s in catalogue.listing(followed={"jarche.com/feed", "ennuonline.com/feed"}) if s.followed}
    assert followed == {"harold-jarche", "ennuonline"}
    assert not any(source.followed for source in catalogue.listing())


@dataclass
class Elsewhere:
    """The real fetcher, which finds the hosts of the catalogue on this machine; ``asked`` are the addresses wanted."""

    fetcher: NetFetcher
    servers: dict
    asked: list

    def fetch(self, request):
        self.asked.append(request.address)
        parts = urlsplit(request.address)
        server = self.servers.get(parts.hostname)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        here = server.address(path) if server else f"http://127.0.0.1:9{path}"
        answer = self.fetcher.fetch(replace(request, address=here, typed=True))
        assert not answer.moved_to
        return replace(answer, address=request.address)

    def fetch_all(self, requests, then):
        raise NotImplementedError


class Platform:
    """A host that answers as the platform of a source does: its feed at its own place, in the platform's own writing, a
    page everywhere else. ``feed`` is the address of the feed, ``named`` the one that its page names."""

    def __init__(self, feed: str, named: str = "") -> None:
        self.path, self.named = path_of(feed), named
        self.platform, self._body, self._kind = shape_of(feed)

    def __call__(self, talk: Talk, seen: Seen) -> None:
        if seen.path == self.path:
            reply(self._body.encode(), content_type=self._kind)(talk, seen)
        elif seen.path.rstrip("/") in ("", "/blog", "/category/personal-knowledge-mastery"):
            home = page(self.named).encode() if self.named else html()
            reply(home, content_type="text/html; charset=UTF-8")(talk, seen)
        else:
            reply(html(words="Not here"), "404 Not Found", content_type="text/html")(talk, seen)


@pytest.fixture
def stage() -> Iterator:
    """Sets a source's hosts up on this machine and gives Seek over them."""
    with ExitStack() as stack:
        fetcher = NetFetcher("1", routes=lambda: Routes({}))
        stack.callback(fetcher.close)

        def build(platforms: dict):
            servers = {host: stack.enter_context(Loopback(pages={"*": answer})) for host, answer in platforms.items()}
            web = Elsewhere(fetcher, servers, [])
            subscriptions = MemorySubscriptions()
            return SeekService(web, LocalReader(), FakeArticles(), subscriptions, MemoryMarks(), bundled(),
                               Clock()), web, subscriptions

        yield build


def path_of(address: str) -> str:
    parts = urlsplit(admit(address))
    return parts.path + (f"?{parts.query}" if parts.query else "")


def host(address: str) -> str:
    return urlsplit(address).hostname or ""


def test_every_platform_of_the_catalogue_is_among_them():
    assert {shape_of(source.feed or source.feed_alternatives[0])[0] for source in OPEN} == {
        "wordpress", "blogger", "blogger_rss", "squarespace", "feedburner", "json_feed"}


@pytest.mark.parametrize("source", OPEN, ids=lambda source: source.id)
def test_every_source_with_a_feed_is_followed_at_it(source: CatalogueSource, stage):
    first = source.feed or source.feed_alternatives[0]
    seek, _web, subscriptions = stage({host(first): Platform(first)})
    followed, _ = run(seek.follow(source.id))
    assert (followed.address, followed.new, followed.title) == (admit(first), 2, TITLE)
    articles = seek.articles("all")
    assert [(one.title, one.url, one.author) for one in articles] == [
        (title, link, "" if host(first) == "feeds.feedburner.com" else "Ann")
        for (title, _), link in zip(POSTS, links(first), strict=True)]
    assert [seek.body(one.article_id).text for one in articles] == [words for _, words in POSTS]
    assert [one.published.isoformat() for one in articles] == [
        "2026-11-20T10:00:00+00:00", "2026-11-19T10:00:00+00:00"]
    assert [item.address for item in subscriptions.load()] == [admit(first)]
    assert next(s for s in seek.catalogue() if s.id == source.id).followed


@pytest.mark.parametrize("source", [source for source in OPEN if source.feed and source.feed_alternatives],
                         ids=lambda source: source.id)
def test_where_the_first_address_fails_the_alternatives_are_tried_in_turn(source: CatalogueSource, stage):
    second = source.feed_alternatives[0]
    seek, web, _ = stage({host(second): Platform(second)})
    followed, _ = run(seek.follow(source.id))
    assert followed.address == admit(second)
    assert web.asked[0] == admit(source.feed)


@pytest.mark.parametrize("source", [source for source in OPEN + SITES if source.homepage],
                         ids=lambda source: source.id)
def test_at_last_the_page_itself_is_asked_for_its_feed(source: CatalogueSource, stage):
    moved = Platform(urljoin(source.homepage, "/moved-here.xml"), "/moved-here.xml")
    seek, web, _ = stage({host(source.homepage): moved})
    homepage = urlsplit(source.homepage)
    if homepage.path.rstrip("/") not in ("", "/blog", "/category/personal-knowledge-mastery"):
        web.servers[homepage.hostname].pages[homepage.path] = reply(html("/moved-here.xml"), content_type="text/html")
    followed, _ = run(seek.follow(source.id))
    assert urlsplit(followed.address).path == "/moved-here.xml"
    tried = [admit(address) for address in (source.feed, *source.feed_alternatives) if address]
    assert list(dict.fromkeys(address for address in web.asked if address in tried)) == tried


@pytest.mark.parametrize("source", [source for source in OPEN + SITES if source.homepage],
                         ids=lambda source: source.id)
def test_where_nothing_answers_the_reason_is_said_and_nothing_is_followed(source: CatalogueSource, stage):
    seek, _, subscriptions = stage({})
    with pytest.raises((NetworkProblem, NotFound)) as caught:
        run(seek.follow(source.id))
    sentence = str(caught.value)
    assert host(source.feed or source.homepage) in sentence or "127.0.0.1" in sentence
    assert "\n" not in sentence
    assert subscriptions.load() == ()
    assert subscriptions.writes == 0


def test_every_attempt_that_failed_is_told_with_its_reason(stage):
    source = next(source for source in SOURCES if source.id == "ennuonline")
    seek, _, _ = stage({"ennuonline.com": Platform("https://ennuonline.com/nowhere")})
    with pytest.raises(NotFound) as caught:
        run(seek.follow(source.id))
    assert "No feed of “Ennuonline (En Nu Online)” can be followed now." in str(caught.value)
    assert str(caught.value).count("404") == 1, "two addresses of one host say the same, once"
    assert "site without a feed" in str(caught.value)


@pytest.mark.parametrize("source", [source for source in SOURCES if source not in OPEN and not source.homepage],
                         ids=lambda source: source.id)
def test_a_source_without_any_address_is_refused(source: CatalogueSource, stage):
    seek, web, _ = stage({})
    with pytest.raises(Refused, match="look for an address yourself"):
        run(seek.follow(source.id))
    assert web.asked == []
