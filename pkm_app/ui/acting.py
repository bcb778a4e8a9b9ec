"""Acts that write beside the window, each of which can be taken back from the moment it began.

How to use it: ``act_in_turn(context, Act(do, take_back, words, again, landed, back))``. Undo of an act whose write has
not landed yet waits in the same line: the write lands, then it is taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pkm_app.base.errors import Problem
from pkm_app.ui.room import Context

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Act(Generic[T]):
    """``do`` and ``take_back`` run beside the window; ``landed`` and ``back`` on the main thread, when each is done.
    ``words`` say what was done; where the act shows itself (``silent``) only a screen reader says them. ``again`` does
    it once more."""

    do: Callable[[], T]
    take_back: Callable[[T], object]
    words: str
    again: Callable[[], None]
    landed: Callable[[T], None]
    back: Callable[[T], None]
    silent: bool = False


def act_in_turn(context: Context, act: Act[T]) -> None:
    """Begin an act. Ctrl Z takes it back from now on, landed or not; one that fails is none to take back."""
    relay, notices = context.relay, context.notices
    done: list[T] = []

    def take_back() -> None:
        for one in done:  # none when it came to nothing
            act.take_back(one)

    def back() -> None:
        for one in done:
            act.back(one)

    def undo() -> None:
        relay.in_turn(take_back, lambda _: back(), notices.problem)

    step = notices.keep(act.words, undo, act.again)

    def landed(result: T) -> None:
        done.append(result)
        (notices.whisper if act.silent else notices.tell)(step)
        act.landed(result)

    def failed(problem: Problem) -> None:
        notices.withdraw(step)
        notices.problem(problem)

    relay.in_turn(act.do, landed, failed)
