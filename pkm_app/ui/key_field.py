"""A field that takes a key instead of letters: press it, or two after one another.

Tab leaves the field, as everywhere; so Tab cannot be a key.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_PAUSE = 1200  # milliseconds in which a second key still belongs to the first
_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown,
          Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyField(QLineEdit):
    """Holds a key of at most two presses."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)

    def key(self) -> str:
        """Return the key as QKeySequence reads it, "" for none."""
        return ", ".join(self._keys)

    def show_key(self, key: str) -> None:
        """Show a key."""
        self._pause.stop()
        self._keys = [QKeySequence(part).toString() for part in key.split(", ") if part]
        self.setText(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and (
                event.key() not in _LEAVING):
            event.accept()  # else the key would do what it does now
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEAVING:
            event.ignore()
            return
        if event.key() in _ALONE:
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ShiftModifier and event.text().strip() and not event.text().isalpha():
            modifiers = Qt.KeyboardModifier.NoModifier  # ? is a key, with whatever it is typed
        pressed = QKeySequence(int(modifiers.value) | event.key()).toString()
        before = self._keys if self._pause.isActive() and len(self._keys) == 1 else []
        self.show_key(", ".join([*before, pressed]))
        self._pause.start()
