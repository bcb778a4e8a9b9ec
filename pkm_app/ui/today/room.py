"""Today: where a day begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import noop
from pkm_app.ui.room import Context
from pkm_app.ui.theme import Stage
from pkm_app.ui.today.page import TodayPage


class TodayRoom:
    """The room of the day."""

    stage: Stage = "today"

    def __init__(self, context: Context) -> None:
        self._page = TodayPage(context)

    def widget(self) -> QWidget:
        return self._page

    def title(self) -> str:
        return noop("Today")

    def icon(self) -> str:
        return "sun"

    def commands(self) -> Sequence[Command]:
        return (Command("today.ask", "Ask a learning question", "A", self._page.questions.begin, room="today"),)

    def entered(self) -> None:
        self._page.load()
        self._page.setFocus()

    def open(self, kind: str, name: str) -> bool:
        return False

    def thing(self) -> str:
        return ""

    def rest(self) -> None:
        """Words in a field are kept as they are typed; see WaitingRow."""
