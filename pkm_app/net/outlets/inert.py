"""Text made inert for WordPress, which does more with a post than show it.

Words in square brackets run as shortcodes, an address alone on its line becomes an embedded player, and a line
end inside a paragraph becomes a break. What a person wrote or quoted means none of these.
"""

from __future__ import annotations

import re
from html import escape

from pkm_app.content.clean import clean_html
from pkm_app.content.elements import BLOCKS
from pkm_app.content.plaintext import canonical_text
from pkm_app.content.postable import postable

_TAG = re.compile(r"(</?[a-zA-Z](?:[^\"<>]|\"[^\"]*\")*+>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_WEB = re.compile(r"(https?):(?=//)", re.IGNORECASE)
_LINES = re.compile(r"[ \t]*[\r\n]+\s*")


def post_content(html: str) -> str:
    """Return HTML as the content of a post: cleaned, and nothing in it runs."""
    pieces = _TAG.split(postable(html).strip())  # texts and tags in turn, a text first
    in_pre = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            if _name(piece) == "pre":
                in_pre += -1 if piece.startswith("</") else 1
        elif not in_pre:
            pieces[index] = _one_line(piece, pieces[index - 1] if index else "<p>",
                                      pieces[index + 1] if index + 1 < len(pieces) else "<p>")
        if not index % 2:
            pieces[index] = _WEB.sub(r"\1&#58;", pieces[index])
    return _brackets(_ampersands("".join(pieces)))


def post_words(text: str) -> str:
    """Return plain words as they stand in the content of a post, in the text or in an attribute."""
    return _brackets(_ampersands(escape(text)))


def post_excerpt(text: str) -> str:
    """Return plain text as the excerpt of a post."""
    return _brackets(_ampersands(escape(text, quote=False)))


def post_title(text: str) -> str:
    """Return plain text as the title of a post; no shortcode runs there."""
    return _ampersands(escape(" ".join(text.split()), quote=False))


def letters(html: str) -> str:
    """Return only the letters and digits of the words in some HTML: what a site must not have lost."""
    return "".join(ch for ch in canonical_text(clean_html(html)) if ch.isalnum())


def _brackets(text: str) -> str:
    return text.replace("[", "&#91;").replace("]", "&#93;")


def _ampersands(text: str) -> str:
    """WordPress reads an escaped ampersand before ``#`` as the beginning of a reference, so ``#`` is written as one."""
    return text.replace("&amp;#", "&amp;&#35;")


def _one_line(text: str, before: str, after: str) -> str:
    if "\n" not in text and "\r" not in text:
        return text
    if not text.strip():
        return "\n" if _name(before) in BLOCKS or _name(after) in BLOCKS else " "
    return _LINES.sub(" ", text)


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""
