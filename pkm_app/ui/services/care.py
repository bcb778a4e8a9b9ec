"""What the window needs to look after a PKM folder. None of it is quick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.base.errors import Problem
    from pkm_app.base.events import Operation
    from pkm_app.sense.changes import Done, Plan
    from pkm_app.sense.doctor import Keep, Trouble


class Doctor(Protocol):
    """sense.doctor."""

    def look(self) -> Operation[list[Trouble]]:
        """All that is wrong, what matters most first."""

    def mend(self, trouble: Trouble) -> Done:
        """Carry out the mend of a trouble."""

    def mend_all(self, troubles: Sequence[Trouble]) -> Operation[list[Done]]:
        """Carry out several mends."""

    def choose(self, trouble: Trouble, keep: Keep) -> Done:
        """Settle two versions of a file as a person chose."""


class TakenIn(Protocol):
    """What came, or would come (app.taking_in)."""

    @property
    def kind(self) -> str:
        """What it was taken for: folder, opml, readwise, hypothesis, pocket, instapaper, bookmarks."""

    @property
    def added(self) -> int:
        """How many things are new."""

    @property
    def known(self) -> int:
        """How many were here already."""

    @property
    def failed(self) -> tuple[Problem | str, ...]:
        """A sentence for each that is not taken."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What each thing is."""

    @property
    def marked(self) -> tuple[int, ...]:
        """How many highlights come with each; empty where that means nothing."""

    @property
    def plan_id(self) -> str:
        """What takes it back, "" for nothing."""


class BackedUp(Protocol):
    """A backup, or what came out of one (library.backup)."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    @property
    def items(self) -> int:
        """How many files are in it."""


@dataclass(frozen=True, slots=True)
class Care:
    """Everything of it. ``doctor()`` looks as things are at that moment; ``changes`` are those that can be taken back,
    oldest first; ``take_in(path, dry_run)`` takes a file or folder of another program in; ``restore(file, folder)``
    unpacks a backup into an empty folder."""

    doctor: Callable[[], Doctor]
    changes: Callable[[], Sequence[Plan]]
    take_back: Callable[[str], Done]
    take_in: Callable[[str, bool], Operation[TakenIn]]
    back_up: Callable[[str], Operation[BackedUp]]
    restore: Callable[[str, str], Operation[BackedUp]]
