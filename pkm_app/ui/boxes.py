"""Columns that scroll, and layouts whose widgets are made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def clear(box: QLayout) -> None:
    """Take every widget out of a layout; each goes when Qt is done with it."""
    while box.count():
        item = box.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def stacked(*pages: QWidget) -> QStackedWidget:
    """Return pages of which one is seen at a time, the first one now."""
    stack = QStackedWidget()
    for page in pages:
        stack.addWidget(page)
    return stack


def scrolling(column: QWidget) -> QScrollArea:
    """Return an area in which a column scrolls, on the ground that lies behind it; the keys go to what is in it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(column)
    area.viewport().setAutoFillBackground(False)
    column.setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
