"""Tags of a file: those in its front matter and the ``#tags`` in its words, nested by ``/``."""

from __future__ import annotations

import re

from pkm_app.base.errors import Refused
from pkm_app.content.codespans import code_ranges, escaped, inside
from pkm_app.content.vaultfile import VaultFile

# As Obsidian has it: letters, digits, _ - / and at least one that is no digit, after a blank or at the start.
TAG = r"[\w/-]*[^\W\d][\w/-]*|[\w/-]*[_/-][\w/-]*"
_INLINE = re.compile(rf"(?<![^\s(\[>])(?<!\[\[)(?<!\]\()#({TAG})")  # in a link it is a place on a page
_WHOLE = re.compile(TAG)


def inline_tags(body: str) -> list[re.Match[str]]:
    """Return where ``#tags`` stand in a body, in order; those in code and escaped ones are none."""
    if "#" not in body:
        return []
    code = code_ranges(body) if "`" in body or "~~~" in body else []
    return [match for match in _INLINE.finditer(body)
            if not inside(code, match.start()) and not escaped(body, match.start())]


def clean_tag(tag: str) -> str:
    """Return a tag as it is kept, without ``#`` and outer slashes. Raises Refused for what can be none."""
    clean = tag.strip().lstrip("#").strip("/")
    if not _WHOLE.fullmatch(clean) or "//" in clean:
        raise Refused("“{tag}” can be no tag: letters, digits, - and _, with / for a tag under a tag, and not digits "
                      "alone.", tag=tag)
    return clean


def is_under(tag: str, above: str) -> bool:
    """Say whether a tag is this one or nested under it, capitals aside."""
    return tag.casefold() == above.casefold() or tag.casefold().startswith(above.casefold() + "/")


def retagged(file: VaultFile, old: str, new: str) -> VaultFile:
    """Return a file in which one tag, and what is nested under it, has another name; a tag is never there twice.

    Front matter that cannot be read stays as it is; the words below it are changed all the same.
    """
    if file.front_readable and "tags" in file.front:
        tags = file.list_field("tags")
        renamed = tuple(_renamed(tag, old, new) for tag in tags)
        if renamed != tags:
            known: dict[str, str] = {}
            for tag in renamed:
                known.setdefault(tag.casefold(), tag)
            value = list(known.values())
            file = file.with_field("tags", value if isinstance(file.front["tags"], list) else ", ".join(value))
    pieces: list[str] = []
    done = 0
    for match in inline_tags(file.body):
        pieces += [file.body[done : match.start(1)], _renamed(match[1], old, new)]
        done = match.end(1)
    body = "".join(pieces) + file.body[done:]
    return file if body == file.body else file.with_body(body)


def _renamed(tag: str, old: str, new: str) -> str:
    return new + tag[len(old) :] if is_under(tag.strip("/"), old) else tag
