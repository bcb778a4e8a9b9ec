"""Which commands the one field offers: those used lately first, and found by what was meant.

How to use it: ``Palette(commands, settings)``; ``found("markeer", 8)``; ``used("seek.keep")`` after one was chosen.
Words are looked for in the language of the window and in English; a few letters wrong or left out still find.
"""

from __future__ import annotations

from pkm_app.ui.commands import Command, Commands
from pkm_app.ui.i18n import tr
from pkm_app.ui.services import Settings

_KEY = "commands.recent"
_REMEMBERED = 12
_FUZZY = 4  # letters from which a likeness counts
_LIKE = 78  # per cent
_NEARER = 4  # by which what is done right here goes before what is done in another room


class Palette:
    """Ranks the commands that can be done now."""

    def __init__(self, commands: Commands, settings: Settings) -> None:
        self._commands, self._settings = commands, settings

    def used(self, name: str) -> None:
        """Remember that a command was chosen."""
        self._settings.put(_KEY, ",".join([name, *(one for one in self.recent() if one != name)][:_REMEMBERED]))

    def recent(self) -> list[str]:
        """Return the ids of what was chosen lately, the latest first."""
        return [name for name in self._settings.get(_KEY).split(",") if name]

    def found(self, text: str, most: int) -> list[Command]:
        """Return the commands that fit, best first; among equals, and without a text, those used lately.

        Where something is looked for, those of other rooms are among them.
        """
        wanted, recent = " ".join(text.casefold().split()), self.recent()
        ranked = []
        here, there = self._commands.all(), self._commands.elsewhere() if wanted else []
        for at, command in enumerate([*here, *there]):
            score = max(_score(wanted, tr(command.words).casefold()), _score(wanted, command.words.casefold()) - 1)
            score -= _NEARER if at >= len(here) else 0
            if score > 0 and command.enabled():
                lately = recent.index(command.id) if command.id in recent else _REMEMBERED
                ranked.append((-score, lately, at, command))
        ranked.sort(key=lambda one: one[:3])
        return [command for *_, command in ranked[:most]]


def _score(wanted: str, words: str) -> int:
    """Return how well words fit: their beginning, the beginning of each word, a part, or something like it."""
    if not wanted or words == wanted:
        return 100
    if words.startswith(wanted):
        return 95
    if all(any(word.startswith(part) for word in words.split()) for part in wanted.split()):
        return 90
    if wanted in words:
        return 85
    if len(wanted) < _FUZZY:
        return 0
    from rapidfuzz import fuzz  # loaded when it is wanted: not on the way to the window

    like = fuzz.partial_ratio(wanted, words)
    return int(like * 0.8) if like >= _LIKE else 0
