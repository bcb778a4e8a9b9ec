"""The title of a draft as the name of a wiki page, which may not hold every sign, and its text with its categories."""

from __future__ import annotations

import re
import unicodedata

from pkm_app.net.outlets.wikitext import wikitext
from pkm_app.share.model import Rendered

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


def page_text(draft: Rendered) -> str:
    """Return the text of a draft's page. Its categories stand below it as links: a page of one's own is in none, by the
    habit of wikis, until it is moved and their colons are taken out."""
    words = wikitext(draft.html)
    named = " ".join(f"[[:Category:{page_name(one)}]]" for one in draft.categories)
    return f"{words}\n\n{named}" if words and named else words
