"""What is dropped onto the window, from a browser or a folder, anywhere in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui import drops
from pkm_app.ui.notices import Notice
from pkm_app.ui.shell import Shell
from tests.fakes.seek import Page, ScriptedWeb
from tests.flow.capture_desk import POST
from tests.ui.demo import Demo
from tests.ui.desk import Desk
from tests.ui.dragging import drag_enter

COPY, NO = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier


def drop_on(widget: QWidget, data: QMimeData) -> bool:
    """Drag something to a widget and let go: Qt looks for who takes it from there upwards, as it does for a hand."""
    enter = drag_enter(QPoint(3, 3), COPY, data)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(3, 3), COPY, data, Qt.MouseButton.LeftButton, NO))
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def formatted(kind: str, said: bytes) -> QMimeData:
    data = QMimeData()
    data.setData(kind, said)
    return data


def heard(shell: Shell) -> list[Notice]:
    said: list[Notice] = []
    shell.notices.said.connect(said.append)
    return said


def notes(shell: Shell) -> list[str]:
    return [card.title for card in shell.context.services.sense.cards()]


def articles(shell: Shell) -> list[str]:
    return [article.title for article in shell.context.services.seek.articles("all")]


@pytest.mark.parametrize("data", [
    formatted("text/uri-list", b"https://a.example/post\r\n"),
    formatted("text/x-moz-url", "https://a.example/post\nA post".encode("utf-16-le")),
    formatted("text/plain", b"https://a.example/post"),
])
def test_a_link_out_of_a_browser_is_captured(
        qtbot: QtBot, shell: Shell, demo_web: ScriptedWeb, data: QMimeData) -> None:
    demo_web.pages["https://a.example/post"] = Page(POST, "text/html")
    assert drop_on(shell, data)
    qtbot.waitUntil(lambda: "A post" in articles(shell))


def test_what_was_selected_on_a_page_becomes_a_note_without_its_marks(qtbot: QtBot, shell: Shell) -> None:
    page = b"<p>Ask <b>first</b>, then build.</p><script>steal()</script><img src='file:///etc/passwd'>"
    assert drop_on(shell, formatted("text/html", page))
    qtbot.waitUntil(lambda: "Ask first, then build" in " ".join(notes(shell)))
    assert "steal" not in " ".join(notes(shell))


def test_three_files_at_once_are_all_taken_in(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"Words of {name}.\n", encoding="utf-8")
    assert drop_on(shell, files(*sorted(tmp_path.glob("*.txt"))))
    qtbot.waitUntil(lambda: {f"Words of {name}." for name in ("one", "two", "three")} <= set(notes(shell)))


def test_of_very_many_files_none_is_lost(
        qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drops, "_AT_ONCE", 2)
    said = heard(shell)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Words of {number}.\n", encoding="utf-8")
    (tmp_path / "2.txt").unlink()
    (tmp_path / "2.pdf").write_bytes(b"%PDF no more of it %%EOF")  # one that fails holds none of the others up
    assert drop_on(shell, files(*sorted(tmp_path.glob("*.*"))))
    qtbot.waitUntil(lambda: {f"Words of {number}." for number in (0, 1, 3, 4)} <= set(notes(shell)))
    assert not any("cannot be taken in" in one.text for one in said)


def test_of_several_things_what_can_be_taken_is_and_the_rest_is_named(
        qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    said = heard(shell)
    (tmp_path / "one.txt").write_text("Words of one.\n", encoding="utf-8")
    (tmp_path / "sheet.xlsx").write_bytes(b"PK")
    assert drop_on(shell, files(tmp_path / "sheet.xlsx", tmp_path / "one.txt"))
    qtbot.waitUntil(lambda: "Words of one." in notes(shell))
    assert said[0].text.startswith("“sheet.xlsx” cannot be taken in")


@pytest.mark.parametrize(("names", "words"), [
    (("notes",), "“notes” is a folder"), (("notes.txt",), "“notes.txt” is a folder"),
    (("a.png",), "“a.png” cannot be taken in"), (("a.png", "b.zip", "c.mp3"), "“a.png” and 2 more cannot be taken in")])
def test_what_cannot_be_taken_in_is_named_and_why(
        shell: Shell, tmp_path: Path, names: tuple[str, ...], words: str) -> None:
    said = heard(shell)
    for name in names:
        (tmp_path / name).mkdir() if name.startswith("notes") else (tmp_path / name).write_bytes(b"x")
    before = len(notes(shell)), len(articles(shell))
    assert drop_on(shell, files(*(tmp_path / name for name in names)))
    assert said[0].text.startswith(words)
    assert (len(notes(shell)), len(articles(shell))) == before


def test_an_address_that_opens_nothing_is_named_without_its_password(shell: Shell) -> None:
    said = heard(shell)
    assert drop_on(shell, formatted("text/uri-list", b"ftp://anne:secret@files.example/"))
    assert "files.example" in said[0].text
    assert "secret" not in said[0].text


@pytest.mark.parametrize("room", ["today", "seek", "sense", "share"])
def test_a_file_is_taken_in_wherever_in_a_room_it_is_let_go(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path, room: str) -> None:
    shell = windows(demos(full=True).services, "light", "en")
    shell.resize(1280, 800)
    shell.show()
    shell.show_room(room)
    qtbot.waitUntil(shell.isActiveWindow)
    kinds = {}
    for x in range(20, 1280, 60):
        for y in range(10, 800, 45):
            widget = shell.childAt(x, y) or shell
            kinds.setdefault((type(widget.parentWidget()).__name__, type(widget).__name__), widget)
    assert len(kinds) > 4
    (tmp_path / "report.zip").write_bytes(b"x")
    for kind, widget in kinds.items():
        said = heard(shell)
        assert drop_on(widget, files(tmp_path / "report.zip")), kind
        assert [notice.text[:12] for notice in said] == ["“report.zip”"], kind


def test_a_path_is_not_written_into_a_note(desks: Callable[..., Desk], tmp_path: Path) -> None:
    desk = desks("Mine.\n")
    (tmp_path / "report.zip").write_bytes(b"x")
    said = heard(desk.shell)
    for place in (desk.pane.viewport(), desk.page.note.head.title.viewport(), desk.shell.finder.field):
        drop_on(place, files(tmp_path / "report.zip"))
    assert len(said) == 3
    assert desk.pane.text() == "Mine.\n"
    assert desk.page.note.head.title.text() == "Mine"
    assert desk.shell.finder.field.text() == ""
    data = QMimeData()
    data.setText("Words ")
    assert drop_on(desk.shell.finder.field, data), "words are for a field"
    assert desk.shell.finder.field.text() == "Words "
