"""Something dragged comes over a widget, as the installed Qt makes that event."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent


def drag_enter(place: QPoint, action: Qt.DropAction, data: QMimeData) -> QDragEnterEvent:
    """Return the event of ``data`` being dragged in at ``place``. Whole points are what Qt took before 6.12."""
    left, no = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    try:
        return QDragEnterEvent(QPointF(place), action, data, left, no)  # type: ignore  # the stubs are those of one Qt
    except TypeError:
        return QDragEnterEvent(place, action, data, left, no)
