"""What a person did with articles, as the vault remembers it: ``.pkm/marks/<device>.jsonl``.

Each device appends to its own file only, and all are merged by time when read, so that a synchroniser never
meets a conflict in them. A line is ``{"url": ..., "mark": "read", "on": true, "at": "2026-11-23T09:00:00+00:00"}``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from pkm_app.base.errors import StorageProblem
from pkm_app.library.windows import online_only, patiently, reach
from pkm_app.seek.model import Mark

_MARKS = frozenset(get_args(Mark))
_LONGEST_LINE = 64 * 1024


@dataclass(frozen=True, slots=True)
class MergedMarks:
    """What stands after all devices were heard: (address, mark, on), oldest first, the last word for each.

    ``skipped`` tells of every file in which lines could not be read; the others count all the same.
    """

    marks: tuple[tuple[str, Mark, bool], ...]
    skipped: tuple[StorageProblem, ...] = ()


class Marks:
    """Implements seek.ports.MarksLog. ``device`` is this machine's name, unique among those of one vault."""

    def __init__(self, vault: Path, device: str) -> None:
        self._folder = vault / ".pkm" / "marks"
        self._file = self._folder / (re.sub(r"[^A-Za-z0-9._-]+", "-", device).strip(".-") + ".jsonl")

    def append(self, urls: Sequence[str], mark: Mark, on: bool, at: datetime) -> None:
        """Add what a person did with articles, by their addresses. Raises StorageProblem."""
        moment = at.astimezone(UTC).isoformat()
        lines = [json.dumps({"url": url, "mark": mark, "on": on, "at": moment}) for url in urls if url]
        if not lines:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            handle = patiently(lambda: os.open(reach(self._file), flags, 0o600))
            try:
                _append(handle, ("\n".join(lines) + "\n").encode())
            finally:
                os.close(handle)
        except OSError as error:
            raise _problem(self._file, error) from error

    def signature(self) -> str:
        """Return a text that changes when another device's file does, or comes to this machine.

        Raises StorageProblem.
        """
        try:
            others = sorted(file for file in self._folder.glob("*.jsonl") if file.name != self._file.name)
            return "\n".join(filter(None, map(_state, others)))
        except OSError as error:
            raise _problem(self._folder, error) from error

    def load(self) -> MergedMarks:
        """Read the files of all devices; one that a synchroniser keeps online only counts when it is here.

        Raises StorageProblem when one of them cannot be opened.
        """
        latest: dict[tuple[str, Mark], tuple[datetime, str, bool]] = {}
        skipped: list[StorageProblem] = []
        try:
            files = sorted(self._folder.glob("*.jsonl"))
        except OSError as error:
            raise _problem(self._folder, error) from error
        for file in files:
            if _is_away(file):
                continue
            unread = 0
            for line in _lines(file):
                said = _said(line)
                if said is None:
                    unread += 1
                    continue
                url, mark, on, at = said
                now = (at, file.name, on)  # the file's name decides between two at the same moment
                latest[url, mark] = max(latest.get((url, mark), now), now)
            if unread:
                skipped.append(StorageProblem(
                    "A line of {path} cannot be read and was passed over; the other marks count." if unread == 1 else
                    "{count} lines of {path} cannot be read and were passed over; the other marks count.",
                    count=unread, path=str(file)))
        ordered = sorted(latest.items(), key=lambda item: item[1])
        return MergedMarks(tuple((url, mark, on) for (url, mark), (_, _, on) in ordered), tuple(skipped))


def _append(handle: int, data: bytes) -> None:
    """Add whole lines in one write; a torn line that a cut-off write left is closed first."""
    size = os.lseek(handle, 0, os.SEEK_END)
    if size:
        os.lseek(handle, size - 1, os.SEEK_SET)
        if os.read(handle, 1) != b"\n":
            data = b"\n" + data
    written = os.write(handle, data)
    if written != len(data):
        raise OSError(28, "the disk is full")
    os.fsync(handle)


def _state(file: Path) -> str:
    """Return what tells one state of a file from another; "" for one that went meanwhile."""
    try:
        info = os.stat(reach(file))
    except FileNotFoundError:
        return ""
    return f"{file.name} {info.st_size} {info.st_mtime_ns}" + (" away" if online_only(info) else "")


def _is_away(file: Path) -> bool:
    try:
        return online_only(os.stat(reach(file)))
    except OSError as error:
        raise _problem(file, error) from error


def _lines(file: Path) -> Iterator[bytes]:
    try:
        with patiently(lambda: open(reach(file), "rb")) as lines:
            while line := lines.readline(_LONGEST_LINE):
                if line.strip():
                    yield line
    except OSError as error:
        raise _problem(file, error) from error


def _said(line: bytes) -> tuple[str, Mark, bool, datetime] | None:
    try:
        value = json.loads(line)
        url, mark, on, at = value["url"], value["mark"], value["on"], datetime.fromisoformat(value["at"])
        sound = bool(url.encode()) and mark in _MARKS and isinstance(on, bool) and at.tzinfo is not None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return (url, mark, on, at) if sound else None


def _problem(path: Path, error: OSError) -> StorageProblem:
    return StorageProblem("The marks in {path} cannot be read or written: {reason}.", path=str(path),
                          reason=error.strerror or str(error))
