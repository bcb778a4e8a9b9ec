"""The window under load: opened on a profile, scrolling its Inbox while a refresh runs; tells its longest stall.

``python -m tests.bench.window VAULT DATA`` prints one JSON document: longest stall and outcomes of each refresh, how
often something in sight was scrolled during it, and how many articles the list held at its end. A process of its own,
so that Qt, the garbage of earlier rounds and the bench's own work do not count.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from pkm_app.app import open_app
from pkm_app.app.window import Opened, open_shell
from pkm_app.ui.seek.article_rows import ArticleList
from pkm_app.ui.shell import Shell

BEAT = 5  # milliseconds between two looks at the clock
SCROLL = 16  # milliseconds between two steps of scrolling
WARM_UP = 1500  # milliseconds in which the window opens and settles


class Pulse(QObject):
    """Measures by how much the turns of the event loop come late, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(self._timer.timerType().PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def begin(self) -> None:
        """Forget what was measured until now."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        here = time.perf_counter()
        self.longest = max(self.longest, (here - self._last) * 1000 - BEAT)
        self._last = here


class Scrolling(QObject):
    """Scrolls whatever is in sight by a few lines at a time, down to the end and up again; ``steps`` counts."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.steps = 0
        self._areas: list[QAbstractScrollArea] = shell.findChildren(QAbstractScrollArea)
        self._down = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(SCROLL)

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _step(self) -> None:
        for area in self._areas:
            bar = area.verticalScrollBar()
            if area.isVisible() and bar.maximum() > 0:
                self.steps += 1
                bar.setValue(bar.value() + (37 if self._down else -37))
                if bar.value() in (bar.minimum(), bar.maximum()):
                    self._down = not self._down


class Measuring(QObject):
    """Two refreshes in a row, each with its longest stall, then the end."""

    def __init__(self, application: QApplication, opened: Opened) -> None:
        super().__init__()
        self._application, self._opened = application, opened
        self._shell: Shell = opened.shell
        self._pulse = Pulse()
        self.stalls: list[float] = []
        self.outcomes: list[dict[str, int]] = []
        self.scrolled: list[int] = []
        self.rows: list[int] = []
        self._scrolling: Scrolling | None = None
        QTimer.singleShot(0, lambda: self._shell.show_room("seek"))
        QTimer.singleShot(WARM_UP, self._refresh)

    def _refresh(self) -> None:
        self._scrolling = Scrolling(self._shell)
        self._pulse.begin()
        seek = self._opened.services.seek
        self._shell.relay.start(seek.refresh(force=True), "Refreshing", self._done, self._failed)

    def _done(self, results: object) -> None:
        self.stalls.append(self._pulse.longest)
        counts: dict[str, int] = {}
        for result in results:  # type: ignore[attr-defined]  # a tuple of RefreshResult
            counts[result.outcome] = counts.get(result.outcome, 0) + 1
        self.outcomes.append(counts)
        self.rows.append(sum(len(area.rows.rows) for area in self._shell.findChildren(ArticleList)))
        assert self._scrolling is not None
        self._scrolling.stop()
        self.scrolled.append(self._scrolling.steps)
        if len(self.stalls) < 2:
            QTimer.singleShot(500, self._refresh)
        else:
            self._shell.close()
            self._application.quit()

    def _failed(self, problem: object) -> None:
        print(problem, file=sys.stderr)
        self._application.exit(1)


def main() -> int:
    """Open, measure, print."""
    with open_app(sys.argv[1], sys.argv[2]) as app, open_shell(app) as opened:
        assert opened is not None
        measuring = Measuring(opened.application, opened)
        code = opened.application.exec()
    if code == 0:
        print(json.dumps({name: getattr(measuring, name) for name in ("stalls", "outcomes", "scrolled", "rows")}))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
