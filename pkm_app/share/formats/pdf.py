"""PDF, by way of typst: here is written what typst sets. Words stand in it as strings only, so none of them is code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    text_of,
    words_of,
)
from pkm_app.share.wording import word

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
_COLUMN = 310  # points: how wide the text stands on the page
_LONG = 150_000  # characters, a third of which are marks
_SHORT = 900  # characters
_BOOK = 3  # chapters from which on a draft gets a cover and a list of contents


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be set: ``source`` in typst's language, ``files`` it shows by name, and whether its letters go beyond
    what the fonts that come along have."""

    source: str
    files: dict[str, bytes] = field(default_factory=dict)
    rare_letters: bool = False


def sheet(document: Document, look: str) -> Sheet:
    """Return a draft to be set. ``look`` is the style, in typst's language."""
    names = {name: f"picture-{number}.{_ENDINGS[one.media_type]}"
             for number, (name, one) in enumerate(document.pictures.items(), 1)}
    writer = _Writer(document, names)
    body = writer.blocks(without_promise(document))
    # the most beautiful breaking of lines takes more than its share of time in a long text
    quick = '#set par(linebreaks: "simple")' if len(body) > _LONG else ""
    source = "\n".join([look, _opening(document), quick, _beginning(document), body, ""])
    return Sheet(source, {names[name]: one.data for name, one in document.pictures.items()}, _rare(source))


def cover_sheet(document: Document, look: str) -> Sheet:
    """Return the cover alone, for a format that wants a picture of it."""
    source = "\n".join([look, _opening(document), _cover(document), ""])
    return Sheet(source, rare_letters=_rare(source))


