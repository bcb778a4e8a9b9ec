"""Refreshing many feeds: PKM against newsboat and the reader library, and the window while it does."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import peers, stall
from tests.bench.debian import get
from tests.bench.page import Section
from tests.bench.parts import Wanted

POSTS = 20
MEASURED = {"PKM": peers.program, "newsboat": peers.newsboat, "reader": peers.reader}


@contextmanager
def served(count: int, posts: int) -> Iterator[list[str]]:
    """Serve feeds on loopback addresses, two on each; give their addresses."""
    server = subprocess.Popen([sys.executable, "-m", "tests.bench.feeds_server", str(count), str(posts)],
                              cwd=peers.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    port = int(server.stdout.readline())
    try:
        yield [f"http://127.0.{1 + n // 2 // 125}.{1 + n // 2 % 125}:{port}/{n}.xml" for n in range(count)]
    finally:
        server.communicate()


def measure(wanted: Wanted) -> Section:
    """Let the programs take turns, then measure the window."""
    feeds = 100 if wanted.small else 500
    get("newsboat")
    rows: dict[str, list[peers.Timing]] = {name: [] for name in MEASURED}
    with served(feeds, POSTS) as addresses:
        for number in range(wanted.rounds):
            for name, run in MEASURED.items():
                with tempfile.TemporaryDirectory() as folder:
                    timing = run(addresses, Path(folder))
                rows[name].append(timing)
                print(f"round {number + 1}  {name:<9} first {timing.first:6.2f} s  unchanged {timing.unchanged:6.2f} s",
                      flush=True)
        stalls = [stall.measure(addresses) for _ in range(wanted.rounds)]
    return Section(f"Refreshing {feeds} feeds of {POSTS} posts", (*_peers(rows, feeds), "", *_stalls(stalls)))


def _peers(rows: dict[str, list[peers.Timing]], feeds: int) -> list[str]:
    def median(name: str, part: str) -> float:
        return statistics.median(getattr(timing, part) for timing in rows[name])

    lines = [
        f"One loopback server, {feeds // 2} addresses, validators on, {peers.CONNECTIONS} connections where a "
        "program can be told so; PKM with its per-host limit of two. Whole processes, from start to exit; medians, the "
        "programs taking turns.", "",
        "| program | first refresh | PKM / it | unchanged (304) | PKM / it |", "| --- | --- | --- | --- | --- |",
    ]
    for name in rows:
        first, unchanged = median(name, "first"), median(name, "unchanged")
        lines.append(f"| {name} | {first:.2f} s | {median('PKM', 'first') / first:.2f} | {unchanged:.2f} s | "
                     f"{median('PKM', 'unchanged') / unchanged:.2f} |")
    return [*lines, "", "To reach: at most 0.80 of newsboat's time for the first refresh, 0.10 for the unchanged one."]


def _stalls(stalls: list[stall.Stall]) -> list[str]:
    lines = [
        "The window meanwhile, open on the Inbox and scrolling while the same refresh runs. A stall is the time by "
        "which a turn of the main thread's event loop comes late.", "",
        "| refresh | longest stall, median of rounds | worst round | limit | share of the limit |",
        "| --- | --- | --- | --- | --- |",
    ]
    for label, values in (("first", [s.first_ms for s in stalls]), ("unchanged", [s.unchanged_ms for s in stalls])):
        middle = statistics.median(values)
        lines.append(f"| {label} | {middle:.0f} ms | {max(values):.0f} ms | 50 ms | {middle / 50:.2f} |")
    return lines
