"""Markdown as the words one reads in it, for lists, excerpts and comparisons: roughly, for it is not rendered."""

from __future__ import annotations

import re
from collections.abc import Callable

from pkm_app.content.escaping import unescape_plain


def _cells(row: re.Match[str]) -> str:
    """The words in a row of a table."""
    return " ".join(_BAR.sub(" ", row[0]).split())


def _link(link: re.Match[str]) -> str:
    """The words that a link shows; without words of its own the name it leads to, and the heading there."""
    _, bar, words = link[1].rpartition("|")
    if bar:
        return words
    name, _, heading = link[1].partition("#")
    return " > ".join(part for part in (name, heading) if part and not part.startswith("^"))


_BAR = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r"^([ \t]*)(?:>[ \t]?)*[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*\d{1,9}[.)][ \t]+", re.MULTILINE)
_GAP = re.compile(r"\n(?:[ \t]*\n){2,}")
_Mark = tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]]
_BEFORE: tuple[_Mark, ...] = (  # signs without any of which there is nothing to take away
    (("^",), re.compile(r"^[ \t]*(?:>[ \t]*)*\^[A-Za-z0-9-]+[ \t]*$|(?<=\s)\^[A-Za-z0-9-]+[ \t]*$", re.MULTILINE), ""),
    (("[^",), re.compile(r"\[\^[^\[\]\s]+\]:?"), ""),
    (("[[",), re.compile(r"!?\[\[([^\[\]\n]+)\]\]"), _link),
    (("](",), re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)"), r"\1"),
    (("<http",), re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (("--", "**", "__", "==", "- -", "* *", "```", "~~~"), re.compile(
        r"^[ \t]*(?:>[ \t]?)*(?:(?:[-*_][ \t]*){3,}|={3,}[ \t]*|(?:`{3,}|~{3,}).*"
        r"|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*)$", re.MULTILINE), ""),
    (("|",), re.compile(r"^[ \t]*(?:>[ \t]?)*\|[^\n]*\|[ \t]*$", re.MULTILINE), _cells),
)
_AFTER: tuple[_Mark, ...] = (
    (tuple(">#"), re.compile(r"^[ \t]*(?:(?:>[ \t]?)+(?:[ \t]*\[![\w-]+\][-+]?[ \t]*|#{1,6}[ \t]+)?|#{1,6}[ \t]+)",
                             re.MULTILINE), ""),
    (("*", "_", "`", "~~", "==", "%%", "<!--"), re.compile(
        r"(?<!\\)(?:\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|==(?=\S)|(?<=\S)==|`+)"
        r"|(?<![\w\\])_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|%%|<!--|-->"), ""),
)


def readable(markdown: str, bullet: str = "") -> str:
    """Return the words of Markdown without its marks, on the lines they stand on.

    A link is the words it shows, a row of a table its cells, an item of a list begins with ``bullet``. Ids of
    highlights, footnote marks and lines that only rule something off are gone; what is escaped is said as it is meant.
    """
    text = _without(markdown, _BEFORE)
    if any(sign in text for sign in "-*+"):
        text = _ITEM.sub(lambda item: f"{item[1]}{bullet}", text)
    return _GAP.sub("\n\n", unescape_plain(_without(text, _AFTER))).strip()


def one_line(markdown: str) -> str:
    """Return the words of Markdown on one line, as lists show them; numbers before items say nothing there."""
    return " ".join(_NUMBER.sub("", readable(markdown)).split())


def _without(text: str, marks: tuple[_Mark, ...]) -> str:
    for signs, pattern, instead in marks:
        if any(sign in text for sign in signs):
            text = pattern.sub(instead, text)
    return text
