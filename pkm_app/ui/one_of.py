"""A button that may be one of a set of which one is on: a radio button, which screen readers say.

Tab goes to each, arrow keys go to the next, and only pressing chooses: some choices open the window anew.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class OneOf(QAbstractButton):
    """Return and Enter press it as Space does. The set is made of those that stand in the same widget."""

    def one_of(self) -> None:
        """Make it one of a set of which exactly one is on; in a group that is not exclusive, at most one."""
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's own: which leaves only one of such a set for Tab."""
        super().focusInEvent(event)
        for one in self._set():
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS and (others := [one for one in self._set() if one.isVisible() and one.isEnabled()]):
            following = others[(others.index(self) + _STEPS[Qt.Key(event.key())]) % len(others)]
            following.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _set(self) -> list[OneOf]:
        """Return those of which one is on, as they stand; none if it belongs to no such set."""
        parent = self.parentWidget()
        if not self.autoExclusive() or parent is None:
            return []
        found = [one for one in parent.findChildren(OneOf, options=Qt.FindChildOption.FindDirectChildrenOnly)
                 if one.autoExclusive() and one.group() is self.group()]
        return sorted(found, key=lambda one: (one.y(), one.x()))
