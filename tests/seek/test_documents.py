"""Files of every kind that a person may lay down, and what strangers make of them."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from pkm_app.seek.document import Unreadable
from pkm_app.seek.documents import read_document
from tests.seek.files import docx, eml, encrypted_pdf, pdf, pdf_without_text
from tests.seek.outlook import msg

ARTICLE = "<p>" + "Social learning is about the conversations that surround this. " * 8 + "</p>"


def test_a_pdf_gives_its_words_page_by_page() -> None:
    found = read_document(pdf("First page.", "Second page.", title="The report", author="Etienne Wenger"), "x.pdf")
    assert (found.kind, found.title, found.author) == ("pdf", "The report", "Etienne Wenger")
    assert found.text == "p. 1\n\nFirst page.\n\np. 2\n\nSecond page."


def test_a_pdf_whose_pages_are_called_otherwise_is_cited_by_what_stands_on_them() -> None:
    found = read_document(pdf("Front.", "More of it.", numbering="i"), "x.pdf")
    assert found.labelled
    assert re.findall(r"^p\. .*$", found.text, re.MULTILINE) == ["p. i", "p. ii"]
    for numbering in ("1", "— A —"):  # the usual numbers, and what nobody cites so
        plain = read_document(pdf("Front.", "More of it.", numbering=numbering), "x.pdf")
        assert not plain.labelled
        assert re.findall(r"^p\. .*$", plain.text, re.MULTILINE) == ["p. 1", "p. 2"]


def test_a_pdf_without_a_title_is_called_as_its_file() -> None:
    assert read_document(pdf("Words."), "C:\\docs\\my_report.PDF").title == "my report"


@pytest.mark.parametrize(("data", "reason"), [
    (encrypted_pdf(), "is encrypted. Open it with its password elsewhere"),
    (pdf_without_text(), "has no text, only pictures of it"),
    (b"%PDF-1.7 and no more", "is damaged"),
    (b"no pdf at all", "does not begin as such a file does"),
    (b" \n", "is empty"),
])
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_document(data, "x.pdf")


def test_a_word_document_gives_headings_paragraphs_and_tables_in_order() -> None:
    data = docx("# Begin", "Some <words> & more.", "|a|b", "End.", title="Plan", author="Karin")
    found = read_document(data, "p.docx")
    assert (found.kind, found.title, found.author) == ("page", "Plan", "Karin")
    assert "<h2>Begin</h2>" in found.html
    assert found.text.split("\n\n") == ["Begin", "Some <words> & more.", "a", "b", "End."]


def test_a_packed_file_that_is_no_word_document_or_too_large_is_refused() -> None:
    def packed(*entries: tuple[str, bytes]) -> bytes:
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in entries:
                file.writestr(name, data)
        return out.getvalue()

    with pytest.raises(Unreadable, match="no Word document"):
        read_document(packed(("a.txt", b"x")), "a.zip")
    with pytest.raises(Unreadable, match="unpacks to more than 64 MB"):
        read_document(packed(("[Content_Types].xml", b"x"), ("word/document.xml", b"0" * (65 << 20))), "bomb.docx")
    with pytest.raises(Unreadable, match=r"damaged|no Word document"):
        read_document(packed(("[Content_Types].xml", b"<x")), "a.docx")
    with pytest.raises(Unreadable, match="damaged or not whole"):
        read_document(docx("Words.")[:400], "half.docx")


def test_a_mail_gives_who_wrote_what_and_when() -> None:
    found = read_document(eml(file="plan.pdf"), "tip.eml")
    assert (found.kind, found.title, found.author) == ("mail", "Lees dit éven", "Anna de Vries")
    assert found.published == datetime(2026, 11, 26, 7, tzinfo=UTC)
    assert found.text == "Dag, dit is een mooie tip over leren op de werkplek.\n\n[plan.pdf]"
    assert found.language == "nl"


def test_a_mail_of_outlook_gives_the_same() -> None:
    data = msg("Lees dit éven", "Dag,\r\n\r\ndit is een mooie tip over leren.", "Anna de Vries")
    found = read_document(data, "tip.msg")
    assert (found.kind, found.title, found.author) == ("mail", "Lees dit éven", "Anna de Vries")
    assert found.published == datetime(2026, 11, 26, 7, tzinfo=UTC)
    assert found.text == "Dag,\n\ndit is een mooie tip over leren."


def test_script_and_pictures_in_a_mail_do_nothing() -> None:
    found = read_document(eml(html="<p onclick=x>Hi</p><script>x()</script><img src=http://t.example/p.gif>",
                              subject="<b>Hi</b>"), "tip.eml")
    assert found.html.strip() == '<p>Hi</p><img data-pkm-src="http://t.example/p.gif">'
    assert found.title == "Hi"


@pytest.mark.parametrize("data", [b"just words\nno headers\n", b"\xff\xfe\x00", b"Received: x\n\n"])
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_document(data, "tip.eml")
    with pytest.raises(Unreadable, match="no mail of Outlook"):
        read_document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data * 300, "tip.msg")


@pytest.mark.parametrize(("name", "data"), [
    ("a.url", b"[InternetShortcut]\r\nURL=https://a.example/post\r\n"),
    ("a.webloc", b'<?xml version="1.0"?><!DOCTYPE plist PUBLIC "x" "y"><plist version="1.0"><dict><key>URL</key>'
                 b"<string>https://a.example/post</string></dict></plist>"),
    ("a.desktop", b"[Desktop Entry]\nType=Link\nURL[$e]=https://a.example/post\n"),
    ("a.txt", b"\n https://a.example/post \n"),
])
def test_a_link_gives_its_address(name: str, data: bytes) -> None:
    found = read_document(data, name)
    assert (found.kind, found.address) == ("link", "https://a.example/post")


@pytest.mark.parametrize("data", [
    b"[InternetShortcut]\nURL=file:///etc/passwd\n", b"URL=javascript:alert(1)", b"nothing", b"<plist><dict></plist>",
    b'<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><dict><key>URL</key><string>&b;</string></dict>'
    b"</plist>",
])
def test_a_link_that_leads_nowhere_on_the_web_is_refused(data: bytes) -> None:
    for name in ("a.url", "a.webloc"):
        with pytest.raises(Unreadable, match="holds no web address"):
            read_document(data, name)


def test_a_saved_page_gives_its_article_and_never_its_script() -> None:
    page = f"<html><head><title>A post</title></head><body><nav>Menu</nav><article>{ARTICLE}</article>" \
           "<script>x()</script></body></html>"
    found = read_document(page.encode(), "a.html")
    assert (found.kind, found.title, found.notice) == ("page", "A post", None)
    assert "conversations that surround" in found.text
    assert "x()" not in found.html


def test_a_page_without_an_article_gives_what_it_says_of_itself() -> None:
    page = (b'<html><head><title>x</title><meta property="og:title" content="The talk &amp; more">'
            b'<meta name=description content="A talk about work.">'
            b'<link itemprop="name" content="Harold Jarche"></head><body></body></html>')
    found = read_document(page, "watch", "text/html", "https://video.example/watch")
    assert (found.title, found.author, found.text) == ("The talk & more", "Harold Jarche", "A talk about work.")
    assert "No article was found" in str(found.notice)


def test_words_stay_as_they_are_written() -> None:
    found = read_document(b"# A thought\r\n\r\nand [[more]] <b>\r\n", "thought.md")
    assert (found.kind, found.title, found.text) == ("words", "A thought", "# A thought\n\nand [[more]] <b>\n")


def test_a_file_of_no_known_kind_is_refused_with_those_that_are() -> None:
    with pytest.raises(Unreadable, match=r"PDF, Word \(.docx\), mail"):
        read_document(b"\x89PNG\r\n\x1a\n", "a.png")
    with pytest.raises(Unreadable, match="is no text"):
        read_document(b"a\x00b", "a.txt")
