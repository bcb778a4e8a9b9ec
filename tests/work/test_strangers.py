"""Feeds that hold, crash or starve their reader, read by the real reader in real processes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pkm_app.base.errors import NotAFeed
from pkm_app.work import reading
from pkm_app.work.strangers import MEMORY_MB, SECONDS, Strangers
from pkm_app.work.worker import NeededTooMuch, TookTooLong, WorkerPool, WorkProblem
from tests import systems

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://stranger.example/feed"
SOUND = b'<rss version="2.0"><channel><title>Sound</title><item><title>One</title></item></channel></rss>'


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    one = WorkerPool("strangers", 1, SECONDS, MEMORY_MB)
    yield one
    one.close()


@pytest.fixture
def impatient() -> Iterator[WorkerPool]:
    one = WorkerPool("strangers", 1, 2.0, MEMORY_MB)
    yield one
    one.close()


def rss(inside: bytes, before: bytes = b"") -> bytes:
    return before + b'<rss version="2.0"><channel><title>Feed</title>' + inside + b"</channel></rss>"


NOT_WELL_FORMED = b"<category>a<br>b</category>"


def test_a_feed_and_a_page_are_read(pool: WorkerPool) -> None:
    reader = Strangers(pool)
    assert [entry.title for entry in reader.parse(SOUND, ADDRESS, "").entries] == ["One"]
    page = b'<html><link rel=alternate type=application/rss+xml href=/feed title="Posts &amp; more"></html>'
    assert reader.page_links(page, "https://page.example/x/", "text/html") == (
        ("https://page.example/feed", "Posts & more"),
    )
    with pytest.raises(NotAFeed):
        reader.parse(page, ADDRESS, "text/html")


def test_trap_01_an_author_of_64_kb_is_read_or_given_up(pool: WorkerPool, impatient: WorkerPool) -> None:
    author = b"<item><title>One</title><author>" + b"a" * 65536 + b"</author></item>"
    (entry,) = Strangers(pool).parse(rss(author), ADDRESS, "").entries
    assert entry.author == "a" * 999 + "…"
    # feedparser, which has to read this one, would look at it for some minutes
    with pytest.raises(TookTooLong, match=r"This feed took longer than 2\.0 seconds to read and was given up\."):
        Strangers(impatient).parse(rss(NOT_WELL_FORMED + author), ADDRESS, "")
    assert impatient.call(reading.feed, SOUND, ADDRESS, "", seconds=SECONDS).title == "Sound"  # its first in a process


def test_trap_01_blank_lines_in_a_doctype_hold_nobody(pool: WorkerPool) -> None:
    for doctype in (b"<!DOCTYPE rss [" + b"\n" * 60_000 + b"]>", b"<!DOCTYPE" + b"\n" * 60_000 + b" rss>"):
        assert Strangers(pool).parse(rss(b"", doctype), ADDRESS, "").title == "Feed"


@pytest.mark.parametrize("flaw", [b"", NOT_WELL_FORMED], ids=["plain", "through feedparser"])
def test_trap_01_a_hundred_thousand_attributes_hold_nobody(pool: WorkerPool, flaw: bytes) -> None:
    attributes = b" ".join(b'a%d="1"' % number for number in range(100_000))
    feed = rss(flaw + b"<item " + attributes + b"><title>One</title></item>")
    assert [entry.title for entry in Strangers(pool).parse(feed, ADDRESS, "").entries] == ["One"]


@pytest.mark.parametrize("encoding", ["punycode", "undefined", "idna", "utf-7", "unicode_escape", "base64", "x"])
@pytest.mark.parametrize("flaw", [b"", NOT_WELL_FORMED], ids=["plain", "through feedparser"])
def test_trap_01_an_encoding_that_is_none_raises_nothing(pool: WorkerPool, encoding: str, flaw: bytes) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    for item in ("<item><title>Één</title></item>".encode(), b"<item><title>\xc9\xe9n</title></item>"):
        feed = Strangers(pool).parse(rss(flaw + item, declared), ADDRESS, f"text/xml; charset={encoding}")
        assert [entry.title for entry in feed.entries] == ["Één"]


@systems.needs_memory_limits
def test_trap_01_a_feed_that_needs_too_much_memory_is_given_up() -> None:
    pool = WorkerPool("strangers", 1, SECONDS, 96)
    hungry = rss(b"<item><description>" + b"<i/>" * 1_500_000 + b"</description></item>")
    try:
        with pytest.raises(NeededTooMuch, match=r"This feed needs more than 96 MB of memory to read"):
            Strangers(pool).parse(hungry, ADDRESS, "")
        assert Strangers(pool).parse(SOUND, ADDRESS, "").title == "Sound"
    finally:
        pool.close()


def test_trap_06_one_long_entity_named_often_does_not_grow(pool: WorkerPool) -> None:
    entity = b'<!DOCTYPE rss [<!ENTITY a "' + b"x" * 50_000 + b'">]>'  # fifty kilobytes, forty thousand times
    for flaw in (b"", NOT_WELL_FORMED):
        feed = rss(flaw + b"<item><description>" + b"&a;" * 40_000 + b"</description></item>", entity)
        try:
            entries = Strangers(pool).parse(feed, ADDRESS, "").entries
        except (NotAFeed, WorkProblem):
            continue
        assert sum(len(entry.html) for entry in entries) <= 2 * 1024 * 1024


def test_trap_06_entities_within_entities_do_not_grow(pool: WorkerPool) -> None:
    values = {b"a": b"x" * 1000, b"b": b"&a;" * 100, b"c": b"&b;" * 20}
    declared = b"".join(b'<!ENTITY %s "%s">' % entity for entity in values.items())
    bomb = rss(b"<item><title>One</title><description>&c;</description></item>", b"<!DOCTYPE rss [" + declared + b"]>")
    feed = Strangers(pool).parse(bomb, ADDRESS, "")
    assert feed.title == "Feed"
    assert len(feed.entries[0].text) < 100


class _Recorder(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class names it so
        """Say nothing."""


@pytest.mark.parametrize("flaw", [b"", NOT_WELL_FORMED], ids=["well-formed", "not well-formed"])
def test_trap_06_no_outside_entity_is_read_yet_a_doctype_is_no_reason_to_refuse(
    pool: WorkerPool, tmp_path: Path, flaw: bytes
) -> None:
    (tmp_path / "secret").write_text("the contents of a file")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Recorder)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    web = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        for doctype in (
            f'<!DOCTYPE rss SYSTEM "{web}/dtd">',
            f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY y SYSTEM "{web}/y">]>',
            f'<!DOCTYPE rss [<!ENTITY % p SYSTEM "{web}/p"> %p;]>',
            '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
            '"http://my.netscape.com/publish/formats/rss-0.91.dtd">',
        ):
            data = rss(flaw + b"<item><title>One &x;&y;</title></item>", doctype.encode())
            feed = Strangers(pool).parse(data, ADDRESS, "")
            assert feed.title == "Feed"
            assert [entry.title[:3] for entry in feed.entries] == ["One"]
            assert "contents of a file" not in repr(feed)
        link = '<link rel=alternate type=text/xml href=/f title="&x;">'
        page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{web}/z">]><html>{link}'
        assert Strangers(pool).page_links(page.encode(), web, "")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert server.asked == []  # type: ignore[attr-defined]


def test_the_reading_process_loads_little_and_never_qt() -> None:
    program = (
        "from pkm_app.work.worker import WorkerPool\n"
        "from pkm_app.work.strangers import Strangers\n"
        "from tests.work import chores\n"
        "pool = WorkerPool('strangers', 1, 30, 512)\n"
        f"Strangers(pool).parse({SOUND!r}, 'https://x.example/', '')\n"
        "import sys\n"
        "assert 'nh3' not in sys.modules and 'pkm_app.seek.parse' not in sys.modules  # only the child parses\n"
        "print(*pool.call(chores.modules))\n"
        "pool.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert {"pkm_app", "nh3"} <= loaded
    assert not loaded & {"PySide6", "shiboken6", "sqlite3", "whoosh", "urllib3", "feedparser", "lxml"}
