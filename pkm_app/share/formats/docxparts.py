"""The package of a Word file: its styles, lists, footnotes and links."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from pkm_app.share.formats.html import language_tag

if TYPE_CHECKING:
    from pkm_app.share.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES_REL = f"{_R}/footnotes"
_LINK_REL = f"{_R}/hyperlink"
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REGIONS = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT"}
_ACCENT, _INK, _SOFT = "744079", "23201C", "6B645B"


def xml_text(text: str) -> str:
    """Return words as text of XML."""
    return _BAD.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Place:
    """A part of the package that can hold links (and, the body, pictures)."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._links: dict[str, str] = {}

    def link(self, address: str) -> str:
        """Return the id of a link to an address."""
        if address not in self._links:
            # under an id of our own: python-docx would compare each with all before it
            known = self._links[address] = f"rIdLink{len(self._links) + 1}"
            self._part.rels.add_relationship(_LINK_REL, address, known, is_external=True)
        return self._links[address]

    def picture(self, data: bytes, width: int) -> Any:
        """Return the element of a picture, as wide as said (EMU)."""
        return self._part.new_pic_inline(io.BytesIO(data), width=width)

    def text_of(self, element: Any) -> str:
        """Return an element as text."""
        from lxml import etree

        return str(etree.tostring(element, encoding="unicode"))


class Package:
    """A Word file in the making."""

    def __init__(self, document: Document) -> None:
        import docx
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        self._docx = docx.Document()
        package = self._docx.part.package
        self._notes = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, b"", package)
        self._has_notes = bool(document.notes)
        if self._has_notes:
            self._docx.part.relate_to(self._notes, _NOTES_REL)
        self.body = Place(self._docx.part)
        self.notes = Place(self._notes)
        self._numbers: list[str] = []
        self._about(document)
        _dress(self._docx, language_tag(document.language))
        self._numbering = self._docx.part.numbering_part.element
        self._next_number = 1 + max(
            (int(one.get(f"{{{_W}}}numId")) for one in self._numbering.findall(f"{{{_W}}}num")), default=0)
        self._bullets = 0

    def list_number(self, ordered: bool, start: int) -> int:
        """Return the number of a list; each ordered one counts for itself."""
        if not ordered and self._bullets:
            return self._bullets
        number = self._next_number
        self._next_number += 1
        if not ordered:
            self._bullets = number
        again = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if ordered else ""
        kind = f'<w:abstractNumId w:val="{901 if ordered else 900}"/>'
        self._numbers.append(f'<w:num w:numId="{number}">{kind}{again}</w:num>')
        return number

    def chapters_on_pages(self) -> None:
        """Let each heading of the first level begin a page."""
        self._docx.styles["Heading 1"].paragraph_format.page_break_before = True

    def save(self, out: BinaryIO, body: str, notes: str) -> None:
        """Write the file: ``body`` and ``notes`` are WordprocessingML."""
        from docx.oxml import parse_xml

        element = self._docx.element.body
        section = element.sectPr
        for child in list(element):
            if child is not section:
                element.remove(child)
        for child in list(parse_xml(f"<w:body {_NAMES}>{body}</w:body>")):
            section.addprevious(child)
        for place, ordered in enumerate((False, True)):
            self._numbering.insert(place, parse_xml(_levels(900 + place, ordered)))
        for number in self._numbers:
            self._numbering.append(parse_xml(number.replace("<w:num ", f"<w:num {_NAMES} ", 1)))
        edges = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in enumerate(("separator", "continuationSeparator")))
        self._notes._blob = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:footnotes {_NAMES}>{edges}{notes}</w:footnotes>"
        ).encode()
        self._docx.save(out)

    def _about(self, document: Document) -> None:
        about = self._docx.core_properties
        about.title = _BAD.sub(" ", document.title)[:255]
        about.author = _BAD.sub(" ", ", ".join(document.authors))[:255]
        about.last_modified_by = ""
        about.comments = ""
        about.subject = _BAD.sub(" ", document.description)[:255]
        about.category = _BAD.sub(" ", ", ".join(document.categories))[:255]
        about.keywords = _BAD.sub(" ", ", ".join(document.tags))[:255]
        about.language = language_tag(document.language)
        try:
            about.created = about.modified = datetime.fromisoformat(document.stamp)
        except ValueError:
            about.created = about.modified = datetime(2020, 1, 1)


