"""Size and place of the window across restarts, as a line of text in the settings: ``x,y,width,height,full``."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pkm_app.ui.services import Settings

_KEY = "window.geometry"
_FORM = re.compile(r"(-?\d{1,5}),(-?\d{1,5}),(\d{1,5}),(\d{1,5}),([01])")


def keep_geometry(window: QWidget, settings: Settings) -> None:
    """Keep where the window stands, and whether it fills the screen."""
    box = window.normalGeometry() if window.isMaximized() else window.geometry()
    settings.put(_KEY, f"{box.x()},{box.y()},{box.width()},{box.height()},{int(window.isMaximized())}")


def restore_geometry(window: QWidget, settings: Settings) -> None:
    """Put the window back; one that would lie outside every screen is placed by the system, one that is larger
    than its screen is made to fit. Nothing kept, or nothing readable, changes nothing."""
    found = _FORM.fullmatch(settings.get(_KEY))
    if found is None:
        return
    x, y, width, height, full = (int(part) for part in found.groups())
    box = QRect(x, y, width, height)
    screen = next((one for one in QGuiApplication.screens() if one.availableGeometry().intersects(box)), None)
    if screen is not None:
        free = screen.availableGeometry()
        if free.width() >= window.minimumWidth() and free.height() >= window.minimumHeight():
            box.setSize(box.size().boundedTo(free.size()))
        window.move(box.topLeft())
    window.resize(box.size())
    if full:
        window.showMaximized()
