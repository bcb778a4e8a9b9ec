"""What every verb shares: the global options, how to open the program, how to say things."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any, TypeVar

import click

from pkm_app.app import App, open_app
from pkm_app.base.errors import Problem
from pkm_app.base.events import Failed, Operation, Progress, finish

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
            click.echo(tame(text), err=True)

    def show(self, value: object, text: str | Callable[[], str]) -> None:
        """Give the result: one JSON document with ``--json``, else text for a person."""
        if self.json:
            click.echo(json.dumps(plain_value(value), ensure_ascii=False, indent=2))
        else:
            shown = tame(text() if callable(text) else text)
            if shown:
                click.echo(shown)

    def run(self, operation: Operation[R], failures: list[Failed] | None = None,
            names: Mapping[str, str] | None = None) -> R:
        """Drive an operation with progress on a terminal; what failed in part is said and collected.

        ``names`` are what a person calls the things that may fail, by their ids.
        """
        bar = sys.stderr.isatty() and not self.quiet
        try:
            while True:
                event = next(operation)
                if isinstance(event, Progress) and bar:
                    label = tame(event.label)[:40]
                    click.echo(f"\r\x1b[K{event.done}/{event.total or '…'} {label}", err=True, nl=False)
                elif isinstance(event, Failed):
                    if failures is not None:
                        failures.append(event)
                    if not self.quiet:
                        name = (names or {}).get(event.subject_id, "")
                        told = f"{name}: {event}" if name else str(event)
                        click.echo(("\r\x1b[K" if bar else "") + tame(told), err=True)
        except StopIteration as end:
            result: R = end.value
            return result
        finally:
            operation.close()
            if bar:
                click.echo("\r\x1b[K", err=True, nl=False)


def tame(text: str) -> str:
    """Strangers' words must not drive the terminal: control characters go, line breaks and tabs stay."""
    return "".join(ch for ch in text if ch.isprintable() or ch in "\n\t")


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
    """Return what was piped in, "" on a terminal. Raises Problem for bytes that are no UTF-8 text."""
    if sys.stdin is None or sys.stdin.isatty():
        return ""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problem("What came in on standard input is not UTF-8 text.") from None


def secret_line(prompt: str, from_stdin: bool) -> str:
    """Ask for a secret: hidden on a terminal, else one line of standard input."""
    if sys.stdin.isatty() and not from_stdin:
        return str(click.prompt(prompt, hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")
