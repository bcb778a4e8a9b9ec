"""What a draft will be where it is sent, as near as can be told here: nothing is asked for it, and nothing leaves."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Literal

from pkm_app.share.aftermath import post_sent
from pkm_app.share.flavoured import PICTURES, common_markdown
from pkm_app.share.formats.post import SIGNS
from pkm_app.share.model import PLACE_OF_PICTURE, Rendered, Shown

Fact = Literal["page", "folder", "from", "subject", "tags", "categories", "excerpt", "featured", "pictures"]
Source = Literal["", "wikitext", "plain", "markdown"]

_HOST = "https://picture.invalid/"  # no address of anywhere: under it a preview finds its pictures


@dataclass(frozen=True, slots=True)
class Preview:
    """``html`` is the text as it will stand there, to be cleaned before it is shown; its ``pictures`` by the addresses
    it names them with. ``facts`` is what goes along beside the text, in order. ``source`` is what is sent where that
    is not HTML, or not only, and ``source_kind`` in what it is written. ``cut`` private parts stayed in."""

    title: str
    html: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    facts: tuple[tuple[Fact, str], ...] = ()
    source: str = ""
    source_kind: Source = ""
    cut: int = 0


def preview_of(draft: Rendered, html: str = "", facts: Sequence[tuple[Fact, str]] = (), source: str = "",
               source_kind: Source = "") -> Preview:
    """Return the preview of a draft as it is, or as the ``html`` that an outlet makes of it. Facts that say nothing
    are left out."""
    return Preview(draft.title, shown_html(html or draft.html, draft.pictures),
                   {address(one.name): one.data for one in draft.pictures},
                   tuple(fact for fact in facts if fact[1]), source, source_kind, draft.cut)


def beside(draft: Rendered) -> list[tuple[Fact, str]]:
    """Return the facts of a draft whose tags, categories, picture for the whole and excerpt all go along."""
    cover = draft.pictures[draft.featured] if draft.featured >= 0 else None
    return [("tags", ", ".join(draft.tags)), ("categories", ", ".join(draft.categories)),
            ("featured", cover.alt or cover.name if cover else ""), ("excerpt", draft.excerpt)]


def shown_html(html: str, pictures: Sequence[Shown]) -> str:
    """Return HTML with its pictures in the place of their signs, under the addresses by which a preview knows them."""
    def put(place: int) -> str:
        return picture_tag(pictures[place].name, pictures[place].alt) if place < len(pictures) else ""

    return SIGNS.sub(lambda match: put(ord(match[0]) - PLACE_OF_PICTURE), html)


def picture_tag(name: str, alt: str) -> str:
    """Return a picture of this name as a preview shows it."""
    return f'<img src="{address(name)}" alt="{escape(alt)}">'


def address(name: str) -> str:
    """Return the address under which a preview knows a picture."""
    return _HOST + name


def markdown_preview(draft: Rendered, text: str, facts: Sequence[tuple[Fact, str]] = (),
                     titled: bool = False) -> Preview:
    """Return the preview of a draft that is sent as a Markdown file, its pictures in it, and its title where it is
    ``titled``."""
    found = {match[1]: b64decode(match[3]) for match in PICTURES.finditer(text)}
    made = post_sent(common_markdown(text, titled), draft.language)
    shown = [Shown(one.name, found.get(one.name.removesuffix(".png"), b""), "image/png", one.alt)
             for one in made.images]
    bare = replace(draft, pictures=tuple(shown))
    source = PICTURES.sub(r"[\1]: data:\2;base64,…", text)
    return preview_of(bare, made.html, facts, source, "markdown")
