"""The pictures that go along with a draft to an outlet: cleaned, named by what is in them, each once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from pkm_app.content.wikilinks import WikiLink
from pkm_app.flow.leaving import WholeText
from pkm_app.sense.model import Loaded
from pkm_app.share.document import Picture
from pkm_app.share.inline import PICTURES
from pkm_app.share.model import MOST_PICTURES, PLACE_OF_PICTURE, Rendered, Shown
from pkm_app.share.ports import Pictures
from pkm_app.share.render import Resolve, render

Clean: TypeAlias = Callable[[bytes], Picture | None]

TAKES_PICTURES = ("wordpress",)
_SIGNS = re.compile(f"[{chr(PLACE_OF_PICTURE)}-{chr(PLACE_OF_PICTURE + MOST_PICTURES)}]")
_SIZE = re.compile(r"\d{1,5}(?:x\d{1,5})?")


class Showing:
    """Reads and cleans pictures of the vault. ``clean`` takes off what is hidden in one, None where it is none."""

    def __init__(self, pictures: Pictures, clean: Clean) -> None:
        self._pictures = pictures
        self._clean = clean

    def with_pictures(self, draft: Rendered, loaded: Loaded, whole: WholeText, audience: str,
                      resolve: Resolve) -> Rendered:
        """Return a draft with the pictures that it shows, a sign for each where it goes, and the one that its front
        matter calls ``featured``. Those that are not there, or are none, stay the words they are."""
        shown: list[Shown] = []

        def sign(link: WikiLink) -> str:
            if not link.target.lower().endswith(PICTURES) or len(shown) >= MOST_PICTURES:
                return ""
            alt = "" if _SIZE.fullmatch(link.words) else " ".join(link.words.split())
            picture = self._shown(link.target, alt, whole)
            if picture is None:
                return ""
            shown.append(picture)
            return chr(PLACE_OF_PICTURE + len(shown) - 1)

        text = _SIGNS.sub("", whole.text)
        made = render(draft.title, text, draft.language, audience, resolve, draft.tags, sign)
        featured = loaded.file.text_field("featured").strip().strip("[]!")
        number = -1
        if featured and len(shown) < MOST_PICTURES:
            picture = self._shown(featured.partition("|")[0], featured.partition("|")[2], whole)
            if picture is not None:
                names = [one.name for one in shown]
                number = names.index(picture.name) if picture.name in names else len(shown)
                shown += [] if picture.name in names else [picture]
        if not shown:
            return draft

        def named(match: re.Match[str]) -> str:
            one = shown[ord(match[0]) - PLACE_OF_PICTURE]
            alt = re.sub(r"([\[\]\\])", r"\\\1", one.alt)
            return f"![{alt}]({one.name})"

        return replace(draft, html=made.html, markdown=_SIGNS.sub(named, made.markdown), pictures=tuple(shown),
                       featured=number)

    def _shown(self, target: str, alt: str, whole: WholeText) -> Shown | None:
        data = next(filter(None, (self._pictures.read(target, path) for path in whole.files)), None)
        picture = self._clean(data) if data else None
        if picture is None:
            return None
        ending = "png" if picture.media_type == "image/png" else "jpg"
        name = f"pkm-{hashlib.sha256(picture.data).hexdigest()[:20]}.{ending}"
        return Shown(name, picture.data, picture.media_type, alt)
