"""What is wrong with what was written or asked for: an icon and words, never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Icon, Label


class Wrong(QWidget):
    """Hidden while nothing is wrong."""

    def __init__(self, look: Look, size: int = 13) -> None:
        super().__init__()
        self._label = Label(look, "error", size, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(look, "circle-alert", "error", size + 2), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    def tell(self, words: str) -> None:
        """Show these words; "" when nothing is wrong any more."""
        self._label.setText(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()
