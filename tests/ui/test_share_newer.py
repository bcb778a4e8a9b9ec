"""Quoted words that stand otherwise in their source by now, and credits without an author, mended in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.base.events import finish
from pkm_app.content.plaintext import canonical_text
from pkm_app.ui.share.newer_dialog import NewerDialog
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_check import row
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell],
         tmp_path: Path) -> Room:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.open(FINDS)
    made.until_found("Sources credited")
    return made


def quoted_anew(room: Room) -> str:
    """A quotation whose source was changed afterwards; return it as it stands in the draft."""
    sense, seek = room.demo.services.sense, room.demo.seek
    placed = next(one for one in room.demo.highlighting.listing() if one.article_id and one.highlight.exact
                  in seek.bodies[one.article_id].html)
    quotation = sense.quotation(placed.highlight.highlight_id)
    body = seek.bodies[placed.article_id]
    first, _, rest = placed.highlight.exact.partition(" ")
    html = body.html.replace(placed.highlight.exact, f"{first} perhaps {rest}", 1)
    seek.bodies[placed.article_id] = replace(body, html=html, text=canonical_text(html))
    room.write(f"Mine.\n\n{quotation}\n\nMine too.\n")
    return quotation


def dialog(room: Room) -> NewerDialog:
    found: list[NewerDialog] = []

    def there() -> bool:
        found[:] = [one for one in room.shell.findChildren(NewerDialog) if one.isVisible()]
        return bool(found)

    room.qtbot.waitUntil(there)
    return found[0]


def test_the_newer_words_are_shown_and_quoted(qtbot: QtBot, room: Room) -> None:
    quotation = quoted_anew(room)
    row(room, "stale").buttons["newer"].click()
    both = dialog(room)
    assert "perhaps" not in both.both.old.toPlainText()
    assert "perhaps" in both.both.new.toPlainText()
    both.take.click()
    qtbot.waitUntil(lambda: "perhaps" in room.page.draft.pane.text())
    text = room.page.draft.pane.text()
    assert text.startswith("Mine.\n\n> ")
    assert text.endswith("\n\nMine too.\n")
    qtbot.waitUntil(lambda: "Quoted words are as you highlighted them" in room.findings())
    room.page.draft.pane.undo()
    assert room.page.draft.pane.text() == f"Mine.\n\n{quotation}\n\nMine too.\n"


def test_the_older_words_are_kept_with_the_day(qtbot: QtBot, room: Room) -> None:
    quotation = quoted_anew(room)
    row(room, "stale").buttons["newer"].click()
    dialog(room).reject()
    row(room, "stale").buttons["as-read"].click()
    assert f"{quotation}, zoals gelezen op " in room.page.draft.pane.text(), "in the language of most of its words"
    qtbot.waitUntil(lambda: "Quoted words are as you highlighted them" in room.findings())


def test_the_newer_words_are_not_put_into_another_text(room: Room) -> None:
    quoted_anew(room)
    row(room, "stale").buttons["newer"].click()
    both = dialog(room)
    room.page.draft.pane.setPlainText("Quite another text.\n")
    both.take.click()
    room.until_said("another by now")
    assert room.page.draft.pane.text() == "Quite another text.\n"


def test_a_finding_leads_to_its_source(qtbot: QtBot, room: Room) -> None:
    quoted_anew(room)
    row(room, "stale").buttons["source"].click()
    qtbot.waitUntil(lambda: room.shell._current != "share")


def test_an_unknown_author_is_said_in_the_credit_or_written_at_the_source(qtbot: QtBot, room: Room) -> None:
    (room.vault / "sources" / "A page.md").write_text("---\ntype: source\nkind: page\ntitle: A page\n---\n", "utf-8")
    finish(room.demo.vault.scan())
    room.write("Mine.\n\n> so it is\n>\n> — [[A page|A page]]\n\nMine.\n")
    author = row(room, "author")
    assert list(author.buttons) == ["author-unknown", "source"]
    author.buttons["author-unknown"].click()
    assert "> — [[A page|A page]], author unknown\n" in room.page.draft.pane.text()
    qtbot.waitUntil(lambda: "A credit names no author" not in room.findings())
    room.page.draft.pane.undo()
    row(room, "author").buttons["source"].click()
    qtbot.waitUntil(lambda: room.shell._current == "sense")
    assert QApplication.focusWidget() is not None
