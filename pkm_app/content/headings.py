"""The title of a file as its words say it, and another title put there."""

from __future__ import annotations

import re

from pkm_app.content.codespans import code_ranges, inside
from pkm_app.content.escaping import escape_plain
from pkm_app.content.vaultfile import VaultFile

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)


def first_heading(body: str) -> re.Match[str] | None:
    """Return where the first heading stands; its words are group 1. ``#`` in code is none."""
    code = code_ranges(body) if "`" in body or "~~~" in body else []
    return next((match for match in _HEADING.finditer(body)
                 if match[1].strip() and not inside(code, match.start())), None)


def retitled(file: VaultFile, title: str, name: str) -> VaultFile:
    """Return a file with another title: in its front matter if it has one there, else in its first heading.

    Where it has neither, its name is its title; it gets the key ``title`` only when ``name`` cannot say it.
    """
    if not file.front_readable:
        return file
    if "title" in file.front:
        return file.with_field("title", title)
    heading = first_heading(file.body)
    if heading:
        start, end = heading.span(1)
        return file.with_body(file.body[:start] + escape_plain(title) + file.body[end:])
    return file if name == title else file.with_field("title", title)
