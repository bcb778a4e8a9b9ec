"""The editor of a draft is that of notes: styled writing, tools, spelling, names to link to, former versions, undo."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from pkm_app.flow.measuring import Measured
from pkm_app.share.measure import Measure
from pkm_app.share.model import OutletSettings
from pkm_app.ui.history import HistoryDialog
from pkm_app.ui.share.draft_editor import said_of
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.shell import Shell
from pkm_app.ui.textlayout import breakable
from pkm_app.ui.widgets import Button
from tests.ui.demo import Demo
from tests.ui.test_composer import room
from tests.ui.test_share_room import FINDS, Room

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
__all__ = ["room"]


def tool(room: Room, words: str) -> Button:
    return next(one for one in room.page.draft.editor.bar.findChildren(Button) if one.accessibleName() == words)


def end(room: Room) -> None:
    room.page.draft.pane.setFocus()
    room.page.draft.pane.moveCursor(QTextCursor.MoveOperation.End)


def test_tools_and_keys_write_markdown_and_each_is_one_undo(qtbot: QtBot, room: Room) -> None:
    room.write("One line")
    pane = room.page.draft.pane
    pane.selectAll()
    qtbot.mouseClick(tool(room, "Bold"), Qt.MouseButton.LeftButton)
    assert pane.text() == "**One line**"
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_I, CTRL)
    assert pane.text() == "***One line***"
    qtbot.keyClick(pane, Qt.Key.Key_H, CTRL)
    assert pane.text() == "# ***One line***"
    for _ in range(3):
        pane.undo()
    assert pane.text() == "One line"
    menu = room.page.draft.editor.bar.menu()
    assert {"Heading", "Table", "Picture…"} <= {action.text() for action in menu.actions()}
    menu.deleteLater()


def test_undo_survives_that_a_draft_saves_itself(qtbot: QtBot, room: Room) -> None:
    before = room.page.draft.pane.text()
    end(room)
    qtbot.keyClicks(room.page.draft.pane, "And more.")
    qtbot.waitUntil(lambda: "And more." in room.file().read_text(encoding="utf-8"))  # by itself
    qtbot.waitUntil(lambda: not room.page.draft.keeper.is_unsaved())
    room.page.draft.pane.undo()
    assert room.page.draft.pane.text() == before
    qtbot.waitUntil(lambda: "And more." not in room.file().read_text(encoding="utf-8"))


def test_spelling_is_looked_at_in_the_language_of_the_draft(qtbot: QtBot, room: Room) -> None:
    room.write("This is definately right.\n\n> quoted wrods\n")
    watch = room.page.draft.editor.spelling
    watch.set_language("en")
    qtbot.waitUntil(lambda: watch.wrong() == {"definately"})


def test_names_are_offered_after_two_brackets(qtbot: QtBot, room: Room) -> None:
    room.write("")
    pane, offer = room.page.draft.pane, room.page.draft.editor.completion
    pane.setFocus()
    qtbot.keyClicks(pane, "See [[inf")
    qtbot.waitUntil(lambda: offer.shown() == ["Informal ≠ social"])
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert pane.text() == "See [[Informal ≠ social]]"


def test_a_former_version_is_compared_put_back_and_that_undone(qtbot: QtBot, room: Room) -> None:
    before = room.page.draft.pane.text()
    room.write("Quite another text.\n")
    qtbot.keyClick(room.page.draft.pane, Qt.Key.Key_H, CTRL | SHIFT)
    dialog = room.page.findChild(HistoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "another" in dialog.shown.toPlainText() and "question" in dialog.shown.toPlainText())
    dialog.put_back()
    assert room.page.draft.pane.text() == before
    qtbot.waitUntil(lambda: before.strip().splitlines()[0] in room.file().read_text(encoding="utf-8"))
    room.page.draft.pane.undo()
    assert room.page.draft.pane.text() == "Quite another text.\n"


def test_words_are_found_and_replaced(qtbot: QtBot, room: Room) -> None:
    room.write("Ideas and ideas.\n")
    qtbot.keyClick(room.page.draft.pane, Qt.Key.Key_F, CTRL)
    finding = room.page.draft.editor.finding
    qtbot.waitUntil(finding.words.hasFocus)
    qtbot.keyClicks(finding.words, "ideas")
    assert finding.isVisible()


def test_own_and_quoted_words_and_sources_are_counted_while_one_writes(qtbot: QtBot, room: Room) -> None:
    room.write("Three own words.\n\n> one quoted\n>\n> — [[Ann]]\n")
    editor = room.page.draft.editor
    qtbot.waitUntil(lambda: editor.count.text() == "5 words · 40% quoted · 1 source")
    end(room)
    qtbot.keyClicks(room.page.draft.pane, "Five more words of mine.")
    qtbot.waitUntil(lambda: editor.count.text() == "10 words · 20% quoted · 1 source")
    assert said_of(Measured(), None)[0] == "0 words · 0% quoted"
    said = said_of(Measured(whole=Measure(kept=1)), Measure(2, 3))
    assert said[0] == "0 words · 0% quoted · 1 stays in · book: 5 words"
    assert said[2:] == ["0 words · 0% quoted · book: 5 words", "0 words · book: 5 words", "0 words"]


def test_only_what_leaves_is_counted_as_the_check_counts_it(qtbot: QtBot, room: Room) -> None:
    text = "Mine.\n\n> two quoted\n>\n> — [[Ann]]\n\n%% private\nSix words\n%%\n\n%% internal\nFour for the team.\n%%\n"
    room.write(text)
    editor = room.page.draft.editor
    qtbot.waitUntil(lambda: editor.count.text() == "3 words · 67% quoted · 1 source · 6 stay in")
    qtbot.waitUntil(lambda: "67% of the words are quoted." in room.findings())
    room.demo.services.share.outlets.add(OutletSettings("intranet", "viva-engage", "", "", "team"), "")
    room.panel._added("intranet")
    qtbot.waitUntil(lambda: room.panel.audience() == "team")
    room.panel._choose("intranet")
    qtbot.waitUntil(lambda: editor.count.text() == "7 words · 29% quoted · 1 source · 2 stay in")
    qtbot.waitUntil(lambda: "29% of the words are quoted." in room.findings())


def test_quoted_words_look_other_than_own_ones(room: Room) -> None:
    room.write("Mine.\n\n> Of another.\n>\n> — [[Ann]]\n")
    document = room.page.draft.pane.document()
    looks = {block.text(): block.layout().formats() for block in
             (document.findBlockByNumber(number) for number in range(document.blockCount()))}
    assert looks["> Of another."] != looks["Mine."]
    port, pane = room.page.draft.pane.viewport().grab().toImage(), room.page.draft.pane
    accent = pane._look.color("share").name()
    bar = {port.pixelColor(1, y).name() for y in range(port.height())}
    assert accent in bar, "a bar stands beside what is quoted"


def test_a_link_leads_to_the_note_and_one_to_nothing_says_so(qtbot: QtBot, room: Room) -> None:
    room.write("To [[Nowhere at all]].\n")
    cursor = room.page.draft.pane.textCursor()
    cursor.setPosition(7)
    room.page.draft.pane.setTextCursor(cursor)
    qtbot.keyClick(room.page.draft.pane, Qt.Key.Key_L, CTRL | SHIFT)
    room.until_said("There is no note called “Nowhere at all” yet.")
    room.page.draft.editor.followed.emit("Informal ≠ social")
    qtbot.waitUntil(lambda: room.shell._current == "sense")


def test_a_pasted_picture_is_kept_and_stands_in_the_draft(qtbot: QtBot, room: Room) -> None:
    room.write("Before.\n")
    end(room)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    data = QMimeData()
    data.setImageData(image)
    room.page.draft.pane.insertFromMimeData(data)
    qtbot.waitUntil(lambda: "![[" in room.page.draft.pane.text())
    name = room.page.draft.pane.text().split("![[")[1].split("]]")[0]
    assert (room.vault / "attachments" / name).exists()


def test_the_preview_puts_the_tools_to_rest(qtbot: QtBot, room: Room) -> None:
    room.page.toggle_preview()
    qtbot.waitUntil(room.page.draft.is_preview)
    assert not tool(room, "Bold").isEnabled()
    assert not room.page.can_write()
    assert not room.page.draft._title.isVisible()
    room.page.toggle_preview()
    assert tool(room, "Bold").isEnabled()
    assert room.page.draft._title.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.page.draft.pane)


def test_what_cannot_be_read_as_a_file_is_not_written_in(room: Room) -> None:
    path = room.vault / "drafts" / "Broken.md"
    path.write_text("---\ntype: draft\ntitle: Broken\ntags: [a\n---\nWords.\n", encoding="utf-8")
    card = room.page.draft.card
    assert card is not None
    loaded = room.demo.services.sense.load("drafts/Broken.md")
    assert not loaded.file.front_readable
    room.page.draft.show_draft(card, loaded, True)
    assert room.page.draft.pane.isReadOnly()
    assert not tool(room, "Bold").isEnabled()


@pytest.mark.parametrize("width", [880, 1024, 1440])
def test_every_tool_has_its_place_in_any_width(qtbot: QtBot, demos: Callable[..., Demo],
                                               windows: Callable[..., Shell], width: int) -> None:
    shell = windows(demos(full=True).services, "light", "nl")
    shell.resize(width, 700)
    shell.show()
    shell.show_room("share")
    page = shell.findChild(SharePage)
    assert page is not None
    draft = next(card for card in shell.context.services.sense.cards(("draft",)) if card.title == FINDS)
    shell.go("draft", draft.path)
    bar = page.draft.editor.bar
    qtbot.waitUntil(lambda: page.draft.adding.isVisible())
    qtbot.waitUntil(lambda: sum(one.isVisible() for one in bar.findChildren(Button)) == 10, timeout=5000)
    shown = sorted((one for one in bar.findChildren(Button) if one.isVisible()), key=lambda one: one.x())
    for left, right in pairwise(shown):
        assert left.geometry().right() < right.x(), f"{left.accessibleName()} lies over {right.accessibleName()}"
    assert shown[-1].geometry().right() <= bar.width()
    assert bool(page.draft._writing.shown_text()) == (width == 1440), "words where there is room for them"


def test_the_vault_holds_what_was_written_when_the_window_goes(qtbot: QtBot, room: Room) -> None:
    end(room)
    qtbot.keyClicks(room.page.draft.pane, "The very last words.")
    room.shell.close()
    assert "The very last words." in room.file().read_text(encoding="utf-8")


LONGEST = "Arbeidsongeschiktheidsverzekeringsmaatschappijenleerlandschapsontwikkeling"


def test_the_longest_words_push_nothing_out_of_sight(qtbot: QtBot, room: Room) -> None:
    room.shell.resize(1024, 700)
    room.write(f"> Words of nobody.\n\n[[{LONGEST}]] and ![[{LONGEST}.png]]\n")
    room.until_found("Arbeidson")
    area = next(one for one in room.panel.findChildren(QScrollArea) if one.isVisible())
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    assert breakable(LONGEST).replace("\u00ad", "") == LONGEST
    assert breakable("a short line of words") == "a short line of words"


def test_a_long_title_takes_more_lines_and_gives_them_back(qtbot: QtBot, room: Room) -> None:
    title = room.page.draft._title
    title.setText("Short")
    height = title.height()
    title.setText("A title that is rather long for the room which the window of this test has for it, and more")
    qtbot.waitUntil(lambda: title.height() >= 2 * height)
    title.setText("Short again")
    qtbot.waitUntil(lambda: title.height() == height)


def test_where_nothing_is_open_the_columns_keep_their_width(demos: Callable[..., Demo],
                                                             windows: Callable[..., Shell], qtbot: QtBot) -> None:
    shell = windows(demos(empty=True).services, "light", "nl")
    shell.resize(1024, 700)
    shell.show()
    shell.show_room("share")
    page = shell.findChild(SharePage)
    assert page is not None
    new = next(one for one in page.widget(0).findChildren(Button) if one.shown_text() == "Nieuw concept")
    qtbot.waitUntil(lambda: new.width() >= new.sizeHint().width())
