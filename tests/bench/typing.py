"""Types in a large note and tells how long it takes from a key to its paint.

``python -m tests.bench.typing WORDS [NOTES [lines|one]]``: in a vault with so many other notes; ``one`` makes the note
one paragraph without a break. ``held`` is the longest time in which the window did nothing else, a key or not.

A whole window over a library on the disk, the note opened in Sense, keys sent in the middle of it while styling,
spelling, completion, counting and autosave do their work. Prints one JSON document, in milliseconds.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from pkm_app.app import open_app
from pkm_app.app.window import open_shell
from pkm_app.base.events import finish
from pkm_app.sense.notes import NewNote
from pkm_app.ui.sense.page import SensePage
from tests.bench.notes_stock import fill

KEYS = 400
BETWEEN = 30  # milliseconds between two keys: somebody types fast
SETTLE = 4000  # milliseconds in which the window opens, and the note is looked through
_SOME = ("leren werk kennis delen samen vraag antwoord gemeenschap collega ervaring de het een van the social learning",
         "network people share sense seek write words conditions practice **strong** *leaning* gewoone wrod verkeert")
_TYPED = "een gewone zin met *woorden* en [[ling ]] dan verder, zonder te wachten. "


def text(words: int) -> str:
    """Return a note of so many words in paragraphs of a hundred, with headings, lists and quotations among them."""
    order, some = random.Random(7), " ".join(_SOME).split()
    parts = []
    for number in range(words // 100):
        sentence = " ".join(order.choice(some) for _ in range(100))
        mark = {3: "> ", 5: "- [ ] ", 7: "## Een kop\n\n"}.get(number % 9, "")
        parts.append(mark + sentence)
    return "\n\n".join(parts) + "\n"


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def type_keys(page: SensePage) -> list[float]:
    """Send the keys and measure each until it is painted."""
    pane = page.note.pane
    pane.setFocus()
    cursor = pane.textCursor()
    cursor.setPosition(pane.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    pane.setTextCursor(cursor)
    pane.ensureCursorVisible()
    wait(500)
    before, taken = len(pane.text()), []
    for number in range(KEYS):
        letter = _TYPED[number % len(_TYPED)]
        begin = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(pane, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        pane.viewport().repaint()
        taken.append((time.perf_counter() - begin) * 1000)
        wait(BETWEEN)
    if len(pane.text()) != before + KEYS:
        raise RuntimeError("not every key was written")
    return taken


class Held(QObject):
    """Notes the longest time between two turns of the window that were due a few milliseconds apart."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(2)

    def begin(self) -> None:
        """Forget what was."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now


def main() -> int:
    """Open, type, print."""
    words, others = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    body = text(words).replace("\n", " ") if sys.argv[3:] == ["one"] else text(words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_app(str(folder / "vault"), str(folder / "data")) as app:
            app.vault.prepare()
            fill(folder / "vault", others)
            finish(app.vault.scan())
            path = app.sense.new_note(NewNote("Long", body, lang="nl"))[1]
            finish(app.indexer.drain())
            with open_shell(app) as opened:
                assert opened is not None
                opened.shell.resize(1440, 900)
                opened.shell.show_room("sense")
                opened.shell.go("note", path)
                wait(SETTLE)
                page = opened.shell.findChild(SensePage)
                assert page is not None
                for _ in range(30):
                    if not page.note.editor.spelling.wrong():
                        wait(1000)
                if not page.note.editor.spelling.wrong():
                    raise RuntimeError("the spelling was not looked at")
                wait(1000)
                held = Held()
                taken = sorted(type_keys(page))
                longest_held = held.longest
                wait(2500)
                saved = held.longest
                held.begin()
                begin = time.perf_counter()
                opened.shell.go("note", app.sense.cards(limit=3)[-1].path)
                opening = (time.perf_counter() - begin) * 1000
                wait(4000)
                after = held.longest
                opened.shell.close()
    print(json.dumps({"keys": KEYS, "p50": round(statistics.median(taken), 2),
                      "p95": round(taken[int(KEYS * 0.95)], 2), "longest": round(taken[-1], 2),
                      "held": round(max(longest_held, saved), 2), "open": round(opening, 2),
                      "held_opening": round(after, 2)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
