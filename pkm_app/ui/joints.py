"""Where a long word may break: Dutch makes words of thirty letters, and Qt breaks them anywhere and without a hyphen.

How to use it: ``jointed(text)`` before text is painted in lines. No dictionary of syllables: a word breaks between its
syllables as they can be heard, which is nearly always where a reader expects it.
"""

from __future__ import annotations

import re
from itertools import pairwise

SOFT = "\u00ad"  # draws a hyphen where the line ends at it, and nothing anywhere else
LONG = 18  # letters; shorter words go to the next line whole
_EDGE = 3  # letters that stay together at both ends of a word
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
_KERNEL = re.compile(r"ij|[aeiouyáéíóúàèäëïöüâêîôû]+", re.IGNORECASE)
_ALONE = ("schr", "sch", "str", "spr", "ch")  # what a syllable begins with, also where it is all between two vowels
_ONSETS = (*_ALONE, "bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "kw", "pl", "pr", "st", "tr", "vl",
           "vr", "wr", "zw")  # and what it begins with where there is more between them


def jointed(text: str) -> str:
    """Return text with soft hyphens in its long words."""
    return _WORD.sub(lambda found: SOFT.join(syllables(found[0])), text) if len(text) >= LONG else text


def syllables(word: str) -> list[str]:
    """Return the parts of a word between which it may break."""
    kernels = list(_KERNEL.finditer(word))
    places: list[int] = []
    for before, after in pairwise(kernels):
        between = word[before.end():after.start()].lower()
        at = after.start() - len(_onset(between))
        sure = not (len(between) > 1 and _onset(between) == "s")  # it may belong to either: arbeids-ongeschikt
        if sure and _EDGE <= at <= len(word) - _EDGE:
            places.append(at)
    return [word[start:end] for start, end in zip([0, *places], [*places, len(word)], strict=True)]


def _onset(between: str) -> str:
    """Return with which of the consonants between two vowels the second syllable begins."""
    if between in _ALONE:
        return between
    return next((one for one in _ONSETS if between.endswith(one) and len(between) > len(one)), between[-1:])
