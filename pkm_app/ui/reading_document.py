"""An article as a document that fetches and reads nothing by itself.

How to use it: ``make_document(html, look, size, head)`` on cleaned HTML; give it to ``ReadingPane.show_document``.
The result is whole before it is shown: changing a shown document costs a layout each time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextOption,
    QTextTable,
)

from pkm_app.content.pictures import with_pictures
from pkm_app.ui.look import Family, Look
from pkm_app.ui.reading_credits import small_credits
from pkm_app.ui.reading_signs import QUOTE, colour_rules, own_bullets
from pkm_app.ui.theme import Stage

LINE = 1.65  # line height in em
CODE_LINE = 1.4
ROLE = QUOTE + 1  # the colour role of text that is not ink
_LONG_TITLE = 140  # letters; what is longer would fill the window in the size of a title
_HEADINGS = {1: 1.45, 2: 1.25, 3: 1.1}
_AROUND = 16  # pixels above and below a table: Qt drops the margin of what stands before it
_BOXES = ("☐ ", "☑ ")
_PERCENT = re.compile(r"\s(?:width|height)=\"[^\"]*%\"", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above an article; plain text."""

    site: str
    title: str
    line: str


def nothing(kind: int) -> object:
    """Return the empty answer to a request for a resource: an unseen picture, or no text.

    Answering None is not enough: for a picture Qt then tries the name itself as a file of this machine.
    """
    if kind == int(QTextDocument.ResourceType.ImageResource.value):
        unseen = QImage(1, 1, QImage.Format.Format_ARGB32)
        unseen.fill(0)
        return unseen
    return ""


class InertDocument(QTextDocument):
    """A document that opens nothing: Qt would read local pictures and style sheets that the HTML names."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return nothing(kind)


@dataclass(frozen=True, slots=True)
class Prepared:
    """``body_start`` is the position at which the article begins, after its head."""

    document: InertDocument
    body_start: int


def make_document(html: str, look: Look, size: int = 18, head: Head | None = None, stage: Stage = "seek",
                  family: Family = "reading", pictures: Mapping[str, QImage] | None = None) -> Prepared:
    """Return cleaned HTML laid out for reading: one face, even lines, headings in steps, marked quotations.

    ``pictures`` by address are shown where the text holds them, never wider than its column; there are no others.
    """
    document = InertDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(look.font(family, size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultStyleSheet(_style(look, stage))
    text = _PERCENT.sub("", _with_pictures(document, html, pictures or {}))
    document.setHtml(f"<html><body>{text}</body></html>")
    _format_blocks(document, look, size, family)
    own_bullets(document)
    colour_rules(document, look)
    if stage != "seek":
        small_credits(document, look, size, family, ROLE)
    start = _put_head(document, look, head, stage) if head else 0
    _breathe(document)
    return Prepared(document, start)


def body_text(document: QTextDocument) -> str:
    """Return the text of a document with one character for each of its positions (pairs for two)."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText()


def recolour(document: QTextDocument, look: Look, stage: Stage = "seek") -> None:
    """Give head, links and tables of a shown document the colours of the theme of the moment."""
    block = document.begin()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    while block.isValid():
        for fragment in _fragments(block):
            form = fragment.charFormat()
            role = form.property(ROLE) or (stage if form.isAnchor() else "")
            if role:
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                change = QTextCharFormat()
                change.setForeground(look.color(role))
                cursor.mergeCharFormat(change)
        block = block.next()
    for table in _tables(document.rootFrame()):
        _line_cells(table, look)
    colour_rules(document, look)
    cursor.endEditBlock()


def _tables(frame: QTextFrame) -> list[QTextTable]:
    """Return the tables in a frame, those within tables as well."""
    found = []
    for inner in frame.childFrames():
        found += [inner] if isinstance(inner, QTextTable) else []
        found += _tables(inner)
    return found


def _line_cells(table: QTextTable, look: Look) -> None:
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = cell.format().toTableCellFormat()
            form.setBorderBrush(look.color("line"))
            cell.setFormat(form)


def _with_pictures(document: QTextDocument, html: str, pictures: Mapping[str, QImage]) -> str:
    """Give the document the pictures themselves, under names that no article can know."""
    names: dict[str, str] = {}

    def put(address: str, tag: str) -> str:
        image = pictures.get(address)
        if image is None or image.isNull():
            return ""
        if address not in names:
            names[address] = f"pkm-picture:{len(names)}"
            document.addResource(
                int(QTextDocument.ResourceType.ImageResource.value), QUrl(names[address]), image)
        return f'<img src="{names[address]}" style="max-width:100%">'

    return with_pictures(html, put)


def _style(look: Look, stage: Stage) -> str:
    mono = "font-family:'Cascadia Mono','DejaVu Sans Mono','Menlo',monospace"
    line = f"border: 1px solid {look.color('line').name()}"
    # in what others wrote it would look like a highlight of one's own
    marked = f"mark {{ background-color: {look.color('yellow').name()}; }} " if stage == "share" else ""
    return (f"{marked}a {{ color: {look.color(stage).name()}; }} pre, code, kbd, samp {{ {mono}; font-size: 15px; }} "
            f"table {{ border-collapse: collapse; margin-top: {_AROUND}px; margin-bottom: {_AROUND}px; }} "
            f"td, th {{ {line}; padding: 4px 9px; }} th {{ text-align: left; }} "
            f"strong, b, th, dt {{ font-weight: 600; }}")  # the boldest face there is: bolder is smeared


