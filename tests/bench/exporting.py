"""The window while a draft becomes a file: its longest stall for each form, and whether stopping leaves nothing behind.

``python -m tests.bench.exporting VAULT DATA DRAFT FOLDER`` prints one JSON document: milliseconds of the longest stall
and seconds of each export, by form; the longest stall of three seconds of scrolling alone (what the machine does
beside); and for how many forms an export that was stopped left no file and no process. A process of its own, so that
the bench's own work does not count.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from pkm_app.app import open_app
from pkm_app.app.window import Opened, open_shell
from pkm_app.share.formats import ENDINGS, FORMATS, Form
from pkm_app.ui.notices import Notice
from pkm_app.ui.relay import Job
from pkm_app.ui.share.page import SharePage
from tests.bench.window import WARM_UP, Pulse, Scrolling

_SOON = 40  # milliseconds after which an export is stopped
_ALONE = 3000  # milliseconds of scrolling without an export
_REST = 700  # milliseconds between two exports, and until the leavings of a stopped one are looked for


class Measuring(QObject):
    """Exports to every form in turn, then begins and stops each once more, then the end."""

    def __init__(self, application: QApplication, opened: Opened, draft: str, folder: Path) -> None:
        super().__init__()
        self._application, self._shell, self._folder = application, opened.shell, folder
        self._draft = draft
        self._pulse = Pulse()
        self._left = list(FORMATS)
        self._to_stop = list(FORMATS)
        self._began = 0.0
        self.stalls: dict[str, float] = {}
        self.seconds: dict[str, float] = {}
        self.stopped = 0
        self.alone = 0.0
        self._scrolling: Scrolling | None = None
        self._shell.relay.job_ended.connect(self._ended)
        self._shell.notices.said.connect(self._said)
        QTimer.singleShot(0, self._open)
        QTimer.singleShot(WARM_UP, self._scroll_alone)

    def _open(self) -> None:
        self._shell.show_room("share")
        self._shell.go("draft", self._draft)

    def _scroll_alone(self) -> None:
        scrolling = Scrolling(self._shell)
        self._pulse.begin()

        def over() -> None:
            self.alone = self._pulse.longest
            scrolling.stop()
            self._next()

        QTimer.singleShot(_ALONE, over)

    def _page(self) -> SharePage:
        page = self._shell.findChild(SharePage)
        assert page is not None
        assert page.draft.keeper.path == self._draft, "the draft is not open"
        return page

    def _file(self, form: Form, name: str) -> Path:
        return self._folder / f"{name}{ENDINGS[form]}"

    def _next(self) -> None:
        if self._left:
            self._scrolling = Scrolling(self._shell)
            self._began = time.perf_counter()
            self._pulse.begin()
            self._page().exporting.write(str(self._file(self._left[0], "made")))
        elif self._to_stop:
            job = self._page().exporting.write(str(self._file(self._to_stop[0], "stopped")))
            QTimer.singleShot(_SOON, lambda: self._stop(job))
        else:
            self._shell.close()
            self._application.quit()

    def _ended(self, job: Job) -> None:
        if not self._left or job.label == "":
            return
        form = self._left.pop(0)
        self.stalls[form] = self._pulse.longest
        self.seconds[form] = time.perf_counter() - self._began
        assert self._scrolling is not None
        self._scrolling.stop()
        if not self._file(form, "made").exists():
            print(f"no {form} came to be", file=sys.stderr)
            self._application.exit(1)
        QTimer.singleShot(_REST, self._next)

    def _stop(self, job: Job) -> None:
        form = self._to_stop.pop(0)
        if job.over:
            print(f"{form} was done before it could be stopped", file=sys.stderr)
        self._shell.relay.stop(job)
        task = job.task
        assert task is not None

        def look() -> None:
            gone = not [path for path in self._folder.iterdir() if "stopped" in path.name]
            children = [child.name for child in multiprocessing.active_children() if child.name == "export"]
            self.stopped += gone and not children
            self._next()

        def wait() -> None:
            if task.done.is_set():  # type: ignore[attr-defined]  # the runner's own
                QTimer.singleShot(_REST, look)
            else:
                QTimer.singleShot(50, wait)

        wait()

    def _said(self, notice: Notice) -> None:
        if notice.kind == "error":
            print(notice.text, file=sys.stderr)
            self._application.exit(1)


def main() -> int:
    """Open, measure, print."""
    vault, data, draft, folder = sys.argv[1:]
    with open_app(vault, data) as app, open_shell(app) as opened:
        assert opened is not None
        measuring = Measuring(opened.application, opened, draft, Path(folder))
        code = opened.application.exec()
    if code == 0:
        print(json.dumps({name: getattr(measuring, name) for name in ("stalls", "seconds", "alone", "stopped")}))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
