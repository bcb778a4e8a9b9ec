"""What strangers wrote is only words in every form: nothing of it runs, fetches, or leads anywhere."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from html import unescape
from pathlib import Path

import pytest
from lxml import etree, html

from pkm_app.content.quotation import quotation
from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.document import Document
from pkm_app.share.formats import FORMATS, Form, Target
from pkm_app.share.formats.flavours import FLAVOURS
from pkm_app.share.parse import parse
from pkm_app.share.targets import LinkTarget
from tests.servers import tools
from tests.share.drafts import made
from tests.share.test_formats import words_of

WORDS = ('<script>alert(1)</script> #read("/etc/passwd") \\u{0} "#eval(\\"1\\")" ]] </w:t><w:p/> &amp; &lt;b&gt; '
         '%% [[x]] <!-- y --> `z` *stars* <img src="http://evil.example/x"> =cmd|\' /C calc\'!A0')
ADDRESSES = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>",
             "file:///etc/passwd", "vbscript:x", "obsidian://open?x", "https://user:geheim@blog.example/"]
TITLE = '../../etc/x "quoted" <b>\x0b'


def hostile(address: str = "javascript:alert(1)") -> Document:
    quoted = quotation(WORDS + chr(0x0b), "source", "hl-abcdefghij", "A <i>", "T")
    body = (f"Mine.\n\n{quoted}\n\nMine [too]({address}) and "
            f"![pic](../../../../etc/passwd) ![web](http://evil.example/x.png) <{address}>\n\n[ref]\n\n"
            f"[ref]: {address}\n")
    target = LinkTarget("source", address, "T", source_kind="article")

    def resolve(_link: WikiLink) -> LinkTarget:
        return target

    parsed = parse(body, "en", resolve, lambda _name: "", True)
    return Document(TITLE, "en", parsed.blocks, parsed.notes, authors=("<script>x</script>",), tags=('"t">',),
                    stamp="2026-11-20T14:00:00+01:00", file_id='x"><y', description="<b>")


@pytest.mark.parametrize("language", ['en"><script>alert(1)</script>', "en\nStatus: published", "en\ndraft: false",
                                      "{{x}}"])
@pytest.mark.parametrize("target", sorted(FLAVOURS))
def test_what_is_no_language_stands_in_no_front_matter(target: Target, language: str) -> None:
    """Themes print it into ``<html lang="…">`` as it is, and a header of lines has no quotes."""
    text = made("markdown", replace(hostile(), language=language), target).decode()
    head = text.partition("Mine.")[0]
    assert "script>alert" not in head
    assert "published\n" not in head.replace("published: false", "")
    assert "lang" not in head.casefold()
    assert "draft: false" not in head


def test_a_theme_of_jekyll_may_print_names_and_tags_raw() -> None:
    head = made("markdown", hostile(), "jekyll").decode().partition("Mine.")[0]
    assert "<" not in head
    assert "‹script›x‹/script›" in head


@pytest.mark.parametrize("form", FORMATS)
def test_words_stay_words(form: Form, tmp_path: Path) -> None:
    text = words_of(form, made(form, hostile()), tmp_path)
    if form == "markdown":
        text = re.sub(r"\\([^\w\s])", r"\1", text)
        text = unescape(re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), text))
        assert "<script>" not in re.sub(r"&lt;", "", made(form, hostile()).decode())
    shown = re.sub(r"\s+", "", text).replace("­", "")
    assert re.sub(r"\s+", "", WORDS) in shown.replace("&lt;b&gt;", "<b>").replace("<b>", "&lt;b&gt;") or form == "pdf"
    assert "alert(1)" in text
    assert "root:" not in text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_leads_anywhere_but_to_the_web(form: Form, address: str) -> None:
    data = made(form, hostile(address))
    if form in ("epub", "docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            found: list[str] = []
            for name in book.namelist():
                if name.endswith((".xhtml", ".rels", ".opf")):
                    found += etree.fromstring(book.read(name)).xpath("//@href|//@src|//@Target|//@cite")
    elif form in ("html", "eml"):
        text = data
        if form == "eml":
            part = message_from_bytes(data, policy=default).get_body(("html",))
            assert part is not None
            text = part.get_content().encode()
        found = html.fromstring(text).xpath("//@href|//@src|//@cite|//@action")
    elif form == "pdf":
        found = [match.decode() for match in re.findall(rb"/URI \(([^)]*)\)", data)]
    else:
        found = ["".join(pair) for pair in re.findall(
            r"(?<!\\)\]\(<?([^)>]*)>?\)|^\[[^\]]+\]: (.*)$", data.decode(), re.MULTILINE)]
    for ref in found:
        assert not re.match(r"\s*(?:java|vb|data:text|file|obsidian)", ref, re.IGNORECASE), ref
        assert "geheim" not in ref
        assert "evil.example" not in ref
        assert "passwd" not in ref


def test_what_is_strange_is_still_well_formed(tmp_path: Path) -> None:
    (tmp_path / "x.epub").write_bytes(made("epub", hostile()))
    (tmp_path / "x.html").write_bytes(made("html", hostile()))
    (tmp_path / "x.docx").write_bytes(made("docx", hostile()))
    tools.epubcheck(tmp_path / "x.epub")
    tools.nu_checker(tmp_path / "x.html")
    seen = tools.as_opened_by_writer(tmp_path / "x.docx", "txt:Text", tmp_path)
    assert "alert(1)" in seen.read_text(errors="replace")


def test_names_in_a_book_are_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(made("epub", hostile()))) as book:
        assert all(re.fullmatch(r"(?:EPUB|META-INF)/[a-z0-9./-]+|mimetype", name) for name in book.namelist())
        assert not any(".." in name for name in book.namelist())
