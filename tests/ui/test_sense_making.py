"""Making sense: highlights that wait for words, looking back, and quoting by dragging."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pkm_app.sense.notes import NewNote
from pkm_app.ui.pasted import HIGHLIGHT
from pkm_app.ui.sense.highlight_card import HighlightCard
from pkm_app.ui.widgets import Button, Label
from tests.ui.desk import Desk


def button(desk: Desk, words: str) -> Button:
    found: list[Button] = []

    def there() -> bool:
        found[:] = [one for one in desk.page.findChildren(Button) if one.shown_text() == words and one.isVisible()]
        return bool(found)

    desk.qtbot.waitUntil(there)
    return found[0]


def shown(desk: Desk) -> list[str]:
    return [label.text() for label in desk.page.back.review.findChildren(Label) if label.isVisible()]


def test_a_line_under_each_highlight_that_waits(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    button(desk, "Waiting for your words · 3").click()
    waiting = desk.page.back.waiting
    qtbot.waitUntil(waiting.isVisible)
    rows = waiting.rows()
    assert len(rows) == 3
    field = rows[0].findChild(QLineEdit)
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    first = rows[0].highlight_id
    qtbot.keyClicks(field, "Dit wil ik met het team bespreken.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(waiting.rows()) == 2)
    assert first not in [row.highlight_id for row in waiting.rows()]
    assert any("Dit wil ik met het team bespreken." in path.read_text(encoding="utf-8")
               for path in (desk.vault / "sources").glob("*.md"))
    button(desk, "Waiting for your words · 2")
    desk.shell.notices.undo()
    qtbot.waitUntil(lambda: len(waiting.rows()) == 3)
    assert not any("met het team" in path.read_text(encoding="utf-8")
                   for path in (desk.vault / "sources").glob("*.md"))


def test_words_can_be_written_beside_the_note(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    qtbot.waitUntil(lambda: any(card.waiting for card in desk.page.findChildren(HighlightCard)))
    card = next(card for card in desk.page.findChildren(HighlightCard) if card.waiting)
    assert card.waiting is not None
    field = card.waiting.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "Een zin.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Een zin." in path.read_text(encoding="utf-8")
                                for path in (desk.vault / "sources").glob("*.md")))


def test_a_dragged_highlight_comes_with_its_credit(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    qtbot.waitUntil(lambda: bool(desk.page.findChildren(HighlightCard)))
    card = desk.page.findChildren(HighlightCard)[0]
    data = card.dragged()
    assert data.hasFormat(HIGHLIGHT)
    assert desk.pane.canInsertFromMimeData(data)
    desk.pane.insertFromMimeData(data)
    qtbot.waitUntil(lambda: "> — [[" in desk.pane.text())
    assert data.text().split("\n")[0][:20] in desk.pane.text()
    desk.pane.undo()
    assert desk.pane.text() == "Mine.\n"


def test_looking_back_asks_and_can_be_undone(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    sense, review = desk.demo.services.sense, desk.demo.services.writing.review
    path = sense.new_note(NewNote("Asked again", "Words.\n"))[1]
    review.mark(path, True)
    desk.page.entered()
    button(desk, "Time to look back").click()
    qtbot.waitUntil(lambda: "Asked again" in shown(desk))
    assert "You wanted to look at this again." in shown(desk)
    assert desk.demo.services.settings.get("review.last") == desk.demo.services.now().date().isoformat()
    button(desk, "Take the mark away").click()
    qtbot.waitUntil(lambda: "Asked again" not in shown(desk))
    assert "review" not in (desk.vault / path).read_text(encoding="utf-8").split("---")[1]
    desk.shell.notices.undo()
    qtbot.waitUntil(lambda: "Asked again" in shown(desk))
    button(desk, "Go on with it").click()
    qtbot.waitUntil(lambda: desk.page.note.keeper.path == path)


def test_nothing_is_offered_when_nothing_asks(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    desk.page.back.show_review()
    qtbot.waitUntil(lambda: any("Nothing asks" in text for text in shown(desk)))
    assert not [one for one in desk.page.findChildren(Button)
                if one.shown_text() == "Time to look back" and one.isVisible()]
    button(desk, "Every month").click()
    qtbot.waitUntil(lambda: (desk.vault / ".pkm" / "review.toml").exists())
    assert desk.demo.services.writing.review.rhythm().days == 30
    qtbot.keyClick(desk.page.back.review, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.page._list)


def test_the_note_itself_is_marked_by_a_key(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    desk.page.acts.mark_again()
    qtbot.waitUntil(lambda: "- review" in (desk.vault / desk.path).read_text(encoding="utf-8")
                    or "[review]" in (desk.vault / desk.path).read_text(encoding="utf-8"))
    qtbot.waitUntil(lambda: desk.page.note.card is not None and "review" in desk.page.note.card.tags)
    desk.page.acts.mark_again()
    qtbot.waitUntil(lambda: "review" not in (desk.vault / desk.path).read_text(encoding="utf-8"))


def test_a_reason_to_look_back_and_its_date_share_a_row_only_where_both_have_room(
        qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    desk.demo.services.writing.review.mark(desk.path, True)
    review = desk.page.back.review
    desk.page.back.show_review()

    def rows() -> tuple[Label, Label] | None:
        why = next((one for one in review.findChildren(Label) if one.isVisible()
                    and one.text() == "You wanted to look at this again."), None)
        if why is None:
            return None
        return why, next(one for one in why.parentWidget().findChildren(Label) if one is not why)

    def has_room() -> bool:
        found = rows()
        return found is not None and found[1].y() < found[0].y() + found[0].height() and found[1].x() > found[0].x()

    def below() -> bool:
        found = rows()
        return found is not None and found[1].y() >= found[0].y() + found[0].height()

    review.setFixedWidth(640)
    qtbot.waitUntil(has_room)
    review.setFixedWidth(380)
    qtbot.waitUntil(below)
