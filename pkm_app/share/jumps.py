"""Links within a draft: which of its own headings a link to a file of the vault leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pkm_app.content.origin import origin
from pkm_app.content.passages import headings, same_heading

if TYPE_CHECKING:
    from pkm_app.content.wikilinks import WikiLink
    from pkm_app.share.targets import LinkTarget


class Jumps:
    """Knows the headings of a text: ``lines`` are their words as Markdown, signed (content.origin) where ``origins``,
    the paths of the files it is made of, are several."""

    def __init__(self, lines: Iterable[str], origins: Sequence[str]) -> None:
        self._headings: list[tuple[str, str]] = []
        for line in lines:
            number, words = origin(line.lstrip())
            if len(origins) == 1:
                number = 0
            self._headings.append((origins[number] if 0 <= number < len(origins) else "", words))
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
        return next((number for number, (path, words) in enumerate(self._headings, 1)
                     if path == target.path and (not wanted or same_heading(words, wanted))), 0)
