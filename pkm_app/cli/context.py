"""What every verb shares: the global options, how to open the program, how to say things."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pkm_app.app import open_app
from pkm_app.base.errors import Problem
from pkm_app.base.events import Failed, Operation, Progress, finish

if TYPE_CHECKING:
    from pkm_app.app.parts import App

R = TypeVar("R")


@dataclass
class Settings:
    """The global options, wherever on the line they stood."""

    vault: str = ""
    data: str = ""
    json: bool = False
    quiet: bool = False

    @contextmanager
    def open(self) -> Iterator[App]:
        """Open the program for one verb, and close it again."""
        with open_app(vault=self.vault, data=self.data) as app:
            try:
                finish(app.settle())
                self._tell(app)
                yield app
            finally:
                self._tell(app)

    def _tell(self, app: App) -> None:
        for problem in app.take_notices():
            self.say(str(problem))

    def say(self, text: str) -> None:
        """Say something beside the result: on standard error, not with ``--quiet``."""
        if not self.quiet:
            tell(text)

    def show(self, value: object, text: str | Callable[[], str]) -> None:
        """Give the result: one JSON document with ``--json``, else text for a person."""
        if self.json:
            write_json(value)
        else:
            shown = tame(text() if callable(text) else text)
            if shown:
                write(shown)

    def run(self, operation: Operation[R], failures: list[Failed] | None = None,
            names: Mapping[str, str] | None = None) -> R:
        """Drive an operation with progress on a terminal; what failed in part is said and collected.

        ``names`` are what a person calls the things that may fail, by their ids. ``--quiet`` silences progress,
        never a failure.
        """
        bar = sys.stderr is not None and sys.stderr.isatty() and not self.quiet
        clear = "\r\x1b[K" if bar else ""
        try:
            while True:
                event = next(operation)
                if isinstance(event, Progress) and bar:
                    label = tame(event.label)[:40]
                    _beside(f"{clear}{event.done}/{event.total or '…'} {label}")
                elif isinstance(event, Failed):
                    if failures is not None:
                        failures.append(event)
                    _beside(clear)
                    name = (names or {}).get(event.subject_id, "")
                    tell(f"{name}: {event}" if name else str(event))
        except StopIteration as end:
            result: R = end.value
            return result
        finally:
            operation.close()
            _beside(clear)


class Unheard(Exception):  # noqa: N818  not an error of the program: nobody takes its result
    """Standard output takes no more."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error.strerror or str(error))
        self.reader_has_gone = error.errno in (errno.EPIPE, errno.EINVAL)  # EINVAL is how Windows says it


def write(text: str) -> None:
    """Write to standard output. Raises Unheard."""
    try:
        click.echo(text)
    except OSError as error:
        raise Unheard(error) from error


def write_json(value: object) -> None:
    """Write one JSON document to standard output. Raises Unheard."""
    write(json.dumps(plain_value(value), ensure_ascii=False, indent=2))


def tell(text: str) -> None:
    """Say something on standard error; where nobody listens there the work goes on all the same."""
    _beside(tame(text) + "\n")


def _beside(text: str) -> None:
    with suppress(OSError):
        click.echo(text, err=True, nl=False)


def tame(text: str) -> str:
    """Strangers' words must not drive the terminal: control and direction marks go, odd blanks become plain ones.

    Line breaks and tabs stay, and the two joiners that Persian, Indic scripts and emoji are written with.
    """
    return "".join(
        ch if ch.isprintable() or ch in "\n\t\u200c\u200d" else " " if ch.isspace() else "" for ch in text)


def plain_value(value: Any) -> Any:
    """Turn dataclasses, tuples and times into what JSON knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: plain_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value


def pick(value: object, *names: str) -> dict[str, Any]:
    """Return the named fields of a dataclass as JSON knows them."""
    return {name: plain_value(getattr(value, name)) for name in names}


def standard_input() -> str:
    """Return what was piped in, "" on a terminal. Raises Problem for what cannot be read or is no UTF-8 text."""
    if sys.stdin is None or sys.stdin.isatty():
        return ""
    return _text(sys.stdin.buffer.read).replace("\r\n", "\n")


def secret_line(prompt: str, from_stdin: bool) -> str:
    """Ask for a secret: hidden on a terminal, else one line of standard input ("" where that is closed)."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty() and not from_stdin:
        return str(click.prompt(prompt, hide_input=True, err=True))
    return _text(sys.stdin.buffer.readline).rstrip("\r\n")


def _text(read: Callable[[], bytes]) -> str:
    try:
        return read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem("What came in on standard input is not UTF-8 text.") from None
    except OSError as error:
        raise Problem("Standard input cannot be read: {reason}.", reason=error.strerror or error) from None
