"""The left column of Share: a new draft, and the drafts and what was shared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.ui.i18n import Worded
from pkm_app.ui.room import Context
from pkm_app.ui.share.draft_rows import DraftList
from pkm_app.ui.share.templates import Begin, TemplateButton
from pkm_app.ui.widgets import Button, Panel

_MARGINS = (10, 12, 11)  # pixels at the left, the top and the right


class DraftsPanel(Worded, Panel):
    """``begin`` begins an empty draft, ``start`` one from a template with its title."""

    def __init__(self, context: Context, begin: Callable[[], None], start: Begin) -> None:
        look = context.look
        super().__init__(look, "panel", "r")
        self.setMinimumWidth(168)
        new = Button(look, "plus", "outlined", "share")
        self.say(new.setText, "New draft")
        new.clicked.connect(begin)
        self.list = DraftList(look)
        self.say(self.list.setAccessibleName, "Drafts and what was shared")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*_MARGINS, 0)  # rows end where the panel ends
        row = QHBoxLayout()
        row.addWidget(new)
        row.addWidget(TemplateButton(context, start))
        row.addStretch(1)
        self._box.addLayout(row)
        self._box.addWidget(self.list, 1)

    def put_below(self, widget: QWidget) -> None:
        """Let something stand below the list."""
        self._box.addWidget(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            there = event.type() == QEvent.Type.ShowToParent
            self._box.setContentsMargins(*_MARGINS, 12 if there else 0)
        return super().eventFilter(watched, event)