def _levels(number: int, ordered: bool) -> str:
    levels = []
    for level in range(9):
        kind = ("decimal", "lowerLetter", "lowerRoman")[level % 3] if ordered else "bullet"
        text = f"%{level + 1}." if ordered else ("•", "–", "▪")[level % 3]
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            '<w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{720 * (level + 1) - 290}" w:hanging="290"/></w:pPr></w:lvl>')
    return (f'<w:abstractNum {_NAMES} w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
            f"{''.join(levels)}</w:abstractNum>")


def _dress(made: Any, language: str) -> None:
    """Give the styles the look of the program, and add those that Word's own list lacks."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    styles = made.styles
    normal = styles["Normal"]
    _font(normal, "Georgia", 11, _INK)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.25
    for level, size in enumerate((20, 15, 12.5, 11.5, 11, 11, 11, 11, 11), 1):
        _font(styles[f"Heading {level}"], "Georgia", size, _INK, bold=True)
        styles[f"Heading {level}"].paragraph_format.space_before = Pt(22 if level == 1 else 16)
        styles[f"Heading {level}"].paragraph_format.space_after = Pt(6)
    _font(styles["Title"], "Georgia", 30, _INK, bold=True)
    border = styles["Title"].element.pPr.find(f"{{{_W}}}pBdr")
    if border is not None:
        styles["Title"].element.pPr.remove(border)
    _font(styles["Subtitle"], "Calibri", 11, _SOFT, italic=False)
    _font(styles["TOC Heading"], "Georgia", 15, _INK, bold=True)
    quote = styles["Quote"]
    _font(quote, "Georgia", 11, _INK, italic=False)
    quote.paragraph_format.left_indent, quote.paragraph_format.space_after = Cm(0.8), Pt(2)
    quote.paragraph_format.keep_with_next = True
    quote.element.get_or_add_pPr().insert(0, _border())
    for name, size in (("TOC 1", 11), ("TOC 2", 10.5), ("Credit", 9), ("Aside", 10.5), ("Code Block", 9.5),
                       ("Footnote Text", 9)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style, {"Credit": "Calibri", "Code Block": "Consolas"}.get(name, "Georgia"), size,
              _SOFT if name == "Credit" else _INK)
        style.paragraph_format.space_after = Pt(3 if name.startswith(("TOC", "Code", "Foot")) else 12)
    styles["TOC 2"].paragraph_format.left_indent = Cm(0.6)
    styles["Credit"].paragraph_format.left_indent = Cm(0.8)
    styles["Credit"].element.get_or_add_pPr().insert(0, _border())
    styles["Aside"].paragraph_format.left_indent = Cm(0.5)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(_ACCENT), True
    styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    _font(styles.add_style("Code Inline", WD_STYLE_TYPE.CHARACTER), "Consolas", 9.5, _INK)
    tag = _REGIONS.get(language, language)
    for element in styles.element.iter(f"{{{_W}}}lang"):
        if tag:
            element.set(f"{{{_W}}}val", tag)


def _border() -> Any:
    from docx.oxml import parse_xml

    return parse_xml(f'<w:pBdr {_NAMES}><w:left w:val="single" w:sz="18" w:space="10" w:color="{_ACCENT}"/></w:pBdr>')


def _font(style: Any, name: str, size: float, colour: str, bold: bool | None = None,
          italic: bool | None = None) -> None:
    from docx.shared import Pt, RGBColor

    font = style.font
    font.name, font.size, font.color.rgb = name, Pt(size), RGBColor.from_string(colour)
    if bold is not None:
        font.bold = bold
    if italic is not None:
        font.italic = italic
    # the fonts of a theme would come before the name
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for key in ("hAnsi", "cs", "eastAsia"):
        fonts.set(f"{{{_W}}}{key}", name)
