"""Pictures in a WordPress: each is placed in its media library first, once, and then stands in the post."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from pkm_app.base.errors import Refused
from pkm_app.net.outlets.rest import Said, text_of
from pkm_app.net.outlets.wptags import Ask
from pkm_app.share.model import MOST_PICTURES, PLACE_OF_PICTURE, Shown

_MAY_NOT = (401, 403)
_PLACES = re.compile(f"[{chr(PLACE_OF_PICTURE)}-{chr(PLACE_OF_PICTURE + MOST_PICTURES)}]")
_OURS = re.compile(r"<img\b[^<>]*\bwp-image-\d+[^<>]*>")


class Media:
    """Places pictures with the questions of ``ask`` and ``upload``."""

    def __init__(self, ask: Ask, upload: Callable[[Shown], Said]) -> None:
        self._ask = ask
        self._upload = upload
        self._may = True

    def placed(self, content: str, pictures: Sequence[Shown]) -> tuple[str, Mapping[int, int], int]:
        """Return content with its pictures in their places, the number that each got there, and how many the user may
        not place: their words stand there. Raises Refused where a picture is not taken for another reason."""
        numbers: dict[int, int] = {}
        shown: dict[str, str] = {}
        for place, picture in enumerate(pictures):
            media = self._media(picture)
            alt = escape(picture.alt)
            sign = chr(PLACE_OF_PICTURE + place)
            if media is None:
                shown[sign] = f"<em>{alt}</em>" if alt else ""
                continue
            numbers[place] = media[0]
            shown[sign] = f'<img src="{escape(media[1])}" alt="{alt}" class="wp-image-{media[0]}" />'
        content = _PLACES.sub(lambda match: shown.get(match[0], ""), content)
        return content, numbers, len(pictures) - len(numbers)

    def _media(self, picture: Shown) -> tuple[int, str] | None:
        """The number and address of a picture there; what was placed earlier is used again."""
        slug = picture.name.rpartition(".")[0]
        said = self._ask("GET", "wp/v2/media", {"slug": slug, "context": "view", "_fields": "id,source_url,alt_text"})
        known = _first(said.value)
        if known is None:
            if not self._may:
                return None
            said = self._upload(picture)
            if said.status in _MAY_NOT:
                self._may = False
                return None
            known = said.fields if said.status in (200, 201) else None
            if known is None:
                raise Refused("{host} does not take the picture “{name}”: {message}", host=said.host,
                              name=picture.alt or picture.name,
                              message=text_of(said.fields.get("message")) or said.status)
        number, address = known.get("id"), text_of(known.get("source_url"))
        if not isinstance(number, int) or not re.fullmatch(r"https?://[^\s<>\"']{1,900}", address):
            return None
        if picture.alt and text_of(known.get("alt_text")) != picture.alt:
            self._ask("POST", f"wp/v2/media/{number}", {"_fields": "id"}, {"alt_text": picture.alt})
        return number, address


def without_places(content: str) -> str:
    """Return content without its pictures and without the signs for them: what two versions have in common."""
    return _OURS.sub("", _PLACES.sub("", content))


def _first(value: object) -> Mapping[str, Any] | None:
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else None
