"""Exports from the window: shown while they last, stopped without leavings, refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pkm_app.base.events import Operation, Progress
from pkm_app.flow.exporting import Exported
from pkm_app.share.formats import FORMATS, TARGETS, Wanted
from pkm_app.ui.share.export import file_kinds, form_of, wanted
from tests.ui.test_composer import room
from tests.ui.test_share_room import Room

__all__ = ["room"]


class Endless:
    """An export that goes on until nobody wants it any more."""

    def __init__(self) -> None:
        self.closed = Event()

    def export(self, _name: str, _wanted: Wanted, _audience: str = "public") -> Operation[Exported]:
        try:
            while True:
                self.closed.wait(0.01)
                yield Progress(1, 2)
        finally:
            self.closed.set()


@pytest.fixture
def endless(room: Room, monkeypatch: pytest.MonkeyPatch) -> Iterator[Endless]:
    made = Endless()
    monkeypatch.setattr(room.demo.services.share.exporting, "export", made.export)
    yield made
    made.closed.set()


def test_an_export_is_shown_and_stopping_it_leaves_nothing(qtbot: QtBot, room: Room, endless: Endless,
                                                           tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    before = len(room.said)
    job = room.page.exporting.write(str(folder / "book.pdf"))
    assert "book.pdf" in job.label
    qtbot.waitUntil(lambda: job.progress.total == 2)
    room.shell.relay.stop(job)
    qtbot.waitUntil(endless.closed.is_set)
    assert job.task is not None
    assert list(folder.iterdir()) == []
    assert len(room.said) == before, "who stopped it knows"


def test_what_stood_there_stays_when_an_export_is_stopped(qtbot: QtBot, room: Room, endless: Endless,
                                                          tmp_path: Path) -> None:
    file = tmp_path / "book.html"
    file.write_text("of before", encoding="utf-8")
    job = room.page.exporting.write(str(file))
    qtbot.waitUntil(lambda: job.progress.total == 2)
    room.shell.relay.stop(job)
    qtbot.waitUntil(endless.closed.is_set)
    assert file.read_text(encoding="utf-8") == "of before"


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.page.exporting.write(str(tmp_path / "nowhere" / "book.html"))
    qtbot.waitUntil(lambda: bool(room.said) and room.said[-1].kind == "error")
    assert "no folder" in room.said[-1].text


def test_the_name_of_a_file_says_its_form() -> None:
    assert {form_of(f"x.{ending.upper()}") for ending, _ in file_kinds().values()} == set(FORMATS)
    assert form_of("x.markdown") == "markdown"
    assert form_of("x") == "html"


def test_the_window_offers_what_the_command_line_does() -> None:
    kinds = file_kinds()
    made = {wanted(f"x.{ending}", kind) for kind, (ending, _) in kinds.items()}
    assert made == {*(Wanted(form) for form in FORMATS), Wanted("html", fragment=True),
                    *(Wanted("markdown", target) for target in TARGETS)}
    assert len({words for _, words in kinds.values()}) == len(kinds), "by its words the dialog tells what was chosen"
    assert wanted("x.docx", "hugo") == Wanted("docx"), "the name decides"


def test_markdown_for_a_program_has_its_front_matter(qtbot: QtBot, room: Room, tmp_path: Path,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, _name, kinds: (
        str(tmp_path / "post"), next(one for one in kinds.split(";;") if "Hugo" in one)))
    room.page.exporting.choose()
    qtbot.waitUntil(lambda: bool(room.said) and "Written" in room.said[-1].text)
    assert "draft: true" in (tmp_path / "post.md").read_text(encoding="utf-8")


def test_what_must_be_mended_is_said_when_a_file_is_written(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.write("> words of nobody\n\nMine.\n")
    room.until_found("A quotation names no author and no source")
    room.page.exporting.write(str(tmp_path / "out.md"))
    room.until_said("1 thing must be mended before you give it on.")
    assert room.said[-1].kind == "warning"
    assert (tmp_path / "out.md").exists()
