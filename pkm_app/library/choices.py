"""A person's choices in the vault, so far the outlets: ``.pkm/outlets.toml``, without any secret.

Written by editing: comments, the order and keys of other programs stay. Every outlet is a table ``[[outlet]]``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import urlsplit

from pkm_app.base.errors import Refused
from pkm_app.library.tomlchoice import TomlChoice, UnfitError
from pkm_app.share.model import Audience, OutletSettings

_KEYS = ("name", "kind", "address", "user", "audience")
_HEADER = re.compile(r"\s*\[")
_OURS = re.compile(r"\s*\[\[\s*outlet\s*\]\]")
_BETWEEN = re.compile(r"\s*(#.*)?")


class OutletChoices:
    """Implements share.ports.OutletFile."""

    def __init__(self, vault: Path) -> None:
        self._file = TomlChoice(vault / ".pkm" / "outlets.toml", _outlets, _edited)

    def load(self, unasked: bool = False) -> Sequence[OutletSettings]:
        """All outlets, in the order of the file. Raises StorageProblem when it cannot be understood."""
        return list(self._file.load(unasked))

    def save(self, outlets: Sequence[OutletSettings]) -> None:
        """Write them, never with a secret. Raises Refused for an address that holds one, StorageProblem."""
        for outlet in outlets:
            if "@" in urlsplit(outlet.address).netloc:
                raise Refused("The address of “{name}” holds a password; give it without.", name=outlet.name)
        self._file.save(tuple(outlets))


def _outlets(said: Mapping[str, Any]) -> tuple[OutletSettings, ...]:
    tables = said.get("outlet", [])
    if not isinstance(tables, list):
        raise UnfitError("an outlet begins with [[outlet]]")
    return tuple(map(_outlet, tables))


def _outlet(table: Any) -> OutletSettings:
    known = {key: table.get(key, "") for key in _KEYS} if isinstance(table, dict) else {}
    known["audience"] = known.get("audience") or "public"  # of which most is kept back
    if not all(isinstance(value, str) for value in known.values()) or not known.get("name") or not known.get("kind"):
        raise UnfitError("an outlet needs a name, a kind and an address")
    if known["audience"] not in get_args(Audience):
        raise UnfitError(f"“{known['audience']}” is no audience")
    try:
        urlsplit(known["address"])
    except ValueError as error:
        raise UnfitError(f"the address of “{known['name']}” is none") from error
    return OutletSettings(known["name"], known["kind"], known["address"], known["user"],
                          cast(Audience, known["audience"]))


def _edited(text: str, outlets: Sequence[OutletSettings]) -> str:
    """Give the text with exactly these outlets: known ones edited in place, gone ones cut out, new ones added."""
    parts: list[str] = []
    waiting = {outlet.name: outlet for outlet in outlets}
    for block in _blocks(text):
        if not _OURS.match(block):
            parts.append(block)
            continue
        outlet = waiting.pop(str(tomllib.loads(block)["outlet"][0].get("name", "")), None)
        if outlet is not None:
            parts.append(_edited_block(block, outlet))
    whole = "".join(parts).rstrip("\n")
    for outlet in waiting.values():
        whole += ("\n\n" if whole else "") + _edited_block("[[outlet]]\n", outlet).rstrip("\n")
    return whole + "\n" if whole else ""


def _blocks(text: str) -> list[str]:
    """Split TOML at its table headers; the comments above a header belong to it."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines(keepends=True):
        if _HEADER.match(line):
            above = 0
            while above < len(blocks[-1]) and _BETWEEN.fullmatch(blocks[-1][-1 - above].rstrip("\n")):
                above += 1
            keep = len(blocks[-1]) - above
            blocks[-1], comments = blocks[-1][:keep], blocks[-1][keep:]
            blocks += [comments, [line]]
        else:
            blocks[-1].append(line)
    return ["".join(block) for block in blocks if block]


def _edited_block(block: str, outlet: OutletSettings) -> str:
    lines = block.splitlines(keepends=True)
    before = tomllib.loads(block)["outlet"][0]
    for key in _KEYS:
        value = getattr(outlet, key)
        if before.get(key, "") == value:
            continue
        line = f"{key} = {json.dumps(value, ensure_ascii=False)}\n".replace("\x7f", "\\u007f")
        place = next((n for n, old in enumerate(lines) if re.match(rf"\s*{key}\s*=", old)), None)
        if place is None:
            end = max(n for n, old in enumerate(lines) if not _BETWEEN.fullmatch(old.rstrip("\n"))) + 1
            lines[end - 1] = lines[end - 1].rstrip("\n") + "\n"
            lines.insert(end, line)
        else:
            lines[place] = line
    return "".join(lines)
