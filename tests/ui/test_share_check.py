"""The check in the window: findings lead to their place and are mended; addresses and names; pasting by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from pkm_app.share.model import OutletSettings
from pkm_app.ui.i18n import Language
from pkm_app.ui.share.fidelity import for_whom
from pkm_app.ui.share.finding_rows import MENDS, RULES, FindingRow
from pkm_app.ui.share.names_form import NamesForm
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell],
         tmp_path: Path) -> Iterator[Room]:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.open(FINDS)
    made.until_found("Sources credited")
    yield made
    QGuiApplication.clipboard().clear()  # what Python put there must not outlive it


def row(room: Room, rule: str) -> FindingRow:
    words = RULES[rule]

    def there() -> bool:
        return any(words in one.row.accessibleName() for one in room.panel.findChildren(FindingRow) if one.isVisible())

    room.qtbot.waitUntil(there)
    return next(one for one in room.panel.findChildren(FindingRow)
                if one.isVisible() and words in one.row.accessibleName())


def add(room: Room, name: str, kind: str, audience: str = "public", address: str = "") -> None:
    room.demo.outlets.add(OutletSettings(name, kind, address, "", audience), "")  # type: ignore[arg-type]
    room.panel.load()
    room.qtbot.waitUntil(lambda: name in [one.name for one in room.panel._outlets])
    room.panel._choose(name)


def test_a_finding_leads_to_its_place(qtbot: QtBot, room: Room) -> None:
    room.write("Grüße 🎉 first.\n\n> words of nobody\n\nMine.\n")
    finding = row(room, "credit")
    room.page.toggle_preview()
    qtbot.waitUntil(room.page.draft.is_preview)
    qtbot.keyClick(finding.row, Qt.Key.Key_Return)
    qtbot.waitUntil(room.page.draft.pane.hasFocus)
    assert room.page.draft.pane.textCursor().selectedText().startswith("> words of nobody")


def test_a_finding_is_mended_and_that_is_undone(qtbot: QtBot, room: Room) -> None:
    room.write("Grüße 🎉 first.\n\n> words of nobody\n\nMine.\n")
    qtbot.mouseClick(row(room, "credit").button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(room.page.draft.pane, "Anne, address unknown")
    assert room.page.draft.pane.text() == (
        "Grüße 🎉 first.\n\n> words of nobody\n>\n> — Anne, address unknown\n\nMine.\n")
    qtbot.waitUntil(lambda: room.panel._button.shown_text() == "Save as draft on blog")
    for _ in range(2):
        room.page.draft.pane.undo()
    assert room.page.draft.pane.text() == "Grüße 🎉 first.\n\n> words of nobody\n\nMine.\n"


def test_a_mend_for_another_text_is_not_put_in(room: Room) -> None:
    room.write("> words of nobody\n\nMine.\n")
    button = row(room, "credit").button
    room.page.draft.pane.setPlainText("Quite another text.\n")
    button.click()
    assert "another by now" in room.said[-1].text
    assert room.page.draft.pane.text() == "Quite another text.\n"


def test_names_of_the_house_are_kept_and_stop_a_draft(qtbot: QtBot, room: Room) -> None:
    room.write("Our Falcon flies.\n\nWe look on.\n")
    qtbot.mouseClick(room.panel.findings._names, Qt.MouseButton.LeftButton)
    form = room.panel.findChild(NamesForm)
    assert form is not None
    qtbot.waitUntil(form.field.hasFocus)
    qtbot.keyClicks(form.field, "Falcon")
    form._keep()
    finding = row(room, "name")
    assert not form.isVisible()
    assert "names = [\n  \"Falcon\",\n]" in (room.vault / ".pkm" / "internal-names.toml").read_text()
    assert room.panel._button.shown_text() == "1 thing first"
    finding.button.click()
    qtbot.waitUntil(lambda: room.panel._button.shown_text() == "Save as draft on blog")
    assert room.page.draft.pane.text() == "%% internal\nOur Falcon flies.\n%%\n\nWe look on.\n"


def test_addresses_are_asked_only_when_wanted(qtbot: QtBot, room: Room) -> None:
    room.write("See https://dead.example/page there.\n")
    qtbot.waitUntil(lambda: "Nothing private inside" in room.findings())
    assert room.demo.web.requests == []
    qtbot.mouseClick(room.panel.findings._try, Qt.MouseButton.LeftButton)
    finding = row(room, "dead")
    assert [one.address for one in room.demo.web.requests] == ["https://dead.example/page"]
    finding.row.click()
    assert room.page.draft.pane.textCursor().selectedText() == "https://dead.example/page"


def test_a_place_into_which_one_pastes(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    room.write("For **all**.\n\n%% internal\nfor us\n%%\n")
    add(room, "engage", "viva-engage", "team")
    qtbot.waitUntil(lambda: room.panel._button.shown_text() == "Copy for engage" and room.panel._button.isEnabled())
    room.page.send_now()
    room.until_said("paste it at Viva Engage")
    data = QGuiApplication.clipboard().mimeData()
    assert "<strong>all</strong>" in data.html()
    assert "for us" in data.text()
    assert opened == ["https://engage.cloud.microsoft/main/feed"]
    left = list((room.vault / "shared").glob("*.md"))
    assert len(left) == 1
    assert "outlet: engage" in left[0].read_text()


def test_linkedin_gets_words_only(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    room.write("For **all**, see https://example.org/.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    add(room, "li", "linkedin")
    room.page.toggle_preview()
    qtbot.waitUntil(room.page.draft.is_preview)
    shown = room.page.draft.preview.toPlainText()
    assert "Lost there: bold and italic" in shown
    assert "Only the words stay of: tables" in shown
    assert "of 3,000 characters" in shown
    room.page.draft.show_writing()
    qtbot.waitUntil(lambda: room.panel._button.shown_text() == "Copy for li" and room.panel._button.isEnabled())
    room.page.send_now()
    room.until_said("paste it at LinkedIn")
    data = QGuiApplication.clipboard().mimeData()
    assert not data.hasHtml()
    assert "For all" in data.text()


def test_confluence_gets_its_boxes_and_the_preview_shows_them_ticked(
        qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    room.write("- [x] done\n- [ ] ==open==\n\n```\nif a:\n    b\n```\n")
    add(room, "wiki", "confluence-page", address="https://example.atlassian.net/wiki/spaces/TEAM")
    room.page.toggle_preview()
    qtbot.waitUntil(room.page.draft.is_preview)
    shown = room.page.draft.preview.toPlainText()
    assert "☑ done" in shown
    assert "☐ open" in shown
    seen = room.page.draft.preview.document().find("open").charFormat().background().color()
    assert seen == room.shell.context.look.color("yellow")
    assert "Only the words stay" not in shown
    room.page.draft.show_writing()
    qtbot.waitUntil(lambda: room.panel._button.shown_text() == "Copy for wiki" and room.panel._button.isEnabled())
    room.page.send_now()
    room.until_said("paste it at Confluence")
    assert 'data-task-state="DONE">done<' in QGuiApplication.clipboard().mimeData().html()


@pytest.mark.parametrize(("name", "words"), [
    ("LinkedIn", "LinkedIn · Public"), ("linkedin", "linkedin · Public"), ("Work", "Work · LinkedIn · Public")])
def test_a_place_called_as_its_kind_is_named_once(name: str, words: str, english: Language) -> None:
    assert for_whom(OutletSettings(name, "linkedin", "", "", "public")) == words


def test_too_much_for_linkedin_is_told(room: Room) -> None:
    room.write("Words and more words. " * 200 + "\n")
    add(room, "li", "linkedin")
    assert "takes" in row(room, "limit").row.accessibleName()


def test_an_outlet_is_forgotten_when_the_person_says_so(
        qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("pkm_app.ui.share.panel.ask", lambda _parent, words, _yes: bool(asked.append(words)) or True)
    room.panel._forget("blog")
    qtbot.waitUntil(lambda: room.panel.chosen_outlet() is None)
    assert "What stands there stays there" in asked[0]
    assert list(room.demo.outlets.outlets()) == []


def test_an_answer_that_comes_late_does_not_undo_a_later_one(
        qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    qtbot.waitUntil(lambda: room.panel.outlet_name() == "blog")
    came: list[Callable[[list[OutletSettings]], None]] = []
    monkeypatch.setattr(room.shell.relay, "call", lambda _ask, on_result, *_: came.append(on_result))
    room.panel.load()
    room.panel.load()
    blog, team = (OutletSettings(name, "wordpress", "https://b.example/", "a", "team") for name in ("blog", "team"))
    room.panel._current = "team"
    came[1]([blog, team])
    came[0]([blog])
    assert room.panel.outlet_name() == "team"


def test_every_mend_has_words() -> None:
    from typing import get_args

    from pkm_app.share.model import MendKind

    assert set(MENDS) == set(get_args(MendKind))


MENDED = {"credit", "no-address", "own-words", "altered", "link", "private-unclosed", "private-embed", "picture", "alt",
          "licence", "name", "name-within", "private-name", "chapter", "vault-syntax", "dead", "author", "stale",
          "nowhere"}
WITHOUT = {  # and why there is nothing that one act could do
    "empty": "what to write only the person knows",
    "length": "which words are needed is the person's to say",
    "much": "own words are missing, and nobody else has them", "limit": "what to leave out is the person's to say",
    "open-code": "where it ends only the person knows",
    "private": "that is as it was meant", "untaken": "no place can be given a field",
    "anonymous": "that is as it was agreed", "address": "its credit says so already", "untried": "nothing was learnt",
    "language": "which language it is only the person knows",
}


def test_every_rule_has_a_mend_or_a_reason_for_none() -> None:
    assert set(RULES) == MENDED | set(WITHOUT)
    assert not MENDED & set(WITHOUT)
