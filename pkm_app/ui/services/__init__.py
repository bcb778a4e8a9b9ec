"""What the window needs of the program, as one frozen value that app.py makes and hands in.

Rooms talk to these protocols and to nothing else. Names and meanings are those of the services themselves
(seek.service, flow.*, sense.service, share.service, work.runner), so that app.py passes them as they are.
Reads marked "quick" keep under 10 ms and may be called on the main thread; everything else goes through
``relay.call`` or ``relay.start``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import RLock
from typing import Generic, TypeVar

from pkm_app.ui.services.beginning import Beginning
from pkm_app.ui.services.care import Care
from pkm_app.ui.services.finding import Finding, Search
from pkm_app.ui.services.follow import Follow
from pkm_app.ui.services.machine import Desktop, Runner, Settings, Task
from pkm_app.ui.services.reading import Reading
from pkm_app.ui.services.seek import Followed, Marking, Seek
from pkm_app.ui.services.sense import Highlighting, Sense
from pkm_app.ui.services.share import Drafting, Outlets, Publishing, Share
from pkm_app.ui.services.taking import Taking
from pkm_app.ui.services.tending import Tending
from pkm_app.ui.services.today import Today
from pkm_app.ui.services.writing import Writing

__all__ = [
    "Beginning", "Care", "Desktop", "Drafting", "Finding", "Follow", "Followed", "Highlighting", "Marking", "Outlets",
    "Publishing", "Reading", "Runner", "Search", "Seek", "Sense", "Services", "Settings", "Share", "Taking", "Task",
    "Tending", "Today", "Writing",
]


T = TypeVar("T")
_TURN = RLock()  # of who makes one; who comes meanwhile waits and gets the same


class MadeOnce(Generic[T]):
    """A property that is made when it is first asked for, once, whichever threads ask. functools.cached_property has
    no lock any more from Python 3.12 on."""

    def __init__(self, make: Callable[[Services], T]) -> None:
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, services: Services, kind: type[Services]) -> T:
        with _TURN:
            kept = services.__dict__
            if self._name not in kept:
                kept[self._name] = self._make(services)
            made: T = kept[self._name]
            return made


@dataclass(frozen=True)
class Services:
    """Everything the window may call. ``now`` is the clock, aware and in the person's own zone;
    ``version`` is what the about line says; ``desktop`` is None where notifications go through a tray alone.
    What a start does without is made, and what it is made of is loaded, when it is first called, on any thread."""

    seek: Seek
    marking: Marking
    highlighting: Highlighting
    make_reading: Callable[[], Reading]
    search: Search
    finding: Finding
    sense: Sense
    writing: Writing
    make_follow: Callable[[], Follow]
    make_share: Callable[[], Share]
    taking: Taking
    tending: Tending
    today: Today
    beginning: Beginning
    make_care: Callable[[], Care]
    runner: Runner
    settings: Settings
    now: Callable[[], datetime]
    version: str = ""
    desktop: Desktop | None = None

    @MadeOnce
    def reading(self) -> Reading:
        """What one does with an article beside reading it."""
        return self.make_reading()

    @MadeOnce
    def follow(self) -> Follow:
        """Finding people to follow, and keeping the list of them in order."""
        return self.make_follow()

    @MadeOnce
    def share(self) -> Share:
        """All that leads to a draft somewhere else."""
        return self.make_share()

    @MadeOnce
    def care(self) -> Care:
        """Looking after the PKM folder."""
        return self.make_care()
