"""Places in a source: the page of a book or PDF, the time in a video or podcast.

A captured source shows its places as lines of their own (``p. 14``, ``12:40``), so what stands below one stands there.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlunsplit

from pkm_app.base.errors import Refused
from pkm_app.content.address import parts_of
from pkm_app.content.quoteblocks import is_place

PLACED_KINDS = ("pdf", "book", "video", "podcast")
TIMED_KINDS = ("video", "podcast")
NOWHERE = "∗ ∗ ∗"  # a line of its own: what stands below it stands at no place that is known

_PAGE = re.compile(r"(?:pp?\.?|pages?|pag\.?|pagina'?s?|blz\.?)?\s*([0-9]{1,6}|[ivxlcdm]{1,12})"
                   r"(?:\s*[-–]\s*([0-9]{1,6}|[ivxlcdm]{1,12}))?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
_PEERTUBE = re.compile(r"/(?:w/[0-9a-z]{22}|videos/watch/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?\Z")
_UNITS = re.compile(r"(?:(\d{1,3})\s*[hu])?\s*(?:(\d{1,4})\s*m(?:in)?)?\s*(?:(\d{1,6})\s*s(?:ec)?)?", re.IGNORECASE)
_VIMEO = ("vimeo.com", "www.vimeo.com", "player.vimeo.com")
_YOUTUBE = ("youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be")
_MEDIA = {"video": (".mp4", ".webm", ".mov", ".m4v", ".ogv"),
          "podcast": (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".aac")}
_LAST = 59
_LONGEST = 1000 * 3600 - 1


def page_mark(first: str, last: str = "") -> str:
    """Return a page, or pages, as a place: ``p. 14``, ``pp. 14–15``."""
    return f"pp. {first}–{last}" if last and last != first else f"p. {first}"


def time_mark(seconds: int) -> str:
    """Return a time in a recording as a place: ``12:40``, ``1:02:03``."""
    minutes, rest = divmod(max(0, min(seconds, _LONGEST)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def read_place(typed: str, kind: str = "") -> str:
    """Return what a person typed as a place in a source of this kind: ``14`` is a page of a book, ``12m40s`` a time.

    "" stays "". Raises Refused for what is neither.
    """
    text = " ".join(typed.split())
    if not text:
        return ""
    clock = _CLOCK.fullmatch(text)
    if clock and (int(clock[3]) > _LAST or (clock[1] and int(clock[2]) > _LAST)):
        raise Refused("“{place}” is no time: seconds go to 59, and so do minutes where there are hours.", place=text)
    if clock:
        return time_mark(int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3]))
    if kind in TIMED_KINDS or re.search(r"\d\s*[hums]", text, re.IGNORECASE):
        units = _UNITS.fullmatch(text)
        if units and any(units.groups()):
            return time_mark(int(units[1] or 0) * 3600 + int(units[2] or 0) * 60 + int(units[3] or 0))
    page = _PAGE.fullmatch(text)
    if page and kind not in TIMED_KINDS:
        return page_mark(page[1], page[2] or "")
    if kind in TIMED_KINDS and text.isdigit():
        return time_mark(int(text))
    raise Refused("“{place}” is no place in a source: write a page (14) or a time (12:40).", place=text)


def place_at(text: str, start: int, end: int) -> str:
    """Return where the characters ``start`` to ``end`` of a canonical text stand, "" where it shows no places.

    Over several pages it is all of them; of times the first counts.
    """
    before = _marks(text[:start])
    within = [mark for mark in _marks(text[start:end]) if mark]
    first = before[-1] if before else ""
    if not first or not within or ":" in first:
        return first
    return page_mark(first.removeprefix("p. "), within[-1].removeprefix("p. "))


def without_marks(words: str) -> str:
    """Return words of a canonical text without the lines that show places: what an author wrote."""
    return "\n\n".join(block for block in words.split("\n\n") if not _is_mark(block)) if "\n\n" in words else words


def seconds_of(place: str) -> int | None:
    """Return a time in seconds, None for what is no time."""
    clock = _CLOCK.match(place)
    return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3]) if clock else None


def address_at(address: str, kind: str, place: str) -> str:
    """Return the address that opens a source at a place, as far as its kind knows how; else the address.

    YouTube takes ``t=760s``, Vimeo and a media file a fragment (W3C, ``#t=760``), a PDF ``#page=14``. What another page
    with a recording on it understands is not known, so its address stays as it is.
    """
    if not place or parts_of(address).scheme not in ("http", "https"):
        return address
    parts = parts_of(address)
    seconds = seconds_of(place)
    if seconds is not None and parts.hostname in _YOUTUBE:
        kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in ("t", "start")]
        return urlunsplit(parts._replace(query=urlencode([*kept, ("t", f"{seconds}s")]), fragment=""))
    if seconds is not None and kind in TIMED_KINDS and (is_recording(address) or parts.hostname in _VIMEO):
        return urlunsplit(parts._replace(fragment=f"t={seconds}"))
    page = re.fullmatch(r"pp?\. ?(\d+).*", place)
    if page and kind == "pdf":
        return urlunsplit(parts._replace(fragment=f"page={page[1]}"))
    return address


def parted(address: str) -> tuple[str, str]:
    """Return an address of a recording without the time it opens at, and that time as a place ("" for none)."""
    parts = parts_of(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True) if parts.hostname in _YOUTUBE else []
    told = next((value for name, value in pairs if name in ("t", "start")), "")
    fragment = re.fullmatch(r"t=([0-9hms:]+)", parts.fragment)
    told = told or (fragment[1] if fragment else "")
    if not told:
        return address, ""
    try:
        place = read_place(told, "video")
    except Refused:
        return address, ""
    if any(name in ("t", "start") for name, _ in pairs):
        parts = parts._replace(query=urlencode([pair for pair in pairs if pair[0] not in ("t", "start")]))
    return urlunsplit(parts._replace(fragment="" if fragment else parts.fragment)), place


def kind_of(address: str) -> str:
    """Return ``video`` or ``podcast`` for an address that is known to show one, else ``page``."""
    host = (parts_of(address).hostname or "").removeprefix("www.")
    path = parts_of(address).path.lower()
    if host in ("youtu.be", "vimeo.com") or path.endswith(_MEDIA["video"]):
        return "video"
    if host in ("youtube.com", "m.youtube.com") and path.startswith(("/watch", "/live/", "/shorts/", "/embed/")):
        return "video"
    if host in ("ted.com",) and path.startswith("/talks/"):
        return "video"
    if host in ("podcasts.apple.com", "overcast.fm", "pca.st", "open.spotify.com") and (
            host != "open.spotify.com" or path.startswith(("/episode", "/show"))):
        return "podcast"
    if _PEERTUBE.match(path):
        return "video"
    return "podcast" if path.endswith(_MEDIA["podcast"]) else "page"


def is_recording(address: str) -> bool:
    """Say whether an address is that of a media file itself, not of a page about it."""
    return parts_of(address).path.lower().endswith((*_MEDIA["video"], *_MEDIA["podcast"]))


def _marks(text: str) -> list[str]:
    return [block if block != NOWHERE else "" for block in text.split("\n\n") if _is_mark(block)]


def _is_mark(block: str) -> bool:
    return block == NOWHERE or is_place(block)
