"""Opens notes, types in a large one and searches, and tells how long the window takes and how long it is held.

``python -m tests.bench.typing prepare FOLDER WORDS NOTES [one]`` makes a vault with one long note, an ordinary one and
so many others, and indexes it; ``one`` makes the long note one paragraph without a break. ``... run FOLDER`` opens the
whole window on it. ``held`` is the longest time in which the window did nothing else, a key or not.

The notes are opened in Sense, keys sent in the middle of the long one while styling, spelling, completion, counting
and autosave do their work. Prints one JSON document, in milliseconds.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from pkm_app.app import open_app
from pkm_app.app.window import Opened, open_shell
from pkm_app.base.events import finish
from pkm_app.sense.notes import NewNote
from pkm_app.ui.sense.page import SensePage
from tests.bench.notes_stock import fill

KEYS = 400
BETWEEN = 30  # milliseconds between two keys: somebody types fast
SETTLE = 4000  # milliseconds in which the window opens, and a note is looked through
SEARCHED = "werk"  # is in the long note, whatever others there are
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


def type_keys(page: SensePage) -> tuple[list[float], list[float]]:
    """Send the keys and measure each until it is painted; return the times, and what the processor worked of them."""
    pane = page.note.pane
    pane.setFocus()
    cursor = pane.textCursor()
    cursor.setPosition(pane.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    pane.setTextCursor(cursor)
    pane.ensureCursorVisible()
    wait(500)
    before, taken, worked = len(pane.text()), [], []
    for number in range(KEYS):
        letter = _TYPED[number % len(_TYPED)]
        begin, work = time.perf_counter(), time.thread_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(pane, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        pane.viewport().repaint()
        taken.append((time.perf_counter() - begin) * 1000)
        worked.append((time.thread_time() - work) * 1000)
        wait(BETWEEN)
    if len(pane.text()) != before + KEYS:
        raise RuntimeError("not every key was written")
    return sorted(taken), sorted(worked)


class Held(QObject):
    """Notes the longest time between two turns of the window that were due a few milliseconds apart, and the most
    that the processor worked for the window between two of them: that is the same on a busy machine."""

    def __init__(self) -> None:
        super().__init__()
        self.begin()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(2)

    def begin(self) -> None:
        """Forget what was."""
        self.longest = self.most = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def _turn(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.most = max(self.most, (worked - self._worked) * 1000)
        self._last, self._worked = now, worked


def prepare(folder: Path, words: int, others: int, one: bool) -> None:
    """Make the vault, with nothing left to be taken in."""
    body = text(words).replace("\n", " ") if one else text(words)
    with open_app(str(folder / "vault"), str(folder / "data")) as app:
        app.vault.prepare()
        fill(folder / "vault", others)
        finish(app.vault.scan())
        app.sense.new_note(NewNote("Ordinary", text(200), lang="nl"))
        app.sense.new_note(NewNote("Other", text(200), lang="nl"))
        app.sense.new_note(NewNote("Long", body, lang="nl"))
        finish(app.indexer.drain())


def show(opened: Opened, held: Held, name: str) -> tuple[float, float, float]:
    """Go to a note; return how long it took until it was painted, how long the window was held at most until it
    rested, and how long of that the processor worked for it."""
    held.begin()
    begin = time.perf_counter()
    opened.shell.go("note", f"notes/{name}.md")
    page = opened.shell.findChild(SensePage)
    assert page is not None
    page.note.pane.viewport().repaint()
    painted = (time.perf_counter() - begin) * 1000
    if page.note.keeper.path != f"notes/{name}.md":
        raise RuntimeError(f"{name} was not opened")
    wait(SETTLE)
    return painted, held.longest, held.most


def look_for(opened: Opened, held: Held) -> tuple[float, float]:
    """Type a search as the first one since the start; return how long its finds took after the last key, and how long
    the window was held."""
    finder = opened.shell.finder
    held.begin()
    finder.begin()
    for letter in SEARCHED:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(finder.field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        wait(120)
    begin = time.perf_counter()
    while not any(row.kind == "note" for row in finder.found()):
        if time.perf_counter() > begin + 20:
            raise RuntimeError("nothing was found")
        wait(5)
    taken = (time.perf_counter() - begin) * 1000
    wait(500)
    finder.close_list()
    return taken, held.longest


def run(folder: Path) -> dict[str, float]:
    """Open the window, look for something, open the notes, type, leave and come back."""
    with open_app(str(folder / "vault"), str(folder / "data")) as app, open_shell(app) as opened:
        assert opened is not None
        opened.shell.resize(1440, 900)
        opened.shell.show_room("sense")
        wait(SETTLE)
        held = Held()
        finds, held_finding = look_for(opened, held)
        show(opened, held, "Other")
        first = show(opened, held, "Long")
        page = opened.shell.findChild(SensePage)
        assert page is not None
        for _ in range(30):
            if not page.note.editor.spelling.wrong():
                wait(1000)
        if not page.note.editor.spelling.wrong():
            raise RuntimeError("the spelling was not looked at")
        wait(1000)
        held.begin()
        taken, worked = type_keys(page)
        wait(2500)
        typing_held, typing_worked = held.longest, held.most
        other = show(opened, held, "Ordinary")
        long = [max(two) for two in zip(first, show(opened, held, "Long"), strict=True)]
        opened.shell.close()
    return {"keys": KEYS, "p50": statistics.median(taken), "p95": taken[int(KEYS * 0.95)], "longest": taken[-1],
            "work_p95": worked[int(KEYS * 0.95)], "held": typing_held, "work_held": typing_worked,
            "open_long": long[0], "held_long": long[1], "work_long": long[2],
            "open_other": other[0], "held_other": other[1], "work_other": other[2],
            "finds": finds, "held_finding": held_finding}


def main() -> int:
    """Prepare, or run and print."""
    folder = Path(sys.argv[2])
    if sys.argv[1] == "prepare":
        prepare(folder, int(sys.argv[3]), int(sys.argv[4]), sys.argv[5:] == ["one"])
    else:
        print(json.dumps({name: round(value, 2) for name, value in run(folder).items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