def _format_blocks(document: QTextDocument, look: Look, size: int, family: Family) -> None:
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat(block.blockFormat())
        level = form.headingLevel()
        in_list, code = block.textList() is not None, form.nonBreakableLines()
        code_goes_on = code and block.next().isValid() and block.next().blockFormat().nonBreakableLines()
        last_item = in_list and block.next().textList() is None
        quoted = form.leftMargin() >= 40 and not in_list
        form.setTopMargin(0 if not level else size * 0.9)
        form.setBottomMargin(size * (0.3 if in_list and not last_item else 0.9 if not level else 0.45))
        form.setLeftMargin(size if quoted else form.leftMargin())
        form.setRightMargin(0)
        form.setNonBreakableLines(False)
        form.setLineHeight(round(size * LINE), int(QTextBlockFormat.LineHeightTypes.MinimumHeight.value))
        if quoted:
            form.setProperty(QUOTE, True)
        cursor.setPosition(block.position())
        if code:
            form.setLineHeight(round(size * CODE_LINE), int(QTextBlockFormat.LineHeightTypes.MinimumHeight.value))
            form.setBottomMargin(0 if code_goes_on else size * 0.9)
        if cursor.currentTable() is not None:
            form.setBottomMargin(0 if block.next().isValid() and cursor.currentTable().cellAt(
                block.next().position()) != cursor.currentTable().cellAt(block.position()) else size * 0.3)
        elif not block.text() and _table_at(document, block.position() - 1):
            form.setBottomMargin(0)  # Qt has an empty paragraph behind every table, beside its last row
        if level:
            scale = _HEADINGS.get(level, 1.0)
            form.setLineHeight(round(size * scale * 1.3), int(QTextBlockFormat.LineHeightTypes.MinimumHeight.value))
            _restyle(cursor, block, look.font(family, round(size * scale), 600))
        cursor.setBlockFormat(form)
        if in_list and block.text().startswith(_BOXES):
            _box_for_disc(cursor, block, look.font(family, size))
        block = block.next()


def _table_at(document: QTextDocument, position: int) -> bool:
    cursor = QTextCursor(document)
    cursor.setPosition(max(0, position))
    return cursor.currentTable() is not None


def _box_for_disc(cursor: QTextCursor, block: QTextBlock, font: QFont) -> None:
    """Let the box of a task stand where its list has discs; its words stand where those of the others do."""
    block.textList().remove(block)
    form = QTextBlockFormat()
    form.setTextIndent(-QFontMetricsF(font).horizontalAdvance(block.text()[:2]))
    cursor.mergeBlockFormat(form)


def _restyle(cursor: QTextCursor, block: QTextBlock, font: QFont) -> None:
    """Headings keep the tag's own size step whatever the style says; take it away."""
    for fragment in _fragments(block):
        form = QTextCharFormat(fragment.charFormat())
        form.clearProperty(int(QTextFormat.Property.FontSizeAdjustment.value))
        form.setFont(font)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)
    cursor.setPosition(block.position())


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        found.append(iterator.fragment())
        iterator += 1
    return found


def _put_head(document: QTextDocument, look: Look, head: Head, stage: Stage) -> int:
    cursor = QTextCursor(document)
    first = QTextBlockFormat(document.begin().blockFormat())
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    big = 31 if stage == "seek" else 27  # one's own title is as large as in the field where it is written
    parts = (
        (head.site, look.font("text", 13, 600), stage, 6.0),
        (head.title, look.font("reading", big if len(head.title) <= _LONG_TITLE else 23, 600), "ink", 8.0),
        (head.line, look.font("text", 13), "ink2", 26.0),
    )
    for text, font, role, below in parts:
        if not text:
            continue
        block, chars = QTextBlockFormat(), QTextCharFormat()
        block.setBottomMargin(below)
        kind = QTextBlockFormat.LineHeightTypes.FixedHeight  # the face's own lines are too far apart for a title
        block.setLineHeight(round(1.22 * font.pixelSize()), int(kind.value))
        chars.setFont(font)
        chars.setForeground(look.color(role))
        chars.setProperty(ROLE, role)
        cursor.setBlockFormat(block)
        cursor.insertText(" ".join(text.split()).replace(" · ", "\u00a0· "), chars)  # no line begins with a dot
        cursor.insertBlock(first, QTextCharFormat())
    return cursor.position()


def _breathe(document: QTextDocument) -> None:
    frame = document.rootFrame()
    form = QTextFrameFormat(frame.frameFormat())
    form.setTopMargin(36)
    form.setBottomMargin(48)
    frame.setFrameFormat(form)


def plain_html(text: str) -> str:
    """Return plain text as paragraphs: for what has no HTML."""
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())
