"""HTML: semantic, with an own small style, as a whole page or as a fragment. Also the XHTML of eBooks."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape as _escape

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
)
from pkm_app.share.wording import word

_LANGUAGE_SAFE = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")


_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def escape(text: str, quote: bool = True) -> str:
    """Return words as HTML and XML can hold them, with nothing in them that is markup."""
    return _escape(_BAD.sub("", text), quote)


def language_tag(language: str) -> str:
    """Return a language as a tag, "" for what is none."""
    return language if language and set(language) <= _LANGUAGE_SAFE and len(language) <= 35 else ""


def data_address(document: Document, name: str) -> str:
    """Return a picture as a ``data:`` address: the page needs nothing from elsewhere."""
    picture = document.pictures[name]
    return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"


class HtmlWriter:
    """Writes blocks as HTML, or for an eBook (``epub``) as XHTML with what reading systems know footnotes by.

    ``picture`` gives the address of a picture; ``note_page`` is the file the footnotes stand in, seen from here.
    Words and addresses are escaped: nothing of them is markup.
    """

    def __init__(self, document: Document, picture: Callable[[str], str], epub: bool = False, note_page: str = "",
                 shift: int = 1) -> None:
        self._document = document
        self._picture = picture
        self._epub = epub
        self._end = "/>" if epub else ">"  # of an element that holds nothing
        self._note_page = note_page
        self._shift = shift  # the title is the first heading, so those of the text go down a level
        self.headings = 0
        self._anchors = anchors(document)
        self._called: set[int] = set()

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Return blocks, one a line."""
        return "\n".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        """Return one block."""
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Heading):
            self.headings += 1
            level = min(6, block.level + self._shift)
            return f'<h{level} id="h{self.headings}">{self.line(block.inner)}</h{level}>'
        if isinstance(block, Quote):
            return self._quote(block)
        if isinstance(block, Aside):
            return f"<aside>\n<p><strong>{escape(block.title)}</strong></p>\n{self.blocks(block.blocks)}\n</aside>"
        if isinstance(block, Items):
            return self._items(block)
        if isinstance(block, CodeBlock):
            name = f' class="language-{escape(block.language)}"' if block.language else ""
            return f"<pre><code{name}>{escape(block.words, quote=False)}</code></pre>"
        if isinstance(block, Table):
            return self._table(block)
        assert isinstance(block, Rule)
        return f"<hr{self._end}"

    def line(self, inner: Sequence[Inline]) -> str:
        """Return the words of one block."""
        return "".join(map(self._inline, inner))

    def notes(self) -> str:
        """Return the footnotes as a section of their own, "" where there are none."""
        if not self._document.notes:
            return ""
        language = self._document.language
        kind = ' epub:type="endnotes"' if self._epub else ""
        lines = [f'<section class="notes" role="doc-endnotes"{kind}>', f'<h2 id="notes">{word("notes", language)}</h2>',
                 "<ol>"]
        for number, blocks in enumerate(self._document.notes, 1):
            back = ""
            if number in self._called or self._note_page == "":
                label = escape(f"{word('back', language)} ({number})")
                back = f' <a href="{self._home(number)}#fnref-{number}" role="doc-backlink" aria-label="{label}">↩</a>'
            inner = self.blocks(blocks)
            place = inner.rfind("</p>")
            inner = inner[:place] + back + inner[place:] if place >= 0 and inner.endswith("</p>") else (
                f"{inner}<p>{back.strip()}</p>")
            lines.append(f'<li id="fn-{number}">{inner}</li>')
        return "\n".join([*lines, "</ol>", "</section>"])

    def _home(self, number: int) -> str:
        return ""

    def _paragraph(self, block: Paragraph) -> str:
        only = block.inner[0] if len(block.inner) == 1 else None
        if isinstance(only, Image) and only.name in self._document.pictures:
            return f"<figure>{self._inline(only)}</figure>"
        return f"<p{self._lang(block.language)}>{self.line(block.inner)}</p>"

    def _quote(self, block: Quote) -> str:
        address = block.credit.address if block.credit else ""
        cite = f' cite="{escape(address)}"' if address else ""
        quote = f"<blockquote{cite}{self._lang(block.language)}>\n{self.blocks(block.blocks)}\n</blockquote>"
        if block.credit is None:
            return quote
        said = f"<figcaption>{self.credit(block.credit)}</figcaption>"
        return f'<figure class="quotation">\n{quote}\n{said}\n</figure>'

    def credit(self, credit: Credit) -> str:
        """Return a credit line."""
        parts = [f"— {self.line(credit.inner)}"]
        if credit.further:
            parts[0] += f", {escape(credit.further, quote=False)}"
        if credit.label:
            label = escape(credit.label, quote=False)
            parts.append(f'<a class="whole" href="{escape(credit.address)}">{label}</a>' if credit.address else
                         f'<span class="whole">{label}</span>')
        return " · ".join(parts)

    def _items(self, block: Items) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        tasks = ' class="tasks"' if any(item.done is not None for item in block.items) else ""
        lines = [f"<{tag}{start}{tasks}>"]
        for item in block.items:
            first = item.blocks[0] if item.blocks else None
            bare = block.tight and isinstance(first, Paragraph) and not isinstance(first.inner[0], Image)
            inner = self.line(first.inner) if bare and isinstance(first, Paragraph) else ""
            rest = self.blocks(item.blocks[1:] if bare else item.blocks)
            lines.append(f"<li>{self._box(item.done)}{inner}{rest if not bare or rest else ''}</li>")
        return "\n".join([*lines, f"</{tag}>"])

    def _box(self, done: bool | None) -> str:
        if done is None:
            return ""
        label = word("done" if done else "open", self._document.language)
        return f'<span role="img" aria-label="{label}">{"☑" if done else "☐"}</span> '

    def _table(self, block: Table) -> str:
        def cells(row: Sequence[tuple[Inline, ...]], tag: str) -> str:
            made = []
            for place, inner in enumerate(row):
                side = block.align[place] if place < len(block.align) else ""
                style = f' style="text-align: {side}"' if side else ""
                scope = ' scope="col"' if tag == "th" and inner else ""
                name = "td" if tag == "th" and not inner else tag  # an empty heading of a column names nothing
                made.append(f"<{name}{scope}{style}>{self.line(inner)}</{name}>")
            return "".join(made)

        lines = ["<table>", f"<thead><tr>{cells(block.head, 'th')}</tr></thead>"]
        if block.rows:
            lines += ["<tbody>", *(f"<tr>{cells(row, 'td')}</tr>" for row in block.rows), "</tbody>"]
        return "\n".join([*lines, "</table>"])

    def _inline(self, one: Inline) -> str:
        if isinstance(one, Text):
            return escape(one.words, quote=False)
        if isinstance(one, Styled):
            return f"<{one.kind}>{self.line(one.inner)}</{one.kind}>"
        if isinstance(one, Link):
            inner = self.line(one.inner)
            return f'<a href="{escape(one.address)}">{inner}</a>' if one.address else inner
        if isinstance(one, Jump):
            number = self._anchors.get(one.place)
            return f'<a href="#h{number}">{self.line(one.inner)}</a>' if number else self.line(one.inner)
        if isinstance(one, Code):
            return f"<code>{escape(one.words, quote=False)}</code>"
        if isinstance(one, Image):
            return self.image(one)
        if isinstance(one, NoteMark):
            return self._mark(one.number)
        assert isinstance(one, Break)
        return f"<br{self._end}\n" if one.hard else "\n"

    def image(self, one: Image) -> str:
        """Return a picture, or its words where it does not go along."""
        picture = self._document.pictures.get(one.name)
        if picture is None:
            return escape(one.alt, quote=False)
        return (f'<img src="{escape(self._picture(one.name))}" alt="{escape(one.alt)}" width="{picture.width}" '
                f'height="{picture.height}"{self._end}')

    def _mark(self, number: int) -> str:
        place = "" if number in self._called else f' id="fnref-{number}"'
        self._called.add(number)
        kind = ' epub:type="noteref"' if self._epub else ""
        return (f'<sup><a{place} href="{self._note_page}#fn-{number}" role="doc-noteref"{kind}>{number}</a></sup>')

    def _lang(self, language: str) -> str:
        tag = language_tag(language)
        if not tag:
            return ""
        return f' lang="{tag}" xml:lang="{tag}"' if self._epub else f' lang="{tag}"'


