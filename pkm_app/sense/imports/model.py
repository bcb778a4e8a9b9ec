"""What an export says, whatever program it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from pkm_app.base.errors import Problem

ExportKind = Literal["readwise", "hypothesis", "pocket", "instapaper", "bookmarks"]
LONGEST = 100_000  # characters of one text
MOST = 200_000  # things in one export

_RIGHT_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_TAG = re.compile(r"[^\w/-]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that were marked, with what the person thought. ``locator`` is ``p. 14`` or a time, ``made`` ISO 8601."""

    words: str
    comment: str = ""
    colour: str = "yellow"
    locator: str = ""
    prefix: str = ""
    suffix: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One source: an address or a book, with what was marked in it. ``about`` are words about the whole of it;
    ``later``: it was kept to be read still."""

    title: str
    url: str = ""
    author: str = ""
    kind: Literal["article", "page", "book", "podcast", "pdf"] = "page"
    tags: tuple[str, ...] = ()
    marked: tuple[Marked, ...] = ()
    about: str = ""
    created: str = ""
    later: bool = False


@dataclass(slots=True)
class Export:
    """Everything in one file, and a sentence for each thing that could not be read."""

    kind: ExportKind
    items: list[Item] = field(default_factory=list)
    failed: list[Problem] = field(default_factory=list)


def as_tag(text: str) -> str:
    """Return a text as a tag, "" when nothing of it can be one."""
    tag = _TAG.sub("-", text.strip().lstrip("#")).strip("-/")
    return tag if re.search(r"[^\W\d]", tag) else ""


def as_tags(texts: str | list[str], separator: str = ",") -> tuple[str, ...]:
    """Return tags, each once."""
    pieces = texts.split(separator) if isinstance(texts, str) else texts
    return tuple(dict.fromkeys(filter(None, (as_tag(piece) for piece in pieces))))


def moment(text: str) -> str:
    """Return a time as ISO 8601: from seconds since 1970, or from what begins like ISO; "" for anything else."""
    text = text.strip()
    if re.fullmatch(r"\d{9,10}|\d{13}|\d{16}", text):  # some count in thousandths or millionths of a second
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat(timespec="seconds")
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00").replace(" UTC", "+00:00"))
    except ValueError:
        return ""
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat(timespec="seconds")


def decoded(data: bytes) -> str:
    """Return the text of an export, whichever program saved it last: UTF-8, UTF-16 with its mark, else Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A few odd bytes do not make it another encoding; a spreadsheet's does not hold one right sequence of UTF-8.
        odd = data.decode("utf-8-sig", "replace")
        return data.decode("cp1252", "replace") if odd.isascii() or not _RIGHT_UTF8.search(data) else odd


def as_quoted(words: str, by: str) -> str:
    """Return what somebody else wrote as a quotation with its credit, so that it is taken for nobody's own words."""
    return "\n".join(f"> {line}".rstrip() for line in (*words.strip().splitlines(), "", f"— {by}"))


def web_address(text: str) -> str:
    """Return an address of the web without a password in it, "" for anything else."""
    text = text.strip()
    if not re.match(r"https?://[^\s/]", text, re.IGNORECASE) or re.search(r"\s", text) or len(text) > 4000:
        return ""
    return re.sub(r"^(https?://)[^/@]*@", r"\1", text, flags=re.IGNORECASE)
