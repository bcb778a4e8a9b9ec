"""The window without a screen: one application, a look and a language for each test, leftovers reported."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Also where there is a screen: who has the focus there is for the desktop to say, and keys go to whoever has it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.ui.i18n import Language
from pkm_app.ui.look import Look
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from pkm_app.ui.start import make_window
from pkm_app.ui.writing import WritingPane
from pkm_app.work.runner import Runner
from tests.fakes.seek import ScriptedWeb
from tests.ui.demo import Demo
from tests.ui.desk import Desk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Qt."""
    for item in items:
        if "/tests/ui/" in str(item.path):
            item.add_marker(pytest.mark.window)


@pytest.fixture(autouse=True)
def garbage_waits() -> Iterator[None]:
    """Collect none beside the main thread, as in the program (``app/window.py``): widgets are among it."""
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner(threads=2)
    yield made
    made.close()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(qapp, "light")
    yield made
    made.deleteLater()


@pytest.fixture
def writing(qtbot: QtBot, look: Look) -> Iterator[WritingPane]:
    made = WritingPane(look, "sense")
    made.resize(900, 600)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def pane(writing: WritingPane) -> WritingPane:
    """A writing pane that has the focus."""
    writing.setFocus()
    return writing


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Language]:
    language = Language(qapp, "en")
    yield language
    language.stop()


@pytest.fixture
def demos(runner: Runner, tmp_path: Path) -> Iterator[Callable[..., Demo]]:
    """Makes demonstrations, each in a folder of its own, and ends them."""
    made: list[Demo] = []

    def make(**options: object) -> Demo:
        folder = tmp_path / f"demo{len(made)}"
        folder.mkdir()
        demo = Demo(runner, folder, {"language": "en", "scheme": "light"}, **options)  # type: ignore[arg-type]
        made.append(demo)
        return demo

    yield make
    runner.close()  # nothing may still be writing when the database goes
    for demo in made:
        demo.close()


@pytest.fixture
def demo(demos: Callable[..., Demo]) -> Demo:
    return demos()


@pytest.fixture
def services(demo: Demo) -> Services:
    return demo.services


@pytest.fixture
def demo_web(demo: Demo) -> ScriptedWeb:
    """The web from which the demonstration gets pages and pictures."""
    return demo.web


@pytest.fixture
def windows(qapp: QApplication, demos: Callable[..., Demo]) -> Iterator[Callable[..., Shell]]:
    """Makes windows, and takes them away whole after the test: none of them may answer in a later one.

    ``demos`` stands here so that windows go before what works for them, as they do in the program.
    """
    made: list[Shell] = []

    def make(services: Services, *arguments: str) -> Shell:
        shell = make_window(qapp, services, *arguments)  # type: ignore[arg-type]  # a scheme and a language
        made.append(shell)
        return shell

    yield make
    for shell in made:
        shell.close()
        shell.context.language.stop()
        shell.context.look.deleteLater()
        shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # here, never on a thread: among it are widgets


@pytest.fixture
def shell(qtbot: QtBot, windows: Callable[..., Shell], services: Services) -> Shell:
    made = windows(services, "light", "en")
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def seek_page(shell: Shell) -> SeekPage:
    """The room of Seek, shown."""
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    return found


@pytest.fixture
def said(shell: Shell) -> list[Notice]:
    """What the window says from now on."""
    notices: list[Notice] = []
    shell.notices.said.connect(notices.append)
    return notices


@pytest.fixture
def desks(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell],
          tmp_path: Path) -> Callable[..., Desk]:
    def make(body: str = "", lang: str = "en") -> Desk:
        demo = demos(full=True)
        shell = windows(demo.services, "light", "en")
        shell.resize(1280, 800)
        shell.show()
        qtbot.waitUntil(shell.isActiveWindow)
        return Desk(qtbot, shell, demo, tmp_path / "demo0" / "vault", body, lang)

    return make
