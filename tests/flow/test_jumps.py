"""Links between the chapters of a book, and to headings of a draft, lead there in every form that can."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import pytest

from pkm_app.share.formats import Target
from tests.flow.desk import Desk
from tests.flow.test_checking import checking
from tests.flow.test_leaving import book, findings

ONE = "See [[Two]], [[Two#Part|there]], [[#Part]] and [here](#part).\n\n## Part\n\nWords.\n"
TWO = "See [[One#Part]], [[One#No such]] and [[Book]].\n\n## Part\n\nMore words.\n"


def two(desk: Desk) -> str:
    return book(desk, "A promise.\n\n![[One]]\n\n![[Two]]\n", One=ONE, Two=TWO)


@pytest.mark.parametrize(("target", "lines"), [
    ("plain", ["## One", "See [Two](#two), [there](#part-1), [Part](#part) and [here](#part).", "### Part",
               "## Two", "See [Part](#part), One and Book.", "### Part"]),
    ("hugo", ["## One", "See [Two](#h3), [there](#h4), [Part](#h2) and [here](#h2).", "### Part {#h2}",
              "## Two {#h3}", "See [Part](#h2), One and Book.", "### Part {#h4}"]),
    ("obsidian", ["## One", "See [Two](#Two), [there](#Part), [Part](#Part) and [here](#Part).", "### Part",
                  "## Two", "See [Part](#Part), One and Book.", "### Part"]),
])
def test_markdown_leads_to_chapters_and_headings(desk: Desk, target: Target, lines: list[str]) -> None:
    text = desk.export(two(desk), target=target).decode()
    assert [line for line in text.splitlines() if line.startswith(("##", "See"))] == lines


def test_html_and_eml(desk: Desk) -> None:
    html = desk.export(two(desk), "html").decode()
    assert '<a href="#h3">Two</a>, <a href="#h4">there</a>, <a href="#h2">Part</a> and <a href="#h2">here</a>.' in html
    assert set(re.findall(r'href="#(h\d)"', html)) <= set(re.findall(r' id="(h\d)"', html))
    assert 'href="#' not in desk.export(two(desk), "eml").decode()  # mail programs do not go there


def test_epub_leads_from_file_to_file(desk: Desk) -> None:
    with zipfile.ZipFile(io.BytesIO(desk.export(two(desk), "epub"))) as made:
        names = [name for name in made.namelist() if name.endswith(".xhtml")]
        pages = {name.rpartition("/")[2]: made.read(name).decode() for name in names}
    led = [(name, *one) for name, text in pages.items() if name.startswith("chapter")
           for one in re.findall(r'<a href="(chapter-\d\.xhtml)#(h\d)">', text)]
    assert len(led) == 5
    for _, page, place in led:
        assert f' id="{place}"' in pages[page]
    assert ("chapter-2.xhtml", "chapter-3.xhtml", "h3") in led


def test_docx(desk: Desk) -> None:
    with zipfile.ZipFile(io.BytesIO(desk.export(two(desk), "docx"))) as made:
        text = made.read("word/document.xml").decode()
    led = re.findall(r'<w:hyperlink w:anchor="(_Toc\d)" w:history="1">', text)
    assert led == ["_Toc3", "_Toc4", "_Toc2", "_Toc2", "_Toc2"]
    assert set(led) <= set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Toc\d)"/>', text))


def test_pdf(desk: Desk) -> None:
    pdf = pypdfium2.PdfDocument(desk.export(two(desk), "pdf"))
    assert sum(len(_links(pdf[number])) for number in range(len(pdf))) == 5
    pdf.close()


def _links(page: pypdfium2.PdfPage) -> list[int]:
    """The places within the document that a page leads to."""
    raw = pypdfium2.raw
    found = []
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_LINK:
            dest = raw.FPDFLink_GetDest(page.pdf, raw.FPDFAnnot_GetLink(note))
            found += [raw.FPDFDest_GetDestPageIndex(page.pdf, dest)] if dest else []
        raw.FPDFPage_CloseAnnot(note)
    return found


def test_what_leads_somewhere_is_no_finding(desk: Desk) -> None:
    path = two(desk)
    assert [one.message for one in findings(desk, path, "link")] == [
        "The link to “One” goes out as plain words.", "The link to “Book” goes out as plain words."]
    alone = [one.message for one in checking(desk).check("drafts/Book/One.md", "public").findings if one.rule == "link"]
    assert alone == ["The link to “Two” goes out as plain words.", "The link to “there” goes out as plain words."]


def test_a_heading_that_says_the_title_again_is_gone_and_nothing_leads_there(desk: Desk) -> None:
    path = desk.draft("# What grows\n\nSee [[#What grows]], [[#Nothing]] and [[#Part]].\n\n## Part\n\nWords.\n")
    for form in ("html", "pdf", "docx", "epub"):
        assert desk.export(path, form)
    text = desk.export(path).decode()
    assert "See What grows, Nothing and [Part](#part)." in text
