"""Looking after a PKM folder in the window: the check-up, two versions side by side, imports with a look first."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Problem
from pkm_app.sense.doctor import Trouble
from pkm_app.ui.care.checkup_page import CheckupPage
from pkm_app.ui.care.folder_card import FolderCard
from pkm_app.ui.care.plain_names import said_of
from pkm_app.ui.care.trouble_card import TroubleCard
from pkm_app.ui.care.two_versions import TwoVersions
from pkm_app.ui.i18n import Language
from pkm_app.ui.notices import Notice
from pkm_app.ui.widgets import Button
from tests.ui.desk import Desk

ONE = "---\nid: 01abc\ntype: note\ntitle: One\n---\n"
COPY = "One.sync-conflict-20261120-141203-ABCDEFG"
MARKUP = "<b onclick=x>bold</b> & [a](javascript:x)"


def put(desk: Desk, **files: str) -> Path:
    notes = desk.vault / "notes"
    for name, words in files.items():
        (notes / f"{name}.md").write_bytes(words.encode())
    return notes


def look(desk: Desk, rule: str) -> tuple[CheckupPage, TroubleCard]:
    desk.shell.commands.run("window.checkup")
    page = desk.shell.pages.checkup
    assert page is not None
    assert page.isVisible()
    found: list[TroubleCard] = []

    def there() -> bool:
        found[:] = [card for card in page.cards() if card.trouble.rule == rule]
        return bool(found)

    desk.qtbot.waitUntil(there)
    return page, found[0]


def press(widget: object, words: str) -> None:
    button = next(one for one in widget.findChildren(Button) if one.shown_text() == words)  # type: ignore[attr-defined]
    button.click()


@pytest.mark.parametrize(("act", "left"), [
    ("file", {"One.md": "Mine.\n"}), ("copy", {"One.md": f"{MARKUP}\n"}),
    ("Keep both", {"One.md": "Mine.\n", "One 2.md": f"{MARKUP}\n"}),
    ("Bring together", {"One.md": f"Mine.\n\n{MARKUP}\n"})])
def test_two_versions_stand_side_by_side_and_a_person_chooses(
        qtbot: QtBot, desks: Callable[..., Desk], act: str, left: dict[str, str]) -> None:
    desk = desks("Mine.\n")
    notes = put(desk, One=ONE + "Mine.\n", **{COPY: f"{ONE}{MARKUP}\n"})
    before = {path.name: path.read_bytes() for path in notes.glob("One*")}
    page, card = look(desk, "conflict")
    press(card, "Look at both")
    dialog = page.findChild(TwoVersions)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._keeps[0].isEnabled())
    assert (dialog.file.toPlainText(), dialog.copy.toPlainText()) == ("Mine.\n", f"{MARKUP}\n")
    if act in ("file", "copy"):
        next(one for one in dialog.findChildren(Button) if one.accessibleName().startswith("Keep this one: The "
             + ("file" if act == "file" else "second"))).click()
    else:
        press(dialog, act)

    def settled() -> bool:
        found = {path.name: path.read_bytes().decode() for path in notes.glob("One*")}
        return {name: words.rpartition("---\n")[2] for name, words in found.items()} == left

    qtbot.waitUntil(settled)
    qtbot.waitUntil(lambda: not any(one.trouble.rule == "conflict" for one in page.cards()))
    desk.shell.notices.undo()
    qtbot.waitUntil(lambda: {path.name: path.read_bytes() for path in notes.glob("One*")} == before)


def test_what_pkm_can_mend_is_mended_in_one_act_and_comes_back_by_undo(
        qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    put(desk, One=ONE + "x\n", Other=ONE + "y\n", Broken="---\ntitle: Why: now\n---\nz\n",
        **{COPY: ONE + "Theirs.\n"})
    page, _ = look(desk, "front")
    rules = {card.trouble.rule for card in page.cards()}
    assert {"conflict", "front", "double-id"} <= rules
    page.mend_all()
    qtbot.waitUntil(lambda: {"front", "double-id"}.isdisjoint(card.trouble.rule for card in page.cards()))
    assert any(card.trouble.rule == "conflict" for card in page.cards())
    assert "title: Why: now" not in (desk.vault / "notes" / "Broken.md").read_text()
    desk.shell.notices.undo()
    qtbot.waitUntil(lambda: (desk.vault / "notes" / "Broken.md").read_text() == "---\ntitle: Why: now\n---\nz\n")
    qtbot.waitUntil(lambda: (desk.vault / "notes" / "Other.md").read_text() == ONE + "y\n")


def test_a_trouble_is_plain_text_and_leads_to_its_file(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    put(desk, Linking="[[<b>Nowhere</b>]]\n")
    _, card = look(desk, "broken")
    labels = [one for one in card.findChildren(QLabel) if "Nowhere" in one.text()]
    assert labels
    assert all("<b>Nowhere</b>" in one.text() and one.textFormat().name == "PlainText" for one in labels)
    press(card, "Open")
    qtbot.waitUntil(lambda: desk.page.note.keeper.path == "notes/Linking.md")


def test_the_window_says_names_where_the_command_line_says_paths(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    put(desk, One=ONE + "x\n", Other=ONE + "y\n")
    _, card = look(desk, "double-id")
    assert "“Other” has the same id as “One”" in card._what.text() or "“One” has the same id as “Other”" in (
        card._what.text())
    assert "notes/" in str(card.trouble)
    assert ".md" not in card.accessibleName()
    assert not [one for one in card.findChildren(Button) if ".md" in one.accessibleName()]


def test_two_of_one_name_keep_their_folders(english: Language) -> None:
    put_away = Problem("Put “{path}” in the trash.", path="notes/A.md")
    trouble = Trouble("“{path}” and “{other}” say the very same.", "twin", "notes/A.md", put_away, True,
                      other="old/a.md")
    assert said_of(trouble) == "“notes/A” and “old/a” say the very same."
    assert said_of(put_away, trouble) == "Put “notes/A” in the trash."
    assert said_of(put_away) == "Put “A” in the trash."
    assert said_of(Problem("{path} cannot be read", path=".pkm/outlets.json")) == ".pkm/outlets.json cannot be read"


def test_one_sees_what_would_come_before_it_comes_and_takes_it_back(qtbot: QtBot, desks: Callable[..., Desk],
                                                                    tmp_path: Path) -> None:
    desk = desks("Mine.\n")
    export = tmp_path / "readwise.csv"
    export.write_text(f'Highlight,Book Title,Book Author\n"{MARKUP}",A <b>book</b>,Ann\n', encoding="utf-8")
    desk.shell.commands.run("window.import")
    page = desk.shell.pages.importing
    assert page is not None
    sources = sorted(path.name for path in (desk.vault / "sources").glob("*.md"))
    page.look_at(str(export))
    qtbot.waitUntil(lambda: page.found is not None)
    assert page._coming.toPlainText() == "A <b>book</b> (1 highlight)"
    assert page._counts.text() == "1 thing would come."
    assert page._file.kind() == "outlined", "two acts stand out"
    assert sorted(path.name for path in (desk.vault / "sources").glob("*.md")) == sources
    press(page, "Take in")
    qtbot.waitUntil(lambda: len(list((desk.vault / "sources").glob("*.md"))) == len(sources) + 1)
    qtbot.waitUntil(lambda: page.found is None)
    assert page._file.kind() == "filled"
    desk.shell.notices.undo()
    qtbot.waitUntil(lambda: sorted(path.name for path in (desk.vault / "sources").glob("*.md")) == sources)


def test_a_file_that_is_none_we_know_is_said_and_a_folder_comes_and_goes(qtbot: QtBot, desks: Callable[..., Desk],
                                                                         tmp_path: Path) -> None:
    desk = desks("Mine.\n")
    said: list[Notice] = []
    desk.shell.notices.said.connect(said.append)
    desk.shell.go("import", "")
    page = desk.shell.pages.importing
    assert page is not None
    odd = tmp_path / "odd.bin"
    odd.write_bytes(b"\x00\x01")
    page.look_at(str(odd))
    qtbot.waitUntil(lambda: any(one.kind == "error" for one in said))
    assert page.found is None
    folder = tmp_path / "Old"
    folder.mkdir()
    (folder / "A.md").write_bytes(b"a")
    page.look_at(str(folder))
    qtbot.waitUntil(lambda: page.found is not None)
    page.take_in()
    came = desk.vault / "notes" / "Old" / "A.md"
    qtbot.waitUntil(came.exists)
    qtbot.waitUntil(desk.shell.notices.can_undo)
    desk.shell.go("checkup", "")
    checkup = desk.shell.pages.checkup
    assert checkup is not None
    qtbot.waitUntil(lambda: any(one.text() == "One file was taken in from “Old”."
                                for one in checkup.findChildren(QLabel)))
    press(checkup, "Take back")
    qtbot.waitUntil(lambda: not came.exists())


def test_a_backup_is_written_and_unpacked_again(qtbot: QtBot, desks: Callable[..., Desk], tmp_path: Path) -> None:
    desk = desks("Mine.\n")
    desk.shell.show_settings()
    card = desk.shell.findChild(FolderCard)
    assert card is not None
    assert card.isVisible()
    file, there = tmp_path / "All.pkm-backup.zip", tmp_path / "there"
    card.write(str(file))
    qtbot.waitUntil(file.exists)
    assert any(name.endswith("notes/Mine.md") for name in zipfile.ZipFile(file).namelist())
    card.unpack(str(file), str(there))
    qtbot.waitUntil(lambda: (there / "vault" / "notes" / "Mine.md").exists())
    QApplication.processEvents()


def test_both_versions_follow_a_change_of_theme(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    put(desk, One=ONE + "The same.\nMine 🙂.\n", **{COPY: f"{ONE}The same.\nTheirs.\n"})
    page, card = look(desk, "conflict")
    press(card, "Look at both")
    dialog = page.findChild(TwoVersions)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._keeps[0].isEnabled())
    theme = desk.shell.context.look
    theme.set_scheme("dark")
    for field in (dialog.file, dialog.copy):
        assert "<span" not in field.toHtml().split("<body")[1]  # no colour of its own
        marks = field.extraSelections()
        assert marks
        assert all(mark.format.background().color() == theme.color("sense-mark") for mark in marks)
        assert "same" not in " ".join(mark.cursor.selectedText() for mark in marks)
    dialog.reject()


def test_the_column_of_a_check_up_stands_in_the_middle_of_a_wide_window(
        qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    put(desk, Linking="[[Nowhere]]\n")
    desk.shell.resize(1500, 800)
    page, card = look(desk, "broken")

    def beside() -> tuple[int, int]:
        left = card.mapTo(page, card.rect().topLeft()).x()
        return left, page.width() - left - card.width()

    qtbot.waitUntil(lambda: abs(beside()[0] - beside()[1]) <= 12 and card.width() > 700)
