"""Links within a draft: which of its own headings a link to a file of the vault leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pkm_app.content.origin import origin
from pkm_app.content.passages import heading_letters, headings

if TYPE_CHECKING:
    from pkm_app.content.wikilinks import WikiLink
    from pkm_app.share.targets import LinkTarget


class Jumps:
    """Knows the headings of a text: ``lines`` are their words as Markdown, signed (content.origin) where ``origins``,
    the paths of the files it is made of, are several."""

    def __init__(self, lines: Iterable[str], origins: Sequence[str]) -> None:
        self._places: dict[tuple[str, str], int] = {}  # the first heading of a file with these letters, …
        self._firsts: dict[str, int] = {}  # … and of all of a file
        for place, line in enumerate(lines, 1):
            number, words = origin(line.lstrip())
            if len(origins) == 1:
                number = 0
            path = origins[number] if 0 <= number < len(origins) else ""
            self._places.setdefault((path, heading_letters(words)), place)
            self._firsts.setdefault(path, place)
        self._first = origins[0] if origins else ""

    @classmethod
    def of_text(cls, text: str, origins: Sequence[str]) -> Jumps:
        """Return the headings of a text that was not parsed."""
        return cls((match[2] for match in headings(text)), origins)

    def place(self, link: WikiLink, target: LinkTarget) -> int:
        """Return the number (from 1) of the heading that a link leads to, 0 for none: the one it names, else the first
        of the chapter or note that is shown; nothing leads to the draft as a whole."""
        if link.embed or target.kind != "own" or not target.path:
            return 0
        wanted = link.heading.rpartition("#")[2]
        if not wanted and target.path == self._first:
            return 0
        if not wanted:
            return self._firsts.get(target.path, 0)
        return self._places.get((target.path, heading_letters(wanted)), 0)
