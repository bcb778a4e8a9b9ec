"""``make bench``: the program against its peers in one run, as ratios, written into docs/benchmarks.md."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import peers, stall
from tests.bench.debian import get

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"


@contextmanager
def feeds(count: int, posts: int) -> Iterator[list[str]]:
    """Serve feeds on loopback addresses, two on each; give their addresses."""
    server = subprocess.Popen([sys.executable, "-m", "tests.bench.feeds_server", str(count), str(posts)],
                              cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    port = int(server.stdout.readline())
    try:
        yield [f"http://127.0.{1 + n // 2 // 125}.{1 + n // 2 % 125}:{port}/{n}.xml" for n in range(count)]
    finally:
        server.communicate()


def machine() -> str:
    """Return one line about where this runs."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    system = f"{platform.system()} {platform.release()}"
    return f"{os.cpu_count()} cores ({cpu}), {system}, Python {platform.python_version()}"


def main() -> None:
    """Measure, print, write the page."""
    parser = argparse.ArgumentParser(prog="tests.bench")
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--posts", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-page", action="store_true", help="print only")
    wanted = parser.parse_args()
    get("newsboat")
    rows: dict[str, list[peers.Timing]] = {"PKM": [], "newsboat": [], "reader": []}
    measure = {"PKM": peers.program, "newsboat": peers.newsboat, "reader": peers.reader}
    with feeds(wanted.feeds, wanted.posts) as addresses:
        for number in range(wanted.rounds):
            for name, run in measure.items():
                with tempfile.TemporaryDirectory() as folder:
                    timing = run(addresses, Path(folder))
                rows[name].append(timing)
                print(f"round {number + 1}  {name:<9} first {timing.first:6.2f} s  unchanged {timing.unchanged:6.2f} s",
                      flush=True)
        stalls = [stall.measure(addresses) for _ in range(wanted.rounds)]
    text = page(rows, stalls, wanted)
    print(text)
    if not wanted.no_page:
        PAGE.write_text(text, encoding="utf-8")


def page(rows: dict[str, list[peers.Timing]], stalls: list[stall.Stall], wanted: argparse.Namespace) -> str:
    """Return the page with the ratios of medians."""
    def median(name: str, part: str) -> float:
        return statistics.median(getattr(timing, part) for timing in rows[name])

    lines = [
        "# Benchmarks", "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make bench` on {machine()}.",
        f"Medians of {wanted.rounds} rounds, the programs taking turns. Seconds depend on the machine; compare ratios.",
        "",
        f"## Refreshing {wanted.feeds} feeds of {wanted.posts} posts", "",
        f"One loopback server, {wanted.feeds // 2} addresses, validators on, {peers.CONNECTIONS} connections where a "
        "program can be told so; PKM with its per-host limit of two. Whole processes, from start to exit.", "",
        "| program | first refresh | PKM / it | unchanged (304) | PKM / it |", "| --- | --- | --- | --- | --- |",
    ]
    for name in rows:
        first, unchanged = median(name, "first"), median(name, "unchanged")
        lines.append(f"| {name} | {first:.2f} s | {median('PKM', 'first') / first:.2f} | {unchanged:.2f} s | "
                     f"{median('PKM', 'unchanged') / unchanged:.2f} |")
    lines += [
        "", "To reach: at most 0.80 of newsboat's time for the first refresh, 0.10 for the unchanged one.", "",
        "## The window while the same refresh runs", "",
        "The window is open on the Inbox and scrolling; a stall is the time by which a turn of the main thread's event "
        "loop comes late.", "",
        "| refresh | longest stall, median of rounds | worst round | limit | share of the limit |",
        "| --- | --- | --- | --- | --- |",
    ]
    for label, values in (("first", [s.first_ms for s in stalls]), ("unchanged", [s.unchanged_ms for s in stalls])):
        middle = statistics.median(values)
        lines.append(f"| {label} | {middle:.0f} ms | {max(values):.0f} ms | 50 ms | {middle / 50:.2f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
