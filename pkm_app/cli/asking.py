"""Asking on a terminal for the passwords that no keyring gives."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pkm_app.share.service import OutletService


def on_terminal() -> bool:
    """Say whether a person sits at standard input."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_secrets(outlets: OutletService, names: Iterable[str], first: Callable[[], None] = lambda: None) -> None:
    """Ask for the password of each of these outlets that no keyring gives, without showing it, and hold it for this
    command. Nothing is asked where nobody sits at a terminal, and of an outlet that is no longer there. ``first`` is
    called before a question: where it raises, none is asked."""
    if not on_terminal():
        return
    there = {outlet.name for outlet in outlets.outlets()}
    for name in dict.fromkeys(names):
        if name in there and not outlets.keeps_secret(name):
            first()
            outlets.hold(name, str(click.prompt(f"Password, key or token for {name}", hide_input=True, err=True)))
