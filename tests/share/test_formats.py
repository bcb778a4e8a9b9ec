"""Each form in which a draft leaves, judged by what reads it: parsers, LibreOffice, epubcheck, Nu checker, poppler."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from time import process_time

import pytest
from lxml import etree, html

from pkm_app.share.document import text_of
from pkm_app.share.formats import FORMATS, TARGETS, Form
from pkm_app.share.formats.flavours import Target
from pkm_app.share.inline import words_for
from pkm_app.share.parse import parse
from pkm_app.share.targets import LinkTarget
from tests.servers import tools
from tests.share.drafts import EVERYTHING, PICTURES, TITLE, TITLES, document, made, picture_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
X = "{http://www.w3.org/1999/xhtml}"
LABEL, UNKNOWN = "Lees het volledige blog", "adres onbekend"


def words_of(form: Form, data: bytes, folder: Path) -> str:
    """Every word of a file, the ones that its pages show."""
    if form == "epub":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            pages = [name for name in book.namelist() if name.endswith(".xhtml")]
            return " ".join("".join(etree.fromstring(book.read(name)).itertext()) for name in pages)
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return " ".join("".join(etree.fromstring(book.read(f"word/{name}.xml")).itertext(f"{W}t"))
                            for name in ("document", "footnotes") if f"word/{name}.xml" in book.namelist())
    if form == "pdf":
        tools.need("pdftotext", "poppler-utils")
        (folder / "x.pdf").write_bytes(data)
        return re.sub(r"-\n", "", tools.run("pdftotext", folder / "x.pdf", "-"))
    if form == "eml":
        message = message_from_bytes(data, policy=default)
        part = message.get_body(("html",))
        assert part is not None
        return str(html.fromstring(part.get_content().encode()).text_content())
    if form == "html":
        return str(html.fromstring(data).text_content())
    return data.decode()


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_holds_all_of_it(form: Form, tmp_path: Path) -> None:
    text = " ".join(words_of(form, made(form), tmp_path).split())
    assert TITLE in text.replace("\\", "")
    for words in ("Onder de motorkap", "dit hier", "vet", "weg", "code", "notitie", "Een noot met", "De tweede",
                  "Formal learning is what many", "via eBook Social Learning (2017)", "Piet", "met een tweede alinea",
                  "dieper", "twaalf", "Een kader", "hallo", LABEL, UNKNOWN):
        assert words in text, words
    for words in ("[[", "%%", "^hl-", "[!note]"):
        assert words not in text, words


@pytest.mark.parametrize("form", FORMATS)
def test_addresses_lead_to_the_source_and_nowhere_else(form: Form, tmp_path: Path) -> None:
    data = made(form)
    if form in ("epub", "docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = b"".join(map(book.read, book.namelist()))
    elif form == "eml":
        part = message_from_bytes(data, policy=default).get_body(("html",))
        assert part is not None
        data = part.get_content().encode()
    if form == "pdf":
        tools.need("pdftohtml", "poppler-utils")
        (tmp_path / "x.pdf").write_bytes(data)
        data = tools.run("pdftohtml", "-i", "-stdout", "-noframes", tmp_path / "x.pdf").encode()
    assert b"https://blog.example/post?a=1&" in data
    assert b'href="#"' not in data


def test_html_is_semantic_and_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = made("html")
    (tmp_path / "page.html").write_bytes(page)
    tools.nu_checker(tmp_path / "page.html")
    tree = html.fromstring(page)
    assert [node.text_content() for node in tree.iter("h1")] == [TITLE]
    assert [node.text_content() for node in tree.iter("h2")][:3] == list(TITLES)
    quote = next(tree.iter("blockquote"))
    assert (quote.get("lang"), quote.get("cite")) == ("en", "https://blog.example/post?a=1&b=2")
    assert quote.getparent().tag == "figure"
    assert [node.get("alt") for node in tree.iter("img")] == ["Een rode stip", "Een groen vlak"]
    assert all(node.get("src").startswith("data:image/") for node in tree.iter("img"))
    assert len(list(tree.iter("mark"))) == len(list(tree.iter("del"))) == 1
    assert tree.xpath("//*[@role='doc-endnotes']//li/@id") == ["fn-1", "fn-2"]
    assert not tree.xpath("//script|//link|//iframe|//@src[starts-with(., 'http')]")
    anchors = {node.get("id") for node in tree.iter() if node.get("id")}
    assert {ref[1:] for ref in tree.xpath("//@href[starts-with(., '#')]")} <= anchors


def test_a_fragment_is_only_the_text() -> None:
    part = made("html", fragment=True).decode()
    assert part.startswith("<p>Waar dit over gaat")
    for tag in ("<html", "<head", "<style", "<h1", TITLE):
        assert tag not in part


def test_epub_is_accessible_and_each_passage_says_its_language(tmp_path: Path) -> None:
    data = made("epub")
    (tmp_path / "book.epub").write_bytes(data)
    tools.epubcheck(tmp_path / "book.epub")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.namelist()[0] == "mimetype"
        package = etree.fromstring(book.read("EPUB/package.opf"))
        pages = {name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}
        cover = book.read("EPUB/media/cover.png")
    assert package.xpath("//*[local-name()='language']/text()") == ["nl", "en"]
    assert cover.startswith(b"\x89PNG")
    assert "cover-image" in etree.tostring(package).decode()
    assert {"schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard"} <= set(
        package.xpath("//@property"))
    toc = pages["EPUB/nav.xhtml"].xpath("//*[@role='doc-toc']//*[local-name()='a']")
    assert [node.text for node in toc] == [TITLE, TITLES[0], "Onder de motorkap", *TITLES[1:], "Noten"]
    quotes = [node.get("{http://www.w3.org/XML/1998/namespace}lang") for page in pages.values()
              for node in page.iter(f"{X}blockquote")]
    assert quotes == ["en", None]
    notes = pages["EPUB/notes.xhtml"]
    assert len(notes.xpath("//*[@role='doc-backlink']")) == 2


def test_word_has_real_styles_footnotes_and_contents(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(made("docx"))
    import docx

    opened = docx.Document(str(tmp_path / "x.docx"))
    by_style = {one.style.name for one in opened.paragraphs if one.style is not None}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Quote", "Credit", "List Paragraph",
            "Code Block"} <= by_style
    assert opened.core_properties.author == "Joitske Hulsebosch, Petra Peeters"
    seen = tools.as_opened_by_writer(tmp_path / "x.docx", "fodt", tmp_path)
    tree = etree.parse(str(seen))
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    assert [" ".join("".join(node.itertext()).split()) for node in tree.iter(f"{text}h")][:2] == [
        TITLES[0], "Onder de motorkap"]
    assert len(list(tree.iter(f"{text}note"))) == 2
    contents = " ".join("".join(node.itertext()) for node in tree.iter(f"{text}table-of-content"))
    assert all(title in contents for title in TITLES)
    assert len(list(tree.iter("{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}image"))) == 2


def test_pdf_is_tagged_has_bookmarks_and_its_own_fonts(tmp_path: Path) -> None:
    tools.need("pdfinfo", "poppler-utils")
    (tmp_path / "x.pdf").write_bytes(made("pdf"))
    about = tools.run("pdfinfo", tmp_path / "x.pdf")
    assert re.search(r"Tagged:\s+yes", about)
    assert f"Title:           {TITLE}" in about
    fonts = tools.run("pdffonts", tmp_path / "x.pdf")
    assert "Literata" in fonts
    assert "Inter" in fonts
    import pypdfium2

    paper = pypdfium2.PdfDocument(str(tmp_path / "x.pdf"))
    titles = [one.get_title() for one in paper.get_toc()]
    paper.close()
    assert titles == [TITLES[0], "Onder de motorkap", *TITLES[1:]]


def test_mail_opens_as_a_draft_with_both_parts() -> None:
    message = message_from_bytes(made("eml"), policy=default)
    assert (message["X-Unsent"], message["Subject"], message["To"], message["From"]) == ("1", TITLE, None, None)
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert "Zie An introduction (https://blog.example/post?a=1&b=2)" in plain.get_content()
    shown = re.findall(r'src="cid:([^"]+)"', rich.get_content())
    assert shown == [part["Content-ID"].strip("<>") for part in message.walk() if part["Content-ID"]]
    assert len(shown) == 2


def test_pictures_lose_what_they_tell_of_their_maker(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "SECRETCAM"
    exif[0x0112] = 6  # lies on its side
    spy = picture_bytes("JPEG", (80, 40), exif=exif)
    assert b"SECRETCAM" in spy
    draft = document("![x](stip.png)\n")
    monkeypatch.setitem(PICTURES, "stip.png", spy)
    page = made("html", draft).decode()
    data = base64.b64decode(re.findall(r"data:image/\w+;base64,([^\"]+)", page)[0])
    assert b"SECRETCAM" not in data
    assert Image.open(io.BytesIO(data)).size == (40, 80)


@pytest.mark.parametrize("form", FORMATS)
def test_a_broken_picture_becomes_its_words(form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PICTURES, "stip.png", b"\x89PNG nothing")
    assert "Een rode stip" in words_of(form, made(form), tmp_path)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("body", ["", "# Only a heading\n", "- \n", "> \n", "word\n", "[^1]\n\n[^1]: \n"])
def test_little_is_enough(form: Form, body: str, tmp_path: Path) -> None:
    data = made(form, document(body, authors=(), tags=(), stamp="", file_id="", template="post"))
    if form == "epub":
        (tmp_path / "x.epub").write_bytes(data)
        tools.epubcheck(tmp_path / "x.epub")
    assert data


@pytest.mark.parametrize("target", TARGETS)
def test_markdown_of_every_flavour_reads_back_as_the_same_words(target: str) -> None:
    text = made("markdown", target=target).decode()  # type: ignore[arg-type]
    body = text.split("---\n\n", 1)[-1] if target != "pelican" else text.split("\n\n", 1)[1]
    again = parse(body, "nl", lambda link: LinkTarget("missing", title=link.target), lambda _name: "")
    ours = " ".join(text_of(document(EVERYTHING).blocks).split())
    theirs = " ".join(text_of(again.blocks).split())
    for words in ours.split(" "):
        assert words.strip("|☑☐") in theirs


def test_a_book_says_its_promise_once_behind_its_title() -> None:
    promise = " ".join(text_of(document().blocks[:1]).split())
    with zipfile.ZipFile(io.BytesIO(made("epub", replace(document(), description=promise)))) as book:
        pages = {name: " ".join("".join(etree.fromstring(book.read(name)).itertext()).split())
                 for name in book.namelist() if name.endswith(".xhtml")}
    assert [name for name, words in pages.items() if promise in words] == ["EPUB/title.xhtml"]


def test_the_chapters_of_a_book_begin_a_page_in_word(tmp_path: Path) -> None:
    import docx

    (tmp_path / "x.docx").write_bytes(made("docx"))
    opened = docx.Document(str(tmp_path / "x.docx"))
    assert opened.styles["Heading 1"].paragraph_format.page_break_before


@pytest.mark.parametrize("target", TARGETS)
def test_an_address_that_stands_bare_is_a_link_to_just_that_address(target: Target) -> None:
    address = "https://jansen.example/mijn_blog_post_2012/en*ster*/"
    draft = document(f"Lees {address}.\n\n> Woorden van een ander.\n>\n> — Jan, {address}\n")
    written = made("markdown", draft, target).decode()
    assert written.count(f"<{address}>") == 2
    assert written.count("jansen.example") == 2
    assert [one.get("href") for one in html.fromstring(made("html", draft)).iter("a")] == [address, address]


def test_a_new_line_of_a_table_and_the_width_of_a_picture_are_none_of_its_words() -> None:
    name = next(iter(PICTURES))
    draft = document(f"| a |\n|---|\n| een<br>twee<BR/> drie |\n\n![[{name}|Een haag|120]]\n")
    page = html.fromstring(made("html", draft))
    (cell,) = page.xpath("//td")
    assert [one.strip() for one in cell.itertext()] == ["een", "twee", "drie"]
    assert page.xpath("//img/@alt") == ["Een haag"]


@pytest.mark.parametrize(("alt", "claims"), [("Een haag", True), ("", False)])
def test_an_epub_claims_words_for_its_pictures_only_where_they_have_some(alt: str, claims: bool) -> None:
    name = next(iter(PICTURES))
    with zipfile.ZipFile(io.BytesIO(made("epub", document(f"Kijk.\n\n![[{name}|{alt}]]\n")))) as book:
        (package,) = [book.read(one).decode() for one in book.namelist() if one.endswith(".opf")]
    assert ("alternativeText" in package) is claims
    assert (">textual<" in package.partition("accessModeSufficient")[2]) is claims


def test_many_blanks_in_the_words_for_a_picture_take_no_longer_than_they_are_long() -> None:
    begun = process_time()
    assert words_for(f"a{' ' * 200_000}| b") == f"a{' ' * 200_000}| b"
    assert process_time() - begun < 8
