"""What is known of a note, changed above its text; finding and replacing below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from pkm_app.base.events import finish
from pkm_app.content.vaultfile import parse_vault_file
from tests.ui.desk import Desk


def front(desk: Desk) -> dict[str, object]:
    assert desk.page.save_now()
    return dict(parse_vault_file((desk.vault / desk.path).read_bytes()).front)


def test_tags_are_written_as_words_between_commas(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("With #inline here.\n")
    field = desk.page.note.head.tags
    assert field.text() == "inline"
    field.setFocus()
    field.setText("inline, #leren, sociaal leren, leren, ,")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert front(desk)["tags"] == ["leren", "sociaal-leren"]
    qtbot.waitUntil(lambda: desk.page.note.card is not None
                    and set(desk.page.note.card.tags) == {"inline", "leren", "sociaal-leren"})
    field.setText("inline")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "tags" not in front(desk)
    assert "#inline" in desk.pane.text()


def test_the_language_is_chosen_and_spelling_follows(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("This is a sentence of English words.\n", lang="en")
    menu = desk.page.note.head.language_menu()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["English"]
    next(action for action in menu.actions() if action.text() == "Dutch").trigger()
    assert front(desk)["lang"] == "nl"
    qtbot.waitUntil(lambda: "sentence" in desk.editor.spelling.wrong())
    next(action for action in desk.page.note.head.language_menu().actions() if action.text() == "No language").trigger()
    assert "lang" not in front(desk)
    assert desk.editor.spelling.wrong() == frozenset()


def test_words_are_found_and_replaced_undoably(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("One word, another Word, a third word.\n")
    qtbot.keyClick(desk.pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = desk.editor.finding
    assert bar.isVisible()
    qtbot.keyClicks(bar.words, "word")
    assert bar._found.text() == "3 places"
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert (desk.pane.textCursor().selectionStart(), desk.pane.textCursor().selectedText()) == (4, "word")
    bar.other.setText("term")
    bar.replace()
    assert desk.pane.text() == "One term, another Word, a third word.\n"
    assert desk.pane.textCursor().selectedText() == "Word"
    bar.replace_all()
    assert desk.pane.text() == "One term, another term, a third term.\n"
    assert bar._found.text() == "Not found"
    desk.pane.undo()
    assert desk.pane.text() == "One term, another Word, a third word.\n"
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.waitUntil(desk.pane.hasFocus)


def test_replacing_a_word_by_a_longer_one_that_holds_it_ends(desks: Callable[..., Desk]) -> None:
    desk = desks("a a a\n")
    bar = desk.editor.finding
    bar.words.setText("a")
    bar.other.setText("aa")
    bar.replace_all()
    assert desk.pane.text() == "aa aa aa\n"


def test_delete_moves_to_the_trash_and_can_be_undone(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Words.\n")
    before = (desk.vault / desk.path).read_bytes()
    qtbot.keyClick(desk.page._list, Qt.Key.Key_Backspace,
                   Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not (desk.vault / desk.path).exists())
    qtbot.waitUntil(lambda: "Mine" not in [row.title for row in desk.page._list.rows.rows])
    assert before in [path.read_bytes() for path in desk.vault.rglob("*") if path.is_file()]
    qtbot.waitUntil(lambda: any("trash" in notice.text for notice in desk.said))
    desk.shell.notices.undo()
    qtbot.waitUntil(lambda: (desk.vault / desk.path).exists() and desk.page.note.keeper.path == desk.path)
    assert (desk.vault / desk.path).read_bytes() == before


def test_a_note_that_names_no_language_is_looked_up_in_the_one_it_is_in(
        qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Begin.\n")
    (desk.vault / "notes" / "Los.md").write_text(
        "Dit is een gewone Nederlandse zin van iemand die het niet zegt, met een fout in gewoone.\n", encoding="utf-8")
    finish(desk.demo.vault.scan())
    desk.shell.go("note", "notes/Los.md")
    qtbot.waitUntil(lambda: desk.editor.spelling.wrong() == {"gewoone"})


def test_tags_without_room_beside_the_chips_stand_below_them(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    head, chip = desk.page.note.head, desk.page.note.head._private
    qtbot.waitUntil(lambda: head.tags.y() < chip.y() + chip.height() and head.tags.width() > 0)
    head.tags.setFocus()
    head.tags.setText("leren, werkplekleren-in-organisaties, sociaal-leren, netwerken")
    qtbot.keyClick(head.tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: head.tags.y() >= chip.y() + chip.height())
    assert head.tags.width() >= head.tags.fontMetrics().horizontalAdvance(head.tags.text())
    desk.pane.setFocus()
    assert not head.tags.is_cut()
    head.tags.setText("a-tag-of-many-words, " * 20)
    qtbot.waitUntil(head.tags.is_cut)
    shown = head.tags.grab().toImage()
    head.tags.setText("a-tag-of-many-words, " * 20 + "more")
    assert head.tags.grab().toImage() == shown, "the beginning, and an ellipsis"
    head.tags.setFocus()
    qtbot.waitUntil(lambda: not head.tags.is_cut())


def test_a_very_long_title_leaves_room_for_what_is_known_and_for_the_text(
        qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Words.\n")
    desk.shell.resize(1024, 700)
    head = desk.page.note.head
    head.title.setText("Hoe samenwerkingsverbanden van elkaar leren terwijl niemand de tijd daarvoor krijgt, " * 4)

    def apart() -> bool:
        return (head.title.geometry().bottom() < head._language.geometry().top()
                and head.geometry().bottom() < desk.pane.mapTo(desk.page.note, QPoint()).y()
                and desk.pane.height() > 120)

    qtbot.waitUntil(apart)


def test_what_is_known_of_a_note_moves_no_column(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Words.\n")
    head = desk.page.note.head
    edges = head.box.contentsMargins()
    assert head.minimumSizeHint().width() - edges.left() - edges.right() < 260
    chip, card = head._private, desk.page.note.card
    assert card is not None
    qtbot.waitUntil(lambda: chip.shown_text() == "Not private")
    head._say_private(150)  # pixels, for all chips
    assert (chip.shown_text(), chip.accessibleName()) == ("", "Not private")
    head._card = replace(card, private=True)
    head._say_private(150)
    assert chip.shown_text() == "Private", "that it is must be read"
