"""Three columns in a small window: where they have no room, the list and the side take turns beside the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QWidget

from pkm_app.ui.focus_order import in_order, takes_tab
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.look import Look
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Button, name

_LEAST = 300  # pixels of the text


class Turns(Worded, QObject):
    """``opener`` shows the side and stands in the list, ``closer`` gives the list back and stands in the side; both are
    seen only where ``splitter`` (list, text, side) is narrower than ``enough``, in pixels. ``fill`` gives the columns
    the widths that a person chose, ``words`` name the side."""

    def __init__(self, splitter: QSplitter, enough: int, fill: Callable[[], None], look: Look, stage: Stage,
                 words: str) -> None:
        super().__init__(splitter)
        self._splitter, self._enough, self._fill, self._words = splitter, enough, fill, words
        self._list, self._side = _column(splitter, 0), _column(splitter, 2)
        self._middle = _column(splitter, 1)
        self._narrow = self._aside = False
        self.opener, self.closer = Button(look, "panel-right", stage=stage, left=True), Button(look, "x", stage=stage)
        self.opener.clicked.connect(self.toggle)
        self.closer.clicked.connect(self.toggle)
        for button in (self.opener, self.closer):
            button.hide()
        self.words_changed()
        splitter.installEventFilter(self)

    def toggle(self) -> None:
        """Go to the side; where it takes turns and has its turn, back to the list."""
        back = self._narrow and self._aside
        self.show_list() if back else self.show_side()
        first = next((one for one in in_order(self._list if back else self._side) if takes_tab(one)), None)
        if first is not None:
            first.setFocus()

    def show_side(self) -> None:
        """Have the side on the screen."""
        self._aside = True
        self._apply()

    def show_list(self) -> None:
        """Have the list on the screen."""
        self._aside = False
        self._apply()

    def words_changed(self) -> None:
        self.opener.setText(tr(self._words))
        name(self.closer, tr("Close"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._splitter:
            narrow = self._splitter.width() < self._enough
            changed, self._narrow = narrow != self._narrow, narrow
            if changed:
                self._aside = False
                self._apply()
            if changed and not narrow:
                self._fill()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        self._middle.setMinimumWidth(_LEAST if self._narrow else 0)  # 0: as much as it asks for
        shown = self._side if self._aside else self._list
        shown.show()
        for one in (self._list, self._side):
            one.setVisible(one is shown or not self._narrow)
        self.opener.setVisible(self._narrow)
        self.closer.setVisible(self._narrow)


def _column(splitter: QSplitter, at: int) -> QWidget:
    found = splitter.widget(at)
    if found is None:
        raise LookupError(f"there is no column {at}")
    return found
