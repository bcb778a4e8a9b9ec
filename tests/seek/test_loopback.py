"""Following and refreshing over real connections: the real fetcher, servers on this machine."""

import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pkm_app.base.errors import NetworkProblem, NotAFeed, NotFound
from pkm_app.base.events import Failed
from pkm_app.net.fetch import NetFetcher
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.service import SeekService
from tests.fakes.seek import html, rss
from tests.seek.conftest import CATALOGUE, run

MB = 1024 * 1024


@dataclass
class Site:
    """A server whose pages a test writes: path to (content type, body or parts of it)."""

    host: str
    pages: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)

    def __enter__(self):
        site = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_args):
                pass

            def do_GET(self):
                site.asked.append((self.path, self.headers.get("If-None-Match", "")))
                if self.path not in site.pages:
                    self.send_error(404)
                    return
                kind, body = site.pages[self.path]
                if kind == "redirect":
                    self.send_response(301)
                    self.send_header("Location", body)
                    self.end_headers()
                    return
                etag = f'"{zlib.crc32(body)}"' if isinstance(body, bytes) else ""
                if etag and self.headers.get("If-None-Match") == etag:
                    self.send_response(304)
                    self.end_headers()
                    return
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("ETag", etag)
                self.end_headers()
                try:
                    for part in (body if isinstance(body, Iterator) else [body]):
                        self.wfile.write(part)
                except OSError:
                    pass  # the program hung up on an answer without end, as it should

        self.server = ThreadingHTTPServer((self.host, 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()
        self.address = f"http://{self.host}:{self.server.server_port}"
        return self

    def __exit__(self, *_error):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def site():
    with Site("127.0.0.1") as one:
        yield one


@pytest.fixture
def seek(world):
    fetcher = NetFetcher("test")
    yield SeekService(fetcher, world.reader, world.store, world.subscriptions, world.marks, Catalogue(CATALOGUE),
                      world.clock)
    fetcher.close()


def test_a_blog_is_followed_by_its_home_address_and_then_costs_next_to_nothing(seek, site):
    site.pages["/"] = ("text/html", html("/posts.xml"))
    site.pages["/posts.xml"] = ("application/rss+xml", rss(1, 2))
    followed, _ = run(seek.follow(site.address.removeprefix("http://")))
    assert (followed.address, followed.new) == (f"{site.address}/posts.xml", 2)
    results, _ = run(seek.refresh(force=True))
    assert [r.outcome for r in results] == ["unchanged"]
    assert site.asked[-1] == ("/posts.xml", f'"{zlib.crc32(site.pages["/posts.xml"][1])}"')


def test_a_well_known_place_is_found(seek, site):
    site.pages["/"] = ("text/html", html())
    site.pages["/atom.xml"] = ("text/xml", rss(1))
    assert run(seek.follow(site.address))[0].address == f"{site.address}/atom.xml"


def test_trap_09_a_page_leads_to_no_private_host_that_was_not_typed(seek, site):
    with Site("127.0.0.2") as other:
        other.pages["/feed"] = ("text/xml", rss(1))
        site.pages["/"] = ("text/html", html(f"{other.address}/feed"))
        site.pages["/away"] = ("redirect", f"{other.address}/feed")
        with pytest.raises(NotFound, match=r"127\.0\.0\.2"):
            run(seek.follow(site.address))
        with pytest.raises(NetworkProblem):
            run(seek.follow(f"{site.address}/away"))
        assert other.asked == []
        assert run(seek.follow(f"{other.address}/feed"))[0].new == 1


def test_a_feed_that_moves_on_its_host_is_kept_at_its_new_address(seek, site):
    site.pages["/old"] = ("redirect", "/new")
    site.pages["/new"] = ("text/xml", rss(1))
    assert run(seek.follow(f"{site.address}/old"))[0].address == f"{site.address}/new"


@pytest.mark.parametrize(("path", "kind", "told"), [
    ("/plain", NotFound, "without a feed"), ("/words", NotAFeed, "feed"), ("/nowhere", NetworkProblem, "404"),
    ("/huge", NetworkProblem, "MB"),
])
def test_what_cannot_be_followed_is_said_in_one_sentence(seek, site, path, kind, told):
    site.pages |= {
        "/plain": ("text/html", html()), "/words": ("application/rss+xml", b"just words"),
        "/huge": ("application/rss+xml", (b"<rss>" + b" " * MB for _ in range(50))),
    }
    with pytest.raises(kind) as caught:
        run(seek.follow(site.address + path))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert seek.feeds() == []


def test_no_site_there(seek):
    with pytest.raises(NetworkProblem, match=r"127\.0\.0\.1"):
        run(seek.follow("127.0.0.1:9"))


def test_one_ill_feed_among_many_over_real_connections(seek, site):
    for n in range(12):
        site.pages[f"/{n}"] = ("text/xml", rss(*range(3), title=f"B{n}", link=f"http://b{n}.example/"))
        run(seek.follow(f"{site.address}/{n}"))
    site.pages["/5"] = ("text/xml", b"no longer")
    site.pages.pop("/6")
    site.pages["/7"] = ("text/xml", rss(*range(5), title="B7", link="http://b7.example/"))
    results, events = run(seek.refresh(force=True))
    outcome = {seek.find_feed(r.feed_id).title: (r.outcome, r.new) for r in results}
    assert (outcome.pop("B5"), outcome.pop("B6"), outcome.pop("B7")) == (("failed", 0), ("failed", 0), ("fetched", 2))
    assert set(outcome.values()) == {("unchanged", 0)}
    assert len(outcome) == 9
    assert sum(isinstance(event, Failed) for event in events) == 2
    assert seek.count("all") == 12 * 3 + 2
