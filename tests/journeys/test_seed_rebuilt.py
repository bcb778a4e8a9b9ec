"""The seed rebuilt: an eBook of three chapters, each excerpt credited, composed by the program, judged outside it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from pkm_app.content.private import cut_private
from tests.journeys import seed
from tests.journeys.program import Program
from tests.servers import tools

pytestmark = pytest.mark.slow

KNOWN = seed.catalogue()


@pytest.fixture
def book(program: Program) -> str:
    """Compose the eBook through the program; the vault holds the sources and a note for each chapter."""
    files, ids = seed.source_files()
    for path, data in files.items():
        file = program.vault / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    words: list[str] = []
    for title, story in seed.CHAPTERS.items():
        below = f"[^1]\n\n[^1]: {seed.NOTES[title]}\n" if title in seed.NOTES else "\n"
        note = program.json("note", title, "--lang", "nl", stdin=story + below)
        words += ["--from", note["note_id"]]
        for excerpt, highlight in zip(seed.EXCERPTS, ids, strict=True):
            if excerpt.chapter == title:
                words += ["--from", highlight]
    for name in seed.COMPILERS:
        words += ["--compiler", name]
    made = program.json("draft", "--template", "ebook", "--title", seed.TITLE, "--lang", "nl", *words)
    index = program.vault / made["path"]
    text = index.read_text(encoding="utf-8")
    text = re.sub(r"%% De belofte.*?%%", seed.PROMISE, text)
    for line in seed.COMPILERS.values():
        text = re.sub(r"%% Wie is dit.*?%%", line, text, count=1)
    index.write_text(text, encoding="utf-8")
    return str(made["draft_id"])


def export(program: Program, book: str, form: str, folder: Path) -> Path:
    file = folder / f"seed.{ {'markdown': 'md'}.get(form, form) }"
    done = program.json("export", book, "--format", form, "-o", str(file))
    assert done["bytes"] == file.stat().st_size
    return file


def squeezed(text: str) -> str:
    """Words without what programs make of blanks, hyphens and quotation marks."""
    return re.sub(r"[\s\u00ad\u2060\\-]+", "", text).translate(str.maketrans("“”‘’–", "\"\"''-")).replace("-", "")


def credits_of() -> Iterator[tuple[seed.Excerpt, str]]:
    for excerpt in seed.EXCERPTS:
        yield excerpt, seed.address_of(excerpt, KNOWN[excerpt.source])


def assert_whole(text: str) -> None:
    """Every chapter, every excerpt, every credit, and where it is known or not."""
    said = squeezed(text)
    for part in (seed.TITLE, seed.PROMISE, *seed.CHAPTERS, *seed.CHAPTERS.values(), *seed.NOTES.values(),
                 *seed.COMPILERS, *seed.COMPILERS.values(), "Bronnen", seed.VIA):
        assert squeezed(part) in said, part
    for excerpt, _address in credits_of():
        for part in (excerpt.words, excerpt.named, excerpt.own):
            assert squeezed(part) in said, part
    unknown = sum(not address for _, address in credits_of())
    assert unknown >= 3
    assert said.count(squeezed("adres onbekend")) >= unknown
    assert "%%" not in text
    assert "[[" not in text


def assert_below(notes: list[str]) -> None:
    """What stands below the page is what was written there, once each."""
    assert len(notes) == len(seed.NOTES)
    for said, wanted in zip(notes, seed.NOTES.values(), strict=True):
        assert squeezed(wanted) in squeezed(said)


def test_the_check_takes_an_unknown_address_for_a_note_and_no_fault(program: Program, book: str) -> None:
    result = program.json("check", book)
    assert result["passed"]
    levels = {one["rule"]: one["level"] for one in result["findings"]}
    assert levels["address"] == "note"
    assert "credit" not in levels
    assert "own-words" not in levels


def test_chapters_are_files_in_one_folder(program: Program, book: str) -> None:
    folder = program.vault / "drafts" / "Social Learning - Aan de slag!"
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["1. Wat is Social Learning.md", "2. Hoe zet je Social Learning in.md",
                     "3. Social learning in de praktijk.md", "index.md"]
    assert "Leid dit citaat in" in (folder / names[0]).read_text(encoding="utf-8")
    assert "Leid dit citaat in" not in cut_private((folder / names[0]).read_text(encoding="utf-8"), "public").text


def test_the_seed_as_an_epub(program: Program, book: str, tmp_path: Path) -> None:
    file = export(program, book, "epub", tmp_path)
    tools.epubcheck(file)
    with zipfile.ZipFile(file) as opened:
        pages = {name: etree.fromstring(opened.read(name)) for name in opened.namelist() if name.endswith(".xhtml")}
    assert_whole(" ".join("".join(page.itertext()) for page in pages.values()))
    links = {ref for page in pages.values() for ref in page.xpath("//@href") if ref.startswith("http")}
    assert links == {address for _, address in credits_of() if address}
    epub = "{http://www.idpf.org/2007/ops}type"
    nodes = [node for page in pages.values() for node in page.iter()]
    (below,) = [node for node in nodes if node.get("role") == "doc-endnotes"]
    assert_below(["".join(node.itertext()) for node in below.iter("{http://www.w3.org/1999/xhtml}li")])
    marks = [node for node in nodes if node.get(epub) == "noteref"]
    assert len(marks) == len(seed.NOTES)
    quotes = [node for page in pages.values() for node in page.iter("{http://www.w3.org/1999/xhtml}blockquote")]
    assert len(quotes) == len(seed.EXCERPTS)
    tagged = [node.get("lang") or "nl" for node in quotes]
    assert tagged == [KNOWN[one.source]["language"] for one in seed.EXCERPTS]
    for excerpt, quote in zip(seed.EXCERPTS, quotes, strict=True):
        figure = quote.getparent()
        labels = figure.xpath(".//*[@class='whole']")
        address = seed.address_of(excerpt, KNOWN[excerpt.source])
        assert len(labels) == 1
        assert labels[0].get("href", "") == address
        assert seed.VIA in "".join(figure.itertext())


def test_the_seed_for_word(program: Program, book: str, tmp_path: Path) -> None:
    file = export(program, book, "docx", tmp_path)
    seen = tools.as_opened_by_writer(file, "fodt", tmp_path)
    tree = etree.parse(str(seen))
    assert_whole("".join(tree.getroot().itertext()))
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    headings = ["".join(node.itertext()) for node in tree.iter(f"{text}h")]
    assert [one for one in headings if one[:2] in ("1.", "2.", "3.")] == [
        f"{number}. {title}" for number, title in enumerate(seed.CHAPTERS, 1)]
    contents = " ".join("".join(node.itertext()) for node in tree.iter(f"{text}table-of-content"))
    assert all(title in contents for title in (*seed.CHAPTERS, "Bronnen"))
    notes = [node for node in tree.iter(f"{text}note") if node.get(f"{text}note-class") == "footnote"]
    assert_below(["".join(node.itertext()) for node in notes])
    with zipfile.ZipFile(file) as opened:
        assert "word/footnotes.xml" in opened.namelist()


def test_the_seed_on_paper(program: Program, book: str, tmp_path: Path) -> None:
    tools.need("pdftotext", "poppler-utils")
    file = export(program, book, "pdf", tmp_path)
    assert_whole(tools.run("pdftotext", file, "-"))
    assert re.search(r"Tagged:\s+yes", tools.run("pdfinfo", file))


def test_the_seed_as_a_web_page_and_as_markdown(program: Program, book: str, tmp_path: Path) -> None:
    file = export(program, book, "html", tmp_path)
    tools.nu_checker(file)
    tree = html.fromstring(file.read_bytes())
    assert_whole(str(tree.text_content()))
    assert not tree.xpath("//a[@href='#']")
    assert_below([node.text_content() for node in tree.xpath("//*[@role='doc-endnotes']//li")])
    outside = {ref for ref in tree.xpath("//@href") if not ref.startswith("#")}
    assert outside == {address for _, address in credits_of() if address}
    text = export(program, book, "markdown", tmp_path).read_text(encoding="utf-8")
    assert_whole(text.replace("&gt;", ">").replace("\\", ""))
    assert "](#)" not in text
