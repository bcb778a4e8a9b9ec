"""An article that changed after it was highlighted: the line that says so, and the way to what was read then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from pkm_app.flow.versions import ReadVersion
from pkm_app.ui.commands import Command
from pkm_app.ui.dates import whole
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.banner import Banner


def last_other(versions: Sequence[ReadVersion]) -> ReadVersion | None:
    """Return the last version that was highlighted and reads otherwise than the article now, None for none."""
    return next((version for version in versions if not version.as_now), None)


class Former(Banner):
    """``show_version`` shows a version, ``show_now`` the article again; ``shown`` says which of them stands there."""

    def __init__(self, context: Context, show_version: Callable[[ReadVersion], None],
                 show_now: Callable[[], None]) -> None:
        super().__init__(context.look)
        self._context, self._show_version, self._show_now = context, show_version, show_now
        self._version: ReadVersion | None = None
        self.shown = False

    def forget(self) -> None:
        """There is another article, or none."""
        self._version, self.shown = None, False
        self.hide()

    def offer(self, version: ReadVersion | None) -> None:
        """Say that another version was highlighted, if one was."""
        self._version, self.shown = version, False
        self.setVisible(version is not None)
        self.words_changed()

    def begin(self) -> None:
        """Say that the version is shown now."""
        self.shown = True
        self.words_changed()

    def toggle(self) -> None:
        """Show what was highlighted, or the article as it is now."""
        if self.shown:
            self._show_now()
        elif self._version is not None:
            self._show_version(self._version)

    def command(self, has: Callable[[], bool]) -> Command:
        """Return the command; ``has`` says whether an article is open."""
        return Command("seek.former", noop("The version you highlighted, or as it is now"), "", self.toggle,
                       lambda: has() and self._version is not None, "seek")

    def words_changed(self) -> None:
        """Say it in the language of now."""
        if self._version is None:
            return
        if self.shown:
            days = sorted(one.highlight.made for one in self._version.placed if one.highlight.made)
            words = tr("As it read when you highlighted it.")
            if days:
                now = self._context.services.now()
                words = tr("As it read when you highlighted it, on {date}.",
                           date=whole(datetime.fromisoformat(days[-1]), now))
            self.show_words(words, "clock", tr("As it is now"), self.toggle)
        else:
            self.show_words(tr("This article has changed since you highlighted it."), "clock",
                            tr("Show what you highlighted"), self.toggle)
