"""Pictures: nothing unasked, nothing private, nothing that counts, nothing unsafe, and no more than the bound."""

from __future__ import annotations

import io
import os
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from pkm_app.base.errors import NetworkProblem
from pkm_app.base.events import Failed, finish
from pkm_app.content.clean import clean_html
from pkm_app.content.pictures import NotAPicture, Picture, addresses, safe_picture, with_pictures
from pkm_app.library.picture_cache import PictureCache
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.proxy import Routes
from pkm_app.seek.model import Article
from pkm_app.seek.pictures import Pictures
from pkm_app.work.strangers import MEMORY_MB, Strangers
from pkm_app.work.worker import WorkerPool
from tests.fakes.seek import LocalReader, Page, ScriptedWeb
from tests.servers.loopback import Loopback, reply

NOW = datetime(2026, 11, 20, tzinfo=UTC)
ONE, TWO = "https://pics.example/one.jpg", "https://pics.example/two.png"
HTML = clean_html(f'<p>a<img src="{ONE}" width="600"><img src="{TWO}" alt="Two"></p>'
                  '<img src="https://count.example/p.gif" width="1" height="1">'
                  '<img src="https://pixel.wp.com/g.gif?x=1"><img src="https://a.example/~r/x/spacer.gif">')


class Chosen:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        return self.kept.get(key, default)

    def put(self, key: str, value: str) -> None:
        self.kept[key] = value


def image(form: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 200).save(out, form, **options)
    return out.getvalue()


def article(feed: str = "feed-a", url: str = "https://blog.example/post") -> Article:
    return Article("a", feed, "Blog", url, "Title", "", NOW, NOW, "en", "")


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    return PictureCache(tmp_path / "pictures")


def test_what_counts_readers_is_no_picture_of_an_article() -> None:
    assert addresses(HTML) == (ONE, TWO)
    shown = with_pictures(HTML, lambda address, tag: f"[{address}]")
    assert shown == f"<p>a[{ONE}][{TWO}]</p>"


def test_pictures_are_fetched_once_and_what_failed_is_named(cache: PictureCache) -> None:
    web = ScriptedWeb({ONE: Page(image("JPEG"), "image/jpeg"), TWO: Page(b"<svg/>", "image/svg+xml")})
    pictures = Pictures(web, LocalReader(), cache, Chosen())
    events = list(pictures.fetch(HTML))
    assert [event.subject_id for event in events if isinstance(event, Failed)] == [TWO]
    got = finish(pictures.fetch(HTML))
    assert list(got.pictures) == [ONE]
    assert list(got.failed) == [TWO]
    assert got.pictures[ONE].kind == "image/jpeg"
    assert [request.address for request in web.requests].count(ONE) == 1
    assert not any(request.typed for request in web.requests)
    assert set(pictures.cached(HTML)) == {ONE}


def test_consent_is_for_a_source_or_for_all_and_is_taken_back(cache: PictureCache) -> None:
    pictures = Pictures(ScriptedWeb(), LocalReader(), cache, Chosen())
    page = article("", "https://one.example/x")
    assert not pictures.allowed(article())
    pictures.allow(article(), "source")
    pictures.allow(page, "source")
    assert pictures.allowed(article())
    assert pictures.allowed(article("", "https://one.example/y"))
    assert not pictures.allowed(article("feed-b"))
    pictures.allow(article(), "source", on=False)
    assert not pictures.allowed(article())
    assert pictures.allowed(page)
    pictures.allow(article(), "all")
    assert pictures.allowed(article("feed-b"))
    pictures.allow(article(), "all", on=False)
    assert not pictures.allowed(article("feed-b"))


def test_trap_09_a_picture_on_this_machine_is_not_asked_for(cache: PictureCache) -> None:
    fetcher = NetFetcher("1.2.3", routes=lambda: Routes({}))
    try:
        with Loopback(pages={"/one.png": reply(image(), content_type="image/png")}) as server:
            html = clean_html(f'<img src="{server.address("/one.png")}">')
            got = finish(Pictures(fetcher, LocalReader(), cache, Chosen()).fetch(html))
            assert not server.seen
        (problem,) = got.failed.values()
        assert isinstance(problem, NetworkProblem)
        assert problem.kind == "not-allowed"
    finally:
        fetcher.close()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_every_usual_kind_comes_out_as_png_or_jpeg(form: str) -> None:
    made = safe_picture(image(form))
    with Image.open(io.BytesIO(made.data)) as again:
        assert again.size == (60, 40)
        assert f"image/{(again.format or '').lower()}" == made.kind


def test_what_a_camera_wrote_into_it_is_gone_and_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"
    made = safe_picture(image("JPEG", exif=exif.tobytes()))
    with Image.open(io.BytesIO(made.data)) as again:
        assert again.size == (40, 60)
        assert not again.getexif()
    assert b"A camera" not in made.data


def test_a_wide_one_is_made_smaller_and_a_clear_one_stays_clear() -> None:
    with Image.open(io.BytesIO(safe_picture(image("JPEG", (4200, 600))).data)) as wide:
        assert wide.size == (1400, 200)
    assert safe_picture(image("PNG", mode="RGBA")).kind == "image/png"


def _bomb() -> bytes:
    """A small file that says it is a picture of four thousand million pixels."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (65500).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000)) + chunk(
        b"IEND", b"")


@pytest.mark.parametrize("data", [
    b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%!PS-Adobe", image()[:40], _bomb(),
    image("GIF", (1, 1)), image("PNG", (600, 1)), os.urandom(3000),
], ids=["nothing", "cut", "svg", "postscript", "half", "bomb", "point", "line", "noise"])
def test_what_is_no_picture_is_refused_in_the_strangers_process(data: bytes) -> None:
    pool = WorkerPool("strangers", 1, 10.0, MEMORY_MB)
    try:
        with pytest.raises(NotAPicture):
            Strangers(pool).picture(data)
        assert Strangers(pool).picture(image()).kind == "image/jpeg"
    finally:
        pool.close()


def test_the_cache_keeps_within_its_bound_and_lets_the_longest_unseen_go(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "pictures", most_bytes=10_000)
    for number in range(12):
        cache.put(f"https://pics.example/{number}", Picture(bytes(1000), "image/png"))
        for path in (tmp_path / "pictures").iterdir():
            os.utime(path, (path.stat().st_mtime - 10,) * 2)
        assert cache.get("https://pics.example/0") is not None, "what is looked at stays"
    held = sum(path.stat().st_size for path in (tmp_path / "pictures").iterdir())
    assert held <= 10_000
    assert cache.get("https://pics.example/11") is not None
    assert cache.get("https://pics.example/1") is None
    assert cache.get("https://pics.example/99") is None
