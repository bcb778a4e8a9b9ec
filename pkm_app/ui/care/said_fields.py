"""What the first lines of two versions of a file say otherwise, in words: a title, tags, a language; no ids, no dates.

How to use it: ``said = different_fields(mine, other)``; None where they must be shown as they stand in the file.
"""

from __future__ import annotations

from pkm_app.content.vaultfile import VaultFile
from pkm_app.ui.dates import language_name
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.ripeness import MATURITY

_UNSAID = frozenset({"id", "created", "updated"})  # the program's own
_WORDS = {"title": noop("Title"), "tags": noop("Tags"), "lang": noop("Language"), "author": noop("Author")}


def different_fields(mine: VaultFile, other: VaultFile) -> tuple[str, str] | None:
    """Return the fields of each that the other has otherwise, a line for each; None where one cannot be read, or
    where they differ in nothing that could be said so."""
    if not (mine.front_readable and other.front_readable):
        return None
    keys = [key for key in dict.fromkeys((*mine.front, *other.front)) if key not in _UNSAID]
    keys = [key for key in keys if _value(mine, key) != _value(other, key)]
    said = "".join(_line(mine, key) for key in keys), "".join(_line(other, key) for key in keys)
    return said if any(said) or mine.body != other.body else None


def _line(file: VaultFile, key: str) -> str:
    value = _value(file, key)
    if not value or key == "maturity":  # the word for how ripe a note is needs no other
        return f"{value}\n" if value else ""
    return f"{tr(_WORDS[key]) if key in _WORDS else key}: {value}\n"


def _value(file: VaultFile, key: str) -> str:
    value = file.text_field(key)
    if key == "lang":
        return language_name(value) or value
    return tr(MATURITY[value]) if key == "maturity" and value and value in MATURITY else value
