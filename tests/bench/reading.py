"""The window on a big stream, as a person meets it: open a source, the next article, search, mark thousands read.

``python -m tests.bench.reading VAULT DATA STARTED`` prints one JSON document of milliseconds (medians, and the worst of
the stalls); STARTED is the time (time.time) at which whoever measures started this process. A time ends when what was
asked for is painted.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from pkm_app.app import open_app
from pkm_app.app.parts import App
from pkm_app.app.window import Opened, open_shell
from pkm_app.seek.lists import Wanted
from pkm_app.ui.seek.page import SeekPage
from tests.bench.stock import vocabulary
from tests.bench.window import Pulse, Scrolling

STEPS = 25
LONGEST = 120.0  # seconds after which something is taken to be broken
_RANKS = (5, 20, 60, 200, 500, 1000, 2000, 3500)  # how common the words are that are searched


def wait(until: Callable[[], object], every: int = 0) -> None:
    """Let the window live until something is so, looking every so many milliseconds. Raises TimeoutError."""
    if until():
        return
    loop, end = QEventLoop(), time.perf_counter() + LONGEST
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if until() or time.perf_counter() > end else None)
    timer.start(every)
    loop.exec()
    timer.stop()
    if not until():
        raise TimeoutError("what was waited for never came")


class Reader:
    """Does what a person does, and takes the time."""

    def __init__(self, app: App, opened: Opened) -> None:
        self._app, self._opened = app, opened
        self._shell = opened.shell
        self._pulse = Pulse()
        self.found: dict[str, float] = {}

    def run(self, started: float) -> None:
        """Measure everything, in the order of a morning."""
        self._shell.show_room("seek")
        page = self._shell.findChild(SeekPage)
        assert page is not None
        self._page = page
        wait(lambda: self._page.list.rows.rows)
        self._painted()
        self.found["usable"] = (time.time() - started) * 1000
        self._settle()
        self.found["open"] = self._median(self._opening())
        self._page.side.choose("view", "inbox")
        self.found["next"] = self._median([self._next] * STEPS)
        self.found["search"] = self._median([lambda query=query: self._search(query) for query in self._queries()])
        self._pulse.begin()
        self.found["mark"] = self._median([self._mark])
        self.found["mark_stall"] = self._pulse.longest
        self._refresh()

    def _settle(self) -> None:
        """Let what goes on behind a new window come to rest."""
        end = time.perf_counter() + 2
        wait(lambda: time.perf_counter() > end, every=20)

    def _median(self, acts: list[Callable[[], None]]) -> float:
        times = []
        for act in acts:
            began = time.perf_counter()
            act()
            times.append((time.perf_counter() - began) * 1000)
        return statistics.median(times)

    def _painted(self) -> None:
        self._page.list.viewport().repaint()
        self._page.view.pane.viewport().repaint()

    def _opening(self) -> list[Callable[[], None]]:
        rows = self._page.side.rows.rows
        kinds = "folder" if any(row.kind == "folder" for row in rows) else "feed"
        names = [row.id for row in rows if row.kind == kinds]
        assert len(names) >= 20, len(names)
        return [lambda name=name: self._open(kinds, name) for name in names[::max(1, len(names) // STEPS)]]

    def _open(self, kind: str, name: str) -> None:
        before = {row.article_id for row in self._page.list.rows.rows}
        self._page.side.choose(kind, name)
        wait(lambda: {row.article_id for row in self._page.list.rows.rows} != before)
        self._painted()

    def _next(self) -> None:
        before = self._page.view.article
        self._page.step(1)
        article = self._page.view.article
        assert article is not None
        assert article is not before
        wait(lambda: article.title in self._page.view.pane.toPlainText())
        self._painted()

    def _queries(self) -> list[str]:
        words = vocabulary()
        return [*(words[rank] for rank in _RANKS), *(f"{words[rank]} {words[3]}" for rank in _RANKS)]

    def _call(self, act: Callable[[], Any]) -> Any:
        answers: list[Any] = []
        self._shell.relay.call(lambda: answers.append(act()), lambda _: answers.append(None))
        wait(lambda: len(answers) == 2)
        return answers[0]

    def _search(self, query: str) -> None:
        assert self._call(lambda: self._opened.services.search.search(query, ("articles",), 30)).hits, query

    def _mark(self) -> None:
        """Mark everything read that is not yet."""
        done: list[Any] = []
        self._shell.relay.start(self._app.triage.mark_all_read(Wanted("all")), "Marking", done.append)
        wait(lambda: done)
        self.found["marked"] = len(done[0].ids)

    def _refresh(self) -> None:
        """Fetch all feeds while the list is scrolled."""
        self._page.side.choose("view", "inbox")
        done: list[tuple[Any, ...]] = []
        scrolling = Scrolling(self._shell)
        self._pulse.begin()
        self._shell.relay.start(self._opened.services.seek.refresh(force=True), "Refreshing", done.append)
        wait(lambda: done, every=20)
        self.found["stall"] = self._pulse.longest
        scrolling.stop()
        self.found["fetched"] = sum(result.outcome == "fetched" for result in done[0])
        self.found["scrolled"] = scrolling.steps


def main() -> None:
    """Open, measure, print."""
    with open_app(sys.argv[1], sys.argv[2]) as app, open_shell(app) as opened:
        assert opened is not None
        reader = Reader(app, opened)
        reader.run(float(sys.argv[3]))
        opened.shell.close()
    print(json.dumps(reader.found))


if __name__ == "__main__":
    main()
