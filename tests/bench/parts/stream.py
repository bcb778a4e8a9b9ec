"""A thousand subscriptions with ten thousand, a hundred thousand and a million articles: does the window stay quick?"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench import peers, stock
from tests.bench.memory import Peak
from tests.bench.page import Section
from tests.bench.parts import Wanted
from tests.bench.parts.refresh import POSTS, served

FEEDS = 1000
SIZES = (10_000, 100_000, 1_000_000)
SMALL = (10_000, 20_000)
_ROWS = (
    ("usable", "window usable: from the start of the process to the Inbox painted", "1.5"),
    ("open", "open a folder (or a source), to its list painted", "1.5"),
    ("next", "next article, to its text painted", "1.5"),
    ("mark", "mark 10,000 read, kept in database and vault", "1.5"),
    ("search", "search in articles, 30 finds with snippets", "-"),
)
_STALLS = (
    ("stall", "longest stall while refreshing and scrolling", "50 ms"),
    ("mark_stall", "longest stall while 10,000 are marked", "50 ms"),
)
_MEMORY = (
    ("own", "peak memory of the window's process", "250 MB"),
    ("whole", "peak memory with the processes that read feeds and index the vault", "-"),
)


def measure(wanted: Wanted) -> Section:
    """Fill a profile of each size, then let a window live on a copy of each in turn, as often as is wanted."""
    sizes = SMALL if wanted.small else SIZES
    with served(FEEDS, POSTS) as addresses, tempfile.TemporaryDirectory() as name:
        for size in sizes:
            _fill(Path(name) / str(size), addresses, size)
        found = _rounds(Path(name), sizes, wanted.rounds)
    return Section(f"A stream of up to {sizes[-1]:,} articles from {FEEDS:,} subscriptions", tuple(_lines(found)))


def _fill(folder: Path, addresses: Sequence[str], size: int) -> None:
    folder.mkdir()
    stock.follow(addresses, folder)
    stock.fill(folder / "data" / "data" / "pkm.db", size)


def _rounds(folder: Path, sizes: Sequence[int], rounds: int) -> dict[int, list[dict[str, float]]]:
    found: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
    for number in range(rounds):
        for size in sizes:
            copy = folder / "copy"
            shutil.copytree(folder / str(size), copy)
            os.sync()  # else the program's first writes would wait until the copy is on the disk
            found[size].append(_read(copy))
            shutil.rmtree(copy)
            print(f"round {number + 1}  {size:>9} articles  " + "  ".join(
                f"{key} {value:.1f}" for key, value in found[size][-1].items()), flush=True)
    return found


def _read(folder: Path) -> dict[str, float]:
    """Let a window live on a profile; return what it measured, and the memory it took. Raises RuntimeError."""
    env = peers.environment(folder) | {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96"}
    process = subprocess.Popen(
        # Not with -m: every process that the window starts would load that module, and Qt with it, as no window does.
        [sys.executable, "-c", "from tests.bench.reading import main; main()", str(folder / "vault"),
         str(folder / "data"), str(time.time())],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    peak = Peak(process.pid)
    said, errors = process.communicate()
    peak.close()
    if process.returncode:
        raise RuntimeError(f"the window ended with {process.returncode}: {errors[-2000:]}")
    answer: dict[str, float] = json.loads(said)
    if answer["marked"] < stock.MARKED * 0.99:  # all but the few that were read before
        raise RuntimeError(f"too few or too many were marked: {answer}")
    if answer["fetched"] != FEEDS or not answer["scrolled"]:
        raise RuntimeError(f"the refresh did not do its work, or nothing was scrolled: {answer}")
    return answer | {"own": peak.own, "whole": peak.whole}


def _lines(found: dict[int, list[dict[str, float]]]) -> list[str]:
    sizes = list(found)
    middle = {size: {key: statistics.median(round_[key] for round_ in rounds) for key in rounds[0]}
              for size, rounds in found.items()}
    head = [f"{size:,}" for size in sizes]
    return [
        "Articles of 60 to 140 words, the newest 10,000 unread, fifty sources in each of twenty folders; written "
        "straight into the tables, then a real window on them (drawn offscreen). Medians of 25 acts (of 16 searches; "
        "the 10,000 are marked once), then of the rounds.", "",
        *_table(["medians", *head, f"{head[-1]} / {head[0]}", "limit"]),
        *(_row([words, *(f"{middle[size][key]:.1f} ms" for size in sizes),
                f"{middle[sizes[-1]][key] / middle[sizes[0]][key]:.2f}", limit]) for key, words, limit in _ROWS), "",
        f"The refresh brings {FEEDS * POSTS:,} new articles from all sources while the Inbox is scrolled. Stalls are "
        "those of the worst round.", "",
        *_table(["stalls", *head, "limit"]),
        *(_row([words, *(f"{max(round_[key] for round_ in found[size]):.0f} ms" for size in sizes), limit])
          for key, words, limit in _STALLS), "",
        "Memory is PSS, looked at four times a second, all of the above included; the processes beside the window have "
        "limits of their own.", "",
        *_table(["memory", *head, "limit"]),
        *(_row([words, *(f"{max(round_[key] for round_ in found[size]):.0f} MB" for size in sizes), limit])
          for key, words, limit in _MEMORY),
    ]


def _table(heads: Sequence[str]) -> list[str]:
    return [_row(heads), _row(["---"] * len(heads))]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
