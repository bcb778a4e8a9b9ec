"""One refresh of good and hostile feeds over real connections, processes and database: the good come in, nothing hangs,
nothing is asked for that nobody wanted, no script gets through, and the processes that read stay within bounds."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from pkm_app.base.errors import Problem
from pkm_app.base.events import finish
from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.net.fetch import NetFetcher
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.model import FetchRequest, FetchResponse, Subscription
from pkm_app.seek.opmlwrite import write_opml
from pkm_app.seek.service import SeekService
from pkm_app.work import reading
from pkm_app.work.strangers import MEMORY_MB, SECONDS, Strangers
from pkm_app.work.worker import WorkerPool
from tests.fakes.seek import Clock, MemoryMarks, MemorySubscriptions
from tests.seek.conftest import CATALOGUE, run
from tests.servers.loopback import Answer, Loopback, Seen, Talk, redirect, reply
from tests.servers.misbehaviour import MB, drip, endless_body, gzip_bomb, silence

T = TypeVar("T")
READING = 12 * SECONDS  # on the wall's clock, which runs on while others have the processor; the real limit: see below
LIMIT = 2.0  # seconds for an exchange that never ends; all others have the thirty that the program gives
ENDLESS = ("/slow-drip", "/silence")
WORDS = "<p>Plain words</p>"


def rss(items: str, title: str = "Feed", more: str = "") -> bytes:
    return (f'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>{title}</title><link>https://f.example/</link>{more}{items}</channel></rss>").encode(
                "utf-8", "surrogatepass")


def item(number: int, title: str = "", body: str = WORDS, more: str = "") -> str:
    return (f"<item><guid isPermaLink=\"false\">{number}</guid><title>{title or f'Post {number}'}</title>"
            f"<description><![CDATA[{body}]]></description>{more}</item>")


BOMB = "".join(f'<!ENTITY {name} "{before * 9}">' for name, before in zip(
    "bcdefghij", ["&a;", "&b;", "&c;", "&d;", "&e;", "&f;", "&g;", "&h;", "&i;"], strict=True))
SCRIPTS = ("<script>alert(1)</script>", "<img src='{spy}' onerror='alert(1)'>", "<svg onload='alert(1)'></svg>",
           "<a href='javascript:alert(1)'>x</a>", "<a href='data:text/html,x'>x</a>", "<iframe src='{spy}'></iframe>",
           "<style>@import '{spy}'</style>", "<form action='{spy}'><button>x</button></form>",
           "<math><mtext><img src='{spy}' onerror='alert(1)'></mtext></math>")


def scripts(spy: str) -> bytes:
    """A script in every field."""
    bad = "".join(SCRIPTS).replace("{spy}", spy)
    quoted = bad.replace("&", "&amp;").replace("<", "&lt;")
    more = (f"<link>javascript:alert(1)</link><author>{quoted}</author><category>{quoted}</category>"
            f"<comments>{spy}</comments><enclosure url=\"{spy}\" type=\"audio/mpeg\"/>"
            f"<content:encoded><![CDATA[{bad}<p>kept</p>]]></content:encoded>")
    return rss(item(1, quoted, bad, more), title=quoted,
               more=f"<description>{quoted}</description><image><url>{spy}</url><link>javascript:1</link></image>")


def hostile(spy: str) -> dict[str, tuple[Answer, str]]:
    """name -> (answer, how the feed is afterwards)."""
    def feed(body: bytes) -> Answer:
        return reply(body, content_type="application/rss+xml")

    external = (f'<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY n SYSTEM "{spy}">'
                f'<!ENTITY % p SYSTEM "{spy}">%p;]>').encode()
    plain = rss(item(1)).partition(b"?>")[2]
    return {
        "entity bomb": (feed(f'<!DOCTYPE rss [<!ENTITY a "{"x" * 99}">{BOMB}]>'.encode() + plain.replace(
            b"Plain words", b"]]>&j;<![CDATA[")), "fine"),
        "external entities": (feed(external + plain.replace(b"Plain words", b"]]>&f;&n;<![CDATA[")), "fine"),
        "gzip bomb": (gzip_bomb(60), "failed"),
        "endless stream": (endless_body(60), "failed"),
        "slow drip": (drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 400), "timeout"),
        "silence": (silence, "timeout"),
        "redirect loop": (redirect("/redirect-loop"), "failed"),
        "redirect to a file": (redirect("file:///etc/passwd"), "failed"),
        "redirect elsewhere": (redirect(spy), "failed"),
        "script in every field": (feed(scripts(spy)), "fine"),
        "json script": (reply(json.dumps({
            "version": "https://jsonfeed.org/version/1.1", "title": SCRIPTS[0], "items": [
                {"id": str(n), "url": "javascript:alert(1)", "title": bad, "image": spy,
                 "content_html": bad.replace("{spy}", spy)} for n, bad in enumerate(SCRIPTS)]}).encode(),
            content_type="application/feed+json"), "fine"),
        "100,000 entries": (feed(rss("".join(
            f"<item><guid>{n}</guid><title>Post {n}</title></item>" for n in range(100_000)))), "fine"),
        "title of a megabyte": (feed(rss(item(1, "t" * MB))), "fine"),
        "invalid UTF-8": (feed(rss(item(1)).replace(b"Plain", b"Pl\xff\xfe\x80ain \xc3\xa9")), "fine"),
        "NUL bytes": (feed(rss(item(1)).replace(b"Plain", b"Pl\0ain\0")), "fine"),
        "article of 5 MB": (feed(rss(item(1, body="<p>word </p>" * (5 * MB // 12)))), "fine"),
        "nested too deep": (feed(rss(item(1, body="<div>" * 40_000 + "deep"))), "fine"),
        "author of 64 KB": (feed(rss(item(1, more="<author>" + "a" * 65536 + "</author>"))), "fine"),
        "lone surrogates": (feed(rss(item(1, title="half \ud800 pair"))), "fine"),
        "nothing": (feed(b""), "not-a-feed"),
        "a page": (reply(b"<html><body>Hello</body></html>", content_type="text/html"), "not-a-feed"),
    }


class Hasty:
    """The real fetcher, with less time than the program gives for what takes all the time it gets."""

    def __init__(self) -> None:
        self.real = NetFetcher("test")
        self.asked: list[FetchRequest] = []

    def fetch(self, request: FetchRequest) -> FetchResponse:
        return self.real.fetch(self._hastened(request))

    def fetch_all(self, requests: Iterable[FetchRequest], then: Callable[[FetchResponse], T]
                  ) -> Iterator[list[tuple[FetchRequest, T | Problem]]]:
        mine = {self._hastened(request): request for request in requests}
        self.asked += mine.values()
        for arrived in self.real.fetch_all(mine, then):
            yield [(mine[request], outcome) for request, outcome in arrived]

    def _hastened(self, request: FetchRequest) -> FetchRequest:
        return replace(request, seconds=LIMIT) if request.address.endswith(ENDLESS) else request


class Recorder(Talk):
    """Keeps what is sent."""

    def __init__(self, sent: list[bytes]) -> None:
        self._sent = sent

    def send(self, data: bytes) -> None:
        self._sent.append(data)


class Watch:
    """The most memory that the processes of a pool held, in megabytes (Linux)."""

    def __init__(self) -> None:
        self.most = 0
        self._others = _children()  # of other tests: they are here already
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._end.wait(0.02):
            for pid in _children() - self._others:
                found = re.search(r"VmRSS:\s+(\d+)", _read(Path(f"/proc/{pid}/status")))
                self.most = max(self.most, int(found[1]) // 1024 if found else 0)


def _children() -> set[str]:
    return {pid for one in Path("/proc/self/task").glob("*/children") for pid in _read(one).split()}


def _read(file: Path) -> str:
    """Return what the system says of a process or thread, "" for one that has just ended."""
    try:
        return file.read_text()
    except OSError:
        return ""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory):
    """What one refresh of all of them left."""
    folder = tmp_path_factory.mktemp("hostile")
    db, fetcher = Database(folder / "pkm.db"), Hasty()
    pool = WorkerPool("strangers", 2, READING, MEMORY_MB)
    with Loopback("127.0.0.3") as spy, Loopback() as bad, Loopback() as good:
        cases = hostile(spy.address("/spy"))
        subscriptions = []
        for name, (answer, _) in cases.items():
            path = "/" + name.replace(" ", "-").replace(",", "")
            bad.pages[path] = answer
            subscriptions.append(Subscription(bad.address(path), name, local=True))
        for n in range(10):
            good.pages[f"/{n}"] = reply(rss(item(1) + item(2), title=f"good {n}"), content_type="text/xml")
            subscriptions.append(Subscription(good.address(f"/{n}"), f"good {n}", local=True))
        store = Articles(db)
        seek = SeekService(fetcher, Strangers(pool), store, MemorySubscriptions(write_opml(subscriptions)),
                           MemoryMarks(), Catalogue(CATALOGUE), Clock())
        meanwhile: list[int] = []

        def silent(talk: Talk, seen: Seen) -> None:
            try:
                silence(talk, seen)
            finally:
                meanwhile.append(len(good.seen))

        bad.pages["/silence"] = silent
        with Watch() as watch:
            results, _ = run(seek.refresh())
        feeds = {feed.title: feed for feed in seek.feeds()}
        yield {"cases": cases, "feeds": feeds, "seek": seek, "meanwhile": meanwhile,
               "limits": {(request.seconds, request.max_bytes) for request in fetcher.asked}, "memory": watch.most,
               "asked": list(spy.seen), "results": {feed.title: next(
                   result for result in results if result.feed_id == feed.feed_id) for feed in feeds.values()}}
    pool.close()
    fetcher.real.close()
    db.close()


@pytest.fixture(scope="module")
def readers() -> Iterator[WorkerPool]:
    """A process as those that read, with the memory it has and more than its time."""
    pool = WorkerPool("readers", 1, READING, MEMORY_MB)
    yield pool
    pool.close()


@pytest.mark.parametrize("name", list(hostile("")))
def test_each_hostile_feed_is_as_it_should_be(name: str, outcome) -> None:
    feed = outcome["feeds"][name]
    assert feed.status == outcome["cases"][name][1], feed.reason
    assert len(feed.reason.splitlines()) <= 1


def test_the_good_feeds_are_unharmed(outcome) -> None:
    for n in range(10):
        assert (outcome["results"][f"good {n}"].outcome, outcome["results"][f"good {n}"].new) == ("fetched", 2)


def test_nothing_was_asked_for_that_nobody_wanted(outcome) -> None:
    assert outcome["asked"] == []


def test_nothing_held_the_refresh(outcome) -> None:
    """The program gives each exchange its limits; what never ends was ended by them, and the good had come before."""
    assert outcome["limits"] == {(30.0, 20 * MB)}
    for name in ("slow drip", "silence"):
        assert outcome["feeds"][name].reason == f"127.0.0.1 did not answer in full within {LIMIT:.0f} seconds."
    assert outcome["meanwhile"] == [10]


def processor_seconds(data: bytes) -> float:
    """How long reading takes of the processor, whatever else goes on; called in a process of its own."""
    began = time.process_time()
    reading.feed(data, "https://f.example/feed", "application/xml")
    return time.process_time() - began


@pytest.mark.parametrize("name", ["entity bomb", "100,000 entries", "title of a megabyte", "article of 5 MB",
                                  "nested too deep", "author of 64 KB", "script in every field"])
def test_each_giant_is_read_within_the_limit_of_the_program(name: str, readers: WorkerPool) -> None:
    body: list[bytes] = []
    answer = hostile("https://spy.example/")[name][0]
    answer(Recorder(body), Seen("GET", "/", {}))
    assert readers.call(processor_seconds, body[0].partition(b"\r\n\r\n")[2]) < SECONDS


def test_the_memory_of_the_readers_is_bounded(outcome) -> None:
    assert 0 < outcome["memory"] <= MEMORY_MB


def test_no_script_and_no_fetch_is_left_in_what_was_stored(outcome) -> None:
    seek = outcome["seek"]
    for article in seek.articles("all", limit=5000):
        body = seek.body(article.article_id)
        assert len(body.html) <= 2 * MB
        assert len(article.title) <= 1000
        assert article.url == "" or article.url.startswith(("http://", "https://"))
        assert not re.search(r"<(?:script|svg|iframe|style|form|math|object|embed|link|meta)\b|\son\w+\s*=|"
                             r"\ssrc\s*=|javascript:|data:text", body.html, re.IGNORECASE), body.html[:500]
        if article.feed_title != "json script":  # where a title is plain text, it may be about HTML
            assert "<script" not in article.title + article.author


def test_of_a_giant_the_newest_are_kept(outcome) -> None:
    feed = outcome["feeds"]["100,000 entries"]
    assert outcome["seek"].count("all", feed.feed_id) == 2000


def test_an_entity_bomb_and_outside_entities_brought_no_words(outcome) -> None:
    seek = outcome["seek"]
    for name in ("entity bomb", "external entities"):
        (article,) = seek.articles("all", outcome["feeds"][name].feed_id)
        assert len(seek.body(article.article_id).text) < 2000
        assert "root:" not in seek.body(article.article_id).text


def test_the_next_refresh_goes_on(outcome) -> None:
    finish(outcome["seek"].refresh(["good 1"]))
