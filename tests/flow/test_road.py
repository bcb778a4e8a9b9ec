"""Ready for the road: Later fetched whole with its allowed pictures, what failed named, the pile as one book."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from pkm_app.base.errors import NetworkProblem, NotFound, Refused
from pkm_app.base.events import Failed, finish
from pkm_app.content.clean import clean_html
from pkm_app.content.pictures import Picture
from pkm_app.content.plaintext import canonical_text
from pkm_app.flow.road import Road
from pkm_app.flow.roadbook import RoadArticle, road_book
from pkm_app.flow.sources import Sources
from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.library.picture_cache import PictureCache
from pkm_app.seek.fulltext import FullTexts
from pkm_app.seek.model import Entry, Feed, FeedUpdate
from pkm_app.seek.pictures import Pictures
from tests.fakes.seek import LocalReader, Page, ScriptedWeb
from tests.fakes.vault import MemoryVault
from tests.seek.test_pagetext import page, paragraphs
from tests.seek.test_pictures import Chosen, image
from tests.servers import tools

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FEED = Feed("feed-a", "https://blog.example.org/feed", title="Blog & more", site="https://blog.example.org/")
LONG = "<p>" + "Een hele post die niets nodig heeft. " * 60 + "</p>"
PICTURE = "https://pics.example/one.jpg"
FIGURE = f'<p><img src="{PICTURE}" alt="Een plaatje"></p>'


class LocalMaker:
    """flow.road.BookMaker without a process."""

    def road_book(self, title: str, language: str, modified: str, style: str, articles: tuple[RoadArticle, ...],
                  pictures: Mapping[str, Picture]) -> bytes:
        return road_book(title, language, modified, style, articles, pictures)


class Trip:
    def __init__(self, folder: Path) -> None:
        self.db = Database(folder / "pkm.db")
        self.store = Articles(self.db)
        self.web = ScriptedWeb()
        self.vault = MemoryVault()
        sources = Sources(self.store, self.vault, lambda: NOW)
        reader = LocalReader()
        self.pictures = Pictures(self.web, reader, PictureCache(folder / "pictures"), Chosen())
        texts = FullTexts(self.web, reader, self.store)
        self.road = Road(self.store, texts, self.pictures, sources, LocalMaker(), "p{}")
        self.store.put_feed(FEED)

    def later(self, name: str, html: str, url: str = "") -> None:
        clean = clean_html(html)
        entry = Entry(name, url or f"https://blog.example.org/{name}", f"Title {name} & co", "Ann", NOW, None, clean,
                      canonical_text(clean), "nl", name)
        self.store.apply(FeedUpdate(FEED, ((name, entry),)), NOW)
        self.store.set_mark([name], "later", True)


@pytest.fixture
def trip(tmp_path: Path) -> Iterator[Trip]:
    one = Trip(tmp_path)
    yield one
    one.db.close()


def test_summaries_are_fetched_whole_and_whole_posts_left_alone(trip: Trip) -> None:
    trip.later("a", "<p>Een samenvatting …</p>")
    trip.later("b", LONG)
    trip.web.pages["https://blog.example.org/a"] = Page(page(paragraphs()), "text/html")
    packed = finish(trip.road.prepare())
    assert (packed.articles, packed.whole, packed.pictures, packed.missing) == (2, 2, 0, ())
    assert [request.address for request in trip.web.requests] == ["https://blog.example.org/a"]
    body = trip.store.body("a")
    assert body is not None
    assert body.full
    source = trip.vault.by_url("https://blog.example.org/a")
    assert source is not None, "the whole of it is in the vault as well"


def test_what_failed_is_named_and_the_rest_goes_on(trip: Trip) -> None:
    trip.later("a", "<p>Een samenvatting …</p>")
    trip.later("b", "<p>Nog een samenvatting …</p>")
    trip.later("c", "<p>Een derde samenvatting …</p>")
    trip.later("d", "<p>Kort maar heel.</p>")
    trip.web.pages |= {
        "https://blog.example.org/a": Page(problem=NetworkProblem("{host} did not answer.", host="blog.example.org")),
        "https://blog.example.org/b": Page(page("<p>Please log in.</p>"), "text/html"),
        "https://blog.example.org/c": Page(page(paragraphs()), "text/html"),
        "https://blog.example.org/d": Page(page("<p>Kort maar heel.</p>"), "text/html")}
    events = list(trip.road.prepare())
    assert [event.subject_id for event in events if isinstance(event, Failed)] == ["b", "a"]
    packed = finish(trip.road.prepare())
    assert [(one.title, str(one.reason)[:20]) for one in packed.missing] == [
        ("Title b & co", "No article was found"), ("Title a & co", "blog.example.org did")]
    assert (packed.articles, packed.whole) == (4, 2)


def test_pictures_come_only_where_they_are_allowed(trip: Trip) -> None:
    trip.later("a", LONG + FIGURE)
    trip.web.pages[PICTURE] = Page(image("JPEG"), "image/jpeg")
    assert finish(trip.road.prepare()).pictures == 0
    assert trip.web.requests == []
    trip.pictures.allow_all(True)
    assert finish(trip.road.prepare()).pictures == 1
    del trip.web.pages[PICTURE]
    assert finish(trip.road.prepare()).pictures == 1, "it is here already"


def test_the_book_holds_every_article_with_its_pictures(trip: Trip) -> None:
    evil = ('<h1>Een kop</h1><p>a &amp; b<br>c<sup><a href="#fn1" id="fnref1">1</a></sup> <a href="#nowhere">x</a></p>'
            '<ul><li>een<li>twee</ul><table><tr><td>1<td>2</table><hr><ol><li id="fn1">Noot</ol>')
    trip.later("a", LONG + FIGURE + evil)
    trip.later("b", LONG)
    trip.web.pages[PICTURE] = Page(image("PNG", mode="RGBA"), "image/png")
    trip.pictures.allow_all(True)
    finish(trip.road.prepare())
    data = trip.road.book("Voor onderweg", "nl", lambda when: f"{when:%d-%m-%Y}").data
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = book.namelist()
        assert names[0] == "mimetype"
        assert book.read("mimetype") == b"application/epub+zip"
        package = etree.fromstring(book.read("EPUB/package.opf"))
        for item in package.iter("{http://www.idpf.org/2007/opf}item"):
            assert f"EPUB/{item.get('href')}" in names
        texts = {}
        for name in names:
            if name.endswith(".xhtml"):
                root = etree.fromstring(book.read(name))
                texts[name] = "".join(root.itertext())
                places = {element.get("id") for element in root.iter() if element.get("id")}
                for link in root.iter("{http://www.w3.org/1999/xhtml}a"):
                    if (link.get("href") or "").startswith("#"):
                        assert link.get("href")[1:] in places
        assert "Een hele post" in texts["EPUB/article-1.xhtml"]
        assert "Title a & co" in "".join(texts.values())
        assert "20-11-2026" in texts["EPUB/article-1.xhtml"]
        with Image.open(io.BytesIO(book.read("EPUB/media/picture-1.png"))) as picture:
            assert picture.size == (60, 40)
        assert not any("http" in text and "src=" in text for text in texts.values())


def test_an_empty_pile_is_said(trip: Trip) -> None:
    assert finish(trip.road.prepare()).articles == 0
    with pytest.raises(NotFound):
        trip.road.book("x", "en", str)


@pytest.mark.parametrize(("consent", "goes"), [("no", False), ("anonymous", False), ("named", True), ("", False)])
def test_a_conversation_comes_along_only_where_its_partner_agreed_to_be_named(
        trip: Trip, consent: str, goes: bool) -> None:
    entry = Entry("talk", "", "Conversation with Jan", html="<p>What Jan said.</p>", text="What Jan said.")
    trip.store.put_captured("talk", entry, "", NOW)
    trip.store.set_mark(["talk"], "later", True)
    trip.vault.outside("sources/Talk.md", (
        f"---\ntype: source\nkind: conversation\nurl: urn:pkm:article:talk\nconsent: {consent}\n---\n").encode())
    if goes:
        assert b"application/epub+zip" in trip.road.book("Later", "nl", lambda day: "").data[:100]
    else:
        with pytest.raises(Refused, match=r"did not agree.*Conversation with Jan"):
            trip.road.book("Later", "nl", lambda day: "")
        trip.later("a", LONG)
        book = trip.road.book("Later", "nl", lambda day: "")
        assert book.stays == ("Conversation with Jan",)
        assert b"What Jan said" not in b"".join(texts_of(book.data))


def texts_of(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return [book.read(name) for name in book.namelist() if name.endswith(".xhtml")]


def test_a_long_pile_is_taken_whole(trip: Trip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkm_app.flow.road._PAGE", 3)
    for number in range(8):  # all of one moment, over more than two pages
        trip.later(f"a{number}", LONG)
    assert finish(trip.road.prepare()).whole == 8
    texts = b"".join(texts_of(trip.road.book("Later", "nl", str).data))
    assert all(f"Title a{number} &amp; co".encode() in texts for number in range(8))


# What feeds hold that browsers forgive: each breaks a rule by which XHTML is judged.
_FORGIVEN = (
    "<li>loose</li>", "<em><p>a</p><div>b</div></em>", "<ul>words<li>a</li><ul><li>b</li></ul></ul>",
    "<dl><p>x</p><dt>a</dt></dl>", "<p lang='1'>a</p>", "<p id='fn1'>a</p><p id='fn1'>b</p><a href='#fn9'>c</a>",
    "<b><ul><li>x</li></ul></b>", "<pre><p>x</p></pre>", "<ul><div><li>x</li></div></ul>", "<td>x</td>",
    "<table><tr><th><h3>a</h3></th><td><ul>x</ul></td></tr></table>", "<a href='https://a.example/a b|c?[d]'>x</a>",
    "<time datetime='gisteren'>x</time><ol start='3' reversed><li value='9'>y</li></ol>", "a\x0bb \ufffe", "")


def test_the_book_pleases_the_validator_whatever_feeds_hold(trip: Trip, tmp_path: Path) -> None:
    trip.web.pages[PICTURE] = Page(image("PNG"), "image/png")
    trip.pictures.allow_all(True)
    for number, html in enumerate(_FORGIVEN):
        trip.later(f"forgiven{number}", LONG + FIGURE + html)
    assert finish(trip.road.prepare()).pictures == len(_FORGIVEN)
    book = tmp_path / "road.epub"
    book.write_bytes(trip.road.book("Voor onderweg", "nl", lambda when: f"{when:%d-%m-%Y}").data)
    tools.epubcheck(book)
