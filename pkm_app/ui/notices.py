"""What happened, said beside the work, with Undo where there is one.

How to use it::

    context.notices.say(tr("Kept “{title}”", title=...), undo=lambda: ...)   # ok
    context.notices.warn(tr(...)) ; context.notices.problem(problem)         # icon and words, stays until closed

Ctrl Z takes back the last act that can be, Ctrl Shift Z does it again where ``again`` is given: what does the act
once more, saying so as the first time. A new act forgets what could be done again. The strip below the room shows the
newest notice and the work under way, and says what was taken back.
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
    """One sentence. ``undo`` is set where the act can be taken back, ``again`` where it can then be done once more."""

    text: str
    kind: Kind = "ok"
    undo: Callable[[], None] | None = None
    again: Callable[[], None] | None = None


class Notices(QObject):
    """Notices and the stack of what can be undone.

    ``said`` and ``taken_back`` carry a :class:`Notice`, ``undone`` nothing; ``whispered`` words that
    only a screen reader says.
    """

    said = Signal(object)
    undone = Signal()
    taken_back = Signal(object)
    whispered = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Notice] = []
        self._undone: list[Notice] = []
        self._sayings = 0
        self._again = 0  # acts that are being done again: what they say is no new act

    def say(self, text: str, undo: Callable[[], None] | None = None, again: Callable[[], None] | None = None) -> None:
        """Say that something was done."""
        self._say(Notice(text, "ok", undo, again))

    def keep(self, words: str, undo: Callable[[], None], again: Callable[[], None] | None = None) -> Notice:
        """Keep what takes an act back, for one that shows itself or has only begun: nothing is said, nothing moves."""
        step = Notice(words, "ok", undo, again)
        self._push(step)
        return step

    def tell(self, step: Notice) -> None:
        """Say what was kept, now that it is done; nothing, where it was taken back before."""
        if any(one is step for one in self._steps):
            self.said.emit(step)

    def whisper(self, step: Notice) -> None:
        """Have what was kept said to those who do not see that it is done; nothing, where it was taken back before."""
        if step.text and any(one is step for one in self._steps):
            self.whispered.emit(step.text)

    def withdraw(self, step: Notice) -> None:
        """Forget what was kept: it came to nothing."""
        self._steps = [one for one in self._steps if one is not step]
        self._undone = [one for one in self._undone if one is not step]

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
            step, before = self._steps.pop(), self._sayings
            if step.undo is not None:
                step.undo()
            if step.again is None:
                self._undone.clear()  # what was undone before stood on this
            else:
                self._undone.append(step)
            self.undone.emit()
            if self._sayings == before:  # else it is told already how that went
                self.taken_back.emit(step)

    def can_redo(self) -> bool:
        """Return whether there is an act to do again."""
        return bool(self._undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            step = self._undone.pop()
            self._again += 1
            if step.again is not None:
                step.again()

    def _say(self, notice: Notice) -> None:
        if notice.undo is not None:
            self._push(notice)
        elif notice.kind == "error":
            self._again = 0
        self._sayings += 1
        self.said.emit(notice)

    def _push(self, notice: Notice) -> None:
        if self._again:
            self._again -= 1
        else:
            self._undone.clear()
        self._steps.append(notice)
        del self._steps[:-_STEPS]
