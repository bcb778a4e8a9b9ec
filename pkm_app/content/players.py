"""What is seen and heard in place becomes a link: films and sounds are not played here, and must not vanish."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urlsplit

_MAY = re.compile(r"<(?:video|audio|iframe)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>video|audio|iframe|source)\b(?P<rest>[^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(data-src|src|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_YOUTUBE = re.compile(r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w\-]{6,20})")
_VIMEO = re.compile(r"player\.vimeo\.com/video/(\d{4,15})")
# Whoever else lets a film (or a sound) be shown on another's page. All other frames may be anything, and go.
_SHOWN = re.compile(r"(?:(?:www|geo)\.dailymotion\.com|embed\.ted\.com|archive\.org)/(?:embed|player|talks)"
                    r"|[\w.\-]+/videos/embed/")
_HEARD = re.compile(r"w\.soundcloud\.com/player|open\.spotify\.com/embed|embed\.podcasts\.apple\.com/|"
                    r"[\w\-]+\.bandcamp\.com/EmbeddedPlayer|bandcamp\.com/EmbeddedPlayer")


def linked(html: str) -> str:
    """Put a link before each film, sound and frame of a known player; the address of the film's own page, where it
    follows from that of the player. Nothing else changes. Linear in time; what comes out still has to be cleaned."""
    return _Walk().run(html) if _MAY.search(html) else html


class _Walk:
    """One pass over a text. A film names its address itself, or its first source does."""

    def __init__(self) -> None:
        self._open = ""  # the film or sound that has no address yet

    def run(self, html: str) -> str:
        return _TAG.sub(self._tag, html)

    def _tag(self, match: re.Match[str]) -> str:
        name = match["name"].lower()
        if match["end"]:
            self._open = "" if name in ("video", "audio") else self._open
            return match[0]
        said = {found[1].lower(): unescape(found[2] or found[3] or found[4] or "").strip()
                for found in _ATTRIBUTE.finditer(match["rest"])}
        address = said.get("src") or said.get("data-src") or ""
        if name == "iframe":
            kind, address = _of_frame(said.get("data-src") or address)
        else:
            kind = self._open if name == "source" else name
            self._open = kind if name != "source" and not address else ""
        return _link(kind, address, said.get("title", "")) + match[0] if kind and address else match[0]


def _of_frame(address: str) -> tuple[str, str]:
    """Return what a frame shows (empty where that is not known), and where it is seen."""
    address = f"https:{address}" if address.startswith("//") else address
    _, _, rest = address.partition("://")
    if found := _YOUTUBE.match(rest):
        return "video", f"https://www.youtube.com/watch?v={found[1]}"
    if found := _VIMEO.match(rest):
        return "video", f"https://vimeo.com/{found[1]}"
    return "video" if _SHOWN.match(rest) else "audio" if _HEARD.match(rest) else "", address


def _link(kind: str, address: str, title: str) -> str:
    address = "".join(address.split())
    try:
        parts = urlsplit(address)
        name = title[:200] or parts.hostname or parts.path.rpartition("/")[2][:200]
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https"):
        return ""
    return f'<a href="{escape(address)}">{kind.capitalize()}: {escape(name)}</a> '
