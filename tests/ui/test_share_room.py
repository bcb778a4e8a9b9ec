"""The Share room: drafts over a real vault, the check before something leaves, the preview, a file, a place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings
from pkm_app.ui.notices import Notice
from pkm_app.ui.share.draft_rows import DraftRow
from pkm_app.ui.share.outlet_form import HINTS, OutletForm
from pkm_app.ui.share.outlet_rows import OutletRow
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.share.panel import SharePanel
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Label
from tests.ui.demo import Demo

CTRL = Qt.KeyboardModifier.ControlModifier
FINDS = "Friday’s Finds, 20 November"


class Room:
    """The room with its library."""

    def __init__(self, qtbot: QtBot, shell: Shell, demo: Demo, vault: Path) -> None:
        self.qtbot, self.shell, self.demo, self.vault = qtbot, shell, demo, vault
        self.said: list[Notice] = []
        shell.notices.said.connect(self.said.append)
        shell.show_room("share")
        page, panel = shell.findChild(SharePage), shell.findChild(SharePanel)
        assert page is not None
        assert panel is not None
        self.page, self.panel = page, panel

    def open(self, title: str) -> None:
        card = next(card for card in self.demo.services.sense.cards(("draft",)) if card.title == title)
        self.shell.go("draft", card.path)
        assert self.page.draft.keeper.path == card.path

    def file(self) -> Path:
        return self.vault / self.page.draft.keeper.path

    def write(self, text: str) -> None:
        """Put this in place of the draft's text, as a person would."""
        self.page.draft.pane.setFocus()
        self.page.draft.pane.selectAll()
        self.page.draft.pane.insertPlainText(text)
        self.page.rest()

    def findings(self) -> str:
        """Return every word that stands at the right."""
        return "\n".join(label.text() for label in self.panel.findChildren(Label) if label.isVisible())

    def until_said(self, words: str) -> None:
        """Wait for a notice with these words."""
        self.qtbot.waitUntil(lambda: bool(self.said) and words in self.said[-1].text)

    def until_found(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.findings())


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


def _rows(room: Room, kind: str) -> list[DraftRow]:
    return [row for row in room.page._list.rows.rows if row.kind == kind]


def test_a_first_start_says_what_belongs_here(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(empty=True)
    assert room.page._blank.isVisible()
    assert "a text for others" in room.page._blank._words.text()
    room.until_found("No place to share yet")
    qtbot.mouseClick(room.page._blank.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.page.has_draft)
    assert parse_vault_file(room.file().read_bytes()).text_field("type") == "draft"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.page.draft._title)


