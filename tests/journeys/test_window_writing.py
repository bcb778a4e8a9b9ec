"""Writing in the real window: dictionaries and pictures in processes of their own, links and titles over real files."""

from __future__ import annotations

import gc
import io
import os
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app
from pkm_app.app.parts import App
from pkm_app.app.window import Opened
from pkm_app.sense.notes import NewNote
from pkm_app.ui.sense.page import SensePage

pytestmark = [pytest.mark.window, pytest.mark.slow]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    with open_app(str(tmp_path / "My PKM"), str(tmp_path / "data")) as opened:
        opened.settings.put("language", "en")
        opened.vault.prepare()
        opened.sense.new_note(NewNote("First", "Over leren van elkaar, zie [[Second]].\n", lang="nl"))
        opened.sense.new_note(NewNote("Second", "Een gewoone zin over First.\n", lang="nl"))
        yield opened


def test_a_note_is_proofread_illustrated_and_renamed(qtbot: QtBot, app: App, opened: Opened) -> None:
    shell, vault = opened.shell, app.vault_folder
    shell.show_room("sense")
    shell.go("note", "notes/Second.md")
    page = shell.findChild(SensePage)
    assert page is not None
    note = page.note
    qtbot.waitUntil(lambda: "gewoone" in note.editor.spelling.wrong())

    picture = io.BytesIO()
    Image.new("RGB", (30, 20)).save(picture, "PNG")
    note.pane.go_to_end()
    note.pane.pictures.emit([picture.getvalue()])
    qtbot.waitUntil(lambda: "![[" in note.pane.text())
    assert len(list((vault / "attachments").glob("*.png"))) == 1

    title = note.head.title
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Tweede")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: note.keeper.path == "notes/Tweede.md")
    assert "[[Tweede]]" in (vault / "notes" / "First.md").read_text(encoding="utf-8")
    assert "![[" in (vault / "notes" / "Tweede.md").read_text(encoding="utf-8")
    shell.notices.undo()
    qtbot.waitUntil(lambda: note.keeper.path == "notes/Second.md")
    assert "[[Second]]" in (vault / "notes" / "First.md").read_text(encoding="utf-8")


class _Ring:
    """Garbage in a circle, which says on which thread it was taken apart."""

    def __init__(self, ends: list[int]) -> None:
        self.me, self.ends = self, ends

    def __del__(self) -> None:
        self.ends.append(threading.get_ident())


def test_garbage_is_collected_on_the_main_thread_alone(qtbot: QtBot, opened: Opened) -> None:
    """Among it are widgets, and one that is taken apart beside the main thread ends the program."""
    ends: list[int] = []
    _Ring(ends)

    def ask_for_much() -> None:
        kept = [[number] for number in range(50_000)]
        assert len(kept) == 50_000

    beside = threading.Thread(target=ask_for_much)
    beside.start()
    beside.join()
    assert ends == []
    assert not gc.isenabled()
    held = [[number] for number in range(50_000)]
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [threading.get_ident()], len(held)
