"""Words of others in one's own text: block quotations whose last line is their credit, and whose words are whose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pkm_app.content.escaping import escape_plain, unescape_plain
from pkm_app.content.quoteblocks import QuoteBlock, as_quote, plain_words, quote_blocks, quote_lines
from pkm_app.content.wikilinks import WikiLink, link_to, links

__all__ = ["Quotation", "WordCounts", "escape_plain", "quotation", "read_quotations", "unescape_plain", "word_counts"]

_CREDIT = re.compile(r"[ \t]*(?:—|–|―|--)[ \t]*(\S.*)")
_CALLOUT_MARK = re.compile(r"[ \t]*\[![^\]]*\][-+]?[ \t]*")
_QUOTING_CALLOUTS = ("quote", "cite")
_ADDRESS_LINK = re.compile(
    r"!?\[((?:\\.|[^\[\]\\\n])*)\]\((?:<[^<>\n]*>|(?:[^\s()<>]|\([^\s()<>]*\))*)(?:[ \t][^()\n]*)?\)")
_BLOCK_ID = re.compile(r"(?:^|[ \t])\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE)
_BARE_ADDRESS = re.compile(r"<?\b(?:https?|mailto):[^\s<>]+>?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation as it stands in a body.

    ``text`` is its plain words without the credit, ``credit`` the plain words of the credit line ("" when it has
    none), ``target`` (without ``.md``) and ``highlight_id`` what the credit's link leads to.
    ``start`` and ``end`` are its lines.
    """

    text: str
    target: str
    highlight_id: str
    credit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words are one's ``own`` and how many ``quoted``; credits are nobody's."""

    own: int
    quoted: int


def quotation(quote: str, target: str, highlight_id: str, author: str, title: str) -> str:
    """Return plain words as a block quotation whose last line credits them, so that both move together.

    ``target`` is the source's file name without ``.md``. Without author and title the credit shows the name.
    There is no line end behind it.
    """
    words = ", ".join(part for part in (" ".join(author.split()), " ".join(title.split())) if part)
    link = link_to(target, words or target, highlight_id)
    return as_quote([*quote_lines(quote), "", f"— {link}"])


def read_quotations(body: str) -> list[Quotation]:
    """Return the block quotations of a body, in order; of callouts only ``> [!quote] Who`` and ``[!cite]``."""
    return [_read(block) for block in quote_blocks(body) if _quotes(block)]


def word_counts(body: str) -> WordCounts:
    """Count words: whatever stands between blanks and has a letter or digit in it, in any script.

    Quotations and quoting callouts count as quoted, their credits for nobody, all else as one's own. Of links the
    words shown count, of addresses and block ids none. Private parts count: cut them first.
    """
    own: list[str] = []
    quoted = end = 0
    for block in quote_blocks(body):
        if _quotes(block):
            own.append(body[end : block.start])
            end = block.end
            text, _ = _parted(block)
            quoted += _count("\n".join(text))
    own.append(body[end:])
    return WordCounts(sum(map(_count, own)), quoted)


def _quotes(block: QuoteBlock) -> bool:
    return not block.callout or block.callout in _QUOTING_CALLOUTS


def _parted(block: QuoteBlock) -> tuple[tuple[str, ...], str]:
    """Return the lines of the quotation proper, and the Markdown of its credit."""
    lines = block.lines
    if block.callout:
        return lines[1:], _CALLOUT_MARK.sub("", lines[0]).strip()
    last = next((place for place in range(len(lines) - 1, -1, -1) if lines[place].strip()), 0)
    credit = _CREDIT.fullmatch(lines[last])
    return (lines[:last], credit[1].strip()) if credit else (lines, "")


def _read(block: QuoteBlock) -> Quotation:
    lines, credit = _parted(block)
    found = links(credit)
    first = found[0] if found else WikiLink("", "", "", "", False, 0, 0)
    highlight_id = first.block if first.block.startswith("hl-") else ""
    words = unescape_plain(_shown(credit))
    target = first.target.removesuffix(".md")
    return Quotation(plain_words(lines), target, highlight_id, " ".join(words.split()), block.start, block.end)


def _shown(markdown: str) -> str:
    """Return Markdown with its links as the words they show, still escaped."""
    parts: list[str] = []
    end = 0
    for link in links(markdown):
        parts += [markdown[end : link.start], escape_plain(link.words or ("" if link.embed else link.target))]
        end = link.end
    return _ADDRESS_LINK.sub(r"\1", "".join([*parts, markdown[end:]]))


def _count(markdown: str) -> int:
    text = _BARE_ADDRESS.sub(" ", _BLOCK_ID.sub("", _shown(markdown)))
    text = re.sub(r"^[ \t>]*\[![^\]]*\]", "", text, flags=re.MULTILINE)
    text = re.sub(r"^[ \t>]*\d{1,9}[.)][ \t]", "", text, flags=re.MULTILINE)  # the number of a list is not a word
    # most words begin with a letter, and there are many
    return sum(word[0].isalnum() or any(map(str.isalnum, word)) for word in unescape_plain(text).split())
