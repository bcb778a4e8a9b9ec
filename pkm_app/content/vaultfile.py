"""One Markdown file of the vault: front matter and body, read under limits, written by editing the lines meant.

The load and save contract: ``parse_vault_file(data).to_bytes() == data`` for every byte string whatever;
changing one key changes that key's lines and nothing else; changing the body changes the lines of the body
that differ, each line keeping the line end it had, new ones taking the one the file mostly has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from pkm_app.base.errors import Refused
from pkm_app.content.frontmatter import Entry, Field, Unreadable, line, read_front, set_in_front

__all__ = ["Field", "VaultFile", "parse_vault_file"]

_BOM = "\ufeff"
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?:\A|(?<=[\n\r]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_BREAK = re.compile(r"\r\n|\n|\r")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UTF16 = ("\udcff\udcfe", "\udcfe\udcff")  # the byte order marks of UTF-16, as surrogateescape shows them
_MOST_LINES_COMPARED = 5000


@dataclass(frozen=True, slots=True)
class VaultFile:
    """A file as it stands: an immutable value made of its bytes alone.

    ``body`` is everything below the front matter with ``\\n`` as its line end; a byte that is not UTF-8 shows in
    it as U+FFFD and keeps its place in the file as long as its line stays. ``front_readable`` is False when the
    front matter is open-ended, no YAML mapping, beyond the limits of :mod:`frontmatter`, or not UTF-8; such a file is
    private, its body can be edited, its keys cannot.
    """

    text: str = field(repr=False)  # the whole file, BOM and all; bytes that are not UTF-8 as surrogates
    front_start: int = field(compare=False)  # the characters between the --- lines
    front_end: int = field(compare=False)
    body_start: int = field(compare=False)
    front_readable: bool = field(compare=False)
    body: str = field(compare=False)
    entries: tuple[Entry, ...] = field(compare=False, repr=False)

    @classmethod
    def new(cls, fields: Mapping[str, Field], body: str) -> VaultFile:
        """Return a file with these keys, in this order (None is left out), and this body. Line ends are ``\\n``.

        Raises Refused when the fields pass the limits of front matter.
        """
        wanted = {key: value for key, value in fields.items() if value is not None}
        body = _clean(body)
        lines = "".join(line(key, value) + "\n" for key, value in wanted.items())
        head = f"---\n{lines}---\n" if wanted or _OPENING.match(body) or body.startswith(_BOM) else ""
        file = _parse(head + body)
        if not file.front_readable or len(file.entries) != len(wanted):
            raise Refused("This is too much for the lines at the top of a file: {keys}.", keys=", ".join(wanted))
        return file

    @property
    def front(self) -> Mapping[str, object]:
        """What the front matter says: str, bool, int, float, None, lists and dicts by key; dates stay text.

        Empty when there is none or it cannot be read. Of a key that stands there twice the last one counts.
        """
        return {entry.key: entry.value for entry in self.entries}

    @property
    def private(self) -> bool:
        """Whether the whole file stays in: ``private`` is there with any value but the word false, or cannot be read.

        For safety every spelling of the key in capitals and every repetition of it counts, and ``no``, ``0``,
        nothing at all and ``"false"`` in quotes are values but false.
        """
        marks = (entry.value for entry in self.entries if entry.key.strip().casefold() == "private")
        return not self.front_readable or any(value is not False for value in marks)

    def to_bytes(self) -> bytes:
        """Return the file as it is written: for a file that was parsed and not changed, the very same bytes."""
        return self.text.encode("utf-8", "surrogateescape")

    def text_field(self, key: str) -> str:
        """Return a key's value as text as it reads in the file (``2026-11-20``, ``007``, ``true``), "" for none.

        A list gives its items with commas between.
        """
        entry = self._entry(key)
        if entry is None:
            return ""
        return ", ".join(filter(None, entry.items)) if isinstance(entry.value, list) else entry.text

    def list_field(self, key: str) -> tuple[str, ...]:
        """Return a key's value as texts: the items of a list, or one text as a list of one.

        ``tags`` may be written as one text, with commas or blanks between (``tags: one, two``), and with ``#``.
        """
        entry = self._entry(key)
        if entry is None:
            return ()
        items: Sequence[str] = entry.items if isinstance(entry.value, list) else (entry.text,)
        if key == "tags":
            items = [tag.lstrip("#") for item in items for tag in re.split(r"[,\s]+", item)]
        return tuple(item.strip() for item in items if item.strip())

    def with_field(self, key: str, value: Field) -> VaultFile:
        """Return the file with one key set (None takes it out); a file without front matter gets it.

        A key that already says this leaves every byte as it was. Raises Refused when the front matter cannot be
        read, or the key cannot be changed without harming what stands around it; the file is then as it was.
        """
        if not self.front_readable:
            raise Refused("The lines at the top of this file cannot be read, so nothing is changed in them. Mend them "
                          "by hand first.")
        newline = self._newline()
        if self.body_start == self.front_start:  # no front matter yet; a BOM may stand before it
            if value is None:
                return self
            before, after = self.text[: self.body_start], self.text[self.body_start :]
            if newline == "\r" and after.startswith("\n"):  # together they would be one line end
                newline = "\n"
            return _parse(f"{before}---{newline}---{newline}{after}").with_field(key, value)
        front = self.text[self.front_start : self.front_end]
        changed = set_in_front(front, self.entries, key, value, newline)
        return self if changed == front else _parse(
            self.text[: self.front_start] + changed + self.text[self.front_end :])

    def with_body(self, body: str) -> VaultFile:
        """Return the file with another body; lines that stay keep their bytes, line ends included.

        A body that begins with a ``---`` line in a file without front matter is read as front matter, as any other
        program would read it. Raises Refused for a file that is not UTF-8 but UTF-16.
        """
        body = _clean(body)
        if body == self.body:
            return self
        if self.text.startswith(_UTF16):
            raise Refused("This file is written in UTF-16, which cannot be edited here. Save it as UTF-8 first.")
        head, newline = self.text[: self.body_start], self._newline()
        if self.body_start > self.front_start and not head.endswith(("\n", "\r")):  # the closing --- was the very end
            head += newline
        joined = _joined(self.text[self.body_start :], body, newline)
        if head.endswith("\r") and joined.startswith("\n"):  # together they would be one line end
            joined = "\r" + joined
        return _parse(head + joined)

    def _entry(self, key: str) -> Entry | None:
        return next((entry for entry in reversed(self.entries) if entry.key == key), None)

    def _newline(self) -> str:
        ends = _BREAK.findall(self.text)
        return max(("\n", "\r\n", "\r"), key=ends.count)


def parse_vault_file(data: bytes) -> VaultFile:
    """Read a file of the vault. Never raises and never hangs, whatever the bytes."""
    return _parse(data.decode("utf-8", "surrogateescape"))


def _parse(text: str) -> VaultFile:
    begin = len(_BOM) if text.startswith(_BOM) else 0
    opening = _OPENING.match(text, begin)
    if opening is None:
        return VaultFile(text, begin, begin, begin, not text.startswith(_UTF16), _clean(text[begin:]), ())
    closing = _CLOSING.search(text, opening.end())
    if closing is None:  # never closed: all of it is body, and for safety all of it is private
        return VaultFile(text, begin, begin, begin, False, _clean(text[begin:]), ())
    start, end = opening.end(), closing.start()
    readable = True
    entries: tuple[Entry, ...] = ()
    try:
        entries = read_front(text[start:end])
    except Unreadable:
        readable = False
    return VaultFile(text, start, end, closing.end(), readable, _clean(text[closing.end() :]), entries)


def _clean(text: str) -> str:
    return _SURROGATES.sub("\ufffd", _BREAK.sub("\n", text))


def _joined(old: str, new: str, newline: str) -> str:
    """Return ``new`` (with ``\\n``) as it stands in a file in which ``old`` stood: lines that stay keep their bytes."""
    old_lines, old_ends = _BREAK.split(old), [*_BREAK.findall(old), ""]
    new_lines = new.split("\n")
    lines, ends = list(new_lines), [newline] * len(new_lines)
    for i, j, size in _same(list(map(_clean, old_lines)), new_lines):
        for step in range(size):
            lines[j + step] = old_lines[i + step]
            ends[j + step] = old_ends[i + step] or newline
    ends[-1] = ""
    joined = "".join(text + end for text, end in zip(lines, ends, strict=True))
    # Ends that were apart (\r, then \n) may have come together as one: then all lines get the same end.
    return joined if _clean(joined) == new else newline.join(new_lines)


def _same(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Return runs of lines that stayed, as (place in old, place in new, length): the same beginning and end, and
    what is the same between them where there is not too much to compare."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    runs = [(0, 0, head), (len(old) - tail, len(new) - tail, tail)]
    between = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(between[0]) + len(between[1]) <= _MOST_LINES_COMPARED:
        matcher = SequenceMatcher(None, *between, autojunk=False)
        runs += [(head + block.a, head + block.b, block.size) for block in matcher.get_matching_blocks()]
    return runs
