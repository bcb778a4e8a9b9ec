"""What left, for the list: read beside the window's own work; the outlets are asked at most once a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pkm_app.base.events import Operation
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context

if TYPE_CHECKING:
    from pkm_app.share.aftermath import Left

SETTING = "share.ask"
AFTER = 3000  # milliseconds after a refresh, the first of which comes with the window: that goes first
_ASKED = "share.asked"  # the day on which the outlets were asked last


class WhatLeft(QObject):
    """``records`` is what left, the latest first; ``changed`` fires when it is otherwise. The outlets are asked with
    the first refresh of a day, whether anybody goes to Share or not."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.notices)
        self._context = context
        self.records: Sequence[Left] = ()
        context.relay.listen("feeds", self._refreshed)

    def load(self) -> None:
        """Read it anew."""
        self._context.relay.call(self._context.services.share.afterwards.left, self._show,
                                 self._context.notices.problem)

    def ask_quietly(self) -> None:
        """Ask the outlets once a day whether what is placed there was published, unless the person rather asks."""
        settings = self._context.services.settings
        today = self._context.services.now().date().isoformat()
        if settings.get(SETTING, "daily") != "daily" or settings.get(_ASKED) == today:
            return
        settings.put(_ASKED, today)
        self._context.relay.start(self._look_quietly(), "", self._told, self._context.notices.problem)

    def _look_quietly(self) -> Operation[tuple[Left, ...]]:
        """What asks is loaded beside the window: that takes longer than a frame."""
        return (yield from self._context.services.share.afterwards.look_quietly())

    def _told(self, found: tuple[Left, ...]) -> None:
        for record in found:
            if record.fate == "published":
                self._context.notices.say(tr("“{title}” is published: {address}", title=record.title,
                                             address=record.url or record.outlet))
        if found:
            self.load()

    def _show(self, records: Sequence[Left]) -> None:
        if list(records) != list(self.records):
            self.records = records
            self.changed.emit()

    def _refreshed(self, _ids: tuple[str, ...]) -> None:
        QTimer.singleShot(AFTER, self, self.ask_quietly)
