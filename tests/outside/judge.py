"""What somebody who cannot see would complain of: each function takes what is shown and returns sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.outside.person import Thing

CONTROLS = {"push button", "check box", "radio button", "toggle button", "text", "password text", "combo box", "list",
            "tree", "table", "tree table", "link", "menu item", "spin button", "slider", "dialog", "frame", "entry"}
CHECKED = {"check box", "radio button", "toggle button"}
ROWS = {"list item", "tree item", "table cell"}
NO_ROLE = {"filler", "unknown", "invalid", "redundant object", ""}
_MARKS = re.compile(r"<[a-z/]|&[a-z]+;|object at 0x")
_NO_SENTENCE = re.compile(r"\n|^[,. ]|, ,|(?<!\+),$|  ")


def complaints(screen: str, windows: Sequence[Thing]) -> list[str]:
    """Everything that is wrong with a screen."""
    found = [line for window in windows for line in _of(window, "")]
    return [f"{screen}: {line}" for line in (*found, *_of_focus(windows))]


def focused(windows: Sequence[Thing]) -> list[Thing]:
    """Return what has the focus; the current row of a list says so besides, and so does what a control draws on."""
    return [one for window in windows for one in window.all()
            if "focused" in one.states and one.role not in ROWS | NO_ROLE]


def _of(thing: Thing, within: str) -> Iterator[str]:
    what = f"{thing.role} {thing.name!r} in {within!r} at {thing.area}"
    name = thing.name.strip()
    if thing.role in CONTROLS | ROWS and not name:
        yield f"no name: {what}"
    if thing.role in NO_ROLE and "focusable" in thing.states:
        yield f"no role, yet it takes the focus: {what}"
    if thing.role in NO_ROLE and name and not any(child.name for child in thing.children):
        yield f"no role, so that its words are not read out: {what}"
    if thing.role in CHECKED and "checkable" not in thing.states:
        yield f"does not tell its state: {what}"
    if thing.role in ("text", "password text") and not thing.states & {"editable", "read only"}:
        yield f"does not tell whether one can write: {what}"
    if _MARKS.search(name) or _MARKS.search(thing.description):
        yield f"marks instead of words: {what}, {thing.description!r}"
    if thing.role in ROWS and _NO_SENTENCE.search(thing.name):
        yield f"no sentence: {what}"
    for child in thing.children:
        yield from _of(child, name or within)


def _of_focus(windows: Sequence[Thing]) -> Iterator[str]:
    holding = focused(windows)
    if not holding:
        yield "nothing has the focus"
    yield from (f"the focus is on a {one.role} without a name" for one in holding if not one.name.strip())
    if len(holding) > 1:
        yield f"several have the focus: {[one.name for one in holding]}"
    dialogs = [one for one in windows if one.role == "dialog"]
    if dialogs and holding and not any(one in dialogs[-1].all() for one in holding):
        yield f"the focus is behind {dialogs[-1].name!r}: on {[one.name for one in holding]}"
