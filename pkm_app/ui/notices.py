"""What happened, said beside the work, with Undo where there is one.

How to use it::

    context.notices.say(tr("Kept “{title}”", title=...), undo=lambda: ...)   # ok
    context.notices.warn(tr(...)) ; context.notices.problem(problem)         # icon and words, stays until closed

Ctrl Z takes back the last act that can be. The strip below the room shows the newest notice and the work under way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from pkm_app.base.errors import Problem
from pkm_app.base.events import Failed
from pkm_app.ui.i18n import problem_text

Kind = Literal["ok", "warning", "error"]
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence. ``undo`` is set where the act can be taken back."""

    text: str
    kind: Kind = "ok"
    undo: Callable[[], None] | None = None


class Notices(QObject):
    """Notices and the stack of what can be undone. ``said`` carries a :class:`Notice`, ``undone`` nothing."""

    said = Signal(object)
    undone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Notice] = []

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something was done."""
        self._say(Notice(text, "ok", undo))

    def keep(self, words: str, undo: Callable[[], None]) -> None:
        """Keep what takes an act back, for an act that shows itself: nothing is said, and nothing moves."""
        self._steps.append(Notice(words, "ok", undo))
        del self._steps[:-_STEPS]

    def warn(self, text: str) -> None:
        """Say that something needs a look."""
        self._say(Notice(text, "warning"))

    def problem(self, problem: Problem | Failed) -> None:
        """Say what went wrong, in the person's language."""
        self._say(Notice(problem_text(problem), "error"))

    def can_undo(self) -> bool:
        """Return whether there is an act to take back."""
        return bool(self._steps)

    def undo(self) -> None:
        """Take back the last act that can be."""
        if self._steps:
            step = self._steps.pop()
            if step.undo is not None:
                step.undo()
            self.undone.emit()

    def _say(self, notice: Notice) -> None:
        if notice.undo is not None:
            self._steps.append(notice)
            del self._steps[:-_STEPS]
        self.said.emit(notice)
