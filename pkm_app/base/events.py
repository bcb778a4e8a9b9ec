"""What an operation tells while it runs: frozen values that any thread may pass on.

An operation is a generator in the domain. It takes its ports, works in small steps, yields events and
returns its result; it holds nothing (no lock, no open file) across a yield, so closing it is cancelling it.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar

Subject = Literal[
    "articles", "feeds", "marks", "notes", "sources", "highlights", "drafts", "shared", "outlets"
]


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps (0 when unknown); ``label`` names what is being worked on."""

    done: int
    total: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed: ids (or vault paths) of one subject. An empty tuple means: look at all of them."""

    subject: Subject
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """One part failed and the rest goes on. ``template`` and ``values`` as in :class:`errors.Problem`."""

    subject_id: str
    template: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


Event: TypeAlias = Progress | Changed | Failed

R = TypeVar("R")
Operation: TypeAlias = Generator[Event, None, R]


def finish(operation: Operation[R]) -> R:
    """Drive an operation to its end, dropping its events, and give its result."""
    while True:
        try:
            next(operation)
        except StopIteration as end:
            result: R = end.value
            return result
