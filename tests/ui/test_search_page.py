"""All results on a page, narrowed by keys and clicks; saved searches; the terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Problem
from pkm_app.flow.search import Found
from pkm_app.sense.model import Hit
from pkm_app.ui.i18n import Language
from pkm_app.ui.look import Look
from pkm_app.ui.result_rows import beside_title, plain_and_marked
from pkm_app.ui.search_page import SearchPage
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.shell import Shell
from pkm_app.ui.terms_dialog import TermsDialog
from pkm_app.ui.widgets import Button
from tests.ui.demo import Demo
from tests.ui.tidy import seek_of


@pytest.fixture
def shell(demos: Callable[..., Demo], windows: Callable[..., Shell], qtbot: QtBot) -> Shell:
    """A window over a library with notes and highlights."""
    made = windows(demos(full=True).services, "light", "en")
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def search(qtbot: QtBot, shell: Shell, words: str) -> SearchPage:
    """Search from the field above, with Return."""
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.finder.field, words)
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Return)
    page = shell.pages.search()
    assert shell._current == "search"
    qtbot.waitUntil(lambda: page.list.results.rowCount() > 0)
    return page


def facet(page: SearchPage, name: str) -> Button:
    found = page.facets.findChild(Button, name)
    assert found is not None, name
    return found


def test_return_opens_all_results_and_return_again_opens_one(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    kinds = {hit.kind for hit in page.list.results.rows}
    assert kinds == {"article", "note"}
    assert {one.split(",")[0] for one in map(page.list.results.sentence, page.list.results.rows)} == {
        "Article of the stream", "Note"}
    page.list.setFocus()
    at = next(n for n, hit in enumerate(page.list.results.rows) if hit.kind == "article")
    page.list.setCurrentIndex(page.list.results.index(at))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert shell._current == "seek"
    assert seek_of(shell).view.article is not None


def test_a_facet_narrows_and_widens_again_and_stands_in_the_query(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    button = facet(page, "kind:article")
    assert "·" in button.text()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert page.field.text() == "social kind:article"
    qtbot.waitUntil(lambda: {hit.kind for hit in page.list.results.rows} == {"article"})
    again = facet(page, "kind:article")
    assert again.isChecked()
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert page.query() == "social"
    qtbot.waitUntil(lambda: {hit.kind for hit in page.list.results.rows} == {"article", "note"})


def test_what_was_meant_is_searched_at_a_press(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    qtbot.waitUntil(page._mean.isVisible)
    qtbot.mouseClick(page._mean, Qt.MouseButton.LeftButton)
    assert page.query() == "sociaal"


def test_a_search_is_saved_renamed_forgotten_and_taken_back_and_shows_in_sense(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    qtbot.keyClick(page.list, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page._name.isVisible()
    page._name.clear()
    qtbot.keyClicks(page._name, "Sociaal leren")
    qtbot.keyClick(page._name, Qt.Key.Key_Return)
    queries = shell.context.services.finding.queries
    assert [(one.name, one.query) for one in queries.listing()] == [("Sociaal leren", "social")]
    assert not page._name.isVisible()
    shell.show_room("sense")
    sense = shell.findChild(SensePage)
    assert sense is not None
    button = next(one for one in sense._left.saved.findChildren(Button) if one.text() == "Sociaal leren")
    assert sense._left.saved.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (shell._current, page.query()) == ("search", "social")
    page._naming.begin_rename(queries.listing()[0])
    page._name.setText("Anders")
    qtbot.keyClick(page._name, Qt.Key.Key_Return)
    assert [one.name for one in queries.listing()] == ["Anders"]
    page.saved.forget(queries.listing()[0])
    assert list(queries.listing()) == []
    assert not page.saved.isVisible()
    shell.notices.undo()
    assert [one.name for one in queries.listing()] == ["Anders"]


def test_an_empty_name_is_refused_and_nothing_is_lost(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    page.ask_name()
    page._name.clear()
    qtbot.keyClick(page._name, Qt.Key.Key_Return)
    assert page._name.isVisible()
    qtbot.keyClick(page._name, Qt.Key.Key_Escape)
    assert not page._name.isVisible()
    assert page.query() == "social"


def test_terms_are_added_switched_off_and_taken_away(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    page.show_terms()
    dialog = page.findChild(TermsDialog)
    assert dialog is not None
    terms = shell.context.services.finding.terms
    qtbot.keyClicks(dialog.line, "intervisie = peer consultation")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert terms.listing()[0].terms == ("intervisie", "peer consultation")
    qtbot.keyClicks(dialog.line, "alone")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert "at least two" in dialog._said.text()
    assert dialog.line.text() == "alone"
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert [group.off for group in terms.listing()[:3]] == [False, True, False]
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert not any(group.off for group in terms.listing())
    dialog.list.setCurrentRow(0)
    dialog.remove()
    assert not any(group.own for group in terms.listing())
    qtbot.keyClicks(dialog.filter, "werkplek")
    assert 0 < sum(not dialog.list.item(n).isHidden() for n in range(dialog.list.count())) < 5
    dialog.accept()


def test_trouble_is_one_sentence_and_what_was_found_is_there(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    hits = tuple(page.list.results.rows)
    page._show(page._asked, Found(hits, total=900, trouble=Problem("The search index is being built."), cut=True))
    assert page._trouble.text() == "The search index is being built."
    assert page.list.results.rowCount() == len(hits)
    assert page._count.text() == f"900 results · the best {len(hits)} are shown · not all was looked at: narrow it down"


def test_an_answer_that_comes_late_is_not_shown(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    before = page._asked
    page.begin("zzzz")
    page._show(before, Found(()))
    qtbot.waitUntil(lambda: page._empty.isVisible())
    assert page._query == "zzzz"


def test_everything_on_the_page_has_a_name(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    page.ask_name()
    for widget in (*page.findChildren(QLineEdit), page.list):
        assert widget.accessibleName(), widget
    for button in page.findChildren(Button):
        assert button.text() or button.accessibleName() or button.isHidden()


def test_narrowing_stands_in_the_words_of_the_window(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    shell.context.language.set("nl")
    facet(page, "kind:note").click()  # at once: an answer on its way makes them anew
    assert page.field.text() == "social soort:notitie"
    qtbot.waitUntil(lambda: facet(page, "kind:note").isChecked())
    facet(page, "kind:note").click()
    assert page.field.text() == "social"


def test_a_narrow_list_of_results_leaves_the_title_its_room(look: Look, english: Language) -> None:
    row, font = Hit("article", "a1", "A title", "", 1.0, date="2026-11-16"), look.font("text", 12)
    assert beside_title(row, font, 700) == "Article of the stream · 16 Nov 2026"
    assert beside_title(row, font, 320) == "16 Nov 2026"
    assert beside_title(replace(row, date=""), font, 200) == "Article of the stream"


def test_marks_of_snippets_become_places() -> None:
    assert plain_and_marked("a ⟦b⟧  c ⟦dé⟧") == ("a b c dé", [(2, 1), (6, 2)])
    assert plain_and_marked("🙂 ⟦b⟧ ⟦open") == ("🙂 b open", [(3, 1)])


def test_boxes_to_tick_are_seen_in_the_dark(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    page.show_terms()
    dialog = page.findChild(TermsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    look = shell.context.look
    look.set_scheme("dark")
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)

    def colours(row: int) -> set[str]:
        place = dialog.list.visualItemRect(dialog.list.item(row))
        image = dialog.list.viewport().grab(place).toImage()
        return {image.pixelColor(x, y).name() for x in range(24) for y in range(image.height())}

    assert look.color("sense").name() in colours(3)
    assert look.color("ink2").name() in colours(1)
    assert look.color("sense").name() not in colours(1)
    dialog.accept()


def test_a_name_is_saved_by_its_button_and_the_side_goes_with_what_stands_in_it(qtbot: QtBot, shell: Shell) -> None:
    page = search(qtbot, shell, "social")
    queries = shell.context.services.finding.queries
    assert page._side.isVisible()
    page.begin("")
    qtbot.waitUntil(lambda: not page._side.isVisible())
    page.begin("social")
    qtbot.waitUntil(page._side.isVisible)
    page.ask_name()
    page._name.setText("By its button")
    qtbot.mouseClick(next(one for one in page._naming.findChildren(Button) if one.shown_text() == "Save"),
                     Qt.MouseButton.LeftButton)
    assert [one.name for one in queries.listing()] == ["By its button"]
    assert not page._naming.isVisible()
    page.begin("")
    qtbot.waitUntil(lambda: page.list.results.rowCount() == 0)
    assert page._side.isVisible()  # the saved search stands there
