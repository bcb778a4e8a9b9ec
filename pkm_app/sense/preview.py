"""A note as it reads: what it shows of other files stands in it, links lead somewhere, and pictures are named."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from pkm_app.base.errors import NotFound, Problem
from pkm_app.content.highlights import read_highlights
from pkm_app.content.markdown import to_html
from pkm_app.content.quoteblocks import as_quote
from pkm_app.content.wikilinks import WikiLink, link_to, links
from pkm_app.sense.ports import Vault

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff")
_DEEPEST = 3  # files shown within files
_MOST = 400_000  # characters; a file that shows another a thousand times is no note


class Preview:
    """Shows notes. Safe for any thread, as its vault is."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def html(self, body: str, path: str) -> str:
        """Return cleaned HTML of a text that stands (or will stand) in ``path``.

        Links to files have the path in the vault as their address (percent-encoded, ``#^block`` kept), those to
        nothing are plain words. Pictures are parked (content.clean) under their path in the vault.
        """
        text = self._shown(body, path, (path,))[:_MOST]
        return to_html(text, lambda link: self._address(link, path))

    def _address(self, link: WikiLink, path: str) -> str | None:
        found = self._vault.resolve(link.target, path)
        if found is None:
            return None
        return quote(found) + (f"#^{link.block}" if link.block else "")

    def _shown(self, body: str, path: str, above: tuple[str, ...]) -> str:
        """Return a body with what it embeds written out as quotations; pictures get their path in the vault."""
        parts: list[str] = []
        end = length = 0
        for link in links(body):
            if not link.embed:
                continue
            piece = self._picture(link, path) or self._embedded(link, path, above)
            parts += [body[end : link.start], piece]
            length += len(piece) + link.start - end
            end = link.end
            if length > _MOST:
                break
        return "".join([*parts, body[end:]])

    def _picture(self, link: WikiLink, path: str) -> str:
        if posixpath.splitext(link.target)[1].lower() not in PICTURES:
            return ""
        where = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.target))
        plain = link.target if "/" in link.target or "\\" in link.target else f"attachments/{link.target}"
        return f"![{link.words or link.target}](<{where if link.target.startswith('.') else plain}>)"

    def _embedded(self, link: WikiLink, path: str, above: tuple[str, ...]) -> str:
        found = self._vault.resolve(link.target, path)
        named = link_to(link.target, link.words or link.target, link.block)
        if found is None or found in above or len(above) > _DEEPEST:
            return named
        try:
            text = self._vault.load(found).file.body
        except (NotFound, Problem):
            return named  # it went away, or cannot be read: its name still says what should stand here
        part = _part(text, link)
        shown = self._shown(part, found, (*above, found)).strip("\n")
        return "\n\n" + as_quote([f"**{named}**", "", *shown.split("\n")]) + "\n\n"


def _part(text: str, link: WikiLink) -> str:
    """Return the part of a file that an embed means: a highlight, a section, or all of it."""
    if link.block:
        for highlight in read_highlights(text):
            if highlight.highlight_id == link.block:
                return highlight.quote + (f"\n\n{highlight.comment}" if highlight.comment else "")
        return ""
    if not link.heading:
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        level = len(line) - len(line.lstrip("#"))
        if level and line.lstrip("#").strip().casefold() == link.heading.casefold():
            rest = lines[number + 1 :]
            ends = [at for at, one in enumerate(rest)
                    if one.startswith("#") and 0 < len(one) - len(one.lstrip("#")) <= level]
            return "\n".join([line, *rest[: ends[0] if ends else len(rest)]])
    return ""
