"""Shows every screen in turn, to be looked at from outside: ``python -m tests.outside.shown FOLDER LANGUAGE``.

Each line on its input asks for the next screen; the name of the screen is said once it stands still, and nothing more
after the last one. ``break`` puts a button without a name into the window first: who looks has to find it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import QApplication, QDialog

from pkm_app.ui.shell import Shell
from pkm_app.ui.start import make_application, make_window
from pkm_app.ui.widgets import Button
from pkm_app.work.runner import Runner
from tests.ui import shots
from tests.ui.demo import Demo
from tests.ui.shots_write import EMPTY
from tests.ui.walk import end

SETTLE = 150  # milliseconds beside what a screen waits for itself
os.environ["QT_QPA_PLATFORM"] = "xcb"  # pictures of screens are drawn without one; here there is a display


def show_all(application: QApplication, folder: Path, language: str) -> Iterator[tuple[str, Shell]]:
    """Show every screen: those of a full library, then those of an empty one."""
    runner = Runner(threads=2)
    for screens, options in ((shots.SCREENS, {"full": True}), (EMPTY, {"empty": True})):
        with tempfile.TemporaryDirectory(dir=folder) as place:
            demo = Demo(runner, Path(place), {"language": language}, **options)
            shell = make_window(application, demo.services, "light", language)
            shell.show()
            for screen in screens:
                screen(shell)
                shots.settle(SETTLE)
                yield screen.__name__, shell
                for dialog in shell.findChildren(QDialog):
                    dialog.close()
                shell.finder.close_list()
                shell.finder.field.clear()
                shell.notices.undone.emit()
            end(shell, demo)
    runner.close()


def asked() -> str:
    """Wait for a line, with the window alive meanwhile: it is being looked at. "" for the end."""
    loop = QEventLoop()
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(loop.quit)
    loop.exec()
    notifier.setEnabled(False)
    return sys.stdin.readline()


def break_it(shell: Shell) -> None:
    """Put a button without a name over the window."""
    button = Button(shell.context.look, "check", "outlined")
    button.setParent(shell.centralWidget())
    button.setGeometry(400, 400, 40, 40)
    button.show()
    button.raise_()


def main() -> int:
    """Take the folder and the language from the command line."""
    screens = show_all(make_application(["pkm"]), Path(sys.argv[1]), sys.argv[2])
    while line := asked():
        name, shell = next(screens, ("", None))
        if shell is not None and line.strip() == "break":
            break_it(shell)
            shots.settle(SETTLE)
        print(name, flush=True)
        if not name:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
