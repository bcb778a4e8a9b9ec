"""Screens of what holds for the whole program: the palette, the list of keys."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.ui.shell import Shell


def palette(shell: Shell) -> None:
    """Acts found in the one field."""
    shell.show_room("seek")
    shell.finder.field.setText("")
    shell.finder.begin()


def keys(shell: Shell) -> None:
    """Every act with its key."""
    shell.show_room("seek")
    shell.commands.run("window.keys")


def guide(shell: Shell) -> None:
    """The guide in the program."""
    shell.show_room("today")
    shell.commands.run("window.guide")


KEYS: tuple[Callable[[Shell], None], ...] = (palette, keys, guide)
