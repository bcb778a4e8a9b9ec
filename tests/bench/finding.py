"""What the program does with a vault of many notes, without a window: opening, searching, related, a new index.

``python -m tests.bench.finding VAULT DATA QUERIES`` prints one JSON document of seconds and milliseconds; QUERIES is
a file with one query a line, each as it stands after another key. The index is built from nothing first.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pkm_app.app import open_app
from pkm_app.app.parts import App
from pkm_app.base.events import finish
from pkm_app.sense.notes import NewNote
from tests.bench.memory import pss, tree

_NOTES = 25


def spread(times: Sequence[float]) -> dict[str, float]:
    """Return median and 95th percentile."""
    return {"p50": statistics.median(times), "p95": statistics.quantiles(times, n=20)[-1]}


def timed(acts: Sequence[Callable[[], object]]) -> list[float]:
    """Return the milliseconds of each act."""
    times = []
    for act in acts:
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return times


def index(app: App) -> dict[str, float]:
    """Build the index from nothing, in its worker; return seconds, and the most memory that worker had."""
    shutil.rmtree(app.profile.cache / "index", ignore_errors=True)
    began, most = time.perf_counter(), 0.0
    for _ in app.indexer.drain():
        most = max(most, sum(pss(pid) for pid in tree(os.getpid())[1:]))
    return {"index": time.perf_counter() - began, "memory": most,
            "parts": len(list((app.profile.cache / "index").glob("*.seg")))}


def save(app: App, number: int) -> None:
    """Write a note and search until it is found. Raises RuntimeError when it is not found at once."""
    word = f"vindbaar{'abcdefghij'[number]}woord"
    app.sense.new_note(NewNote(f"New {number}", f"A note with {word} in it."))
    if len(app.search_all.search(word, limit=5).hits) != 1:
        raise RuntimeError("what was saved was not found")


def main() -> None:
    """Measure, print."""
    queries = Path(sys.argv[3]).read_text(encoding="utf-8").splitlines()
    with open_app(sys.argv[1], sys.argv[2]) as app:
        began = time.perf_counter()
        finish(app.settle())
        found: dict[str, object] = {"first": time.perf_counter() - began}
        found |= index(app)
        found["unchanged"] = timed([lambda: finish(app.settle())] * 3)
        app.indexer.warm()  # as the window does after its start
        found["cold"] = timed([lambda query=query: app.search_all.search(query, limit=30, typing=True)
                               for query in queries])
        found["search"] = timed([lambda query=query: app.search_all.search(query, limit=30, typing=True)
                                 for query in queries])
        found["counts"] = timed([lambda query=query: app.search_all.search(query, limit=50, counts=True)
                                 for query in queries[::5]])
        found["hits"] = sum(bool(app.search_all.search(query, limit=1, typing=True).hits) for query in queries)
        found["save"] = timed([lambda number=number: save(app, number) for number in range(10)])
        paths = [card.path for card in app.sense.cards(limit=_NOTES * 8)][10::7][:_NOTES]
        found["related"] = timed([lambda path=path: app.relating.related(path, 10) for path in paths])
        found["backlinks"] = timed([lambda path=path: app.linking.backlinks(path) for path in paths])
    print(json.dumps(found))


if __name__ == "__main__":
    main()
