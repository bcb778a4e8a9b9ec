"""Draws every screen with real content to PNG: ``python -m tests.ui.shots OUTDIR``.

Light, dark and high contrast, English and Dutch, 1024x700 and 1440x900; ``--only today,reading``, ``--schemes dark``,
``--languages nl`` and ``--sizes 1024x700`` draw less. The clock, the fonts, the pixel density and the content stand
still, so that two sets of pictures differ by what changed in the program (and by the ids of highlights).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96", TZ="Europe/Amsterdam")
time.tzset()

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import QTextCursor  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from pkm_app.base.errors import NotFound  # noqa: E402
from pkm_app.ui import row_delegate  # noqa: E402
from pkm_app.ui.shell import Shell  # noqa: E402
from pkm_app.ui.start import make_application, make_window  # noqa: E402
from pkm_app.ui.theme import Scheme  # noqa: E402
from pkm_app.work.runner import Runner  # noqa: E402
from tests.ui.demo import Demo  # noqa: E402
from tests.ui.shots_capture import CAPTURE  # noqa: E402
from tests.ui.shots_care import CARE  # noqa: E402
from tests.ui.shots_dialogs import DIALOGS  # noqa: E402
from tests.ui.shots_editor import EDITOR  # noqa: E402
from tests.ui.shots_finding import FINDING  # noqa: E402
from tests.ui.shots_follow import FOLLOW  # noqa: E402
from tests.ui.shots_keys import KEYS  # noqa: E402
from tests.ui.shots_reading import READ  # noqa: E402
from tests.ui.shots_share import SHARE  # noqa: E402
from tests.ui.shots_states import FIRST_DAY, STATES  # noqa: E402
from tests.ui.shots_taking import recoloured, settle, still, until  # noqa: E402
from tests.ui.shots_today import FIRST, TODAY  # noqa: E402
from tests.ui.shots_write import EMPTY, WRITE  # noqa: E402
from tests.ui.tidy import seek_of, tidy  # noqa: E402

SIZES = ((1024, 700), (1440, 900))
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")
LANGUAGES = ("en", "nl")
_WHOLE = 60.0  # seconds
_QUICK = 90  # of PNG: larger files, written sooner
_HOMES = {"en": "/home/anne/Documents/PKM", "nl": "/home/anne/Documenten/PKM"}
Screens = Sequence[Callable[[Shell], None]]


def today(shell: Shell) -> None:
    """What waits for one's own words."""
    shell.show_room("today")


def reading(shell: Shell) -> None:
    """An article with highlights, words of one's own, and a selection with its bar."""
    shell.show_room("seek")
    page = seek_of(shell)
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
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() - 15)  # also in a low window room below for what is offered, and a whole line at the top
    pane.selected.emit(True)


def dutch_article(shell: Shell) -> None:
    """Headings, a list, a quotation and a link."""
    shell.show_room("seek")
    seek_of(shell).side.choose("view", "inbox")
    article = next(a for a in shell.context.services.seek.articles("all") if a.author == "Wilfred Rubens")
    shell.go("article", article.article_id)
    until(lambda: "meeleest" in seek_of(shell).view.pane.document().toPlainText())


def discover(shell: Shell) -> None:
    """The recommended sources."""
    shell.context.services.seek.feeds_by_id.pop("john-stepper", None)  # type: ignore[attr-defined]  # the demo's own
    shell.show_room("seek")
    seek_of(shell).load_side()
    shell.go("discover", "")


def nothing_kept(shell: Shell) -> None:
    """An empty place, an ill source, and what is said beside the work."""
    shell.show_room("seek")
    page = seek_of(shell)
    page.side.choose("feed", "learnnovators")
    page.add.begin()
    page.add.field.setText("https://example.org/nothing")
    page.add._failed(NotFound("{page} is a site without a feed: its page names none, and none was found at {tried}. "
                              "If you know the address of its feed, give that.", page="example.org", tried="/feed"))


def notice(shell: Shell) -> None:
    """A mark that was set, with Undo."""
    dutch_article(shell)
    settle()
    seek_of(shell).keep()


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
    finder = shell.finder

    def there() -> bool:
        if not finder.field.hasFocus():  # the window may come to the front only now
            shell.activateWindow()
            finder.field.setText("social")
            finder.begin()
        return len(finder.found()) > 2

    until(there)