def test_drafts_and_what_they_can_start_from_are_listed(rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    assert {row.text for row in _rows(room, "draft")} == {FINDS, "Yammer als leerplek"}
    assert [row.text for row in _rows(room, "heading")] == ["Drafts", "Start from"]
    assert "Conditions, not design" in [row.text for row in _rows(room, "start")]


def test_a_draft_starts_from_a_note_at_return_only(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    at = next(n for n, row in enumerate(room.page._list.rows.rows)
              if row.kind == "start" and row.text == "Informal ≠ social")
    room.page._list.setCurrentIndex(room.page._list.rows.index(at))
    assert len(_rows(room, "draft")) == 2, "going past it begins nothing"
    qtbot.keyClick(room.page._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(_rows(room, "draft")) == 3)
    qtbot.waitUntil(lambda: "who decides" in room.page.draft.pane.text())
    assert room.page.draft.card is not None
    assert room.page.draft.card.title == "Informal ≠ social"


def test_findings_say_what_and_where(rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.until_found("Nothing of your own stands beside a quotation")
    found = room.findings()
    assert "make more use of the one you’ve already got!" in found
    assert "Every quotation names its author" in found
    assert "Sources credited · 2" in found
    assert "Julian Stodd, What is Social Learning?" in found
    assert "Save as draft on blog" in room.panel._button.shown_text()


def test_what_must_be_mended_comes_first(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.until_found("Quotations are short")
    room.write("> Words of somebody.\n\nMine.\n")
    room.until_found("A quotation names no author and no source")
    assert room.panel._button.shown_text() == "1 thing first"
    posts = room.demo.services.share.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    room.page.send_now()
    assert "Mend first" in room.said[-1].text
    room.write("Only mine.\n")
    qtbot.waitUntil(lambda: room.panel._button.shown_text() == "Save as draft on blog")
    assert posts == {}


def test_an_own_word_mends_a_finding(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.until_found("make more use of the one you’ve already got!")
    room.page.draft.pane.go_to_end()
    qtbot.keyClicks(room.page.draft.pane, "We tried it.")
    qtbot.waitUntil(lambda: "make more use of the one you’ve already got!" not in room.findings())


def test_the_preview_shows_what_would_leave(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.write("For all.\n\n%% private\nfor me alone\n%%\n\n[[Informal ≠ social]] and **more**.\n")
    qtbot.keyClick(room.page.draft.pane, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(room.page.draft.is_preview)
    shown = room.page.draft.preview.toPlainText()
    assert "For all." in shown
    assert "for me alone" not in shown
    assert "1 private part left out" in shown
    assert "Informal ≠ social and more." in shown
    qtbot.keyClick(room.page.draft.preview, Qt.Key.Key_E, CTRL)
    assert not room.page.draft.is_preview()
    assert "for me alone" in room.page.draft.pane.text()


@pytest.mark.parametrize(("ending", "told"), [("html", "<em>more</em>"), ("md", "*more*")])
def test_export_writes_a_file_without_what_is_private(
        qtbot: QtBot, rooms: Callable[..., Room], tmp_path: Path, ending: str, told: str) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.write("For all and *more*.\n\n%% private\nfor me alone\n%%\n")
    target = tmp_path / f"weg.{ending}"
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(target.parent))
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(target))
        dialog.accept()

    QTimer.singleShot(300, choose)
    room.page.exporting.choose()
    room.until_said("1 private part left out")
    text = target.read_text(encoding="utf-8")
    assert told in text
    assert "for me alone" not in text


def test_a_draft_is_placed_and_placed_again(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.until_found("Quotations are short")
    qtbot.keyClick(room.page._list, Qt.Key.Key_Return, CTRL)
    room.until_said("stands there now")
    assert parse_vault_file(room.file().read_bytes()).list_field("outlets") == ("blog 1",)
    qtbot.waitUntil(lambda: bool(_rows(room, "shared")))
    assert "outlets" not in room.page.draft.pane.text()
    qtbot.keyClick(room.page._list, Qt.Key.Key_Return, CTRL)
    room.until_said("the same already")
    room.page.draft.pane.go_to_end()
    qtbot.keyClicks(room.page.draft.pane, "Later.")
    qtbot.keyClick(room.page.draft.pane, Qt.Key.Key_Return, CTRL)
    room.until_said("up to date")
    assert not any(notice.kind != "ok" for notice in room.said)


def test_what_left_is_shown_and_cannot_be_changed(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.until_found("Quotations are short")
    qtbot.keyClick(room.page._list, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(_rows(room, "shared")))
    room.page._list.choose(_rows(room, "shared")[0].id)
    qtbot.waitUntil(lambda: "make more use" in room.page.left.reading.toPlainText())
    assert not room.page.has_draft()
    assert "Before it leaves" not in room.findings()


def test_a_private_draft_says_that_it_stays(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.open(FINDS)
    room.page.draft.keeper.set_field("private", True)
    room.page.rest()
    qtbot.keyClick(room.page._list, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: any("for you alone" in notice.text for notice in room.said))
    assert not room.page.draft.is_preview()


def test_an_outlet_is_tried_before_it_is_kept(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms()
    form = room.shell.findChild(OutletForm)
    assert form is not None
    qtbot.keyClicks(room.page._list, "a")
    for text in ("blog", "https://blog.example.org/", "anne", "wrong"):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        qtbot.keyClicks(focus, text)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    form._add()
    room.until_found("The password is not accepted there")
    assert room.demo.outlets.outlets() == []
    form._fields["secret"].setText("right")
    form._add()
    qtbot.waitUntil(lambda: not form.isVisible())
    assert [one.name for one in room.demo.outlets.outlets()] == ["blog"]
    assert form._fields["secret"].text() == ""
    qtbot.waitUntil(lambda: "blog" in room.panel._button.shown_text())
    assert "right" not in (room.vault / ".pkm" / "outlets.toml").read_text(encoding="utf-8")


def test_each_kind_of_outlet_asks_what_it_needs_and_tells_what_to_know(rooms: Callable[..., Room]) -> None:
    form = rooms().shell.findChild(OutletForm)
    assert form is not None
    assert set(HINTS) == set(KINDS)
    for index, kind in enumerate(KINDS.values()):
        form._kind.setCurrentIndex(index)
        assert form._hint.text() == HINTS[kind.kind]
        assert kind.composer or kind.example in form._fields["address"].placeholderText()
        assert form._fields["user"].isVisibleTo(form) == kind.user
        assert form._fields["secret"].isVisibleTo(form) == kind.secret


def test_another_audience_is_another_check(qtbot: QtBot, rooms: Callable[..., Room]) -> None:
    room = rooms(full=True)
    room.demo.outlets.add(OutletSettings("team", "wordpress", "https://team.example.org/", "anne", "team"), "right")
    room.panel.load()
    room.open(FINDS)
    room.write("For all.\n\n%% internal\nfor the team\n%%\n")
    room.until_found("What is private stays in")
    qtbot.waitUntil(lambda: "team" in [one.text()[:4] for one in room.panel.findChildren(OutletRow)])
    next(one for one in room.panel.findChildren(OutletRow) if one.text().startswith("team")).click()
    qtbot.waitUntil(lambda: "What is private stays in" not in room.findings())
    assert room.panel.audience() == "team"
