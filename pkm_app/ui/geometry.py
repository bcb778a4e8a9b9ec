"""Size and place of the window across restarts, as a line of text in the settings: ``x,y,width,height,full``; and the
widths of columns, as a person moved them."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QSplitter, QStyle, QWidget

from pkm_app.ui.services import Settings

_KEY = "window.geometry"
_FORM = re.compile(r"(-?\d{1,5}),(-?\d{1,5}),(\d{1,5}),(\d{1,5}),([01])")
_LEAST, _LEAST_ON_SMALL = (880, 560), (640, 440)
_SOON = 700  # milliseconds in which a desktop has moved the windows of a screen that went, where it does so


def keep_geometry(window: QWidget, settings: Settings) -> None:
    """Keep where the window stands, and whether it fills the screen. One that is minimised stands where it was."""
    box = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    if box.isValid():
        settings.put(_KEY, f"{box.x()},{box.y()},{box.width()},{box.height()},{int(window.isMaximized())}")


def restore_geometry(window: QWidget, settings: Settings) -> None:
    """Put the window back, not shown yet; one that does not lie whole on the screens of now is brought onto the one on
    which most of it lies, and made to fit. Nothing kept, or nothing readable: it is made to fit on its screen."""
    found = _FORM.fullmatch(settings.get(_KEY))
    if found is None:
        free = window.screen().availableGeometry()
        if _holds(free, window):
            window.resize(within(window.rect(), _below_title(free, window)).size())
        return
    x, y, width, height, full = (int(part) for part in found.groups())
    _put(window, QRect(x, y, width, height))
    if full:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def within(box: QRect, free: QRect) -> QRect:
    """Return a box of at most the size of ``free``, moved no further than it must to lie in it."""
    size = box.size().boundedTo(free.size())
    return QRect(max(free.left(), min(box.left(), free.right() + 1 - size.width())),
                 max(free.top(), min(box.top(), free.bottom() + 1 - size.height())), size.width(), size.height())


class OnScreens(QObject):
    """Keeps the main window whole on the screens there are: when one is unplugged, and when there is a small one.

    ``enlarged``: the text is, so that a screen holds less.
    """

    def __init__(self, window: QWidget, enlarged: bool) -> None:
        super().__init__(window)
        self._window, self._enlarged = window, enlarged
        self._lull = QTimer(self, interval=_SOON, singleShot=True)
        self._lull.timeout.connect(self.bring_back)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._changed)
        application.screenRemoved.connect(self._changed)
        self._let_fit()

    def bring_back(self) -> None:
        """Bring the window back if it lies on no screen any more, or not whole."""
        self._let_fit()
        if self._window.isVisible() and not self._window.isMaximized() and not self._window.isFullScreen():
            _put(self._window, self._window.geometry())

    def _changed(self, _screen: QScreen) -> None:
        self._lull.start()

    def _let_fit(self) -> None:
        small = any(screen.availableGeometry().height() < _LEAST[1] for screen in QGuiApplication.screens())
        self._window.setMinimumSize(*(_LEAST_ON_SMALL if small or self._enlarged else _LEAST))


def _holds(free: QRect, window: QWidget) -> bool:
    return free.width() >= window.minimumWidth() and free.height() >= window.minimumHeight()


def _below_title(free: QRect, window: QWidget) -> QRect:
    """Return what is left of a screen below the title of a window, which is above what Qt counts as the window."""
    return free.adjusted(0, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight), 0, 0)


def _put(window: QWidget, box: QRect) -> None:
    screens = QGuiApplication.screens()
    if not screens:
        return

    def lies_on(screen: QScreen) -> int:
        part = screen.availableGeometry() & box
        return part.width() * part.height()

    screen = max(screens, key=lies_on)  # the first one, which is the primary, if it lies on none
    left = QRegion(box)
    for one in screens:
        left -= QRegion(one.availableGeometry())
    if not left.isEmpty():
        free = _below_title(screen.availableGeometry(), window)
        box = within(box, free) if _holds(free, window) else QRect(free.topLeft(), box.size())
    window.setScreen(screen)  # sizes are in its pixels from here on, whichever screen a window begins on
    window.setGeometry(box)


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
