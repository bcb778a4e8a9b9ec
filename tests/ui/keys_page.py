"""Writes the tables of docs/guide/*/keys.md from the commands: ``python -m tests.ui.keys_page``.

``python -m tests.ui.words`` does it too, so that the guide keeps step; a test fails while a page says something else.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pkm_app.ui.commands import Commands
from pkm_app.ui.guide import BEGIN, END, key_tables
from pkm_app.ui.start import make_application, make_window
from pkm_app.work.runner import Runner
from tests.ui.demo import Demo

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
LANGUAGES = ("en", "nl")


def page(text: str, commands: Commands) -> str:
    """Return a page with its tables made anew. Raises ValueError when it has no place for them."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page of keys has no place for the tables")
    return f"{before}{BEGIN}\n\n{key_tables(commands, own=False)}\n\n{END}{after}"


def write(application: QApplication) -> None:
    """Write the pages of both languages."""
    runner = Runner(threads=1)
    try:
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as place:
                demo = Demo(runner, Path(place), {"language": language}, empty=True)
                shell = make_window(application, demo.services, "light", language)
                path = GUIDE / language / "keys.md"
                path.write_text(page(path.read_text(encoding="utf-8"), shell.commands), encoding="utf-8")
                shell.close()
                shell.context.language.stop()
                shell.deleteLater()
                application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                demo.close()
    finally:
        runner.close()


def main() -> int:
    """Write."""
    write(make_application(["pkm"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
