"""The keys of highlights: colours, going from one to the next, widening, joining, taking away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import noop
from pkm_app.ui.theme import HIGHLIGHTS

if TYPE_CHECKING:
    from pkm_app.ui.seek.highlights import HighlightActs

_COLOURS = (noop("Highlight in yellow"), noop("Highlight in green"), noop("Highlight in blue"),
            noop("Highlight in pink"))


def colour_commands(acts: Callable[[], HighlightActs], has: Callable[[], bool]) -> list[Command]:
    """Return the commands; ``acts`` are asked for when one is done, ``has`` says whether an article is open."""
    colours = [Command(f"seek.{colour}", words, str(number), partial(_colour, acts, colour), has, "seek")
               for number, (colour, words) in enumerate(zip(HIGHLIGHTS, _COLOURS, strict=True), start=1)]
    return [
        *colours,
        Command("seek.next-mark", noop("Next highlight"), "]", lambda: acts().step(1), has, "seek"),
        Command("seek.previous-mark", noop("Previous highlight"), "[", lambda: acts().step(-1), has, "seek"),
        Command("seek.reshape", noop("Give the highlight this extent"), "E", lambda: acts().reshape(), has, "seek"),
        Command("seek.join", noop("Join with what it touches"), "M", lambda: acts().join(), has, "seek"),
        Command("seek.remove-mark", noop("Remove this highlight"), "Del", lambda: acts().remove(), has, "seek"),
    ]


def _colour(acts: Callable[[], HighlightActs], colour: str) -> None:
    acts().colour(colour)
