"""How the reading text is set: size, width of the column, typeface; kept in the settings."""

from __future__ import annotations

from dataclasses import dataclass

from pkm_app.ui.look import Family
from pkm_app.ui.services import Settings

SIZES = (14, 16, 18, 20, 22, 24, 28)
WIDTHS = {"narrow": 58, "normal": 66, "wide": 76}


@dataclass(frozen=True, slots=True)
class ReadingType:
    """``size`` in pixels, ``characters`` of the column, ``family`` as the look knows it."""

    size: int = 18
    characters: int = 66
    family: Family = "reading"


def reading_type(settings: Settings) -> ReadingType:
    """Return what the person chose; what cannot be read in the settings is as it comes."""
    said = settings.get("reading.size", "18")
    size = int(said) if said.isascii() and said.isdigit() and SIZES[0] <= int(said) <= SIZES[-1] else 18
    family = settings.get("reading.face", "reading")
    return ReadingType(size, WIDTHS.get(settings.get("reading.width", "normal"), WIDTHS["normal"]),
                       "text" if family == "text" else "reading")
