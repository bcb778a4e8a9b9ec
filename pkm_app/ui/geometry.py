"""Size and place of the window across restarts, as a line of text in the settings: ``x,y,width,height,full``; and the
widths of columns, as a person moved them."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

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
        window.setScreen(screen)  # sizes are in its pixels from here on, whichever screen a window begins on
        free = screen.availableGeometry()
        if free.width() >= window.minimumWidth() and free.height() >= window.minimumHeight():
            box.setSize(box.size().boundedTo(free.size()))
        window.move(box.topLeft())
    window.resize(box.size())
    if full:
        window.showMaximized()


def keep_columns(splitter: QSplitter, settings: Settings, key: str, usual: tuple[int, ...]) -> Callable[[], None]:
    """Give columns the widths of last time, else the usual ones, and keep what a person makes of them from now on;
    return what gives them these widths again."""

    def fill() -> None:
        kept = settings.get(key).split(",")
        readable = len(kept) == len(usual) and all(part.isdecimal() and 0 < int(part) < 10_000 for part in kept)
        splitter.setSizes([int(part) for part in kept] if readable else list(usual))

    def moved(_place: int, _index: int) -> None:
        sizes = splitter.sizes()
        if all(sizes):  # a column that is hidden for want of room has no width, and a person chose none
            settings.put(key, ",".join(map(str, sizes)))

    fill()
    splitter.splitterMoved.connect(moved)
    return fill
