"""The window comes up, and its rooms with it, without fetching a file that a synchroniser keeps online only."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app, window
from pkm_app.app.automatic import Automatic
from pkm_app.library import files, tomlchoice
from tests.journeys.window_end import take_away
from tests.library.test_online_only import CHOICES
from tests.ui.still import until_still

pytestmark = [pytest.mark.window, pytest.mark.slow]


def test_no_choice_is_fetched_while_the_window_comes_up_and_its_rooms_are_seen(
        qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "Automatic", partial(Automatic, first=timedelta(hours=1)))
    vault = tmp_path / "OneDrive - Bedrijf BV" / "PKM"
    more = {".pkm/terms.toml": "", ".pkm/internal-names.toml": 'names = ["Valk"]\n'}
    (vault / ".pkm").mkdir(parents=True)
    for path, words in {**CHOICES, **more}.items():
        (vault / path).write_text(words)
    away = {os.stat(vault / path).st_ino for path in (*CHOICES, *more)}
    fetched: list[str] = []
    opened = os.open

    def open_file(path: Any, *words: Any, **others: Any) -> int:
        if os.path.exists(path) and os.stat(path).st_ino in away:
            fetched.append(os.path.basename(path))
        return opened(path, *words, **others)

    monkeypatch.setattr(tomlchoice, "online_only", lambda info: info.st_ino in away)
    monkeypatch.setattr(files.os, "open", open_file)
    with open_app(str(vault), str(tmp_path / "data")) as app:
        app.settings.put("language", "en")
        app.settings.put("refresh", "ask")
        with window.open_shell(app) as there:
            assert there is not None
            for room in ("today", "seek", "sense", "share"):
                there.shell.commands.run(f"go.{room}")
                until_still(qtbot, there.shell, there.services.runner)
            assert fetched == []
            take_away(there.shell)
