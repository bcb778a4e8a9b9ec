"""Whether it is seen where one can write or choose, and what is chosen (WCAG 2.2, 1.4.11): by more than a tint."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from pkm_app.ui.theme import contrast
from tests.ui.careful import shown
from tests.ui.walk import Screen

LEAST = 3.0
_EDGE = 3  # pixels in which the edge of a field lies
_BAR = 6  # in which the mark of a chosen row lies; its words begin further in


def hard_to_see(screen: Screen) -> list[str]:
    """Every field whose edge, and every chosen row whose mark, has less than 3 to 1 with what lies beside it."""
    found = set()
    for window, picture in screen.pictures.items():
        for widget in (window, *window.findChildren(QWidget)):
            if widget.window() is window and widget.isEnabled() and shown(widget):
                found |= {f"{screen.name}: {said}" for said in (*_field(widget, window, picture),
                                                                *_row(widget, window, picture))}
    return sorted(found)


def _field(widget: QWidget, window: QWidget, picture: QImage) -> Iterator[str]:
    if not _has_edge(widget) or widget.visibleRegion().boundingRect() != widget.rect():
        return
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if not picture.rect().contains(box) or box.height() < 12:
        return
    y, left = box.center().y(), box.left()
    inside = picture.pixelColor(left + _EDGE + 2, y)
    if max(contrast(picture.pixelColor(left + x, y), inside) for x in range(_EDGE)) < LEAST:
        yield f"the edge of {type(widget).__name__} {widget.accessibleName()!r} is faint"


def _has_edge(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.hasFrame() and not isinstance(widget.parent(), QComboBox)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly() and (widget.objectName() == "field" or (
            isinstance(widget, QPlainTextEdit) and widget.property("stage") == "share"))
    return isinstance(widget, QComboBox)


def _row(widget: QWidget, window: QWidget, picture: QImage) -> Iterator[str]:
    if not isinstance(widget, QAbstractItemView) or widget.selectionModel() is None:
        return
    seen = QRect(widget.viewport().mapTo(window, QPoint(0, 0)), widget.viewport().size()).intersected(picture.rect())
    for index in widget.selectionModel().selectedIndexes():
        row = widget.visualRect(index)
        box = QRect(widget.viewport().mapTo(window, row.topLeft()), row.size())
        if index.column() or not seen.contains(box) or box.height() < 12:
            continue
        y = box.center().y()
        ground = picture.pixelColor(box.right() - 4, box.top() + 3)
        if max(contrast(picture.pixelColor(box.left() + x, y), ground) for x in range(_BAR)) < LEAST:
            yield f"the chosen row {index.data()!r} of {type(widget).__name__} is told by a tint alone"
