"""The title of a draft as the name of a wiki page, which may not hold every sign."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", "{": "(", "}": ")", "|": "¦", "#": "＃", "/": "⁄",
                        "_": " ", "\ufffd": "?"})
_REFERENCE = re.compile(r"&(?=#?[A-Za-z0-9\x80-\U0010ffff]+;)")
_PERCENT = re.compile(r"%(?=[0-9A-Fa-f]{2})")
_TILDES = re.compile(r"~(?=~~)")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]|[^\\S ]")  # MediaWiki drops marks of direction
_MOST = 180  # bytes; MediaWiki takes 255, of which namespace, user and folder need some


def page_name(title: str) -> str:
    """Return a title as the last part of a page's name: what a wiki forbids is replaced by what looks alike."""
    name = unicodedata.normalize("NFC", title).translate(_ALIKE)
    name = _MARKS.sub(" ", "".join(char for char in name if char.isprintable() or char.isspace()))
    name = _TILDES.sub("∼", _PERCENT.sub("％", _REFERENCE.sub("＆", name)))
    name = " ".join(name.split())
    if name in (".", ".."):
        name = name.replace(".", "․")
    while len(name.encode()) > _MOST:
        name = name[:-1].rstrip()
    return name.lstrip(":").strip() or "…"
