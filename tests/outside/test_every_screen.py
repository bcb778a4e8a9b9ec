"""Every screen there is, read from outside the process as a screen reader does; all complaints at once."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.outside.desktop import desktop
from tests.outside.judge import complaints, focused
from tests.outside.machine import ROOT
from tests.outside.person import Person, Thing

pytestmark = [pytest.mark.window, pytest.mark.slow]

# where the focus is to be on screens that ask for something, in the words of the Dutch window
FOCUS = {"search": "Zoek in notities, markeringen en artikelen", "discover": "Plak een webadres, of zoek in deze lijst"}


@contextmanager
def shown(language: str) -> Iterator[tuple[Person, subprocess.Popen[str]]]:
    """Start what shows every screen, and somebody who reads it."""
    with tempfile.TemporaryDirectory(prefix="pkm-desk-") as place, desktop(Path(place), (1280, 800)) as desk:
        command = [sys.executable, "-m", "tests.outside.shown", place, language]
        with (desk.folder / "shown.log").open("wb") as log, subprocess.Popen(
                command, env={**desk.environment, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}, cwd=ROOT,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True) as process:
            try:
                with Person(desk, process.pid) as person:
                    yield person, process
            finally:
                process.kill()
                print((desk.folder / "shown.log").read_text()[-4000:])


def ask(process: subprocess.Popen[str], what: str = "") -> str:
    """Ask for the next screen and return its name, "" after the last one."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(what + "\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


def test_every_screen_can_be_read_from_outside(needs_desktop: None) -> None:
    found: list[str] = []
    with shown("nl") as (person, process):
        seen = 0
        while name := ask(process):
            seen += 1
            windows = settled(person)
            found += complaints(name, windows)
            held = [one.name for one in focused(windows)]
            if name in FOCUS and FOCUS[name] not in held:
                found.append(f"{name}: the focus is on {held}")
        process.wait(timeout=60)
        assert process.returncode == 0
    assert seen > 50
    assert not found, "\n".join(found)


def test_a_control_without_a_name_is_found(needs_desktop: None) -> None:
    with shown("en") as (person, process):
        name = ask(process, "break")
        (complaint,) = complaints(name, settled(person))
    assert complaint.startswith(f"{name}: no name: push button")


def settled(person: Person) -> list[Thing]:
    """Read all windows, again where somebody was still busy with them."""
    windows: list[Thing] = []
    for _ in range(4):
        windows = person.windows()
        if len(focused(windows)) == 1 and not complaints("", windows):
            break
    return windows
