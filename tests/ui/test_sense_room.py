"""The Sense room: notes, highlights and sources over a real vault."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.ui.notices import Notice
from pkm_app.ui.sense.highlight_page import HighlightPage
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.sense.side import SensePanel
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button
from tests.ui.demo import Demo


class Room:
    """The room with its library."""

    def __init__(self, qtbot: QtBot, shell: Shell, demo: Demo, vault: Path) -> None:
        self.qtbot = qtbot
        self.shell, self.demo, self.vault = shell, demo, vault
        self.services: Services = demo.services
        self.said: list[Notice] = []
        shell.notices.said.connect(self.said.append)
        shell.show_room("sense")
        page = shell.findChild(SensePage)
        assert page is not None
        self.page = page

    def open(self, title: str) -> None:
        card = next(card for card in self.services.sense.cards(("note", "source")) if card.title == title)
        self.shell.go("note", card.path)

    def front(self) -> dict[str, object]:
        return dict(parse_vault_file((self.vault / self.page.note.keeper.path).read_bytes()).front)

    def button(self, words: str, inside: type = Shell) -> Button:
        place = self.shell if inside is Shell else self.shell.findChild(inside)
        assert place is not None
        found: list[Button] = []

        def is_there() -> bool:
            found[:] = [button for button in place.findChildren(Button)
                        if words in (button.shown_text(), button.accessibleName()) and button.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(is_there)
        return found[0]


@pytest.fixture
def rooms(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell],
          tmp_path: Path) -> Callable[..., Room]:
    def make(**options: object) -> Room:
        demo = demos(**options)
        shell = windows(demo.services, "light", "en")
        shell.resize(1280, 800)
        shell.show()
        qtbot.waitUntil(shell.isActiveWindow)
        return Room(qtbot, shell, demo, tmp_path / "demo0" / "vault")

    return make


def test_a_first_start_says_what_belongs_here(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(empty=True)
    assert "own words" in room.page._blank._words.text()
    assert room.page._blank.isVisible()
    room.button("Write a note").click()
    qtbot.waitUntil(room.page.has_file)
    assert (room.vault / room.page.note.keeper.path).exists()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None
                    and QApplication.focusWidget().accessibleName() == "Title")


@pytest.mark.parametrize(("kind", "told"), [("Highlights", "press H"), ("Sources", "keep or highlight")])
def test_an_empty_list_says_what_fills_it(qtbot: QtBot, rooms: Callable[..., Room], kind: str, told: str) -> None:
    room = rooms(empty=True)
    room.button(kind).click()
    qtbot.waitUntil(lambda: room.page._left._empty.isVisible() and told in room.page._left._empty.accessibleName())


def test_the_list_shows_what_the_files_say(rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    rows = {row.title: row for row in room.page._list.rows.rows}
    assert rows["Conditions, not design"].tags == ("social-learning",)
    assert "You cannot design" in rows["Conditions, not design"].excerpt


def test_what_is_opened_is_marked_in_the_list(rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Informal ≠ social")
    chosen = room.page._list.chosen()
    assert chosen is not None
    assert chosen.title == "Informal ≠ social"


def test_j_and_shift_k_go_through_the_notes(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    titles = [row.title for row in room.page._list.rows.rows]
    room.open(titles[0])
    qtbot.keyClicks(room.page._list, "j")
    assert room.page.note.card is not None
    assert room.page.note.card.title == titles[1]
    qtbot.keyClick(room.page._list, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert room.page.note.card.title == titles[0]


def test_return_goes_into_the_text_and_escape_back(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Informal ≠ social")
    qtbot.keyClick(room.page._list, Qt.Key.Key_Return)
    qtbot.waitUntil(room.page.note.pane.hasFocus)
    qtbot.keyClick(room.page.note.pane, Qt.Key.Key_Escape)
    qtbot.waitUntil(room.page._list.hasFocus)


def test_the_title_is_a_line_of_the_file(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Informal ≠ social")
    room.page.note.begin()
    qtbot.keyClicks(room.page.note._title, "Informeel, sociaal")
    room.page.save_now()
    assert room.front()["title"] == "Informeel, sociaal"
    qtbot.waitUntil(lambda: "Informeel, sociaal" in [row.title for row in room.page._list.rows.rows])


def test_the_chips_change_lines_of_the_file(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Conditions, not design")
    body = room.page.note.pane.text()
    before = room.front()
    assert (before["lang"], before["maturity"], before.get("private")) == ("en", "half-baked", None)
    next(one for one in room.page.note.head.language_menu().actions() if one.text() == "Dutch").trigger()
    for words in ("Half-baked", "Not private"):
        room.button(words).click()
    room.page.save_now()
    front = room.front()
    assert (front["lang"], front["maturity"], front["private"]) == ("nl", "baked", True)
    for words in ("Baked", "Private"):
        room.button(words).click()
    room.page.save_now()
    assert "maturity" not in room.front()
    assert "private" not in room.front()
    assert room.services.sense.load(room.page.note.keeper.path).file.body == body


def test_the_value_asks_its_question_and_stands_in_the_file(rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Conditions, not design")
    panel = room.shell.findChild(SensePanel)
    assert panel is not None
    room.button("Synthesise").click()
    assert "which pattern" in panel._question.text()
    room.page.save_now()
    assert room.front()["value"] == "synthesise"
    room.open("Informal ≠ social")
    assert panel._question.text() == ""
    room.open("Conditions, not design")
    assert "which pattern" in panel._question.text()
    room.button("Synthesise").click()
    room.page.save_now()
    assert "value" not in room.front()


def test_a_highlight_is_quoted_with_its_credit(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Informal ≠ social")
    qtbot.waitUntil(lambda: bool(room.page._placed))
    panel = room.shell.findChild(SensePanel)
    assert panel is not None
    room.page.note.pane.setFocus()
    room.page.note.pane.go_to_end()
    room.button("Quote in this note: make more use of the one you’ve already got!", SensePanel).click()
    qtbot.waitUntil(lambda: "already got" in room.page.note.pane.text())
    room.page.save_now()
    text = (room.vault / room.page.note.keeper.path).read_text(encoding="utf-8")
    assert "\n> make more use of the one you’ve already got" in text
    assert "|Jane Hart, 10 ways to use your ESN for social learning]]" in text
    qtbot.waitUntil(lambda: any(one.highlight.used_in for one in room.page._placed.values()
                                if one.highlight.exact.startswith("make more")))


def test_without_a_note_quoting_begins_one(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    first = room.services.highlighting.listing()[0].highlight
    room.shell.go("highlight", first.highlight_id)
    qtbot.waitUntil(lambda: not room.page.has_file())
    room.button("Quote in this note: make more use of the one you’ve already got!", SensePanel).click()
    qtbot.waitUntil(lambda: room.page.has_file() and "> make more use" in room.page.note.pane.text())


def test_writing_about_an_article_quotes_its_highlights(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    article = next(a for a in room.services.seek.articles("all") if a.title == "What is Social Learning?")
    room.shell.go("write-about", article.article_id)
    qtbot.waitUntil(lambda: "> we can create the conditions" in room.page.note.pane.text())
    assert "> Social Learning is about the conversations" in room.page.note.pane.text()
    room.page.note.pane.setFocus()
    qtbot.keyClicks(room.page.note.pane, "Mine.")
    assert room.page.note.pane.text().endswith("]]\n\nMine.")


def test_writing_about_an_article_without_highlights_credits_it(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms()
    article = next(a for a in room.services.seek.articles("all") if a.url and a.title == "Friday’s Finds")
    room.shell.go("write-about", article.article_id)
    qtbot.waitUntil(lambda: "Finds" in room.page.note.pane.text())
    assert room.page.note.pane.text().startswith(f"[{article.author}, Friday’s Finds](<{article.url}>)")


def test_a_comment_stands_with_its_highlight_in_the_source(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.button("Highlights").click()
    qtbot.waitUntil(lambda: room.page._list.rows.rowCount() == 4)
    at = next(n for n, row in enumerate(room.page._list.rows.rows) if row.title.startswith("make more use"))
    room.page._list.setCurrentIndex(room.page._list.rows.index(at))
    page = room.shell.findChild(HighlightPage)
    assert page is not None
    assert page.isVisible()
    qtbot.keyClick(room.page._list, Qt.Key.Key_Return)
    field = page.findChild(QTextEdit)
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    field.clear()
    qtbot.keyClicks(field, "Dit geldt ook bij ons.")
    page.rest()
    qtbot.waitUntil(lambda: any("Dit geldt ook bij ons." in path.read_text(encoding="utf-8")
                                for path in (room.vault / "sources").glob("*.md")))
    qtbot.waitUntil(lambda: room.page._list.rows.rows[at].excerpt == "Dit geldt ook bij ons.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(room.page._list.hasFocus)


def test_a_highlight_can_be_removed(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    first = room.services.highlighting.listing()[0].highlight
    room.shell.go("highlight", first.highlight_id)
    page = room.shell.findChild(HighlightPage)
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    room.button("Remove", HighlightPage).click()
    qtbot.waitUntil(lambda: room.page._list.rows.rowCount() == 3)
    assert first.highlight_id not in (room.vault / first.source_path).read_text(encoding="utf-8")


def test_a_file_another_program_took_away_is_said(rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Conditions, not design")
    row = next(row for row in room.page._list.rows.rows if row.title == "Informal ≠ social")
    (room.vault / row.id).unlink()
    room.page._list.choose(row.id)
    assert room.said[-1].kind == "error"
    assert room.page.note.card is not None
    assert room.page.note.card.title == "Conditions, not design"


def test_a_front_matter_that_cannot_be_read_is_never_written_over(
        qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open("Informal ≠ social")
    path = room.vault / room.page.note.keeper.path
    broken = path.read_bytes().replace(b"type: note", b"type: [note")
    path.write_bytes(broken)
    room.shell.relay.tell("notes", room.page.note.keeper.path)
    qtbot.waitUntil(room.page.note.pane.isReadOnly)
    qtbot.keyClicks(room.page.note.pane, "x")
    room.page.save_now()
    assert path.read_bytes() == broken


def test_the_open_note_survives_a_restart(rooms: Callable[..., Room], windows: Callable[..., Shell]) -> None:
    room = rooms(full=True)
    room.open("Informal ≠ social")
    room.shell.close()
    again = windows(room.services, "light", "en")
    again.show()
    page = again.findChild(SensePage)
    assert page is not None
    assert page.note.card is not None
    assert page.note.card.title == "Informal ≠ social"
