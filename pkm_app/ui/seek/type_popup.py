"""The small sheet behind Aa: size, width and typeface of the reading text, each at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QWidget

from pkm_app.ui.geometry import within
from pkm_app.ui.i18n import Worded, noop
from pkm_app.ui.look import Look
from pkm_app.ui.reading_type import SIZES, reading_type
from pkm_app.ui.services import Settings
from pkm_app.ui.widgets import Button, Label, name

_WIDTHS = {"narrow": noop("Narrow"), "normal": noop("Normal"), "wide": noop("Wide")}
_FACES = {"reading": "Literata", "text": "Inter"}


class TypePopup(Worded, QFrame):
    """``chosen`` fires after each choice, which is kept already."""

    chosen = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._settings = settings
        self.setObjectName("popup")  # square like a menu: a window of its own shows what lies behind rounded corners
        self.say(self.setAccessibleName, "Size and typeface")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        smaller, larger = Button(look, kind="outlined"), Button(look, kind="outlined")
        smaller.setText("A−")
        larger.setText("A+")
        self.say(partial(name, smaller), "Smaller text")
        self.say(partial(name, larger), "Larger text")
        smaller.clicked.connect(lambda: self.step(-1))
        larger.clicked.connect(lambda: self.step(1))
        self._size = Label(look, "ink", 13).hug()
        self._choices: dict[str, dict[str, Button]] = {"reading.width": {}, "reading.face": {}}
        self._row(look, grid, 0, noop("Size"), [smaller, self._size, larger])
        self._row(look, grid, 1, noop("Width"), self._buttons(look, "reading.width", _WIDTHS, True))
        self._row(look, grid, 2, noop("Typeface"), self._buttons(look, "reading.face", _FACES, False))
        self._show()

    def open_below(self, button: QWidget) -> None:
        """Stand below a button, within its window."""
        self._show()
        self.adjustSize()
        window = button.window()
        place = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        left = window.mapToGlobal(QPoint(8, 0)).x()
        box = QRect(QPoint(max(left, place.x()), place.y()), self.size())
        self.setScreen(window.screen())
        self.setGeometry(within(box, window.screen().availableGeometry()))
        self.show()

    def step(self, by: int) -> None:
        """Take the next larger or smaller size."""
        now = reading_type(self._settings).size
        sizes = [size for size in SIZES if (size > now if by > 0 else size < now)]
        if sizes:
            self._choose("reading.size", str(sizes[0] if by > 0 else sizes[-1]))

    def _row(self, look: Look, grid: QGridLayout, row: int, words: str, widgets: list[QWidget]) -> None:
        label = Label(look, "ink2", 13).hug()
        self.say(label.setText, words)
        grid.addWidget(label, row, 0)
        box = QHBoxLayout()
        box.setSpacing(6)
        for widget in widgets:
            box.addWidget(widget)
        box.addStretch(1)
        grid.addLayout(box, row, 1)

    def _buttons(self, look: Look, key: str, choices: dict[str, str], translated: bool) -> list[QWidget]:
        group = QButtonGroup(self)
        for value, words in choices.items():
            button = self._choices[key][value] = Button(look, kind="outlined")
            button.one_of()
            group.addButton(button)
            if translated:
                self.say(button.setText, words)
            else:
                button.setText(words)
            button.clicked.connect(lambda checked=False, value=value: self._choose(key, value))
        return list(self._choices[key].values())

    def _choose(self, key: str, value: str) -> None:
        self._settings.put(key, value)
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        self._size.setText(str(reading_type(self._settings).size))
        now = {"reading.width": self._settings.get("reading.width", "normal"),
               "reading.face": self._settings.get("reading.face", "reading")}
        for key, buttons in self._choices.items():
            for value, button in buttons.items():
                button.setChecked(value == now[key])
