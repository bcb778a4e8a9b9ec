"""Chapters of an eBook in the window: empty ones, and questions with what hangs on them; undone and done again."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import NotFound
from pkm_app.sense.notes import NewNote
from pkm_app.share.model import CheckResult
from pkm_app.ui.share.question_list import QuestionList
from pkm_app.work.runner import Runner
from tests.ui.still import until_still
from tests.ui.test_composer import room
from tests.ui.test_share_room import Room

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ASKED = "How does one begin?"
__all__ = ["room"]


def book_with_question(room: Room) -> str:
    """A book that is open, and a learning question with a note and a highlight that hang on it."""
    sense, taking = room.demo.services.sense, room.demo.services.taking
    question = taking.questions.ask(ASKED, "What I would like to know.\n")[1]
    note = sense.new_note(NewNote("My try", "We began small.\n"))[1]
    taking.questions.attach(question, note)
    taking.questions.attach(question, room.demo.services.highlighting.listing()[0].highlight.highlight_id)
    path = room.demo.services.share.drafting.new_draft((), "Book", "ebook", "en")[1]
    room.shell.go("draft", path)
    assert room.page.draft.keeper.path == path
    return path


def text_of(room: Room, path: str) -> str:
    return (room.vault / path).read_text(encoding="utf-8")


def test_the_chosen_question_has_the_colour_of_the_room(qtbot: QtBot, room: Room) -> None:
    book_with_question(room)
    room.shell.commands.run("share.question")
    qtbot.waitUntil(lambda: room.page.findChild(QuestionList) is not None)
    dialog = room.page.findChild(QuestionList)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() > 0 and dialog.list.currentRow() == 0)
    box = dialog.list.visualItemRect(dialog.list.item(0)).adjusted(2, 2, -2, -2)
    shown = dialog.list.viewport().grab(box).toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in (1, shown.height() // 2)}
    assert room.shell.context.look.color("share-tint").name() in colours
    dialog.reject()


def test_a_question_becomes_a_chapter_by_key_and_that_is_undone_and_done_again(qtbot: QtBot, room: Room) -> None:
    book = book_with_question(room)
    chapter = f"drafts/Book/2. {ASKED.rstrip('?')}.md"
    qtbot.keyClick(room.page.draft.pane, Qt.Key.Key_K, CTRL | SHIFT)
    qtbot.waitUntil(lambda: room.page.findChild(QuestionList) is not None)
    dialog = room.page.findChild(QuestionList)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.list.count() > 0 and dialog.list.hasFocus())
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    at = next(n for n, row in enumerate(rows) if row.startswith(ASKED))
    assert "2 things hang on it" in rows[at]
    dialog.list.setCurrentRow(at)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.page.draft.keeper.path == chapter)
    for words in ("What I would like to know.", "We began small.", "> "):
        assert words in room.page.draft.pane.text()
    assert "2. How does one begin" in text_of(room, book)
    room.until_said("is a chapter of your eBook now")
    room.shell.notices.undo()
    qtbot.waitUntil(lambda: not (room.vault / chapter).exists())
    assert room.page.draft.keeper.path == book
    assert "How does one begin" not in text_of(room, book)
    qtbot.waitUntil(lambda: "How does one begin" not in room.page.draft.pane.text())
    assert [notice.kind for notice in room.said] == ["ok"], "the file that went is nothing to warn of"
    room.shell.notices.redo()
    qtbot.waitUntil(lambda: room.page.draft.keeper.path == chapter)
    assert "2. How does one begin" in text_of(room, book)
    assert "We began small." in room.page.draft.pane.text()


def test_the_drawer_makes_a_chapter_of_a_question(qtbot: QtBot, room: Room) -> None:
    book_with_question(room)
    qtbot.keyClick(room.page.draft.pane, Qt.Key.Key_J, CTRL)
    drawer = room.page.composing.drawer
    qtbot.mouseClick(drawer._chips[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(row.question and row.words == ASKED for row in drawer.list.rows.rows))
    assert drawer._chapter_hint.isVisible()
    at = next(n for n, row in enumerate(drawer.list.rows.rows) if row.words == ASKED)
    index = drawer.list.rows.index(at)
    menu = drawer.list.menu_at(index)
    assert [action.text() for action in menu.actions()] == ["Put it in", "Make it a chapter"]
    menu.deleteLater()
    drawer.list.setFocus()
    drawer.list.setCurrentIndex(index)
    qtbot.keyClick(drawer.list, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: room.page.draft.keeper.path.startswith("drafts/Book/2. How does one begin"))
    assert "We began small." in room.page.draft.pane.text()


def test_what_was_written_in_a_chapter_goes_to_the_trash_with_it(qtbot: QtBot, room: Room) -> None:
    book = book_with_question(room)
    room.page.composing.chapters.begin()
    qtbot.waitUntil(lambda: room.page.draft.keeper.path == "drafts/Book/2. New chapter.md")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.page.draft._title)
    room.page.draft.pane.go_to_end()
    qtbot.keyClicks(room.page.draft.pane, "Written since.")
    room.shell.notices.undo()
    qtbot.waitUntil(lambda: not (room.vault / "drafts/Book/2. New chapter.md").exists())
    assert room.page.draft.keeper.path == book
    qtbot.waitUntil(lambda: any("Written since." in path.read_text(encoding="utf-8")
                                for path in room.vault.rglob("*.md")))


def test_the_parts_of_a_book_offer_chapters_and_those_of_another_draft_do_not(qtbot: QtBot, room: Room) -> None:
    room.page.composing.toggle_parts()
    parts = room.page.composing.parts
    assert not parts.empty_chapter.isVisible()
    room.page.composing.chapters.make(("x",))
    assert "Only an eBook has chapters" in room.said[-1].text
    book_with_question(room)
    assert parts.question_chapter.isVisible()
    qtbot.mouseClick(parts.question_chapter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.page.findChild(QuestionList) is not None)


def test_without_questions_it_is_said_where_one_asks(qtbot: QtBot, room: Room) -> None:
    path = room.demo.services.share.drafting.new_draft((), "Book", "ebook", "en")[1]
    room.shell.go("draft", path)
    for question in room.demo.services.taking.questions.listing(answered=True):
        room.demo.services.sense.discard(question.card.path)
    room.page.composing.chapters.choose_question()
    dialog = room.page.findChild(QuestionList)
    assert dialog is not None
    qtbot.waitUntil(dialog._none.isVisible)
    dialog.choose()
    assert not dialog._make.isEnabled()


def test_a_draft_that_went_while_it_was_checked_is_nothing_to_warn_of(qtbot: QtBot, room: Room) -> None:
    book = book_with_question(room)
    (room.vault / book).unlink()
    room.page.desk.look()
    qtbot.waitUntil(lambda: room.page.desk._result is None)
    room.shell.relay.finish()
    assert [notice.text for notice in room.said if notice.kind != "ok"] == []


def test_only_the_last_look_at_a_draft_counts(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch,
                                              runner: Runner) -> None:
    book_with_question(room)
    until_still(qtbot, room.shell, runner)
    publishing, held, asked = room.demo.services.share.publishing, threading.Event(), list[str]()
    result = room.page.desk._result
    assert result is not None

    def check(path: str, *_: object) -> CheckResult:
        asked.append(path)
        if len(asked) == 1:
            held.wait(60)
            return result
        raise NotFound("There is no file {path}.", path=path)

    monkeypatch.setattr(publishing, "check", check)
    room.page.desk.look()
    qtbot.waitUntil(lambda: len(asked) == 1)
    room.page.desk.look()
    qtbot.waitUntil(lambda: room.page.desk._result is None)
    held.set()
    until_still(qtbot, room.shell, runner)
    assert room.page.desk._result is None