def feed_health(shell: Shell) -> None:
    """Sources that need a look, one of them given another address."""
    shell.context.services.tending.fill()  # type: ignore[attr-defined]  # the demo's own
    shell.show_room("seek")
    page = seek_of(shell)
    page.load_side()
    page.side.choose("page", "health")
    until(lambda: len(page.health.cards()) > 3)
    page.health.cards()[0].edit()


SCREENS: Screens = (
    today, reading, dutch_article, notice, nothing_kept, discover, sense, share, settings, search, *READ, *WRITE,
    *EDITOR, *CAPTURE, feed_health, *FOLLOW, *FINDING, *TODAY, *SHARE, *CARE, *KEYS, *DIALOGS, *STATES)
BEGINNING: Screens = (*EMPTY, *FIRST_DAY, *FIRST)


@dataclass(frozen=True)
class Ways:
    """Which screens are drawn, and how."""

    only: tuple[str, ...] = ()
    schemes: tuple[Scheme, ...] = SCHEMES
    languages: tuple[str, ...] = LANGUAGES
    sizes: tuple[tuple[int, int], ...] = SIZES


def draw(application: QApplication, folder: Path, ways: Ways) -> int:
    """Draw screens in all these ways; return how many pictures were made."""
    count = 0
    runner = Runner(threads=2)
    row_delegate._PORTION = _WHOLE  # lists paint all of their rows for a picture, however long it takes
    try:
        for language in ways.languages:
            for size in ways.sizes:
                for screens, options in ((SCREENS, {"full": True}), (BEGINNING, {"empty": True})):
                    wanted = [one for one in screens if not ways.only or one.__name__ in ways.only]
                    with tempfile.TemporaryDirectory() as place:
                        scale = "100" if size[0] >= 880 else "200"  # in a small window the text is enlarged
                        demo = Demo(runner, Path(place), {"language": language, "scale": scale}, dated=True, **options)
                        demo.services.beginning.folder = _HOMES[language]  # type: ignore[misc]  # the demo's own
                        count += _draw_one(application, folder, demo, wanted, ways.schemes, language, size, runner)
    finally:
        runner.close()
    return count


def _draw_one(application: QApplication, folder: Path, demo: Demo, screens: Screens, schemes: Sequence[Scheme],
              language: str, size: tuple[int, int], runner: Runner) -> int:
    shell = make_window(application, demo.services, schemes[0], language)
    shell.resize(*size)
    shell.show()
    for screen in screens:
        shell.activateWindow()
        until(shell.isActiveWindow)  # else the focus, and what shows it, goes nowhere
        screen(shell)
        for scheme in schemes:
            shell.context.look.set_scheme(scheme)
            name = f"{screen.__name__.replace('_', '-')}-{scheme}-{language}-{size[0]}.png"
            drawn = still(shell, runner) if scheme == schemes[0] else recoloured(shell)
            if not drawn.save(str(folder / name), "PNG", _QUICK):
                raise OSError(f"{folder / name} could not be written")
        shell.context.look.set_scheme(schemes[0])
        tidy(shell)
    shell.close()
    settle()
    shell.context.language.stop()
    shell.context.look.deleteLater()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close()
    return len(screens) * len(schemes)


def main() -> int:
    """Take the folder, and what is wanted, from the command line."""
    ask = argparse.ArgumentParser(prog="python -m tests.ui.shots")
    ask.add_argument("folder", type=Path)
    for name, known in (("only", ""), ("schemes", ",".join(SCHEMES)), ("languages", ",".join(LANGUAGES)),
                        ("sizes", ",".join(f"{wide}x{high}" for wide, high in SIZES))):
        ask.add_argument(f"--{name}", default=known)
    said = ask.parse_args()
    sizes = tuple((int(wide), int(high)) for wide, _, high in (one.partition("x") for one in said.sizes.split(",")))
    only = tuple(name.replace("-", "_") for name in said.only.split(",") if name)
    said.folder.mkdir(parents=True, exist_ok=True)
    application = make_application(["pkm"])
    application.setCursorFlashTime(0)
    ways = Ways(only, tuple(said.schemes.split(",")), tuple(said.languages.split(",")), sizes)
    print(f"{draw(application, said.folder, ways)} pictures in {said.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
