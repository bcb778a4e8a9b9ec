"""A draft as its document becomes what outlets are given: one text in three forms, with its pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pkm_app.content.repainting import Picture
from pkm_app.share.document import Block, Document, Image, Paragraph, words_of
from pkm_app.share.formats.markdown import markdown_text
from pkm_app.share.formats.plaintext import plain_text
from pkm_app.share.formats.post import post
from pkm_app.share.model import MOST_PICTURES, Rendered, Shown
from pkm_app.share.rights import RIGHTS, rights_of

_EXCERPT_WORDS = 40
_EXCERPT_PARAGRAPHS = 3
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Along:
    """What goes along with a text: its ``pictures`` by their names in the document, each with the name under which it
    leaves, the one that is ``featured`` (that name, and words for who cannot see it), ``categories``, and an
    ``excerpt`` of one's own ("" for the text's first words)."""

    pictures: Mapping[str, tuple[str, Picture]] = field(default_factory=dict)
    featured: tuple[str, Picture, str] | None = None
    categories: tuple[str, ...] = ()
    excerpt: str = ""


def rendered(document: Document, along: Along) -> Rendered:
    """Return a draft as outlets are given it; a picture that does not go along is its words."""
    document = replace(document, pictures={name: picture for name, (_, picture) in along.pictures.items()})
    made = post(document)
    rights = rights_of(document.blocks)
    shown = [_shown(one, along, rights) for one in made.images]
    number = -1
    if along.featured is not None and len(shown) < MOST_PICTURES:
        name, picture, alt = along.featured
        names = [one.name for one in shown]
        number = names.index(name) if name in names else len(shown)
        shown += [] if name in names else [
            Shown(name, picture.data, picture.media_type, alt, alt if RIGHTS.search(alt) else "")]
    return Rendered(
        title=document.title, html=made.html, language=document.language, cut=document.cut, tags=document.tags,
        markdown=markdown_text(document, "obsidian", {name: leaving for name, (leaving, _) in along.pictures.items()}),
        excerpt=along.excerpt or excerpt_of(document.blocks), categories=along.categories, pictures=tuple(shown),
        featured=number, plain=plain_text(document))


def leaving_name(digest: str, picture: Picture) -> str:
    """Return the name under which a picture leaves; ``digest`` is of its bytes, so that one picture has one name."""
    return f"pkm-{digest[:20]}.{_ENDINGS.get(picture.media_type, 'jpg')}"


def excerpt_of(blocks: Sequence[Block]) -> str:
    """Return the first words of one's own."""
    own = [words_of(block.inner) for block in blocks if isinstance(block, Paragraph)
           and not all(isinstance(one, Image) for one in block.inner)]
    words = " ".join(own[:_EXCERPT_PARAGRAPHS]).split()
    return " ".join(words[:_EXCERPT_WORDS]) + ("…" if len(words) > _EXCERPT_WORDS else "")


def _shown(one: Image, along: Along, rights: Mapping[str, str]) -> Shown:
    name, picture = along.pictures[one.name]
    return Shown(name, picture.data, picture.media_type, one.alt, rights.get(one.name, ""))