def fragment(document: Document, shift: int = 1) -> str:
    """Return the text alone, for pasting into a page of one's own; its pictures are in it."""
    return _body(document, shift) + "\n"


def mail_fragment(document: Document, picture: Callable[[str], str]) -> str:
    """Return a small page for mail, with its pictures where ``picture`` says."""
    tag = language_tag(document.language)
    writer = HtmlWriter(replace(document, led=frozenset()), picture)  # mail programs do not go there
    inner = "\n".join(filter(None, [writer.blocks(document.blocks), writer.notes()]))
    language = f' lang="{tag}"' if tag else ""
    title = escape(document.title, quote=False)
    return (f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
            f"<h1>{title}</h1>\n{inner}\n</body></html>\n")


def _body(document: Document, shift: int = 1) -> str:
    writer = HtmlWriter(document, lambda name: data_address(document, name), shift=shift)
    return "\n".join(filter(None, [writer.blocks(document.blocks), writer.notes()]))


def page(document: Document, style: str) -> str:
    """Return a whole page that needs nothing from elsewhere. ``style`` is CSS."""
    tag = language_tag(document.language)
    language = f' lang="{tag}"' if tag else ""
    title = escape(document.title)
    head = [
        "<!DOCTYPE html>", f"<html{language}>", "<head>", '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
        "style-src 'unsafe-inline'\">",
        '<meta name="robots" content="noindex">', f"<title>{title}</title>",
    ]
    head += [f'<meta name="author" content="{escape(author)}">' for author in document.authors]
    if document.description:
        head.append(f'<meta name="description" content="{escape(document.description)}">')
    if document.subjects:
        head.append(f'<meta name="keywords" content="{escape(", ".join(document.subjects))}">')
    by = ""
    if document.authors:
        by = f'<p class="by">{escape(", ".join(document.authors), quote=False)}</p>\n'
    return "\n".join([
        *head, f"<style>\n{style.strip()}\n</style>", "</head>", "<body>", "<article>", "<header>",
        f"<h1>{title}</h1>", f"{by}</header>", _contents(document) + _body(document), "</article>",
        "</body>", "</html>", ""])


def _contents(document: Document) -> str:
    """A list of the chapters, where there are several."""
    from pkm_app.share.document import words_of

    rows: list[str] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            number += 1
            if block.level == 1:
                rows.append(f'<li><a href="#h{number}">{escape(words_of(block.inner), quote=False)}</a></li>')
    if len(rows) < 3:
        return ""
    name = word("contents", document.language)
    return f'<nav aria-label="{name}">\n<ol>\n' + "\n".join(rows) + "\n</ol>\n</nav>\n"
