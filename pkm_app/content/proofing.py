"""Which words of a line are a person's own prose, to be looked up in a dictionary, and what counts as known there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_PROSE = re.compile(
    r"`+[^`]*`+|!?\[\[[^\[\]\n]*\]\]|(?<=\])\([^()\n]*\)|<[^<>\n]*>|\b\w+://\S+|\bwww\.\S+|\S+@\S+|[#^][\w/-]+"
    r"|\{\{[^{}\n]*\}\}|%%[^%\n]*%%|\S*\d\S*")
_QUOTED = re.compile(r"\s*(?:>|\^hl-|\|?\s*:?-{3})")
_PART = 4  # letters that each half of a compound has at least
_LONGEST = 60
# The dictionary is American; who writes British English is right as well.
_BRITISH = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ll", "l"), ("ogue", "og"), ("ae", "e"),
            ("oe", "e"), ("ence", "ense"), ("amme", "am"), ("dgement", "dgment"), ("ulf", "ullf"), ("ilf", "illf"))


def prose_words(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, word) of the words of a line of Markdown that a person wrote: no quotation, link, code,
    address, tag or abbreviation. Places count code points."""
    if _QUOTED.match(line):
        return
    taken = [(match.start(), match.end()) for match in _NOT_PROSE.finditer(line)]
    at = 0
    for match in _WORD.finditer(line):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        word = match.group()
        if len(word) > 1 and len(word) <= _LONGEST and not (word.isupper() or any(c.isupper() for c in word[1:])):
            yield match.start(), match.end(), word


def is_known(word: str, known: Container[str], language: str) -> bool:
    """Say whether a word is in a dictionary of lower-case words: as it is, without its genitive, or in its parts."""
    plain = word.lower().replace("’", "'").strip("'")
    if plain in known or plain.removesuffix("'s") in known or plain.rstrip("'") in known:
        return True
    if "-" in plain or "'" in plain:
        return all(len(part) < 2 or is_known(part, known, language) for part in re.split(r"['-]", plain))
    if language == "en" and any(british in plain and plain.replace(british, other) in known
                                for british, other in _BRITISH):
        return True
    return language in ("nl", "de") and _is_compound(plain, known)


def _is_compound(word: str, known: Container[str]) -> bool:
    """Say whether a word is two known ones in a row, as Dutch and German join them, with or without a linking s."""
    for cut in range(_PART, len(word) - _PART + 1):
        first, last = word[:cut], word[cut:]
        if last in known and (first in known or (first.endswith("s") and first[:-1] in known)):
            return True
    return False
