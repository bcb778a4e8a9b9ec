"""The room of Share in a window of its own, over a full library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.test_share_room import Room


def share_desk(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], folder: Path,
               language: str = "en", size: tuple[int, int] = (1280, 800)) -> Room:
    demo = demos(full=True)
    shell = windows(demo.services, "light", language)
    shell.resize(*size)
    shell.show()
    qtbot.waitUntil(shell.isActiveWindow)
    return Room(qtbot, shell, demo, folder / "demo0" / "vault")
