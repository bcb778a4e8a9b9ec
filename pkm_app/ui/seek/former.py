"""An article that changed after it was highlighted: the line that says so, and the way to each text that was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from pkm_app.flow.versions import ReadVersion
from pkm_app.ui.dates import whole
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.banner import Banner


def others(versions: Sequence[ReadVersion]) -> Sequence[ReadVersion]:
    """Return the versions that were highlighted and read otherwise than the article now, the last one first."""
    return tuple(version for version in versions if not version.as_now)


class Former(Banner):
    """``show_version`` shows a version, ``show_now`` the article again; ``shown`` says which of them stands there."""

    def __init__(self, context: Context, show_version: Callable[[ReadVersion], None],
                 show_now: Callable[[], None]) -> None:
        super().__init__(context.look)
        self._context, self._show_version, self._show_now = context, show_version, show_now
        self._versions: Sequence[ReadVersion] = ()
        self._at = 0  # which of them is shown, or would be
        self.shown = False

    def forget(self) -> None:
        """There is another article, or none."""
        self._versions, self._at, self.shown = (), 0, False
        self.hide()

    def offer(self, versions: Sequence[ReadVersion]) -> None:
        """Say that other versions were highlighted, if any was."""
        self._versions, self._at, self.shown = versions, 0, False
        self.setVisible(bool(versions))
        self.words_changed()

    def again(self, versions: Sequence[ReadVersion]) -> ReadVersion | None:
        """Take note of what is highlighted in them by now; return the one that is shown, None when it is gone."""
        text = self._versions[self._at].text if self._versions else ""
        found = next((at for at, one in enumerate(versions) if one.text == text), None)
        if found is None:
            return None
        self._versions, self._at = versions, found
        self.words_changed()
        return versions[found]

    def begin(self) -> None:
        """Say that the version is shown now."""
        self.shown = True
        self.words_changed()

    def toggle(self) -> None:
        """Show what was highlighted, or the article as it is now."""
        if self.shown:
            self._show_now()
        elif self._versions:
            self._show(0)

    def _show(self, at: int) -> None:
        self._at = at
        self._show_version(self._versions[at])

    def can_show(self) -> bool:
        """Return whether there is a version to show."""
        return bool(self._versions)

    def words_changed(self) -> None:
        """Say it in the language of now."""
        if not self._versions:
            return
        if self.shown:
            days = sorted(one.highlight.made for one in self._versions[self._at].placed if one.highlight.made)
            words = tr("As it read when you highlighted it.")
            if days:
                now = self._context.services.now()
                words = tr("As it read when you highlighted it, on {date}.",
                           date=whole(datetime.fromisoformat(days[-1]), now).replace(" ", "\u00a0"))
            acts: list[str | Callable[[], None]] = []
            if self._at + 1 < len(self._versions):
                acts += [tr("Older version"), partial(self._show, self._at + 1)]
            if self._at:
                acts += [tr("Newer version"), partial(self._show, self._at - 1)]
            self.show_words(words, "clock", tr("As it is now"), self.toggle, *acts)
        else:
            self.show_words(tr("This article has changed since you highlighted it."), "clock",
                            tr("Show what you highlighted"), self.toggle)
