"""The order in which Tab goes through a window: as its controls stand there, however late they were made.

Qt goes by when a control was made; rows that are read later would come after everything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QSplitter, QStackedWidget, QWidget

from pkm_app.ui.boxes import in_box

_TAB = Qt.FocusPolicy.TabFocus


def focus_next(window: QWidget, forward: bool) -> bool:
    """Give the focus to the next control of a window, or the one before, and bring it into sight; False for none."""
    focus, everything = QApplication.focusWidget(), list(in_order(window))
    if not forward:
        everything.reverse()
    at = everything.index(focus) + 1 if focus in everything else 0
    for one in everything[at:] + everything[:at]:
        if one is not focus and takes_tab(one):
            one.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            _bring_into_sight(one)
            return True
    return False


def takes_tab(widget: QWidget) -> bool:
    """Return whether Tab stops at a widget."""
    stops = (widget.focusPolicy() & _TAB) == _TAB
    return stops and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that is in it, in the order of layouts; what is in none comes last.

    What is hidden is among it: the focus goes on from there when what had it goes away.
    """
    yield widget
    for child in _children(widget):
        yield from in_order(child)


def _children(widget: QWidget) -> list[QWidget]:
    found = [one for one in _laid_out(widget) if one is not None]
    found += [one for one in widget.children() if isinstance(one, QWidget) and one not in found]
    return [one for one in found if not one.isWindow()]


def _laid_out(widget: QWidget) -> list[QWidget | None]:
    if isinstance(widget, QMainWindow):
        return [widget.centralWidget()]
    if isinstance(widget, QSplitter):
        return [widget.widget(at) for at in range(widget.count())]
    if isinstance(widget, QStackedWidget):
        return [widget.currentWidget()] if widget.count() else []
    layout = widget.layout()
    return list(_of(layout)) if layout is not None else []


def _of(layout: QLayout) -> Iterator[QWidget]:
    for one in in_box(layout):
        if isinstance(one, QLayout):
            yield from _of(one)
        else:
            yield one


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
