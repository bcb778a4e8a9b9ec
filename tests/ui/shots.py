"""Draws every screen with real content to PNG: ``python -m tests.ui.shots OUTDIR``.

Light and dark, English and Dutch, 1280x800 and 1920x1080. The clock, the fonts, the pixel density and the content
stand still, so that two sets of pictures differ by what changed in the program (and by the ids of highlights).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96", TZ="Europe/Amsterdam")
time.tzset()

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer  # noqa: E402
from PySide6.QtGui import QTextCursor  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from pkm_app.ui.seek.page import SeekPage  # noqa: E402
from pkm_app.ui.shell import Shell  # noqa: E402
from pkm_app.ui.start import make_application, make_window  # noqa: E402
from pkm_app.ui.theme import Scheme  # noqa: E402
from pkm_app.work.runner import Runner  # noqa: E402
from tests.ui.demo import Demo  # noqa: E402
from tests.ui.shots_capture import CAPTURE  # noqa: E402
from tests.ui.shots_care import CARE  # noqa: E402
from tests.ui.shots_editor import EDITOR  # noqa: E402
from tests.ui.shots_finding import FINDING  # noqa: E402
from tests.ui.shots_follow import FOLLOW  # noqa: E402
from tests.ui.shots_keys import KEYS  # noqa: E402
from tests.ui.shots_reading import READ  # noqa: E402
from tests.ui.shots_share import SHARE  # noqa: E402
from tests.ui.shots_today import TODAY  # noqa: E402
from tests.ui.shots_write import EMPTY, WRITE  # noqa: E402

SIZES = ((1280, 800), (1920, 1080))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LANGUAGES = ("en", "nl")
SETTLE = 350  # milliseconds in which everything that was asked for has arrived and been painted


def settle(milliseconds: int = SETTLE) -> None:
    """Let the window do what it has to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(ready: Callable[[], bool], seconds: float = 90) -> None:
    """Let the window work until something is there. Raises TimeoutError: a picture of half a screen is no picture."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the screen did not come to be")
        settle(50)


def today(shell: Shell) -> None:
    """What waits for one's own words."""
    shell.show_room("today")


def reading(shell: Shell) -> None:
    """An article with highlights, words of one's own, and a selection with its bar."""
    shell.show_room("seek")
    page = _seek(shell)
    page.side.choose("view", "inbox")
    article = next(a for a in shell.context.services.seek.articles("all") if a.title == "What is Social Learning?")
    shell.go("article", article.article_id)
    pane = page.view.pane
    words = "letting go of some control"
    until(lambda: words in pane.document().toPlainText())
    settle()
    start = pane.document().toPlainText().index(words)
    cursor = pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.selected.emit(True)


def dutch_article(shell: Shell) -> None:
    """Headings, a list, a quotation and a link."""
    shell.show_room("seek")
    _seek(shell).side.choose("view", "inbox")
    article = next(a for a in shell.context.services.seek.articles("all") if a.author == "Wilfred Rubens")
    shell.go("article", article.article_id)
    until(lambda: "meeleest" in _seek(shell).view.pane.document().toPlainText())


def discover(shell: Shell) -> None:
    """The recommended sources."""
    shell.context.services.seek.feeds_by_id.pop("john-stepper", None)  # type: ignore[attr-defined]  # the demo's own
    shell.show_room("seek")
    _seek(shell).load_side()
    shell.go("discover", "")


def nothing_kept(shell: Shell) -> None:
    """An empty place, an ill source, and what is said beside the work."""
    shell.show_room("seek")
    page = _seek(shell)
    page.side.choose("feed", "learnnovators")
    page.add.begin()
    page.add.field.setText("https://example.org/nothing")
    page.add._say("example.org is a site without a feed. If you know the address of its feed, give that.", "error")


def notice(shell: Shell) -> None:
    """A mark that was set, with Undo."""
    dutch_article(shell)
    settle()
    _seek(shell).keep()


def sense(shell: Shell) -> None:
    """Notes."""
    shell.show_room("sense")
    note = next(card for card in shell.context.services.sense.cards() if card.title == "Conditions, not design")
    shell.go("note", note.file_id)


def share(shell: Shell) -> None:
    """A draft before it leaves."""
    shell.show_room("share")
    draft = next(c for c in shell.context.services.sense.cards(("draft",)) if c.title.startswith("Friday"))
    shell.go("draft", draft.file_id)


def settings(shell: Shell) -> None:
    """The choices."""
    shell.show_settings()


def search(shell: Shell) -> None:
    """The one search field with its list."""
    shell.show_room("today")
    shell.finder.field.setText("social")
    shell.finder.begin()


def feed_health(shell: Shell) -> None:
    """Sources that need a look, one of them given another address."""
    shell.context.services.tending.fill()  # type: ignore[attr-defined]  # the demo's own
    shell.show_room("seek")
    page = _seek(shell)
    page.load_side()
    page.side.choose("page", "health")
    until(lambda: len(page.health.cards()) > 3)
    page.health.cards()[0].edit()


SCREENS: tuple[Callable[[Shell], None], ...] = (
    today, reading, dutch_article, notice, nothing_kept, discover, sense, share, settings, search, *READ, *WRITE,
    *EDITOR, *CAPTURE, feed_health, *FOLLOW, *FINDING, *TODAY, *SHARE, *CARE, *KEYS)


def draw(application: QApplication, folder: Path) -> int:
    """Draw every screen in every way; return how many."""
    count = 0
    runner = Runner(threads=2)
    try:
        for scheme in SCHEMES:
            for language in LANGUAGES:
                for size in SIZES:
                    with tempfile.TemporaryDirectory() as place:
                        demo = Demo(runner, Path(place), {"language": language}, full=True)
                        count += _draw_one(application, folder, demo, SCREENS, scheme, language, size)
                    with tempfile.TemporaryDirectory() as place:
                        demo = Demo(runner, Path(place), {"language": language}, empty=True)
                        count += _draw_one(application, folder, demo, EMPTY, scheme, language, size)
    finally:
        runner.close()
    return count


def _draw_one(application: QApplication, folder: Path, demo: Demo, screens: Sequence[Callable[[Shell], None]],
              scheme: Scheme, language: str, size: tuple[int, int]) -> int:
    shell = make_window(application, demo.services, scheme, language)
    shell.resize(*size)
    shell.show()
    for screen in screens:
        screen(shell)
        settle()
        name = f"{screen.__name__.replace('_', '-')}-{scheme}-{language}-{size[0]}.png"
        if not shell.grab().save(str(folder / name)):
            raise OSError(f"{folder / name} could not be written")
        shell.finder.close_list()
        shell.finder.field.clear()
        shell.notices.undone.emit()
    shell.close()
    settle()
    shell.context.language.stop()
    shell.context.look.deleteLater()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close()
    return len(screens)


def _seek(shell: Shell) -> SeekPage:
    page = shell.findChild(SeekPage)
    if page is None:
        raise LookupError("there is no Seek room")
    return page


def main() -> int:
    """Take the folder from the command line."""
    if len(sys.argv) != 2:
        print("usage: python -m tests.ui.shots OUTDIR", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application(["pkm"])
    application.setCursorFlashTime(0)
    print(f"{draw(application, folder)} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
