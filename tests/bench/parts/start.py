"""Starting with 10,000 notes and 100,000 articles, and the memory after some use: PKM against Liferea."""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import liferea, peers, stock
from tests.bench.debian import get
from tests.bench.memory import pss, tree
from tests.bench.page import Section
from tests.bench.parts import Wanted
from tests.bench.parts.refresh import POSTS, served
from tests.bench.screen import Screen, screen, usable

FEEDS, ARTICLES, NOTES = 1000, 100_000, 10_000
SMALL = (100, 2_000, 100)
_SHORT = 30.0  # seconds of use in all rounds but the last
_EVERY = 0.5  # seconds between two keys


@dataclass(frozen=True)
class Program:
    """How one is started, the name of its process, the keys that lead to its articles, the one for the next, and how
    many articles it counts as read."""

    command: list[str]
    environment: dict[str, str]
    name: str
    first: str
    key: str
    database: Path
    read: str


@dataclass(frozen=True)
class Lived:
    """Seconds until it was usable; megabytes (PSS) then and after use, with all processes it started."""

    start: float
    first: float
    after: float


def measure(wanted: Wanted) -> Section:
    """Fill both, let each start twice unmeasured, then let them take turns."""
    get("liferea", "Xvfb", "xdotool", "dbus-run-session", packages=("liferea", "xvfb", "xdotool", "dbus-daemon"))
    feeds, articles, notes = SMALL if wanted.small else (FEEDS, ARTICLES, NOTES)
    use = 5.0 if wanted.small else wanted.use
    with served(feeds, POSTS) as addresses, tempfile.TemporaryDirectory() as name, screen() as shown:
        folder = Path(name)
        ours, theirs = folder / "pkm", folder / "liferea"
        _fill(ours, theirs, addresses, articles, notes, shown)
        programs = {"PKM": _pkm(ours, shown), "Liferea": _liferea(theirs, shown)}
        for program in programs.values():
            for _ in range(2):  # what is read from the disk lies in memory then, and all has been taken in
                print("not counted", program.name, _live(program, shown, 5.0), flush=True)
        found: dict[str, list[Lived]] = {name: [] for name in programs}
        for number in range(wanted.rounds):
            seconds = use if number == wanted.rounds - 1 else min(use, _SHORT)
            for name, program in programs.items():
                found[name].append(_live(program, shown, seconds))
                print(f"round {number + 1}  {name:<8} {found[name][-1]}", flush=True)
    return Section(f"Starting with {notes:,} notes and {articles:,} articles", tuple(_lines(found, use)))


def _fill(ours: Path, theirs: Path, addresses: list[str], articles: int, notes: int, shown: Screen) -> None:
    ours.mkdir()
    theirs.mkdir()
    stock.follow(addresses, ours)
    stock.fill(ours / "data" / "data" / "pkm.db", articles)
    words = stock.vocabulary()
    (ours / "vault" / "notes").mkdir(parents=True, exist_ok=True)
    for number in range(notes):
        text = " ".join(words[(number * 31 + place * 7) % len(words)] for place in range(120))
        (ours / "vault" / "notes" / f"Gedachte {number:05}.md").write_text(f"# Gedachte {number}\n\n{text}\n")
    peers.timed([*peers.command(ours), "search", words[100]], peers.environment(ours))  # takes all in, and indexes it
    liferea.follow(addresses, theirs)
    if liferea.fill(theirs, ours / "data" / "data" / "pkm.db", len(addresses), shown) != articles:
        raise RuntimeError("Liferea did not get all articles")


def _pkm(folder: Path, shown: Screen) -> Program:
    command = [sys.executable, "-m", "pkm_app", "--data", str(folder / "data"), "--vault", str(folder / "vault")]
    return Program(command, peers.environment(folder) | {"DISPLAY": shown.name, "QT_QPA_PLATFORM": "xcb"},
                   "python", "g k", "space", folder / "data" / "data" / "pkm.db",
                   "SELECT count(*) FROM articles WHERE is_read")


def _liferea(home: Path, shown: Screen) -> Program:
    return Program(list(liferea.COMMAND), liferea.environment(home, shown.name), "liferea", "ctrl+n", "ctrl+n",
                   home / ".local" / "share" / "liferea" / "liferea.db", "SELECT count(*) FROM items WHERE read")


def _live(program: Program, shown: Screen, seconds: float) -> Lived:
    """Start a program, read on in it for so long, end it. Raises RuntimeError when it ended by itself."""
    os.sync()
    began = time.monotonic()
    process = subprocess.Popen(program.command, env=program.environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        start = usable(process, began, shown, program.name)
        first, before = _memory(process.pid), _read(program)
        shown.focus()
        _press(program.first, shown)
        _read_on(lambda: _press(program.key, shown), seconds)
        if process.poll() is not None:
            raise RuntimeError(f"{program.name} ended with {process.returncode}")
        if _read(program) - before < seconds / 4:
            raise RuntimeError(f"{program.name} was not read in: {before}, then {_read(program)}")
        return Lived(start, first, _memory(process.pid))
    finally:
        liferea.end(process)


def _read_on(press: Callable[[], None], seconds: float) -> None:
    pause, end = threading.Event(), time.monotonic() + seconds
    while time.monotonic() < end:
        press()
        pause.wait(_EVERY)


def _press(keys: str, shown: Screen) -> None:
    subprocess.run(["xdotool", "key", *keys.split()], env={**os.environ, "DISPLAY": shown.name}, check=False,
                   capture_output=True)


def _read(program: Program) -> int:
    connection = sqlite3.connect(f"file:{program.database}?mode=ro", uri=True)
    try:
        return int(connection.execute(program.read).fetchone()[0])
    finally:
        connection.close()


def _memory(pid: int) -> float:
    return sum(pss(one) for one in tree(pid))


def _lines(found: dict[str, list[Lived]], seconds: float) -> list[str]:
    def middle(name: str, part: str) -> float:
        values = [getattr(lived, part) for lived in found[name]]
        return values[-1] if part == "after" else statistics.median(values)

    def row(words: str, part: str, unit: str) -> str:
        ours, theirs = middle("PKM", part), middle("Liferea", part)
        form = "{:.2f} " + unit if unit == "s" else "{:.0f} " + unit
        return f"| {words} | {form.format(ours)} | {form.format(theirs)} | {ours / theirs:.2f} | 1.00 |"

    return [
        "Both warm, with the same feeds and articles (Liferea knows no notes), on one Xvfb, taking turns; medians. "
        "Usable is when a window is shown and the main thread has come to rest, seen from outside for both. Memory is "
        "PSS of the program and all it started, when it is usable and, in the last round, after "
        f"{seconds:.0f} seconds of going to the next article twice a second.", "",
        "| | PKM | Liferea | PKM / it | limit |", "| --- | --- | --- | --- | --- |",
        row("start of the process to a usable window", "start", "s"), row("memory at the start", "first", "MB"),
        row("memory after use", "after", "MB"),
    ]
