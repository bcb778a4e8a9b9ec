"""The title above a text, in letters that get smaller before it is cut off."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from pkm_app.ui.look import Look

SIZES = (27, 24, 21, 19)  # pixels, the first that fits; the last where none does


class TitleField(QLineEdit):
    """A line without a frame; ``setText`` and typing fit its letters to the room there is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrame(False)
        self.setTextMargins(-2, 0, 0, 0)  # Qt keeps two pixels there; the title stands above its text
        self.setStyleSheet("QLineEdit, QLineEdit:focus { border: 0; background: transparent; padding: 0; }")
        self.setFont(look.font("reading", SIZES[0], 600))
        self.setFixedHeight(self.sizeHint().height())  # what stands below stays where it is
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 6
        for size in SIZES:
            font = self._look.font("reading", size, 600)
            if QFontMetricsF(font).horizontalAdvance(self.text()) <= room:
                break
        if font.pixelSize() != self.font().pixelSize():
            self.setFont(font)
