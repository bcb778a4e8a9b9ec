"""Placeholders of templates: ``{{title}}``, ``{{date}}`` and their like, filled once; there is no other language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pkm_app.content.vaultfile import VaultFile, parse_vault_file

_PLACE = re.compile(r"\{\{[ \t]*([a-z]+)[ \t]*\}\}")
_DATE = re.compile(r"[0-9:-]+")


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the placeholders, once; what is none stays as it is written."""
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), text)


def filled_file(file: VaultFile, values: Mapping[str, str]) -> VaultFile:
    """Return a template whose front matter has its dates, before it is read: ``tags: [week/{{week}}]`` is no YAML.

    A title could be anything, so no line of front matter is made of it; its place there stays empty. What stands below
    stays as it is.
    """
    dates = {name: value if _DATE.fullmatch(value) else "" for name, value in values.items()}
    lines = file.to_bytes().decode("utf-8", "surrogateescape").split("\n")
    below = len(lines) - len(file.body.split("\n"))
    text = "\n".join([*(fill(line, dates) for line in lines[:below]), *lines[below:]])
    return parse_vault_file(text.encode("utf-8", "surrogateescape"))
