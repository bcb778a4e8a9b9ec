"""Pictures in a WordPress: each is placed in its media library first, once, and then stands in the post."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape
from typing import Any

from pkm_app.base.errors import Refused
from pkm_app.net.outlets.inert import post_words
from pkm_app.net.outlets.rest import Said, text_of
from pkm_app.net.outlets.wptags import Ask
from pkm_app.share.model import MOST_PICTURES, PLACE_OF_PICTURE, Shown

_MAY_NOT = (401, 403)
_PLACES = re.compile(f"[{chr(PLACE_OF_PICTURE)}-{chr(PLACE_OF_PICTURE + MOST_PICTURES)}]")
_OURS = re.compile(r"<img\b[^<>]*\bwp-image-\d+[^<>]*>")
_ALT = re.compile(r"\balt=\"([^\"]*)\"")


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
            sign = chr(PLACE_OF_PICTURE + place)
            if media is None:
                shown[sign] = _in_words(picture.alt)
                continue
            numbers[place] = media[0]
            shown[sign] = (f'<img src="{escape(media[1])}" alt="{post_words(picture.alt)}" '
                           f'class="wp-image-{media[0]}" />')
        content = _PLACES.sub(lambda match: shown.get(match[0], ""), content)
        return content, numbers, len(pictures) - len(numbers)

    def _media(self, picture: Shown) -> tuple[int, str] | None:
        """The number and address of a picture there; what was placed earlier is used again."""
        slug = picture.name.rpartition(".")[0]
        said = self._ask("GET", "wp/v2/media", {"slug": slug, "context": "view", "_fields": "id,source_url,alt_text"})
        known = _first(said.value)
        fields: dict[str, Any] = {}
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
            fields = {"caption": escape(picture.rights, quote=False)} if picture.rights else {}
        number, address = known.get("id"), text_of(known.get("source_url"))
        if not isinstance(number, int) or not re.fullmatch(r"https?://[^\s<>\"']{1,900}", address):
            return None
        if picture.alt and text_of(known.get("alt_text")) != picture.alt:
            fields["alt_text"] = picture.alt
        if fields:
            self._ask("POST", f"wp/v2/media/{number}", {"_fields": "id"}, fields)
        return number, address


def pictures_in_words(content: str, pictures: Sequence[Shown] = ()) -> str:
    """Return content with words in the place of each of its pictures, as it stands where a user may place none: so it
    is the same, whatever became of the pictures. ``pictures`` are those whose signs it holds, if it holds any."""
    words = {chr(PLACE_OF_PICTURE + place): _in_words(picture.alt) for place, picture in enumerate(pictures)}
    content = _PLACES.sub(lambda match: words.get(match[0], ""), content)
    return _OURS.sub(lambda match: _in_words(unescape(alt[1]) if (alt := _ALT.search(match[0])) else ""), content)


def pictures_placed(content: str) -> int:
    """Return how many pictures of ours stand in content."""
    return len(_OURS.findall(content))


def _in_words(alt: str) -> str:
    return f"<em>{post_words(alt)}</em>" if alt else ""


def _first(value: object) -> Mapping[str, Any] | None:
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else None
