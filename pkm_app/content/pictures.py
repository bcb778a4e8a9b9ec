"""Pictures of strangers: which an article holds, and how one is made safe to show.

Cleaned HTML parks a picture's address under ``data-pkm-src``; what is fetched is decoded and written anew, for the
strangers' process only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import Final

from pkm_app.content.address import is_web
from pkm_app.content.clean import PARKED
from pkm_app.content.repainting import NotAPicture, repainted

__all__ = ["NotAPicture", "Picture", "addresses", "safe_picture", "with_pictures"]

WIDEST: Final = 1400  # pixels; a column of text is half as wide, and a dense screen shows twice as many
TALLEST: Final = 4000
MOST_PIXELS: Final = 40_000_000
_MOST = 200  # pictures of one article
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(rf"\s{PARKED}=\"([^\"]*)\"")
_TINY = re.compile(r"\s(?:width|height)=\"[012]\"")
# Those who count readers with a picture that nobody sees, whatever size they say it has.
_COUNTS = re.compile(
    r"://(?:pixel|stats|analytics|beacon|track(?:ing)?|metrics|t)\.|feedburner\.com/~r/|feedsportal\.com|/b\.gif\?|"
    r"doubleclick\.net|google-analytics\.com|/open\.(?:aspx|php)\?|[/_.-](?:pixel|beacon|spacer|tracker)\.(?:gif|png)|"
    r"feeds\.wordpress\.com/1\.0/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made safe: ``data`` is PNG or JPEG by ``kind`` (a media type), without metadata."""

    data: bytes
    kind: str

    @property
    def ending(self) -> str:
        """The ending of a file that holds it."""
        return "png" if self.kind == "image/png" else "jpg"


def addresses(html: str) -> tuple[str, ...]:
    """Return the addresses of the pictures of cleaned HTML, each once, in order; never those that count readers."""
    found = (address for tag in _IMAGE.findall(html) if (address := _address(tag)))
    return tuple(dict.fromkeys(found))[:_MOST]


def with_pictures(html: str, put: Callable[[str, str], str]) -> str:
    """Return cleaned HTML in which ``put(address, tag)`` stands for each picture, and nothing for those that count."""
    def one(match: re.Match[str]) -> str:
        address = _address(match[0])
        return put(address, match[0]) if address else ""

    return _IMAGE.sub(one, html)


def _address(tag: str) -> str:
    found = _ADDRESS.search(tag)
    address = unescape(found[1]) if found else ""
    counts = _TINY.search(tag) or _COUNTS.search(address)
    return "" if counts or not is_web(address) else address


def safe_picture(data: bytes) -> Picture:
    """Decode a picture and write it anew: its first frame, upright, no wider than WIDEST, without any metadata.

    Raises NotAPicture for what cannot be decoded, is larger than MOST_PIXELS, or is a point that counts readers.
    """
    made = repainted(data, (WIDEST, TALLEST), "opaque", MOST_PIXELS, least=3)
    return Picture(made.data, made.media_type)
