"""HTML for a place where others read it: the text alone, with a sign where each of its pictures goes.

The very writing of the files that leave (share.formats.html): quotations with their credit, the language of each
passage, footnotes and boxes of tasks are there. What a place does not take, the outlet of that place takes out.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace

from pkm_app.content.postable import postable
from pkm_app.share.document import Document, Image
from pkm_app.share.formats.html import HtmlWriter, escape
from pkm_app.share.model import MOST_PICTURES, PLACE_OF_PICTURE

SIGNS = re.compile(f"[{chr(PLACE_OF_PICTURE)}-{chr(PLACE_OF_PICTURE + MOST_PICTURES)}]")


@dataclass(frozen=True, slots=True)
class Post:
    """``html`` with its signs, and the pictures in the order of these, as the text shows them."""

    html: str
    images: tuple[Image, ...]


def post(document: Document, shift: int = 1) -> Post:
    """Return a draft as a post. Of a picture that ``document.pictures`` does not hold its words stand there. Headings
    are ``shift`` levels lower than in the draft, for the title of the post is above them."""
    writer = _PostWriter(replace(document, led=frozenset()), shift)  # not every place keeps what could be led to
    made = "\n".join(filter(None, [writer.blocks(document.blocks), writer.notes()]))
    clean = postable(SIGNS.sub("", made))
    html = re.sub(rf"{writer.token}(\d+);", lambda match: chr(PLACE_OF_PICTURE + int(match[1])), clean)
    return Post(html + "\n" if html else "", tuple(writer.images))


class _PostWriter(HtmlWriter):
    def __init__(self, document: Document, shift: int) -> None:
        super().__init__(document, str, shift=shift)
        self.token = f"pkm{secrets.token_hex(8)}-"  # no text can hold it
        self.images: list[Image] = []

    def image(self, one: Image) -> str:
        if one.name not in self._document.pictures or len(self.images) >= MOST_PICTURES - 1:
            return escape(one.alt, quote=False)
        self.images.append(one)
        return f"{self.token}{len(self.images) - 1};"
