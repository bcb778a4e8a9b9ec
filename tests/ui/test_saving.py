"""Autosave over a real vault: soon, whole, off the main thread, and never at the cost of what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.sense.notes import NewNote
from pkm_app.ui.notices import Notice
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo

STRANGE = (
    "harde spatie:\u00a0hier, smal:\u202f, nul:\u200b",
    "emoji 🧠👩\u200d💻 en vlaggen 🇳🇱",
    "regelscheiding \u2028 en alineascheiding \u2029 midden in een zin",
    "tab\there, trailing blanks   ",
    "a CR \r inside",
    "e\u0301 stays two signs",
    "woord " * 3_334,
)


class Open:
    """One note, open in a window over a demonstration library."""

    def __init__(self, shell: Shell, demo: Demo, vault: Path, body: str) -> None:
        self.shell, self.demo, self.vault = shell, demo, vault
        self.note_id, self.path = demo.services.sense.new_note(NewNote("Open", body))
        shell.show_room("sense")
        page = shell.findChild(SensePage)
        assert page is not None
        self.page = page
        self.said: list[Notice] = []
        shell.notices.said.connect(self.said.append)
        shell.go("note", self.note_id)

    @property
    def file(self) -> Path:
        return self.vault / self.path

    def read(self) -> str:
        return self.file.read_bytes().decode()


@pytest.fixture
def opened(demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Callable[..., Open]:
    def make(body: str = "Begin.") -> Open:
        demo = demos()
        shell = windows(demo.services, "light", "en")
        shell.resize(1280, 800)
        shell.show()
        return Open(shell, demo, tmp_path / "demo0" / "vault", body)

    return make


def test_what_is_typed_is_soon_in_the_file(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    qtbot.keyClicks(one.page.note.pane, "Nieuw. ")
    assert one.page.note.keeper.is_unsaved()
    qtbot.waitUntil(lambda: "Nieuw. Begin." in one.read())
    qtbot.waitUntil(lambda: not one.page.note.keeper.is_unsaved())


def test_typing_on_and_on_is_saved_all_the_same(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()

    def typed_on() -> bool:
        qtbot.keyClicks(one.page.note.pane, "x")  # never a pause as long as the one that starts a save
        return "x" in one.read()

    qtbot.waitUntil(typed_on)


def test_leaving_saves_at_once(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    qtbot.keyClicks(one.page.note.pane, "Weg. ")
    one.shell.show_room("today")
    assert "Weg. Begin." in one.read()
    one.shell.show_room("sense")
    qtbot.keyClicks(one.page.note.pane, "Dicht. ")
    one.shell.close()
    assert "Weg. Dicht. Begin." in one.read()


@pytest.mark.parametrize("number", range(len(STRANGE)))
def test_a_text_comes_back_character_by_character(qtbot: QtBot, opened: Callable[..., Open], number: int) -> None:
    body = f"{STRANGE[number]}\n\n- lijst\n\n\n"
    one = opened(body)
    before = one.file.read_bytes()
    pane = one.page.note.pane
    assert pane.text() == one.demo.services.sense.load(one.path).file.body
    qtbot.keyClicks(pane, "Q")
    assert one.page.note.keeper.rest()
    expected = before.decode().split("---\n", 2)[2]
    assert one.read().split("---\n", 2)[2] == f"Q{expected}"


def test_looking_at_a_file_writes_nothing(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened("Met vensterregels.\r\nTwee.")
    before = one.file.read_bytes(), one.file.stat().st_mtime_ns
    one.page.note.keeper.touched()
    assert one.page.note.keeper.rest()
    assert (one.file.read_bytes(), one.file.stat().st_mtime_ns) == before


def test_undo_survives_saving(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    pane = one.page.note.pane
    qtbot.keyClicks(pane, "Eerst ")
    one.page.save_now()
    assert "Eerst Begin." in one.read()
    qtbot.keyClick(pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.text() == "Begin.\n"
    qtbot.waitUntil(lambda: "Eerst" not in one.read())


def test_a_save_that_fails_is_said_once_and_tried_again(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    folder = one.file.parent
    kept = folder.rename(folder.with_name("elders"))
    folder.write_text("in the way")  # a file where the folder should be: nothing can be written there
    qtbot.keyClicks(one.page.note.pane, "Bewaar mij. ")
    qtbot.waitUntil(lambda: any(notice.kind == "error" for notice in one.said))
    assert one.page.note.keeper.is_unsaved()
    assert not one.page.note.keeper.rest()
    assert sum(notice.kind == "error" for notice in one.said) == 1
    folder.unlink()
    kept.rename(folder)
    qtbot.waitUntil(lambda: "Bewaar mij. Begin." in one.read())  # by itself: no key was pressed
    qtbot.waitUntil(lambda: not one.page.note.keeper.is_unsaved())


def test_a_file_that_cannot_be_saved_is_not_left(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    other = one.demo.services.sense.new_note(NewNote("Ander", "Ander."))[0]
    folder = one.file.parent
    kept = folder.rename(folder.with_name("elders"))
    folder.write_text("in the way")
    qtbot.keyClicks(one.page.note.pane, "Blijf. ")
    one.shell.go("note", other)
    assert one.page.note.keeper.path == one.path
    assert one.page.note.pane.text() == "Blijf. Begin.\n"
    folder.unlink()
    kept.rename(folder)
    one.shell.go("note", other)
    assert one.page.note.pane.text() == "Ander.\n"
    assert "Blijf. Begin." in one.read()


def test_words_that_could_not_be_saved_survive_the_end_of_the_program(
        qtbot: QtBot, opened: Callable[..., Open], windows: Callable[..., Shell]) -> None:
    one = opened()
    folder = one.file.parent
    kept = folder.rename(folder.with_name("elders"))
    folder.write_text("in the way")
    qtbot.keyClicks(one.page.note.pane, "Overleef. ")
    one.shell.close()
    folder.unlink()
    kept.rename(folder)
    assert "Overleef" not in one.read()
    services: Services = one.demo.services
    again = windows(services, "light", "en")
    again.show()
    again.go("note", one.note_id)
    page = again.findChild(SensePage)
    assert page is not None
    assert page.note.pane.text() == "Overleef. Begin.\n"
    qtbot.waitUntil(lambda: "Overleef. Begin." in one.read())
    kept_words = services.settings.kept  # type: ignore[attr-defined]  # the demo's own
    qtbot.waitUntil(lambda: not [key for key, words in kept_words.items() if key.startswith("unsaved.") and words])


def test_a_change_from_elsewhere_while_unsaved_keeps_both(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    qtbot.keyClicks(one.page.note.pane, "Van mij. ")
    theirs = one.read().replace("Begin.", "Van een ander.")
    one.file.write_text(theirs, encoding="utf-8")
    one.page.save_now()
    assert "Van mij. Begin." in one.read()
    copies = [path for path in one.file.parent.iterdir() if path != one.file]
    assert [path.read_text(encoding="utf-8") for path in copies if "conflict" in path.name.lower()] == [theirs]
    assert any(notice.kind == "warning" and "changed elsewhere" in notice.text for notice in one.said)


def test_a_change_from_elsewhere_is_taken_in_where_nothing_is_unsaved(
        qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened("Een.\n\nTwee.\n\nDrie.")
    pane = one.page.note.pane
    pane.go_to_end()
    one.page.save_now()
    place = pane.textCursor().position()
    one.file.write_text(one.read().replace("Een.", "Vier."), encoding="utf-8")
    one.shell.relay.tell("notes", one.path)
    qtbot.waitUntil(lambda: pane.text().startswith("Vier.\n\nTwee."))
    assert abs(pane.textCursor().position() - place) <= 2
    qtbot.keyClicks(pane, "Vijf.")
    one.page.save_now()
    assert "Vijf." in one.read()
    assert not any(notice.kind == "warning" for notice in one.said), "that was no conflict"


def test_a_file_that_is_gone_is_said(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    one.file.unlink()
    one.shell.relay.tell("notes", one.path)
    qtbot.waitUntil(lambda: not one.page.has_file())
    assert "gone" in one.said[-1].text


def test_words_for_a_file_that_went_away_meanwhile_are_written(qtbot: QtBot, opened: Callable[..., Open]) -> None:
    one = opened()
    qtbot.keyClicks(one.page.note.pane, "Toch. ")
    one.file.unlink()
    one.page.save_now()
    assert "Toch. Begin." in one.read()
