"""Today: where a day begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import noop
from pkm_app.ui.on_demand import OnDemand
from pkm_app.ui.room import Context
from pkm_app.ui.theme import Stage

if TYPE_CHECKING:
    from pkm_app.ui.today.page import TodayPage


class TodayRoom:
    """The room of the day."""

    stage: Stage = "today"

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = OnDemand(self._build)

    def _build(self) -> TodayPage:
        from pkm_app.ui.today.page import TodayPage

        return TodayPage(self._context)

    def title(self) -> str:
        return noop("Today")

    def icon(self) -> str:
        return "sun"

    def commands(self) -> Sequence[Command]:
        return (Command("today.ask", "Ask a learning question", "A", self.page.act(lambda it: it.questions.begin()),
                        room="today"),)

    def entered(self) -> None:
        page = self.page()
        page.load()
        page.setFocus()

    def open(self, kind: str, name: str) -> bool:
        return False

    def thing(self) -> str:
        return ""

    def rest(self) -> None:
        """Words in a field are kept as they are typed; see WaitingRow."""
