"""From the Markdown of a draft to the tree that formats are written from. Private parts are cut before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from pkm_app.content.address import without_passwords
from pkm_app.content.language import guess
from pkm_app.content.origin import is_signed, unsigned
from pkm_app.content.syntax import tokens
from pkm_app.share.document import (
    Aside,
    Block,
    CodeBlock,
    Heading,
    Item,
    Items,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
    text_of,
    words_of,
)
from pkm_app.share.inline import InlineReader, split_credit
from pkm_app.share.jumps import Jumps

if TYPE_CHECKING:
    from markdown_it.token import Token

    from pkm_app.share.document import Align, Credit, Inline
    from pkm_app.share.targets import Resolve

_CALLOUT = re.compile(r"[ \t]*\[!([\w-]+)[^\]]*\][-+]?[ \t]*")
_TELLING = 6  # words from which on the language of a paragraph is guessed


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text, its footnotes in order of their numbers, and the places of headings it leads to."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[tuple[Block, ...], ...] = ()
    led: frozenset[int] = frozenset()


def parse(markdown: str, language: str, resolve: Resolve, picture: Callable[[str], str], cards: bool = False,
          origins: Sequence[str] = ()) -> Parsed:
    """Return a text as blocks.

    Links of a text of several files are signed (content.origin), ``origins`` are their paths. ``resolve`` says what a
    link of the vault leads to; ``picture`` gives the name under which a picture of the vault goes along, "" for one
    that does not. With ``cards`` a credit ends in a link to the whole of what is quoted. Raises Refused where the text
    shows a private file.
    """
    stream = tokens(markdown)
    lines = (stream[at + 1].content for at, token in enumerate(stream) if token.type == "heading_open")
    jumps = Jumps(lines, origins)
    if is_signed(markdown):
        _take_signs_off(stream)
    _take_passwords_out(stream)
    return _Reader(stream, language, InlineReader(language, resolve, picture, cards, jumps)).read()


def _take_signs_off(stream: Sequence[Token]) -> None:
    """What is shown is shown without the signs of its file; where links and pictures lead keeps them."""
    for token in stream:
        if token.content and token.type != "inline":
            token.content = unsigned(token.content)
        _take_signs_off(token.children or ())


def _take_passwords_out(stream: Sequence[Token]) -> None:
    """What is shown of an address is shown without a password in it, in code too."""
    for token in stream:
        if "://" in token.content and token.type != "inline":
            token.content = without_passwords(token.content)
        _take_passwords_out(token.children or ())


class _Reader:
    def __init__(self, stream: Sequence[Token], language: str, lines: InlineReader) -> None:
        self._tokens = stream
        self._language = language
        self._lines = lines
        self._at = 0
        self._headings = 0
        self._notes: dict[int, tuple[Block, ...]] = {}

    def read(self) -> Parsed:
        blocks = self._blocks(None)
        count = max(self._notes, default=-1) + 1
        return Parsed(blocks, tuple(self._notes.get(number, ()) for number in range(count)),
                      frozenset(self._lines.led))

    def _blocks(self, closing: str | None) -> tuple[Block, ...]:
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == closing:
                break
            block = self._block(token)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, token: Token) -> Block | None:
        kind = token.type
        if kind == "paragraph_open":
            return self._paragraph()
        if kind == "heading_open":
            self._headings += 1
            return Heading(int(token.tag[1:]), self._inline(), self._headings)
        if kind == "blockquote_open":
            return self._quotation(self._blocks("blockquote_close"))
        if kind in ("bullet_list_open", "ordered_list_open"):
            return self._list(token)
        if kind in ("fence", "code_block"):
            language = token.info.split()[0] if token.info.split() else ""
            return CodeBlock(token.content, language if re.fullmatch(r"[\w+\-]{1,30}", language) else "")
        if kind == "hr":
            return Rule()
        if kind == "table_open":
            return self._table()
        if kind == "footnote_open":
            self._notes[int(token.meta["id"])] = self._blocks("footnote_close")
        return None

    def _paragraph(self) -> Block | None:
        inner = self._inline()
        if not words_of(inner).strip() and not any(not hasattr(one, "words") for one in inner):
            return None
        words = words_of(inner)
        other = guess(words) if len(words.split()) >= _TELLING else ""
        return Paragraph(inner, other if other and other != self._language[:2] else "")

    def _inline(self) -> tuple[Inline, ...]:
        """Read the inline token that comes now and step over the closing one."""
        token = self._tokens[self._at]
        self._at += 2
        inner = self._lines.read(token.children or [])
        if self._lines.task is not None and inner and isinstance(inner[0], Text):
            inner = (Text(inner[0].words.lstrip()), *inner[1:])  # the blank behind the box of a task
        return inner

    def _quotation(self, blocks: tuple[Block, ...]) -> Block | None:
        callout = self._callout(blocks)
        if callout is not None:
            return callout
        credit: Credit | None = None
        source_language = ""
        last = blocks[-1] if blocks else None
        if isinstance(last, Paragraph):
            before, named = split_credit(last.inner)
            if named is not None:
                credit, source_language = self._lines.credit(named)
                blocks = (*blocks[:-1], replace(last, inner=before)) if before else blocks[:-1]
        if not blocks and credit is None:
            return None
        language = source_language or guess(text_of(blocks))
        own = self._language[:2]
        blocks = tuple(replace(one, language="") if isinstance(one, Paragraph) else one for one in blocks)
        return Quote(blocks, credit, language if language and language[:2] != own else "")

    def _callout(self, blocks: tuple[Block, ...]) -> Block | None:
        first = blocks[0] if blocks else None
        if not isinstance(first, Paragraph):
            return None
        mark = _CALLOUT.match(words_of(first.inner))
        if mark is None:
            return None
        title, rest = self._lines.parted(first.inner, mark.end())
        inner = (*((replace(first, inner=rest),) if rest else ()), *blocks[1:])
        kind = mark[1].lower()
        if kind in ("quote", "cite"):
            credit, language = self._lines.credit(title) if title else (None, "")
            return Quote(inner, credit, language if language[:2] != self._language[:2] else "")
        return Aside(words_of(title) or kind.capitalize(), inner)

    def _list(self, opening: Token) -> Items:
        ordered = opening.type == "ordered_list_open"
        closing = opening.type.replace("open", "close")
        items: list[Item] = []
        tight = True
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == closing:
                break
            if token.type == "list_item_open":
                self._lines.task = None
                following = self._tokens[self._at]
                tight = tight and not (following.type == "paragraph_open" and not following.hidden)
                blocks, done = self._item()
                items.append(Item(blocks, done))
        return Items(ordered, tuple(items), int(opening.attrs.get("start", 1)) if ordered else 1, tight)

    def _item(self) -> tuple[tuple[Block, ...], bool | None]:
        """Read an item; the box of a task is the first thing of its first line."""
        found: list[Block] = []
        done: bool | None = None
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == "list_item_close":
                break
            self._lines.task = None
            block = self._block(token)
            if not found and token.type == "paragraph_open":
                done = self._lines.task
            if block is not None:
                found.append(block)
        return tuple(found), done

    def _table(self) -> Table:
        rows: list[list[tuple[Inline, ...]]] = []
        align: list[Align] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if len(rows) == 1:
                    align.append(_alignment(str(token.attrs.get("style", ""))))
                rows[-1].append(self._inline())
        return Table(tuple(rows[0]), tuple(map(tuple, rows[1:])), tuple(align))


def _alignment(style: str) -> Align:
    side = style.partition(":")[2].strip()
    sides: dict[str, Literal["left", "center", "right"]] = {"left": "left", "center": "center", "right": "right"}
    return sides.get(side, "")
