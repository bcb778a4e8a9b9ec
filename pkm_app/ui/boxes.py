"""Pages of which one is seen, and layouts whose widgets are made anew."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from pkm_app.ui.told import tell_role

W = TypeVar("W", bound=QWidget)


def in_box(box: QLayout) -> list[QWidget | QLayout]:
    """Return the widgets and layouts that stand in a layout, in its order.

    ``itemAt`` is not asked: PySide keeps what that returns for as long as the layout lives, also when Qt has deleted
    it, and takes whatever comes to lie at the same place in memory for it. The program ends of that, sooner or later.
    """
    host = box.parentWidget()
    found: list[tuple[int, QWidget | QLayout]] = []
    for one in (*(host.children() if host is not None else ()), *box.children()):
        if isinstance(one, QWidget | QLayout) and (at := box.indexOf(one)) >= 0:
            found.append((at, one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def widgets_in(box: QLayout, kind: type[W]) -> list[W]:
    """Return the widgets of a kind that stand in a layout itself, in its order."""
    return [one for one in in_box(box) if isinstance(one, kind)]


def clear(box: QLayout) -> None:
    """Take every widget out of a layout; each goes when Qt is done with it."""
    while box.count():
        item = box.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Pages(QStackedWidget):
    """Pages of which one is seen; a screen reader says the page alone, and no “layered pane” before it."""

    def __init__(self) -> None:
        super().__init__()
        tell_role(self, QAccessible.Role.Client)


def stacked(*pages: QWidget) -> Pages:
    """Return pages of which one is seen at a time, the first one now."""
    stack = Pages()
    for page in pages:
        stack.addWidget(page)
    return stack
