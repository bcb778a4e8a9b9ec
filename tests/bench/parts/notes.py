"""Ten and a hundred thousand notes: opening, searching as one types, saving, related; beside FTS5, Recoll and Zim."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.bench import finding_peers, notes_stock, peers
from tests.bench.finding import spread
from tests.bench.page import Section
from tests.bench.parts import Wanted

SIZES = (10_000, 100_000)
SMALL = (1000,)
ZIM = 10_000
_TYPED = ("leren", "learning", "werkplekleren", "samen werken", "community practice", "gemeenschap kennis",
          "the people", "de vraag", "netwerk", "reflection habit", "experimenten", "trust value time")
_LIMITS = {"opened": "1,000 ms at 10,000", "unchanged": "1,000 ms at 10,000", "search": "100 ms p95 at 10,000",
           "save": "1,000 ms"}


def typed() -> Iterator[str]:
    """Yield each query as it stands after every key from the second on."""
    for query in _TYPED:
        for size in range(2, len(query) + 1):
            if not query[:size].endswith(" "):
                yield query[:size]


def measure(wanted: Wanted) -> Section:
    """Measure each size once: the queries are many, and building an index of 100,000 takes its time."""
    sizes = wanted.notes or (SMALL if wanted.small else SIZES)
    found = {size: _size(size) for size in sizes}
    with tempfile.TemporaryDirectory() as name:
        zim = finding_peers.zim(Path(name), min(*sizes, ZIM))
    return Section(f"A vault of up to {max(found):,} notes", tuple(_lines(found, zim)))


def _size(size: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        notes_stock.fill(folder / "vault", size)
        queries = list(typed())
        (folder / "queries").write_text("\n".join(queries), encoding="utf-8")
        env = peers.environment(folder) | {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96"}
        places = [str(folder / "vault"), str(folder / "data")]
        answer: dict[str, Any] = _run(["tests.bench.finding", *places, str(folder / "queries")], env)
        if answer["hits"] < len(queries) * 0.9:
            raise RuntimeError(f"too many queries found nothing: {answer['hits']} of {len(queries)}")
        answer["window"] = [_run(["tests.bench.sensing", *places, str(time.time())], env) for _ in range(3)]
        answer["fts5"] = finding_peers.fts5(folder, size, queries)
        answer["recoll"] = finding_peers.recoll(folder, folder / "vault", queries)
        print(f"{size:>9} notes  " + "  ".join(f"{key} {_short(value)}" for key, value in answer.items()), flush=True)
        return answer


def _run(arguments: Sequence[str], env: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", *arguments], env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{arguments[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _short(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], float):
        return f"{statistics.median(value):.1f}"
    return f"{value:.1f}" if isinstance(value, float) else "-" if isinstance(value, (list, tuple)) else str(value)


def _both(times: Sequence[float]) -> str:
    both = spread(times)
    return f"{both['p50']:.1f} / {both['p95']:.1f} ms"


def _lines(found: dict[int, dict[str, Any]], zim: tuple[float, float]) -> Iterator[str]:
    sizes = list(found)
    yield ("Notes of 150 words, two in three Dutch, one in four in both languages, each with tags, a date and two "
           f"links. A query is one state of a search field while {len(_TYPED)} searches are typed, 30 finds with "
           "snippets; the stream is asked as well. The program searches in a process of its own: the times hold the "
           "way there and back, and none of it is the main thread's. p50 / p95.")
    yield from ("", _row("", *(f"{size:,} notes" for size in sizes), "limit"), _row(*["---"] * (len(sizes) + 2)))

    def line(words: str, key: str, cells: Sequence[str]) -> str:
        return _row(words, *cells, _LIMITS.get(key, "-"))

    for key, words in (("usable", "window: start of the process to the list of notes painted"),
                       ("opened", "window: opening the unchanged vault in the loaded program, to that list painted"),
                       ("open", "window: open a note, to its text painted")):
        yield line(words, key, [f"{statistics.median(one[key] for one in found[size]['window']):.0f} ms"
                                for size in sizes])
    for key, words in (("first", "take in the folder for the first time"),
                       ("index", "index of it from nothing, in a worker")):
        yield line(words, key, [f"{found[size][key]:.1f} s" for size in sizes])
    yield line("files a second of that", "index", [f"{size / found[size]['index']:.0f}" for size in sizes])
    yield line("parts of the index then", "parts", [f"{found[size]['parts']:.0f}" for size in sizes])
    yield line("memory of the worker meanwhile, looked at after each batch", "memory",
               [f"{found[size]['memory']:.0f} MB" for size in sizes])
    yield line("look through the unchanged folder", "unchanged",
               [f"{statistics.median(found[size]['unchanged']):.0f} ms" for size in sizes])
    for key, words in (("search", "search as one types"), ("cold", "the same, for the first time"),
                       ("counts", "search with counts by kind, tag, language, year"), ("save", "save to findable"),
                       ("related", "related"), ("backlinks", "backlinks with context")):
        yield line(words, key, [_both(found[size][key]) for size in sizes])
    yield from ("", _row("peers, the same texts and queries", *(f"{size:,} notes" for size in sizes)),
                _row(*["---"] * (len(sizes) + 1)))
    for key, words in (("fts5", "SQLite FTS5 (no stems), in the same process"),
                       ("recoll", "Recoll, a process for each query")):
        yield _row(f"{words}: index", *(f"{found[size][key][0]:.1f} s" for size in sizes))
        yield _row(f"{words}: search", *(_both(found[size][key][1]) for size in sizes))
    yield from ("", f"Zim opens a folder of {min(*sizes, ZIM):,} of these notes (`zim --index`, "
                f"the whole process) in {zim[0]:.1f} s for the first time and in {zim[1]:.2f} s when nothing changed.")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
