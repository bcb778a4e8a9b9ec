"""Composing in the window: the drawer, the parts and their order, chapters below their draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pkm_app.content.quotation import read_quotations
from pkm_app.share.model import OutletSettings
from pkm_app.ui.boxes import widgets_in
from pkm_app.ui.pasted import HIGHLIGHT
from pkm_app.ui.share.draft_rows import draft_rows
from pkm_app.ui.share.parts_list import HEIGHT
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Label
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import FINDS, Room

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
BODY = "Grüße 🎉\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n"


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.open(FINDS)
    made.until_found("Sources credited")
    return made


def titles(room: Room) -> list[str]:
    return [row.part.title for row in room.page.composing.parts.list.rows.rows]


def test_the_drawer_puts_a_quotation_in_where_one_writes(qtbot: QtBot, room: Room) -> None:
    room.write("One line\nof a paragraph.\n\nNext.\n")
    pane = room.page.draft.pane
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(pane, Qt.Key.Key_J, CTRL)
    drawer = room.page.composing.drawer
    qtbot.waitUntil(lambda: drawer.field.hasFocus() and len(drawer.list.rows.rows) > 3)
    qtbot.mouseClick(drawer._chips[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: {row.kind for row in drawer.list.rows.rows} == {"highlight"})
    qtbot.keyClick(drawer.field, Qt.Key.Key_Return)
    qtbot.waitUntil(drawer.list.hasFocus)
    words = drawer.list.rows.rows[0].words
    qtbot.keyClick(drawer.list, Qt.Key.Key_Return)
    qtbot.waitUntil(pane.hasFocus)
    qtbot.keyClicks(pane, "What I add.")
    text = pane.text()
    assert text.startswith("One line\nof a paragraph.\n\n> ")
    assert text.endswith("\n\nWhat I add.\n\nNext.\n")
    assert read_quotations(text)[0].text == " ".join(words.split())
    assert read_quotations(text)[0].highlight_id
    for _ in range(2):
        pane.undo()
    assert pane.text() == "One line\nof a paragraph.\n\nNext.\n"


def test_the_drawer_searches(qtbot: QtBot, room: Room) -> None:
    room.page.composing.toggle_drawer()
    drawer = room.page.composing.drawer
    qtbot.keyClicks(drawer.field, "yammer")
    found = drawer.list.rows
    qtbot.waitUntil(lambda: 0 < len(found.rows) < 5 and "Yammer als leerplek" in [row.words for row in found.rows])
    drawer.field.clear()
    qtbot.keyClicks(drawer.field, "qqqq")
    qtbot.waitUntil(lambda: drawer._empty.isVisible() and "qqqq" in drawer._empty.text())
    drawer.closed.emit()
    assert room.panel.isVisible()


def test_a_row_is_dragged_into_the_text(qtbot: QtBot, room: Room) -> None:
    room.write("Mine.\n")
    room.page.composing.toggle_drawer()
    rows = room.page.composing.drawer.list.rows
    qtbot.waitUntil(lambda: any(row.kind == "article" for row in rows.rows))
    at = next(n for n, row in enumerate(rows.rows) if row.kind == "article")
    data = rows.mimeData([rows.index(at)])
    assert data.hasFormat(HIGHLIGHT)
    room.page.draft.pane.insertFromMimeData(data)
    qtbot.waitUntil(lambda: "[[" in room.page.draft.pane.text())
    assert room.page.draft.pane.text().startswith("Mine.\n\n[[")


def test_parts_move_by_keys_and_the_whole_is_one_undo(qtbot: QtBot, room: Room) -> None:
    room.write(BODY)
    pane, parts = room.page.draft.pane, room.page.composing.parts
    qtbot.keyClick(pane, Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: titles(room) == ["Grüße 🎉", "One", "Two"])
    parts.list.setCurrentIndex(parts.list.rows.index(2))
    parts.list.setFocus()
    qtbot.keyClick(parts.list, Qt.Key.Key_Up, ALT)
    assert pane.text() == "Grüße 🎉\n\n## Two\n\nSecond.\n\n## One\n\nFirst.\n"
    assert titles(room) == ["Grüße 🎉", "Two", "One"]
    assert parts.list.currentIndex().row() == 1
    pane.undo()
    assert pane.text() == BODY


def test_the_part_at_the_caret_moves_without_the_list(qtbot: QtBot, room: Room) -> None:
    room.write(BODY)
    pane = room.page.draft.pane
    cursor = pane.textCursor()
    cursor.setPosition(pane.toPlainText().index("First.") + 1)  # the smiling face counts twice
    pane.setTextCursor(cursor)
    qtbot.keyClick(pane, Qt.Key.Key_Down, ALT)
    assert pane.text() == "Grüße 🎉\n\n## Two\n\nSecond.\n\n## One\n\nFirst.\n"
    qtbot.waitUntil(lambda: "First.\n" in room.file().read_text(encoding="utf-8").rpartition("Second.")[2])


def test_parts_are_dragged_to_another_place(qtbot: QtBot, room: Room) -> None:
    room.write(BODY)
    parts = room.page.composing.parts
    room.page.composing.toggle_parts()
    qtbot.waitUntil(lambda: len(parts.list.rows.rows) == 3)
    parts.list.setCurrentIndex(parts.list.rows.index(2))
    event = QDropEvent(QPointF(20, HEIGHT * 1.2), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)
    parts.list.dropEvent(event)
    assert titles(room) == ["Grüße 🎉", "Two", "One"]
    assert event.dropAction() == Qt.DropAction.IgnoreAction


def test_a_part_leads_to_its_place_and_tells_whom_it_quotes(qtbot: QtBot, room: Room) -> None:
    room.page.composing.toggle_parts()
    parts = room.page.composing.parts
    qtbot.waitUntil(lambda: any(row.part.kind == "card" for row in parts.list.rows.rows))
    at = next(n for n, row in enumerate(parts.list.rows.rows) if row.part.kind == "card")
    parts.list.wanted.emit(at)
    assert room.page.draft.pane.textCursor().selectedText().startswith(">")
    assert "quoted" in parts.list.rows.sentence(parts.list.rows.rows[at])
    assert "Quoted from" in room.findings() or any(
        label.text() == "Quoted from" for label in widgets_in(parts._sources, Label))


def test_nothing_is_put_into_what_left(qtbot: QtBot, room: Room) -> None:
    room.page.draft.pane.setReadOnly(True)
    before = room.page.draft.pane.text()
    room.page.draft.pane.dropped.emit("hl-abcdefghij")
    assert "Open a draft first" in room.said[-1].text
    assert room.page.draft.pane.text() == before


def test_an_ebook_gets_another_chapter(qtbot: QtBot, room: Room) -> None:
    assert not room.page.composing.chapters.there()
    path = room.demo.services.share.drafting.new_draft((), "Book", "ebook", "en")[1]
    room.shell.go("draft", path)
    assert room.page.composing.chapters.there()
    room.page.composing.chapters.begin()
    qtbot.waitUntil(lambda: room.page.draft.keeper.path == "drafts/Book/2. New chapter.md")
    assert room.page.composing.chapters.there(), "a chapter belongs to its book"
    assert "![[2. New chapter" in (room.vault / path).read_text(encoding="utf-8")


def test_chapters_stand_below_their_draft(room: Room) -> None:
    drafting, sense = room.demo.services.share.drafting, room.demo.services.sense
    path = drafting.new_draft((), "Book", "ebook", "en")[1]
    drafting.add_chapter(path, (), "Another")
    rows = draft_rows(sense.cards(("draft",)), (), ())
    book = next(n for n, row in enumerate(rows) if row.text == "Book")
    assert [(row.text, row.depth) for row in rows[book:book + 3]] == [
        ("Book", 0), ("1. First chapter", 1), ("2. Another", 1)]
    assert sum("Another" in row.text for row in rows) == 1


def test_each_part_tells_its_words_and_what_is_quoted_and_each_source_how_much(qtbot: QtBot, room: Room) -> None:
    room.write("## One\n\nThree own words.\n\n> one two three\n>\n> — [[Ann]]\n\n## Two\n\nOnly mine here.\n\n"
               "> four\n>\n> — [[Ann]]\n\n> nobody said this\n")
    room.page.composing.toggle_parts()
    parts = room.page.composing.parts
    qtbot.waitUntil(lambda: len(parts.list.rows.rows) == 5)
    said = [parts.list.rows.sentence(row) for row in parts.list.rows.rows]
    assert said == ["One, 7 words, 43% quoted", "Ann, 3 words, 100% quoted", "Two, 8 words, 50% quoted",
                    "Ann, 1 word, 100% quoted", "nobody said this, 3 words, 100% quoted"]
    beside = widgets_in(parts._sources, QWidget)
    labels = [one.text() for widget in beside for one in (widget, *widget.findChildren(Label))
              if isinstance(one, Label)]
    assert labels == ["Quoted from", "Ann", "4 words · 2 quotations", "Nobody named", "3 words · 1 quotation"]
    room.page.draft.pane.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(room.page.draft.pane, "More of my own.")
    qtbot.waitUntil(lambda: "12 words" in parts.list.rows.sentence(parts.list.rows.rows[2]))


def test_the_parts_count_what_leaves_for_the_chosen_outlet_and_tell_what_stays_in(qtbot: QtBot, room: Room) -> None:
    room.write("## One\n\nMine. %% private two words %%\n\n%% internal\nFour for the team.\n%%\n\n## Two\n\nOpen.\n")
    room.page.composing.toggle_parts()
    parts = room.page.composing.parts

    def said() -> list[str]:
        return [parts.list.rows.sentence(row) for row in parts.list.rows.rows]

    qtbot.waitUntil(lambda: said() == ["One, 2 words, 0% quoted, 6 stay in", "Two, 2 words, 0% quoted"])
    qtbot.waitUntil(lambda: parts._sums.text() == "Leaves: 4 words. Stays in: 6.")
    room.demo.services.share.outlets.add(OutletSettings("intranet", "viva-engage", "", "", "team"), "")
    room.panel._added("intranet")
    qtbot.waitUntil(lambda: room.panel.audience() == "team")
    qtbot.waitUntil(lambda: said() == ["One, 6 words, 0% quoted, 2 stay in", "Two, 2 words, 0% quoted"])
    parts.list.moved.emit(0, 1)
    assert said() == ["Two, 2 words, 0% quoted", "One, 6 words, 0% quoted, 2 stay in"]


def test_of_a_file_that_is_private_no_word_leaves(qtbot: QtBot, room: Room) -> None:
    room.write("Only mine.\n")
    room.file().write_text(room.file().read_text(encoding="utf-8").replace("---\n", "---\nprivate: true\n", 1),
                           encoding="utf-8")
    room.page._changed(())
    room.page.composing.toggle_parts()
    parts = room.page.composing.parts
    qtbot.waitUntil(lambda: "none of its words leave: 2 stay in" in parts._sums.text())
    assert room.page.draft.editor.count.text() == "For you alone: 2 words stay in"


def test_a_chapter_tells_its_words_and_those_of_the_book_and_the_book_those_of_its_chapters(
    qtbot: QtBot, room: Room
) -> None:
    drafting, sense = room.demo.services.share.drafting, room.demo.services.sense
    book = drafting.new_draft((), "Book", "ebook", "en")[1]
    sense.save(book, "Three own words.\n\n![[1. First chapter]]\n", sense.load(book))
    second = drafting.add_chapter(book, (), "Second")[1]
    quoting = "> three quoted words\n>\n> — [[Ann]]\n\n%% x %%\n"
    for path, body in (("drafts/Book/1. First chapter.md", "Two here.\n"), (second, quoting)):
        sense.save(path, body, sense.load(path))
    room.shell.go("draft", second)
    editor, parts = room.page.draft.editor, room.page.composing.parts
    qtbot.waitUntil(lambda: editor.count.toolTip() == "3 words · 100% quoted · 1 source · 1 stays in · book: 13 words")
    room.page.composing.toggle_parts()
    qtbot.waitUntil(lambda: "The whole eBook: 13 words, 23% quoted." in parts._sums.text())
    room.shell.go("draft", book)
    qtbot.waitUntil(lambda: editor.count.toolTip() == "13 words · 23% quoted · 1 source · 1 stays in")
    qtbot.waitUntil(lambda: [(row.part.kind, row.part.own, row.part.quoted) for row in parts.list.rows.rows] == [
        ("text", 3, 0), ("chapter", 5, 0), ("chapter", 2, 3)])


def test_a_few_parts_leave_their_room_to_the_sources(qtbot: QtBot, room: Room) -> None:
    room.write("## One\n\nThree own words.\n\n> one two three\n>\n> — [[Ann]]\n\n## Two\n\nOnly mine here.\n")
    room.page.composing.toggle_parts()
    parts = room.page.composing.parts
    qtbot.waitUntil(lambda: len(parts.list.rows.rows) == 3)
    qtbot.waitUntil(lambda: 3 * HEIGHT <= parts.list.height() <= 3 * HEIGHT + 4)
    room.write(BODY + "\n## Four\n\nMore.\n")
    qtbot.waitUntil(lambda: len(parts.list.rows.rows) == 4)
    qtbot.waitUntil(lambda: parts.list.height() >= 4 * HEIGHT)
