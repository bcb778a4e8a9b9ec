"""What became of what left: placed or published, with the words it has there now beside those that were sent."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from pkm_app.content.asmarkdown import markdown_of
from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.content.repainting import Picture
from pkm_app.content.wikilinks import WikiLink
from pkm_app.content.wikireader import html_of_wikitext
from pkm_app.share.document import Document
from pkm_app.share.fate import Fate
from pkm_app.share.flavoured import common_markdown
from pkm_app.share.formats.post import SIGNS, Post, post
from pkm_app.share.model import Remote
from pkm_app.share.parse import parse
from pkm_app.share.targets import LinkTarget

_TAG = re.compile(r"<[a-z!/][^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Left:
    """One record of what left: ``record_id`` and ``path`` of its file, ``placed_url`` where it was placed, ``url``
    where it can be read ("" while it is only placed), ``replies`` how
    many were captured under it, ``along`` what went with the text: tags, categories, excerpt, featured, pictures.
    ``state`` tells of what is only placed why it is not to be read yet (see share.fate.state_of), ``due`` when it will
    be published, as ISO 8601, "" where nothing is known of that."""

    record_id: str
    path: str
    title: str
    draft_id: str
    outlet: str
    audience: str
    sent: str
    remote_id: str
    fate: Fate = "placed"
    url: str = ""
    placed_url: str = ""
    replies: int = 0
    along: tuple[tuple[str, str], ...] = ()
    state: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to what left, kept as a source: who gave it ``by``, its ``words``, and how far they may go (no,
    anonymous, named)."""

    source_id: str
    path: str
    by: str
    words: str
    consent: str
    created: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a comparison: as it was sent and stands there still, taken out there, or put in there; or, where
    ``what`` is named (title, excerpt, tags, categories), something beside the text."""

    kind: Literal["same", "out", "in"]
    words: str
    what: str = ""


def words_there(remote: Remote, language: str = "") -> str:
    """Return the words of a post as plain text, whatever the outlet writes them in; ``language`` is the draft's."""
    if remote.markup == "wikitext":
        return canonical_text(clean_html(html_of_wikitext(remote.html)))
    if remote.markup == "markdown":
        return words_sent(common_markdown(remote.html, _has_title(remote)), language)
    if not _TAG.search(remote.html):
        return remote.html
    return canonical_text(clean_html(remote.html))


def markdown_there(remote: Remote) -> str:
    """Return a post as Markdown with its structure, whatever the outlet writes it in; a Markdown file as it is, without
    its front matter."""
    if remote.markup == "wikitext":
        return markdown_of(html_of_wikitext(remote.html, lambda _name, words: escape(words)))
    if remote.markup == "markdown":
        return common_markdown(remote.html, _has_title(remote)).strip("\n") + "\n"
    return markdown_of(remote.html)


def _has_title(remote: Remote) -> bool:
    """Say whether a file begins with its title."""
    first = remote.html.partition("\n# ")[2].partition("\n")[0].strip()
    return plain_words(first) == plain_words(remote.title)


def plain_words(text: str) -> str:
    """Return only the letters and digits of a line."""
    return "".join(char for char in text if char.isalnum())


def words_sent(markdown: str, language: str = "") -> str:
    """Return the words of a draft as plain text; ``markdown`` is what is kept of what left."""
    return canonical_text(clean_html(html_sent(markdown, language)))


def html_sent(markdown: str, language: str = "") -> str:
    """Return what left as HTML without its pictures, made of what is kept of it as it was made when it left."""
    return SIGNS.sub("", post_sent(markdown, language).html)


def post_sent(markdown: str, language: str = "") -> Post:
    """Return what left as a post, with a sign for each picture that is named in it."""
    named: dict[str, Picture] = {}

    def nowhere(link: WikiLink) -> LinkTarget:
        return LinkTarget("missing", title=link.target)

    def picture(name: str) -> str:
        named[name] = Picture(b"", "", 0, 0)
        return name

    parsed = parse(markdown, language, nowhere, picture)
    document = Document("", language, parsed.blocks, parsed.notes, pictures=named)
    return post(document, shift=0)  # what is kept has its headings where the post has them


def difference(sent: str, there: str) -> tuple[Piece, ...]:
    """Compare two texts paragraph by paragraph; white space does not count. Both equal: every piece is "same"."""
    one, two = _paragraphs(sent), _paragraphs(there)
    pieces: list[Piece] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces += [Piece("same", words) for words in one[a:b]]
        else:
            pieces += [Piece("out", words) for words in one[a:b]] + [Piece("in", words) for words in two[c:d]]
    return tuple(pieces)


def is_changed(pieces: Sequence[Piece]) -> bool:
    """Say whether a comparison found anything."""
    return any(piece.kind != "same" for piece in pieces)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
