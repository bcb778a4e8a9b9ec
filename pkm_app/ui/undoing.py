"""Undo and redo for the whole program: the words of the field one writes in come first, then the acts.

A field takes its own keys by itself (Ctrl Z in a note undoes typing); these functions serve the menu and the palette,
where the field one wrote in still has the focus.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from pkm_app.ui.notices import Notices


class Undoing:
    """What Undo and Redo mean now."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices

    def can_undo(self) -> bool:
        """Return whether there are words or an act to take back."""
        return _can(QApplication.focusWidget(), back=True) or self._notices.can_undo()

    def can_redo(self) -> bool:
        """Return whether there are words or an act to do again."""
        return _can(QApplication.focusWidget(), back=False) or self._notices.can_redo()

    def undo(self) -> None:
        """Take back what was written last where one writes, else the last act."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) and _can(focus, back=True):
            focus.undo()
        else:
            self._notices.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) and _can(focus, back=False):
            focus.redo()
        else:
            self._notices.redo()


def _can(focus: object, back: bool) -> bool:
    if isinstance(focus, QLineEdit):
        return not focus.isReadOnly() and (focus.isUndoAvailable() if back else focus.isRedoAvailable())
    if isinstance(focus, QTextEdit | QPlainTextEdit):
        document = focus.document()
        return not focus.isReadOnly() and (document.isUndoAvailable() if back else document.isRedoAvailable())
    return False
