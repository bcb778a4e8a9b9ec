"""Word: real styles, real footnotes, a list of contents, each passage in its language.

python-docx gives the package and its styles; paragraphs are written as WordprocessingML (ECMA-376 part 1, 17) and
parsed at once, which is many times quicker than adding them one by one.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pkm_app.share.document import (
    Aside,
    Block,
    Break,
    Code,
    CodeBlock,
    Credit,
    Document,
    Heading,
    Image,
    Inline,
    Items,
    Jump,
    Link,
    NoteMark,
    Paragraph,
    Quote,
    Rule,
    Styled,
    Table,
    Text,
    anchors,
    words_of,
)
from pkm_app.share.formats.docxparts import Package, xml_text
from pkm_app.share.formats.html import language_tag
from pkm_app.share.formats.pdf import is_book
from pkm_app.share.wording import word

if TYPE_CHECKING:
    from pkm_app.share.formats.docxparts import Place

_STYLES = {"em": "<w:i/>", "strong": "<w:b/>", "del": "<w:strike/>", "mark": '<w:highlight w:val="yellow"/>'}
_LINKED = '<w:rStyle w:val="Hyperlink"/>'
_PER_PIXEL = 9525  # EMU
_WIDEST = 5_400_000  # EMU: the text is about 15 cm wide


def docx(document: Document) -> bytes:
    """Return a draft as a Word file."""
    package = Package(document)
    body = _Writer(document, package, package.body)
    parts = [body.paragraph("Title", body.run(document.title))]
    if document.authors:
        parts.append(body.paragraph("Subtitle", body.run(", ".join(document.authors))))
    if is_book(document):
        package.chapters_on_pages()
        parts.append(_contents(document, body))
    parts.append(body.blocks(document.blocks))
    notes = _Writer(document, package, package.notes)
    made = [_note(notes, number, blocks) for number, blocks in enumerate(document.notes, 1)]
    out = io.BytesIO()
    package.save(out, "".join(parts), "".join(made))
    return out.getvalue()


def _note(writer: _Writer, number: int, blocks: Sequence[Block]) -> str:
    mark = ('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"> </w:t></w:r>')
    first = blocks[0] if blocks else Paragraph(())
    rest = blocks[1:]
    inner = writer.line(first.inner) if isinstance(first, Paragraph) else ""
    if not isinstance(first, Paragraph):
        rest = blocks
    text = writer.paragraph("FootnoteText", mark + inner) + writer.blocks(rest, "FootnoteText")
    return f'<w:footnote w:id="{number + 1}">{text}</w:footnote>'


def _contents(document: Document, writer: _Writer) -> str:
    """A list of contents that a program can renew, filled in already. Without page numbers it is right as it is."""
    rows = [(one.level, number, words_of(one.inner)) for number, one in enumerate(
        (one for one in document.blocks if isinstance(one, Heading)), 1) if one.level <= 2]
    begin = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
             '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z \\u </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    lines = []
    for place, (level, number, words) in enumerate(rows):
        link = f'<w:hyperlink w:anchor="_Toc{number}" w:history="1">{writer.run(words)}</w:hyperlink>'
        lines.append(writer.paragraph(f"TOC{level}", (begin if place == 0 else "") + link))
    lines.append('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    title = writer.paragraph("TOCHeading", writer.run(word("contents", document.language)))
    return ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{title}{''.join(lines)}</w:sdtContent></w:sdt>")


class _Writer:
    def __init__(self, document: Document, package: Package, place: Place) -> None:
        self._document = document
        self._package = package
        self._place = place
        self._headings = 0
        self._anchors = anchors(document)
        self._language = ""
        self._called: set[int] = set()

    def blocks(self, blocks: Sequence[Block], style: str = "", indent: int = 0) -> str:
        return "".join(self._block(block, style, indent) for block in blocks)

    def paragraph(self, style: str, inner: str, more: str = "") -> str:
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        settings = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
        return f"<w:p>{settings}{inner}</w:p>"

    def run(self, words: str, look: str = "") -> str:
        language = f'<w:lang w:val="{self._language}"/>' if self._language else ""
        settings = f"<w:rPr>{look}{language}</w:rPr>" if look or language else ""
        return f'<w:r>{settings}<w:t xml:space="preserve">{xml_text(words)}</w:t></w:r>'

    def line(self, inner: Sequence[Inline], look: str = "") -> str:
        return "".join(self._inline(one, look) for one in inner)

    def _block(self, block: Block, style: str, indent: int) -> str:
        shift = f'<w:ind w:left="{indent}"/>' if indent else ""
        if isinstance(block, Paragraph):
            return self.paragraph(style, self._in(block.language, block.inner), shift)
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Quote):
            return self._quote(block, indent)
        if isinstance(block, Aside):
            title = self.paragraph("Aside", self.run(block.title, "<w:b/>"))
            return title + self.blocks(block.blocks, "Aside")
        if isinstance(block, Items):
            return self._items(block, 0)
        if isinstance(block, CodeBlock):
            lines = block.words.rstrip("\n").split("\n")
            return self.paragraph("CodeBlock", "<w:r><w:br/></w:r>".join(self.run(one) for one in lines), shift)
        if isinstance(block, Table):
            return self._table(block)
        assert isinstance(block, Rule)
        return self.paragraph("", self.run("⁂"), '<w:jc w:val="center"/>')

    def _heading(self, block: Heading) -> str:
        self._headings += 1
        mark = f'w:id="{self._headings}"'
        inner = (f'<w:bookmarkStart {mark} w:name="_Toc{self._headings}"/>{self.line(block.inner)}'
                 f"<w:bookmarkEnd {mark}/>")
        return self.paragraph(f"Heading{block.level}", inner)

    def _quote(self, block: Quote, indent: int) -> str:
        before, self._language = self._language, language_tag(block.language)
        text = self.blocks(block.blocks, "Quote", indent)
        self._language = before
        return text + (self.paragraph("Credit", self._credit(block.credit)) if block.credit else "")

    def _credit(self, credit: Credit) -> str:
        said = self.run("— ") + self.line(credit.inner)
        if credit.further:
            said += self.run(f", {credit.further}")
        if credit.label:
            said += self.run(" · ")
            label = Text(credit.label)
            said += self._inline(Link(credit.address, (label,)) if credit.address else label, "")
        return said

    def _items(self, block: Items, level: int) -> str:
        number = self._package.list_number(block.ordered, block.start)
        made: list[str] = []
        for item in block.items:
            mark = f'<w:numPr><w:ilvl w:val="{min(level, 8)}"/><w:numId w:val="{number}"/></w:numPr>'
            box = "" if item.done is None else self.run("☑ " if item.done else "☐ ")
            first = True
            for one in item.blocks or (Paragraph(()),):
                if isinstance(one, Items):
                    made.append(self._items(one, level + 1))
                elif isinstance(one, Paragraph) and first:
                    made.append(self.paragraph("ListParagraph", box + self.line(one.inner), mark))
                    first = False
                else:
                    made.append(self._block(one, "ListParagraph", 720 * (level + 1)))
        return "".join(made)

    def _table(self, block: Table) -> str:
        count = max(1, len(block.align))
        grid = "".join(f'<w:gridCol w:w="{9000 // count}"/>' for _ in range(count))
        rows = [self._row(block, block.head, head=True), *(self._row(block, row) for row in block.rows)]
        return ('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
                '<w:tblLook w:firstRow="1"/></w:tblPr>'
                f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{self.paragraph('', '')}")

    def _row(self, block: Table, cells: Sequence[tuple[Inline, ...]], head: bool = False) -> str:
        made = []
        for place, inner in enumerate(cells):
            side = block.align[place] if place < len(block.align) else ""
            where = f'<w:jc w:val="{side}"/>' if side else ""
            words = self.line(inner, "<w:b/>" if head else "")
            made.append(f"<w:tc><w:tcPr/>{self.paragraph('', words, where)}</w:tc>")
        repeated = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
        return f"<w:tr>{repeated}{''.join(made)}</w:tr>"

    def _in(self, language: str, inner: Sequence[Inline]) -> str:
        before, self._language = self._language, language_tag(language) or self._language
        text = self.line(inner)
        self._language = before
        return text

    def _inline(self, one: Inline, look: str) -> str:
        if isinstance(one, Text):
            return self.run(one.words, look)
        if isinstance(one, Styled):
            mark = _STYLES[one.kind]
            return self.line(one.inner, look if mark in look else _ordered(look, mark))
        if isinstance(one, Link):
            if not one.address:
                return self.line(one.inner, look)
            inner = self.line(one.inner, _LINKED + look)
            return f'<w:hyperlink r:id="{self._place.link(one.address)}" w:history="1">{inner}</w:hyperlink>'
        if isinstance(one, Jump):
            number = self._anchors.get(one.place)
            inner = self.line(one.inner, _LINKED + look if number else look)
            return f'<w:hyperlink w:anchor="_Toc{number}" w:history="1">{inner}</w:hyperlink>' if number else inner
        if isinstance(one, Code):
            return self.run(one.words, '<w:rStyle w:val="CodeInline"/>' + look.replace(_LINKED, ""))
        if isinstance(one, Image):
            return self._image(one)
        if isinstance(one, NoteMark):
            return self._mark(one.number)
        assert isinstance(one, Break)
        return "<w:r><w:br/></w:r>" if one.hard else self.run(" ", look)

    def _mark(self, number: int) -> str:
        """Word counts every mark of a note anew, so a second one to the same note is only its number."""
        if number in self._called:
            return self.run(str(number), '<w:vertAlign w:val="superscript"/>')
        self._called.add(number)
        return ('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                f'<w:footnoteReference w:id="{number + 1}"/></w:r>')

    def _image(self, one: Image) -> str:
        picture = self._document.pictures.get(one.name)
        if picture is None or self._place is not self._package.body:
            return self.run(one.alt)
        width = min(_WIDEST, picture.width * _PER_PIXEL)
        inline: Any = self._place.picture(picture.data, width)
        inline.docPr.set("descr", xml_attribute(one.alt))
        return f"<w:r><w:drawing>{self._place.text_of(inline)}</w:drawing></w:r>"


def xml_attribute(text: str) -> str:
    """Return words as XML can hold them."""
    return "".join(char for char in text if char >= " " and not "\ud800" <= char <= "\udfff" and char < "\ufffe")


def _ordered(look: str, mark: str) -> str:
    """Return the look with one more mark, in the order the schema asks for (style, b, i, strike, highlight)."""
    order = (_LINKED, "<w:b/>", "<w:i/>", "<w:strike/>", '<w:highlight w:val="yellow"/>')
    return "".join(one for one in order if one in look or one == mark)
