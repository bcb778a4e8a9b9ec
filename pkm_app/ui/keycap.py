"""The key that leads to a field, drawn as a cap at the end of it while nothing is typed there.

How to use it: ``cap = KeyCap(look, field)``; ``cap.show_key("Ctrl K")``. It is for the eye alone: whoever names the
field says the key to a screen reader.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pkm_app.ui.look import Look

_ROOM, _EDGE = 6, 7  # pixels between the letters and the cap, and between the cap and the end of the field


class KeyCap(QWidget):
    """Lies over the end of a field and lets the mouse through. The words in the field end before it."""

    def __init__(self, look: Look, field: QLineEdit) -> None:
        super().__init__(field)
        self._look, self._field, self._key = look, field, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(look.font("text", 11, 400))
        field.textChanged.connect(self._place)
        field.installEventFilter(self)
        look.changed.connect(self._place)

    def show_key(self, key: str) -> None:
        """Show this key from now on, "" for none."""
        self._key = key
        self._place()

    def words(self) -> str:
        """Return the key that is shown, as this platform writes it."""
        return self._key

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.color("line"))
        painter.setBrush(self._look.color("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._look.color("ink2"))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)

    def _place(self) -> None:
        self.setFont(self._look.font("text", 11, 400))
        letters = self.fontMetrics()
        width, height = letters.horizontalAdvance(self._key) + 2 * _ROOM, letters.height() + 4
        field = self._field
        shown = bool(self._key) and not field.text() and field.width() > 4 * width
        if shown:
            left = _EDGE if field.layoutDirection() == Qt.LayoutDirection.RightToLeft else field.width() - width - _EDGE
            self.setGeometry(left, (field.height() - height) // 2, width, height)
        field.setTextMargins(0, 0, width if shown else 0, 0)
        self.setVisible(shown)
        self.update()
