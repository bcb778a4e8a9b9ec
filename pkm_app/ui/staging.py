"""Which stage's accent a control takes: that of the room it stands in, also in a window over that room.

How to use it: the outermost widget of a room, or of a window that belongs to one stage wherever it is opened, says
``setProperty("stage", "share")`` before it is shown. The style sheet finds it there, and painted controls ask
``stage_around(self)``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pkm_app.ui.theme import Stage

NEUTRAL: Stage = "seek"  # of what belongs to no room: settings, search, the guide


def stage_around(widget: QWidget) -> Stage:
    """Return the stage of the nearest widget around this one (or of itself) that says one."""
    at: QWidget | None = widget
    while at is not None:
        said = at.property("stage")
        if said == "sense":
            return "sense"
        if said == "share":
            return "share"
        at = at.parentWidget()
    return NEUTRAL
