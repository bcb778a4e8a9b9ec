"""What left, for the list: read beside the window's own work; the outlets are asked at most once a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from pkm_app.share.aftermath import Left
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context

SETTING = "share.ask"
_ASKED = "share.asked"  # the day on which the outlets were asked last


class WhatLeft(QObject):
    """``records`` is what left, the latest first; ``changed`` is called when it is otherwise."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        super().__init__(context.notices)
        self._context, self._changed = context, changed
        self.records: Sequence[Left] = ()

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
        self._context.relay.start(self._context.services.share.afterwards.look_quietly(), "", self._told,
                                  self._context.notices.problem)

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
            self._changed()
