"""Whatever can be taken back can be done again: every act there is, by its code, and some of each kind by hand."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import pkm_app.ui
from pkm_app.sense.notes import NewNote
from pkm_app.sense.queries import SavedQuery
from pkm_app.ui.care.import_page import ImportPage
from pkm_app.ui.history import HistoryDialog
from pkm_app.ui.sense.highlight_page import HighlightPage
from pkm_app.ui.sense.links_panel import LinksPanel
from pkm_app.ui.shell import Shell
from pkm_app.ui.unmaking import unmaking
from pkm_app.ui.waiting import WaitingRow
from pkm_app.ui.widgets import Button
from tests.ui.desk import Desk
from tests.ui.test_care import COPY, ONE, look, put

UI = Path(next(iter(pkm_app.ui.__path__)))


def acts() -> list[tuple[str, ast.Call]]:
    """Every call of ``notices.say`` and ``notices.keep`` in the window that gives a way back."""
    found = []
    for file in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in (
                    "say", "keep") and "notices" in ast.unparse(node.func.value) and (
                    len(node.args) > 1 or any(word.arg == "undo" for word in node.keywords)):
                found.append((f"{file.relative_to(UI).as_posix()}:{node.lineno}", node))
    return found


def without_redo(calls: list[tuple[str, ast.Call]]) -> list[str]:
    """Those that cannot be done again."""
    return [where for where, call in calls
            if len(call.args) < 3 and not any(word.arg == "again" for word in call.keywords)
            and not any(isinstance(one, ast.Starred) for one in call.args)]


def test_every_act_that_can_be_taken_back_can_be_done_again() -> None:
    assert len(acts()) > 20
    assert without_redo(acts()) == []


def test_an_act_without_redo_is_found() -> None:
    call = ast.parse("notices.say(words, undo)", mode="eval").body
    assert isinstance(call, ast.Call)
    assert without_redo([("here", call)]) == ["here"]


def at_rest(shell: Shell) -> bool:
    """Whether nothing is on its way, and so nothing comes after the end of a test."""
    runner = shell.context.services.runner
    return not runner._tasks and not shell.relay._queue  # type: ignore[attr-defined]


def back_and_forth(qtbot: QtBot, shell: Shell, done: Callable[[], bool]) -> None:
    """Take the last act back, do it again, and take it back and do it again once more."""
    notices = shell.notices
    qtbot.waitUntil(lambda: notices.can_undo() and done() and at_rest(shell))
    for _ in range(2):
        notices.undo()
        qtbot.waitUntil(lambda: not done() and at_rest(shell))
        assert notices.can_redo()
        notices.redo()
        qtbot.waitUntil(lambda: notices.can_undo() and done() and at_rest(shell))


def test_a_title_is_given_back_and_again(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Text.\n")
    title = desk.page.note.head.title
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Another")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    back_and_forth(qtbot, desk.shell, lambda: desk.page.note.keeper.path == "notes/Another.md")
    assert (desk.vault / "notes" / "Another.md").exists()
    assert title.text() == "Another"


def test_a_note_that_was_begun_by_a_link(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("See [[Not there]].\n")
    desk.page.acts.follow("Not there")
    back_and_forth(qtbot, desk.shell, (desk.vault / "notes" / "Not there.md").exists)


def test_what_was_mended(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Mine.\n")
    notes = put(desk, **{"One": f"{ONE}Mine.\n", COPY: f"{ONE}Theirs.\n"})
    page, card = look(desk, "conflict")
    page.choose(card.trouble, "copy")
    back_and_forth(qtbot, desk.shell, lambda: not (notes / f"{COPY}.md").exists())
    assert (notes / "One.md").read_text(encoding="utf-8").endswith("Theirs.\n")


def test_what_was_taken_in(qtbot: QtBot, desks: Callable[..., Desk], tmp_path: Path) -> None:
    desk = desks("Mine.\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "From elsewhere.md").write_text("Words.\n", encoding="utf-8")
    desk.shell.commands.run("window.import")
    page = desk.shell.findChild(ImportPage)
    assert page is not None
    page.look_at(str(tmp_path / "other"))
    qtbot.waitUntil(lambda: page.found is not None)
    page.take_in()
    back_and_forth(qtbot, desk.shell, lambda: any(
        not one.relative_to(desk.vault).parts[0].startswith(".") for one in desk.vault.rglob("From elsewhere.md")))


@pytest.fixture
def full(qtbot: QtBot, desks: Callable[..., Desk]) -> Desk:
    return desks("Mine.\n")


def test_words_at_a_highlight(qtbot: QtBot, full: Desk) -> None:
    services = full.demo.services
    one = next(one.highlight for one in services.highlighting.listing() if not one.highlight.comment)

    def words() -> str:
        found = (other.highlight for other in services.highlighting.listing())
        return next(other.comment.strip() for other in found if other.highlight_id == one.highlight_id)

    row = WaitingRow(full.shell.context, one)
    qtbot.addWidget(row)
    row._field.setText("At the side.")
    row._save()
    back_and_forth(qtbot, full.shell, lambda: words() == "At the side.")
    full.shell.go("highlight", one.highlight_id)
    page = full.shell.findChild(HighlightPage)
    assert page is not None
    qtbot.waitUntil(lambda: page._field.toPlainText() == "At the side.")
    page._field.setPlainText("On its page.")
    page.rest()
    back_and_forth(qtbot, full.shell, lambda: words() == "On its page.")


def test_a_highlight_that_was_removed_in_sense(qtbot: QtBot, full: Desk) -> None:
    services = full.demo.services
    one = next(one.highlight for one in services.highlighting.listing() if one.highlight.comment)
    source = full.vault / one.source_path
    before = source.read_text(encoding="utf-8").split("---", 2)[2]
    full.shell.go("highlight", one.highlight_id)
    page = full.shell.findChild(HighlightPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.isVisible() and page._field.toPlainText() == one.comment)
    page.removed.emit(one.highlight_id)
    back_and_forth(qtbot, full.shell, lambda: one.highlight_id not in source.read_text(encoding="utf-8"))

    def shown() -> bool:
        return page.isVisible() and page._placed is not None and page._placed.highlight.highlight_id == one.highlight_id

    qtbot.waitUntil(lambda: not shown())
    full.shell.notices.undo()
    qtbot.waitUntil(shown)
    assert source.read_text(encoding="utf-8").split("---", 2)[2] == before


def test_a_mention_that_became_a_link(qtbot: QtBot, full: Desk) -> None:
    sense = full.demo.services.sense
    other = full.vault / sense.new_note(NewNote("Other", "They call it informal ≠ social there.\n"))[1]
    full.shell.go("note", next(one.path for one in sense.cards() if one.title == "Informal ≠ social"))
    panel = full.shell.findChild(LinksPanel)
    assert panel is not None

    def offered() -> list[Button]:
        return [one for one in panel.findChildren(Button) if one.shown_text() == "Make it a link"]

    qtbot.waitUntil(lambda: bool(offered()))
    offered()[0].click()
    link = "[[Informal ≠ social|informal ≠ social]]"
    back_and_forth(qtbot, full.shell, lambda: link in other.read_text(encoding="utf-8"))
    full.shell.notices.undo()
    qtbot.waitUntil(lambda: "They call it informal ≠ social there." in other.read_text(encoding="utf-8"))
    qtbot.waitUntil(lambda: bool(offered()))


def test_a_version_that_was_kept_beside(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("The first text.\n")
    desk.pane.selectAll()
    qtbot.keyClicks(desk.pane, "The second text.")
    desk.page.save_now()
    desk.page.acts.history()
    dialog = desk.shell.findChild(HistoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "first" in dialog.shown.toPlainText())
    dialog.keep_copy()
    back_and_forth(qtbot, desk.shell, lambda: bool(list((desk.vault / "notes").glob("Mine (version 1)*.md"))))
    assert "The second text." in (desk.vault / desk.path).read_text(encoding="utf-8")


def test_a_search_that_was_forgotten_and_a_file_that_was_made(qtbot: QtBot, full: Desk) -> None:
    queries = full.demo.services.finding.queries
    queries.save("Leren", "leren")
    full.shell.pages.search().saved.forget(SavedQuery("Leren", "leren"))
    back_and_forth(qtbot, full.shell, lambda: not queries.listing())
    shell: Shell = full.shell
    shell.notices.say("Made.", *unmaking(shell.context, full.path, "notes"))
    back_and_forth(qtbot, shell, (full.vault / full.path).exists)


def test_a_search_that_was_saved_replaced_and_renamed(qtbot: QtBot, full: Desk) -> None:
    queries, page = full.demo.services.finding.queries, full.shell.pages.search()

    def kept(*searches: tuple[str, str]) -> bool:
        return [(one.name, one.query) for one in queries.listing()] == list(searches)

    def save(query: str, name: str) -> None:
        page.begin(query)
        page.ask_name()
        page._name.setText(name)
        page._naming.done.emit()

    full.shell.show_search("")
    save("leren", "Leren")
    back_and_forth(qtbot, full.shell, lambda: kept(("Leren", "leren")))
    save("tag:leren", "leren")
    back_and_forth(qtbot, full.shell, lambda: kept(("leren", "tag:leren")))
    full.shell.notices.undo()
    assert kept(("Leren", "leren"))
    page._naming.begin_rename(queries.listing()[0])
    page._name.setText("Anders")
    page._naming.done.emit()
    back_and_forth(qtbot, full.shell, lambda: kept(("Anders", "leren")))
    full.shell.notices.undo()
    assert kept(("Leren", "leren"))
    assert any(one.text() == "Leren" for one in page.saved.findChildren(Button))


def test_a_search_that_cannot_be_taken_back_is_said(full: Desk) -> None:
    queries, page = full.demo.services.finding.queries, full.shell.pages.search()
    page.begin("leren")
    page.ask_name()
    page._name.setText("Leren")
    page._naming.done.emit()
    queries.remove("Leren")
    full.shell.notices.undo()
    assert full.said[-1].text == "There is no saved search “Leren”."


def test_a_new_act_forgets_what_could_be_done_again(qtbot: QtBot, full: Desk) -> None:
    notices = full.shell.notices
    notices.say("Made.", *unmaking(full.shell.context, full.path, "notes"))
    back_and_forth(qtbot, full.shell, (full.vault / full.path).exists)
    notices.undo()
    qtbot.waitUntil(lambda: not (full.vault / full.path).exists())
    notices.say("Another.", lambda: None, lambda: None)
    assert not notices.can_redo()
