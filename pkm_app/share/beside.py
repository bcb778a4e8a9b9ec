"""Whether own words stand beside a quotation: before it or after it, in the part of the text that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from pkm_app.content.codespans import code_ranges, inside
from pkm_app.content.quotation import Quotation
from pkm_app.content.wikilinks import has_own_words

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]", re.MULTILINE)
_TITLE = 1  # the level of what stands under the title itself, and of a file that is shown


class Beside:
    """Looks around the quotations of one text. ``borders`` are the places at which a file that it shows begins or
    ends."""

    def __init__(self, text: str, quotations: Sequence[Quotation], borders: Iterable[int] = ()) -> None:
        code = code_ranges(text)
        parts = [(0, _TITLE), *((place, _TITLE) for place in borders)]
        parts += [(match.start(), len(match[1])) for match in _HEADING.finditer(text)
                  if not inside(code, match.start())]
        self._text = text
        self._parts = sorted(parts, key=lambda part: part[0])  # of two at one place the heading comes last
        self._quotations = quotations

    def has_own(self, number: int) -> bool:
        """Say whether words of one's own stand beside this quotation (counted from 0).

        After it, they reach to the next quotation or the next heading that is no sub-heading of its own; before it, to
        the former quotation. What stands right under a heading above its own counts too, what stands under another
        heading, in another chapter or file does not.
        """
        quotation = self._quotations[number]
        former = self._quotations[number - 1].end if number else 0
        following = self._quotations[number + 1].start if number + 1 < len(self._quotations) else len(self._text)
        at = bisect_right([place for place, _ in self._parts], quotation.start) - 1
        level = self._parts[at][1]
        end = next((place for place, other in self._parts[at + 1 :] if other <= level), len(self._text))
        return any(_is_own(self._text[start:until]) for start, until in [
            (quotation.end, min(end, following)), *self._before(at, quotation.start, former)])

    def _before(self, at: int, start: int, former: int) -> Iterator[tuple[int, int]]:
        lowest = self._parts[at][1] + 1
        until = start
        for place, level in reversed(self._parts[: at + 1]):
            if level < lowest and until > former:
                yield max(place, former), until
                lowest = level
            until = place


def _is_own(text: str) -> bool:
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(("#", ">", "^")))
    return any(map(str.isalnum, lines)) and has_own_words(lines)
