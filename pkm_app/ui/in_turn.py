"""Calls that write the same files, one after the other: ``relay.in_turn`` waits for those that began before."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from pkm_app.base.errors import Problem

T = TypeVar("T")
Call = tuple[Callable[[], Any], Callable[[Any], object] | None, Callable[[Problem], None] | None]


class InTurn:
    """Hands each call to ``start`` when the one before it has landed."""

    def __init__(self, start: Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Problem], None]], object],
                 unheard: Callable[[Problem], object]) -> None:
        self._start, self._unheard = start, unheard
        self._waiting: deque[Call] = deque()
        self._busy = False

    @property
    def idle(self) -> bool:
        """Whether all that was begun has landed."""
        return not self._busy and not self._waiting

    def add(self, function: Callable[[], T], on_result: Callable[[T], object] | None,
            on_problem: Callable[[Problem], None] | None) -> None:
        """Take a call into the line."""
        self._waiting.append((function, on_result, on_problem))
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        function, on_result, on_problem = self._waiting.popleft()
        self._busy = True

        def landed(value: Any, callback: Callable[[Any], object] | None) -> None:
            self._busy = False
            try:
                if callback is not None:
                    callback(value)
            finally:
                self._next()

        self._start(function, lambda result: landed(result, on_result),
                    lambda problem: landed(problem, on_problem or self._unheard))
