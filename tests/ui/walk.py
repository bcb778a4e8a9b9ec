"""Walks through every screen there is, as the pictures do, and looks at each with the eyes of a careful person.

``walk(application, folder, scheme, language, size)`` yields each :class:`Screen` once it stands still: what was drawn
(the picture, and every text that Python painted with its colour and place), and the window itself. Screens that rooms
add to ``tests.ui.shots`` are walked by themselves.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget

from pkm_app.ui.shell import Shell
from pkm_app.ui.start import make_window
from pkm_app.ui.theme import Scheme
from pkm_app.work.runner import Runner
from tests.ui import shots
from tests.ui.demo import Demo
from tests.ui.tidy import tidy

SETTLE = 120  # milliseconds beside what a screen waits for itself


@dataclass(frozen=True)
class Painted:
    """A text as Python painted it, with its place in the window, or the grounds of a row that is kept as a picture."""

    text: str
    color: QColor
    box: QRect
    paper: str
    window: QWidget | None = None  # on which it stands, where that is known
    grounds: tuple[QColor, ...] = ()  # none: look at the picture of the window


@dataclass
class Screen:
    """One screen that stands still."""

    name: str
    shell: Shell
    pictures: dict[QWidget, QImage] = field(default_factory=dict)  # of each of its windows
    painted: list[Painted] = field(default_factory=list)

    def windows(self) -> list[QWidget]:
        """The window, and what lies open over it."""
        return [self.shell, *[one for one in QApplication.topLevelWidgets()
                              if one.isVisible() and one is not self.shell and one.windowType() in _OVER]]


_OVER = (Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.Sheet)


@contextmanager
def watching(found: list[Painted]) -> Iterator[None]:
    """Write down every text that Python paints."""
    draw_text, draw_layout = QPainter.drawText, QTextLayout.draw

    def text(painter: QPainter, *given: Any) -> Any:
        words = next((one for one in given if isinstance(one, str)), "")
        if words.strip() and not isinstance(given[0], QPointF):
            box = QRectF(given[0])
            found.append(_painted(painter, words, box))
        return draw_text(painter, *given)

    def layout(one: QTextLayout, painter: QPainter, at: QPointF, *rest: Any) -> Any:
        box = one.boundingRect().translated(at)
        found.append(_painted(painter, one.text(), box))
        return draw_layout(one, painter, at, *rest)

    QPainter.drawText, QTextLayout.draw = text, layout  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        QPainter.drawText, QTextLayout.draw = draw_text, draw_layout  # type: ignore[method-assign]


def _painted(painter: QPainter, words: str, box: QRectF) -> Painted:
    device, where, color = painter.device(), box.toAlignedRect(), QColor(painter.pen().color())
    if isinstance(device, QWidget):
        where = where.intersected(device.visibleRegion().boundingRect())  # the rest lies outside what scrolls
        where.translate(device.mapTo(device.window(), QPoint(0, 0)))
        return Painted(words, color, where.intersected(device.window().rect()), type(device).__name__, device.window())
    grounds: tuple[QColor, ...] = ()
    if isinstance(device, QPixmap):
        image = device.toImage()
        grounds = (ground_of(image, where.intersected(image.rect())),)
    return Painted(words, color, where, type(device).__name__, grounds=grounds)


@contextmanager
def strays(application: QApplication) -> Iterator[list[str]]:
    """Write down every widget that is shown as a window of its own without being one: it was shown before it stood
    anywhere. It flashes, and takes the focus from the window."""
    seen = _Strays()
    application.installEventFilter(seen)
    try:
        yield seen.found
    finally:
        application.removeEventFilter(seen)


class _Strays(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own
        if (event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
                and watched.windowType() in (Qt.WindowType.Widget, Qt.WindowType.Window)
                and not isinstance(watched, Shell)):
            self.found.append(f"{type(watched).__name__} {watched.objectName()} {watched.accessibleName()}".strip())
        return False


def ground_of(image: QImage, box: QRect) -> QColor:
    """Return the colour that most of a box has: what lies under the text."""
    across, down = max(1, box.width() // 24), max(1, box.height() // 8)
    seen = Counter(image.pixel(x, y) for x in range(box.left(), box.right() + 1, across)
                   for y in range(box.top(), box.bottom() + 1, down))
    return QColor.fromRgba(seen.most_common(1)[0][0]) if seen else QColor(0, 0, 0, 0)


def walk(application: QApplication, folder: Path, scheme: Scheme, language: str, size: tuple[int, int],
         prepared: Callable[[Demo], None] | None = None, only: Collection[str] = (),
         settings: Mapping[str, str] | None = None) -> Iterator[Screen]:
    """Yield every screen, drawn, or those of the names in ``only``; those of a full library first, then those of an
    empty one. ``settings`` are those of the person."""
    runner = Runner(threads=2)
    try:
        for screens, options in ((shots.SCREENS, {"full": True}), (shots.BEGINNING, {"empty": True})):
            with tempfile.TemporaryDirectory(dir=folder) as place:
                demo = Demo(runner, Path(place), {"language": language, **(settings or {})}, **options)
                shell = make_window(application, demo.services, scheme, language)
                if prepared is not None:
                    prepared(demo)
                shell.resize(*size)
                shell.show()
                try:
                    for screen in (one for one in screens if not only or one.__name__ in only):
                        screen(shell)
                        shots.settle(SETTLE)
                        yield look_at(screen.__name__, shell)
                        tidy(shell)
                finally:  # also when a screen did not come: its window would answer in later tests
                    end(shell, demo)
    finally:
        runner.close()


def look_at(name: str, shell: Shell, anew: bool = True) -> Screen:
    """Draw the window as it stands, and what lies over it; ``anew``: rows that are kept as pictures as well."""
    screen = Screen(name, shell)
    if anew:
        shell.context.look.changed.emit()
    with watching(screen.painted):
        for window in screen.windows():
            picture = screen.pictures[window] = QImage(window.size(), QImage.Format.Format_RGB32)
            picture.fill(QColor("#FF00FF"))
            window.render(picture)
    return screen


def end(shell: Shell, demo: Demo) -> None:
    """Take a window away whole, and what works for it: it answers nobody after this."""
    shell.close()
    shots.settle(50)
    shell.context.language.stop()
    shell.context.look.deleteLater()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close()
