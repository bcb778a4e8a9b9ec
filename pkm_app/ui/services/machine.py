"""What the window needs of the machine under it: something that runs work, and something that remembers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from pkm_app.base.errors import Problem
    from pkm_app.base.events import Event, Operation

R = TypeVar("R")


class Task(Protocol):
    """Work under way on a runner thread."""

    def cancel(self) -> None:
        """Ask it to stop at its next step."""


class Runner(Protocol):
    """work.runner: drives operations on a few threads; every callback comes on one of those."""

    def start(
        self, operation: Operation[R], on_event: Callable[[Event], Any], on_result: Callable[[R], Any],
        on_problem: Callable[[Problem], Any],
    ) -> Task:
        """Start an operation."""


class Settings(Protocol):
    """What this machine remembers between two starts: window state, choices, unsaved words."""

    def get(self, key: str, default: str = "") -> str:
        """Quick. The text kept under a key."""

    def put(self, key: str, value: str) -> None:
        """Keep a text under a key; written soon, and whole or not at all."""


class Desktop(Protocol):
    """work.desktop_notes: the notifications of the desktop. Every call may wait, so it goes through ``relay.call``."""

    def works(self) -> bool:
        """Whether the desktop has a service for them."""

    def tell(self, title: str, words: str) -> bool:
        """Show one in the place of the one before; whether the desktop took it."""

    def take_back(self) -> None:
        """Take it away."""
