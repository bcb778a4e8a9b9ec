"""Pages of which one is seen, and layouts whose widgets are made anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget


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
