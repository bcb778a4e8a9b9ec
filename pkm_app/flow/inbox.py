"""Taking in what lies in the vault's ``inbox/``. Addresses found there count as not typed by a person, so none on
this machine or network is fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from pkm_app.base.errors import NetworkProblem, NotFound, Problem, Refused
from pkm_app.base.events import Failed, Operation, Progress
from pkm_app.flow.captured import Captured
from pkm_app.flow.passages import Passages

_PDF_END = b"%%EOF"
_GROWING_NS = 60 * 1_000_000_000
_AGAIN = timedelta(minutes=10)  # until a page that could not be fetched is asked for again
_NEVER = timedelta(days=36500)  # a file that cannot be read is read again when it changed, or when asked


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file in the inbox: its path there, its size in bytes, the time of its last change in nanoseconds."""

    name: str
    size: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Left:
    """A file that stays in the inbox, and why."""

    waiting: Waiting
    problem: Problem


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was taken in, and what stays."""

    taken: tuple[Captured, ...] = ()
    left: tuple[Left, ...] = ()


class Inbox(Protocol):
    """The folder in the vault, and what is remembered of it (library.inbox)."""

    def waiting(self) -> Sequence[Waiting]:
        """The files that lie there and are whole."""

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises NotFound, StorageProblem."""

    def remove(self, name: str, data: bytes) -> None:
        """Move a file with these bytes to the trash; one that became another meanwhile stays."""

    def was_taken(self, data: bytes) -> bool:
        """Whether these very words were taken in before."""

    def note_taken(self, data: bytes) -> None:
        """Remember that these words were taken in. Raises StorageProblem."""

    def tried(self) -> Mapping[Waiting, datetime]:
        """What could not be taken in, with the time from which it is worth another try."""

    def note_tried(self, tried: Mapping[Waiting, datetime]) -> None:
        """Remember that for the next start of the program."""


class TakingIn:
    """Empties the inbox, as far as what lies there can be read."""

    def __init__(self, inbox: Inbox, passages: Passages, now: Callable[[], datetime]) -> None:
        self._inbox = inbox
        self._passages = passages
        self._now = now
        self._left: dict[Waiting, Left] = {}
        self._taken: list[Captured] = []

    def taken(self) -> Sequence[Captured]:
        """What was taken in since the program began."""
        return tuple(self._taken)

    def left(self) -> Sequence[Left]:
        """What stayed when this last looked, and why."""
        return tuple(self._left.values())

    def take_in(self, again: bool = False) -> Operation[TakenIn]:
        """Take in what is new there. What could not be read is said once, by Failed, and tried anew only when it
        changed, when the network may be back, or with ``again``."""
        waiting = self._inbox.waiting()
        if not waiting and not self._left:
            return TakenIn()
        here, before, now = set(waiting), dict(self._inbox.tried()), self._now()
        tried = {one: at for one, at in before.items() if one in here and not again}
        new = [one for one in waiting if one not in tried or tried[one] <= now]
        self._left = {one: left for one, left in self._left.items() if one in here and one not in new}
        taken: list[Captured] = []
        for number, one in enumerate(new):
            yield Progress(number, len(new), one.name)
            try:
                if not one.size:
                    self._refuse_empty(one, again)
                    continue
                done = yield from self._take(one)
            except NotFound:
                continue  # somebody took it away meanwhile
            except Problem as problem:
                network = isinstance(problem, NetworkProblem)
                said = one in before and not again
                tried[one] = now + (_AGAIN if network else _NEVER)
                self._left[one] = Left(one, problem)
                if not said:
                    yield Failed(one.name, problem.template, problem.values)
                continue
            tried.pop(one, None)
            if done is not None:
                taken.append(done)
                self._taken.append(done)
                if done.notice is not None:
                    yield Failed(one.name, done.notice.template, done.notice.values)
        if tried != before:
            self._inbox.note_tried(tried)
        return TakenIn(tuple(taken), tuple(self._left.values()))

    def _take(self, one: Waiting) -> Operation[Captured | None]:
        data = self._inbox.read(one.name)
        if self._is_growing(one, data):
            return None
        if self._inbox.was_taken(data):
            self._inbox.remove(one.name, data)
            return None
        done = yield from self._passages.of_file(data, one.name.rpartition("/")[2], by_person=False)
        if done.note_id:  # a document is known again by its source; a note may have become anything meanwhile
            self._inbox.note_taken(data)
        self._inbox.remove(one.name, data)
        return None if done.known else done

    def _refuse_empty(self, one: Waiting, again: bool) -> None:
        """An empty file is one that a synchroniser is still bringing, or nothing at all: it is given a minute."""
        if again or self._now().timestamp() * 1e9 - one.changed_ns >= _GROWING_NS:
            raise Refused("“{name}” is empty. It stays where it is: put what it should hold there again.",
                          name=one.name.rpartition("/")[2])

    def _is_growing(self, one: Waiting, data: bytes) -> bool:
        """A PDF ends with a mark of its own; one without it is given a minute to become whole."""
        if not data.startswith(b"%PDF-") or _PDF_END in data[-2048:]:
            return False
        return self._now().timestamp() * 1e9 - one.changed_ns < _GROWING_NS
