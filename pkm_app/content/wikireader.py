"""Wikitext as HTML, as far as drafts use it: to compare what stands in a wiki with what was sent, and to show it.

It reads what net.outlets.wikitext writes, and what people write into it by hand: headings, lists, tables, quotations,
stress, links, pictures. Templates and other machinery of a wiki stay the words they are written with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

_HEADING = re.compile(r"(={1,6})\s*(.*?)\s*\1\s*\Z")
_ITEM = re.compile(r"([*#]+)\s*(.*)\Z", re.DOTALL)
_PRE = re.compile(r"<pre>(.*?)</pre>", re.DOTALL | re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:blockquote|div|ul|ol|li|p|table|tr|td|th|center)\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"([|!])\s*(?:(?:(?:style|class|scope|colspan|rowspan)=\"[^\"]*\"\s*)+\|(?!\|)\s*)?(.*)\Z",
                   re.DOTALL)
_FILE = re.compile(r"\[\[File:([^\[\]|]+)((?:\|[^\[\]|]*)*)\]\]")
_PAGE = re.compile(r"\[\[(#?)([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
_WEB = re.compile(r"\[((?:https?://|mailto:)[^\s\[\]]+)(?:\s+([^\[\]]*))?\]")
_STRESS = ((re.compile(r"'''(?!')(.+?)'''"), "strong"), (re.compile(r"''(?!')(.+?)''"), "em"))
_CATEGORIES = re.compile(r"^[ \t]*(?:\[\[:?Category:[^\[\]]+\]\][ \t]*)+$", re.MULTILINE | re.IGNORECASE)
_KEPT = "\ue0f0"

Picture = Callable[[str, str], str]


def html_of_wikitext(text: str, picture: Picture = lambda _name, _words: "") -> str:
    """Return wikitext as HTML, to be cleaned as everybody's. ``picture`` gives HTML for a file by its name and its
    words for who cannot see it. Lines that only name categories are none of its words."""
    text = _CATEGORIES.sub("", text)
    code: list[str] = []

    def keep(match: re.Match[str]) -> str:
        code.append(match[1])
        return f"\n\n{_KEPT}{len(code) - 1}{_KEPT}\n\n"

    made = _Reader(picture).blocks(_PRE.sub(keep, text.replace(_KEPT, "")))
    return re.sub(rf"{_KEPT}(\d+){_KEPT}",
                  lambda match: f"<pre>{escape(unescape(code[int(match[1])]), quote=False)}</pre>", made)


class _Reader:
    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._made: list[str] = []
        self._words: list[str] = []

    def blocks(self, text: str) -> str:
        lines = iter(text.split("\n"))
        for line in lines:
            heading, item = _HEADING.match(line), _ITEM.match(line)
            if line.startswith("{|"):
                self._end()
                self._table(lines)
            elif heading and heading[2]:
                self._end()
                level = len(heading[1])
                self._made.append(f"<h{level}>{self._line(heading[2])}</h{level}>")
            elif item:
                self._end()
                self._item(item[1], item[2])
            elif not line.strip() or re.fullmatch(r"-{4,}\s*", line) or _KEPT in line:
                self._end()
                self._made.append("<hr>" if line.startswith("-") else line)
            else:
                self._words_of(line)
        self._end()
        return self._lists("\n".join(self._made))

    def _words_of(self, line: str) -> None:
        """Words of a paragraph, in which tags of blocks end it."""
        at = 0
        for tag in _BLOCK_TAG.finditer(line):
            self._words.append(line[at : tag.start()])
            self._end()
            self._made.append(tag[0])
            at = tag.end()
        self._words.append(line[at:])

    def _end(self) -> None:
        words = "\n".join(self._words).strip()
        if words:
            self._made.append(f"<p>{self._line(words)}</p>")
        self._words = []

    def _item(self, marks: str, words: str) -> None:
        self._made.append(f"{_KEPT}{marks}{_KEPT}{self._line(words)}")

    def _lists(self, text: str) -> str:
        """Put the lines of lists into lists."""
        made: list[str] = []
        open_: list[str] = []

        def close(depth: int) -> None:
            while len(open_) > depth:
                made.append(f"</li></{'ul' if open_.pop() == '*' else 'ol'}>")

        for line in text.split("\n"):
            found = re.match(rf"{_KEPT}([*#]+){_KEPT}", line)
            marks = found[1] if found else ""
            same = 0
            while same < min(len(marks), len(open_)) and marks[same] == open_[same]:
                same += 1
            close(same)
            if not found:
                made.append(line)
                continue
            if same == len(marks):
                made.append("</li>")
            for mark in marks[same:]:
                open_.append(mark)
                made.append("<ul>" if mark == "*" else "<ol>")
            made.append(f"<li>{line[found.end():]}")
        close(0)
        return "\n".join(made)

    def _table(self, lines: Iterator[str]) -> None:
        rows: list[list[tuple[str, list[str]]]] = []
        for line in lines:
            if line.startswith("|}"):
                break
            cell = _CELL.match(line)
            if line.startswith("|-"):
                rows.append([])
            elif cell:
                if not rows:
                    rows.append([])
                rows[-1].append((cell[1], [cell[2]]))
            elif rows and rows[-1]:
                rows[-1][-1][1].append(line)
        made = ["<table>"]
        for row in rows:
            cells = "".join(
                f"<{'th' if mark == '!' else 'td'}>{self._line(chr(10).join(words).strip())}"
                f"</{'th' if mark == '!' else 'td'}>" for mark, words in row)
            made.append(f"<tr>{cells}</tr>")
        self._made += [*made, "</table>"]

    def _line(self, words: str) -> str:
        words = _FILE.sub(self._file, words)
        words = _PAGE.sub(self._page, words)
        words = _WEB.sub(lambda match: f'<a href="{escape(unescape(match[1]))}">{match[2] or match[1]}</a>', words)
        for pattern, tag in _STRESS:
            words = pattern.sub(rf"<{tag}>\1</{tag}>", words)
        return words

    def _file(self, match: re.Match[str]) -> str:
        alt = next((one[4:] for one in match[2].split("|") if one.startswith("alt=")), "")
        return self._picture(match[1], unescape(alt))

    @staticmethod
    def _page(match: re.Match[str]) -> str:
        shown = match[3] if match[3] is not None else match[2]
        return f'<a href="#{match[2]}">{shown}</a>' if match[1] and re.fullmatch(r"fn(?:ref)?-\d+", match[2]) else shown