def string(text: str) -> str:
    """Return words as a string of typst."""
    text = "".join(char if char.isprintable() or char in "\n\t" else " " for char in text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _rare(source: str) -> bool:
    return any(char > "\u052f" and not "\u1e00" <= char <= "\u27bf" for char in source)


def _language(language: str) -> str:
    tag = language[:2].lower()
    return tag if len(tag) == 2 and tag.isascii() and tag.isalpha() else "en"


def _array(texts: Sequence[str]) -> str:
    return "(" + "".join(f"{string(one)}, " for one in texts) + ")"


def _opening(document: Document) -> str:
    date = "none"
    parts = document.stamp[:10].split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        date = f"datetime(year: {int(parts[0])}, month: {int(parts[1])}, day: {int(parts[2])})"
    about = string(document.description) if document.description else "none"
    return (f"#show: look.with(title: {string(document.title)}, authors: {_array(document.authors)}, "
            f"keywords: {_array(document.subjects)}, description: {about}, "
            f"language: {string(_language(document.language))}, date: {date})")


def _cover(document: Document) -> str:
    about = string(document.description) if document.description else "none"
    return f"#cover-page({string(document.title)}, {string(', '.join(document.authors))}, {about})"


def is_book(document: Document) -> bool:
    """Say whether a draft is long enough for a cover and a list of contents."""
    return sum(isinstance(one, Heading) and one.level == 1 for one in document.blocks) >= _BOOK


def without_promise(document: Document) -> tuple[Block, ...]:
    """Return the text of a draft; of a book what stands behind its cover or title page, which says the promise."""
    first = document.blocks[0] if document.blocks else None
    said = isinstance(first, Paragraph) and " ".join(words_of(first.inner).split()) == document.description
    return document.blocks[1:] if said and is_book(document) else document.blocks


def _beginning(document: Document) -> str:
    if is_book(document):
        return f"{_cover(document)}\n#contents({string(word('contents', document.language))})"
    by = string(", ".join(document.authors)) if document.authors else "none"
    return f"#title-block({string(document.title)}, {by})"


class _Writer:
    def __init__(self, document: Document, names: dict[str, str]) -> None:
        self._document = document
        self._names = names
        self._called: set[int] = set()
        self._chapters = is_book(document)
        self._anchors = anchors(document)

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "\n\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self._in_language(self.line(block.inner), block.language)
        if isinstance(block, Heading):
            opening = "#chapter-break()\n" if self._chapters and block.level == 1 else ""
            label = f" <h-{block.place}>" if block.place in self._anchors else ""
            return f"{opening}#heading(level: {block.level})[{self.line(block.inner)}]{label}"
        if isinstance(block, Quote):
            return self._quote(block)
        if isinstance(block, Aside):
            return f"#boxed({string(block.title)})[{self.blocks(block.blocks)}]"
        if isinstance(block, Items):
            return self._items(block)
        if isinstance(block, CodeBlock):
            language = f", lang: {string(block.language)}" if block.language else ""
            return f"#raw(block: true{language}, {string(block.words.rstrip())})"
        if isinstance(block, Table):
            return self._table(block)
        assert isinstance(block, Rule)
        return "#story-break()"

    def line(self, inner: Sequence[Inline]) -> str:
        return "".join(map(self._inline, inner))

    def _inline(self, one: Inline) -> str:
        if isinstance(one, Text):
            return f"#{string(one.words)}"
        if isinstance(one, Styled):
            name = {"em": "emph", "strong": "strong", "del": "strike", "mark": "marked"}[one.kind]
            return f"#{name}[{self.line(one.inner)}]"
        if isinstance(one, Link):
            inner = self.line(one.inner)
            return f"#link({string(one.address)})[{inner}]" if one.address else inner
        if isinstance(one, Jump):
            inner = self.line(one.inner)
            return f"#link(<h-{one.place}>)[{inner}]" if one.place in self._anchors else inner
        if isinstance(one, Code):
            return f"#raw({string(one.words)})"
        if isinstance(one, Image):
            return self._image(one)
        if isinstance(one, NoteMark):
            return self._note(one.number)
        assert isinstance(one, Break)
        return "#linebreak()" if one.hard else '#" "'

    def _image(self, one: Image) -> str:
        picture = self._document.pictures.get(one.name)
        if picture is None:
            return f"#{string(one.alt)}"
        points = picture.width * 0.75
        width = "100%" if points > _COLUMN else f"{points:.0f}pt"
        alt = string(one.alt or word("picture", self._document.language))
        return f"#box(image({string(self._names[one.name])}, alt: {alt}, width: {width}))"

    def _note(self, number: int) -> str:
        if number in self._called:
            return f"#footnote(<fn-{number}>)"
        self._called.add(number)
        blocks = self._document.notes[number - 1] if number <= len(self._document.notes) else ()
        return f"#[#footnote[{self.blocks(blocks)}] <fn-{number}>]"

    def _quote(self, block: Quote) -> str:
        language = f"language: {string(_language(block.language))}" if block.language else ""
        credit = f"credit: [{self._credit(block.credit)}]" if block.credit else ""
        short = "short: true" if len(text_of(block.blocks)) < _SHORT else ""  # stays on one page
        options = ", ".join(filter(None, [credit, language, short]))
        return f"#quotation({options})[{self.blocks(block.blocks)}]"

    def _credit(self, credit: Credit) -> str:
        said = f'#"— "{self.line(credit.inner)}'
        if credit.further:
            said += f"#{string(', ' + credit.further)}"
        if credit.label:
            label = f"#box({string(credit.label)})"  # its words stay together
            said += '#" · "' + (f"#link({string(credit.address)})[{label}]" if credit.address else label)
        return said

    def _items(self, block: Items) -> str:
        made: list[str] = []
        for item in block.items:
            inner = self.blocks(item.blocks)
            if item.done is not None:
                inner = f"#task({'true' if item.done else 'false'})[{inner}]"
            made.append(f"[{inner}]")
        tight = "true" if block.tight else "false"
        marker = ", marker: none, body-indent: 0pt" if any(i.done is not None for i in block.items) else ""
        if block.ordered:
            return f"#enum(tight: {tight}, start: {block.start}, {', '.join(made)})"
        return f"#list(tight: {tight}{marker}, {', '.join(made)})"

    def _table(self, block: Table) -> str:
        sides = ", ".join(side or "left" for side in block.align)
        head = ", ".join(f"[#strong[{self.line(cell)}]]" for cell in block.head)
        rows = [", ".join(f"[{self.line(cell)}]" for cell in row) for row in block.rows]
        lines = ",\n  ".join([f"table.header({head})", *rows])
        return f"#table(columns: {len(block.align)}, align: ({sides},),\n  {lines})"

    def _in_language(self, text: str, language: str) -> str:
        return f"#text(lang: {string(_language(language))})[{text}]" if language else text
