"""Taking in pages, files and thoughts."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.base.events import finish
from pkm_app.flow.captured import Facts
from pkm_app.seek.document import Unreadable
from pkm_app.seek.model import CAPTURED
from tests.fakes.seek import Page
from tests.flow.capture_desk import POST, WORDS, CaptureDesk
from tests.seek.files import docx, eml, encrypted_pdf, pdf


@pytest.fixture
def desk() -> CaptureDesk:
    return CaptureDesk()


def test_a_page_becomes_an_article_with_its_source_file_and_the_version_that_was_read(desk: CaptureDesk) -> None:
    done = desk.page(via="Karin Bos")
    article = desk.seek.find_article(done.article_id)
    assert (article.feed_id, article.title, article.author, article.url) == (
        CAPTURED, "A post", "Julian Stodd", "https://a.example/post")
    assert desk.seek.articles("inbox") == [article]
    assert {key: desk.front(done.path, key) for key in ("kind", "url", "via", "author", "lang")} == {
        "kind": "page", "url": "https://a.example/post", "via": "Karin Bos", "author": "Julian Stodd", "lang": "en"}
    assert "surround this" in desk.vault.snapshot(done.source_id, desk.vault.snapshots_of(done.source_id)[0])
    assert not done.known


def test_a_captured_page_is_highlighted_like_an_article(desk: CaptureDesk) -> None:
    done = desk.page(words="conversations")
    found = desk.highlighting.of_article(desk.seek.find_article(done.article_id))
    assert [placed.highlight.highlight_id for placed in found] == [done.highlight_id]


def test_the_same_page_again_is_not_fetched_again_and_adds_nothing(desk: CaptureDesk) -> None:
    first = desk.page()
    again = desk.page("http://a.example/post?utm_source=x", via="Jan")
    assert (again.known, again.article_id, again.path) == (True, first.article_id, first.path)
    assert len(desk.web.requests) == 1
    assert desk.front(first.path, "via") == "Jan"
    assert len(desk.vault.cards(("source",))) == 1


def test_an_article_of_a_feed_is_kept_and_not_fetched(desk: CaptureDesk) -> None:
    article = desk.article(url="https://blog.example/post")
    done = desk.page("https://blog.example/post")
    assert (done.known, done.article_id, done.kind) == (True, article.article_id, "article")
    assert desk.web.requests == []
    assert desk.vault.by_url("https://blog.example/post") is not None


def test_of_a_bare_host_both_schemes_are_tried(desk: CaptureDesk) -> None:
    desk.web.pages["http://plain.example/"] = Page(POST, "text/html")
    assert desk.page("plain.example").title == "A post"
    assert [request.address for request in desk.web.requests] == ["https://plain.example/", "http://plain.example/"]


def test_a_redirect_is_followed_to_what_is_here_already(desk: CaptureDesk) -> None:
    first = desk.page()
    desk.web.pages["https://s.example/1"] = Page(to="https://a.example/post")
    assert desk.page("https://s.example/1").article_id == first.article_id
    assert len(desk.vault.cards(("source",))) == 1


def test_only_what_a_person_typed_may_lead_to_a_private_address(desk: CaptureDesk) -> None:
    desk.page()
    desk.web.pages["https://b.example/"] = Page(POST, "text/html")
    finish(desk.capturing.address("https://b.example/", Facts(), by_person=False))
    assert [request.typed for request in desk.web.requests] == [True, False]


@pytest.mark.parametrize(("typed", "problem"), [
    ("https://a.example/gone", NetworkProblem), ("file:///etc/passwd", Refused), ("no address", Refused),
    ("https://me:secret@a.example/post", Refused), ("javascript:alert(1)", Refused),
])
def test_what_cannot_be_fetched_leaves_nothing_behind(desk: CaptureDesk, typed: str, problem: type[Exception]) -> None:
    with pytest.raises(problem) as raised:
        desk.page(typed)
    assert "secret" not in str(raised.value)
    assert desk.vault.files == {}
    assert desk.seek.articles("all") == []


def test_a_pdf_on_the_web_is_a_pdf_at_its_address(desk: CaptureDesk) -> None:
    desk.web.pages["https://a.example/r.pdf"] = Page(pdf("One.", "Two words here."), "application/pdf")
    done = desk.page("https://a.example/r.pdf", "Two words", author="Wenger")
    assert (done.kind, desk.front(done.path, "url")) == ("pdf", "https://a.example/r.pdf")
    assert "> p. 2" in desk.body(done.path)


def test_a_recording_with_a_title_is_not_fetched(desk: CaptureDesk) -> None:
    done = desk.page("https://pod.example/one.mp3", "Said here", "12:40", author="Jarche")
    assert (done.kind, done.title) == ("podcast", "one")
    assert desk.page("https://youtu.be/abc?t=760", "Said there", title="The talk").kind == "video"
    assert desk.web.requests == []
    assert "> 12:40" in desk.body(desk.vault.by_url("https://youtu.be/abc").path)  # type: ignore[union-attr]


def test_a_file_is_taken_in_once_and_kept_as_it_is(desk: CaptureDesk) -> None:
    data = pdf("One.", title="The report", author="Wenger")
    first = desk.file(data, "report.pdf")
    assert desk.originals.files == {"attachments/report.pdf": data}
    assert desk.front(first.path, "file") == "attachments/report.pdf"
    again = desk.file(data, "another name.pdf")
    assert (again.known, again.article_id) == (True, first.article_id)
    assert len(desk.originals.files) == len(desk.vault.cards(("source",))) == 1
    assert desk.reader.read_names == ["report.pdf"]


def test_each_kind_of_file_becomes_a_source_of_its_kind(desk: CaptureDesk) -> None:
    assert desk.file(eml(), "tip.eml").kind == "mail"
    assert desk.file(docx("Some words."), "plan.docx").kind == "page"
    assert desk.file(POST, "saved.html").kind == "page"
    assert desk.file(docx("Other words."), "book.docx", kind="book").kind == "book"


def test_a_file_of_words_is_a_thought_and_a_link_leads_to_its_page(desk: CaptureDesk) -> None:
    note = desk.file(b"What I thought\n\non the train.", "thought.txt")
    assert (note.kind, note.title) == ("note", "What I thought")
    assert desk.body(note.path) == "What I thought\n\non the train.\n"
    link = desk.file(b"[InternetShortcut]\nURL=https://a.example/post\n", "a.url")
    assert (link.kind, link.title) == ("page", "A post")


def test_a_file_that_cannot_be_read_leaves_nothing_behind(desk: CaptureDesk) -> None:
    with pytest.raises(Unreadable, match="encrypted"):
        desk.file(encrypted_pdf(), "x.pdf")
    assert desk.vault.files == {}
    assert desk.originals.files == {}


def test_a_thought_with_front_matter_keeps_every_byte(desk: CaptureDesk) -> None:
    text = "---\ntitle: Mine\nodd: [1,  2]\n---\nWords\n"
    done = desk.capturing.thought(text)
    assert desk.vault.files[done.path] == text.encode()
    with pytest.raises(Refused, match="no words came in"):
        desk.capturing.thought(" \n")


@pytest.mark.parametrize("facts", [Facts(kind="film"), Facts(consent="maybe"), Facts(kind="book", partner="Jan")])
def test_facts_that_make_no_sense_are_refused(facts: Facts) -> None:
    with pytest.raises(Refused):
        facts.checked()


def test_a_source_that_the_stream_lost_is_opened_from_the_vault(desk: CaptureDesk) -> None:
    done = desk.page(words="conversations")
    desk.store.__init__()  # type: ignore[misc]
    desk.open_again()
    article = desk.reopening.article(done.source_id[:12])
    assert (article.article_id, article.title, article.url) == (done.article_id, "A post", "https://a.example/post")
    placed = desk.highlighting.of_article(article)
    assert [one.highlight.where for one in placed] == ["exact"]
    assert desk.store.body(article.article_id).text.startswith(WORDS[:40])  # type: ignore[union-attr]


def test_a_source_written_by_hand_opens_with_what_is_quoted_in_it(desk: CaptureDesk) -> None:
    body = "> Quoted by hand\n>\n> p. 3\n\n^hl-abcdefghij\n"
    card = desk.write("sources/A book.md", body, type="source", kind="book", title="A book")
    article, loaded = desk.reopening.source_of(card.path)
    assert desk.store.body(article.article_id).text == "p. 3\n\nQuoted by hand"  # type: ignore[union-attr]
    assert loaded.file.text_field("url") == f"urn:pkm:article:{article.article_id}"
    assert desk.reopening.article(card.path) == article


def test_only_sources_can_be_opened_for_highlighting(desk: CaptureDesk) -> None:
    with pytest.raises(Refused, match="is no source"):
        desk.reopening.article(desk.note("A note"))
