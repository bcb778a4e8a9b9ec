"""The whole program: every part of the three rooms, built once and passed in. The only place that wires them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.app.person_parts import PersonParts
from pkm_app.base.errors import Problem
from pkm_app.base.events import Operation

if TYPE_CHECKING:
    from pkm_app.library.scan import Scanned

__all__ = ["App", "now"]


class App(PersonParts):
    """One profile and one vault, opened. Parts are built when first asked for; ``close`` ends what was begun."""

    def settle(self) -> Operation[Scanned]:
        """Bring what is cached in step with the vault: at the start, and when other programs may have written."""
        from pkm_app.library.choicemerge import merge_choices
        from pkm_app.library.marksync import adopt_marks

        self.vault.prepare()
        found = yield from self.vault.scan()
        self._tell_scan(found)
        self._plans.note_moves(found.moved)
        self._notices += merge_choices(self.vault.root, now().astimezone())
        self._finish_changes()
        self._subscribing.sync()
        self._notices += adopt_marks(self._marks, self.articles, self.db, str(self.vault.root))
        yield from self.put_back(found.new)
        yield from self._bring_back()
        yield from self.take_in()
        return found

    def _bring_back(self) -> Operation[None]:
        """What was kept or put in Later, and no feed has any more, comes back into the stream."""
        from pkm_app.library.marksync import marked_without_article

        marked = marked_without_article(self.db)
        if marked and self.vault.cards(("source",), limit=1):
            from pkm_app.flow.bringing_back import bring_back

            yield from bring_back(marked, self.vault, self.articles, self.reopening)

    def _finish_changes(self) -> None:
        """Finish what a program that was killed had begun over many files."""
        from pkm_app.sense.changes import recover

        self._notices += [
            Problem("A change that had been cut off was finished now: {what}", what=str(plan))
            for plan in recover(self.vault, self._plans)]

    def take_notices(self) -> list[Problem]:
        """Return what a person should be told since this was last asked."""
        notices, self._notices = self._notices + self.settings.take_notices() + self.db.take_notices(), []
        if "vault" in self.__dict__:
            notices += self.vault.take_notices()
        return notices

    def _tell_scan(self, found: Scanned) -> None:
        from pkm_app.library.tomlchoice import away_among

        away = (*found.away, *away_among(self.vault.root))
        if away and away != self._told_away:  # once, as long as they are the same
            self._notices.append(Problem(
                "A file of your PKM folder is online only, so what it says is not known here yet: {names}. It is not "
                "fetched unasked; choose in your file manager to keep the folder on this device."
                if len(away) == 1 else
                "Some files of your PKM folder are online only ({count}), so what they say is not known here yet: "
                "{names}. They are not fetched unasked; choose in your file manager to keep the folder on this device.",
                count=len(away), names=", ".join(away[:3])))
        self._told_away = away
        twice = [path for path in found.conflicts if path in found.new]
        if twice:
            self._notices.append(Problem(
                "There are two versions of a file, because it was changed in two places at once: {names}. Both are "
                "kept; the check-up (pkm doctor) shows them side by side.", names=", ".join(twice[:3])))
        if found.held:
            self._notices.append(Problem(
                "{count} files are gone from your PKM folder at once, or empty. Nothing was done about it: if a "
                "synchroniser is at work, wait for it; if you removed them yourself, restore or remove the rest there.",
                count=len(found.vanished) + len(found.emptied)))
        elif found.vanished:
            self._notices.append(Problem(
                "A file is gone from your PKM folder: {names}. `pkm history` can put it back."
                if len(found.vanished) == 1 else
                "{count} files are gone from your PKM folder: {names}. `pkm history` can put them back.",
                count=len(found.vanished), names=", ".join(found.vanished[:3])))
