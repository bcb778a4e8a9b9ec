"""The window on a vault of many notes: from the start of the process to a usable list, then opening notes.

``python -m tests.bench.sensing VAULT DATA STARTED`` prints one JSON document of milliseconds.
"""

from __future__ import annotations

import json
import statistics
import sys
import time

from pkm_app.app import open_app
from pkm_app.app.window import open_shell
from pkm_app.ui.sense.page import SensePage
from tests.bench.reading import wait

_OPENED = 20


def main() -> None:
    """Open, measure, print."""
    loaded = time.perf_counter()
    with open_app(sys.argv[1], sys.argv[2]) as app, open_shell(app) as opened:
        assert opened is not None
        shell = opened.shell
        shell.show_room("sense")
        page = shell.findChild(SensePage)
        assert page is not None
        rows = page._list
        wait(lambda: rows.rows.rowCount() > 0)
        rows.viewport().repaint()
        found = {"usable": (time.time() - float(sys.argv[3])) * 1000, "rows": float(rows.rows.rowCount()),
                 "opened": (time.perf_counter() - loaded) * 1000}
        end = time.perf_counter() + 3
        wait(lambda: time.perf_counter() > end, every=20)
        times = []
        for number in range(1, _OPENED + 1):
            began = time.perf_counter()
            rows.setCurrentIndex(rows.rows.index(number))
            path = rows.chosen().id
            wait(lambda path=path: page.note.keeper.path == path)
            page.note.pane.viewport().repaint()
            times.append((time.perf_counter() - began) * 1000)
        found["open"] = statistics.median(times)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
