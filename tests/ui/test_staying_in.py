"""Passages for the team only, or for oneself: marked and unmarked by an act, never half."""

from __future__ import annotations

import pytest

from pkm_app.content.private import cut_private
from pkm_app.ui.staying_in import Kind, keep_in
from pkm_app.ui.writing import WritingPane
from tests.ui.test_writing import _select

TEXT = "Een.\n\nTwee, met\neen regel.\n\n- drie\n- vier\n\nVijf.\n"


@pytest.mark.parametrize(("kind", "team"), [("internal", True), ("private", False)])
def test_the_paragraphs_of_the_selection_stay_in_and_leave_again(pane: WritingPane, kind: Kind, team: bool) -> None:
    pane.show_text(TEXT)
    _select(pane, "een regel.\n\n- drie")
    assert keep_in(pane, kind)
    assert pane.text() == f"Een.\n\n%% {kind}\nTwee, met\neen regel.\n\n- drie\n- vier\n%%\n\nVijf.\n"
    assert "Twee" not in cut_private(pane.text(), "public").text
    assert ("Twee" in cut_private(pane.text(), "team").text) is team
    pane.undo()
    assert pane.text() == TEXT
    pane.redo()
    _select(pane, f"%% {kind}\nTwee, met\neen regel.\n\n- drie\n- vier\n%%")
    assert keep_in(pane, kind)
    assert pane.text() == TEXT


def test_one_paragraph_is_marked_and_unmarked_with_the_caret_in_it(pane: WritingPane) -> None:
    pane.show_text(TEXT)
    _select(pane, "Vijf")
    assert keep_in(pane, "internal")
    assert pane.text().endswith("%% internal\nVijf.\n%%\n")
    _select(pane, "Vijf")
    assert keep_in(pane, "internal")
    assert pane.text() == TEXT


@pytest.mark.parametrize("words", [
    "a %% hidden %% b", "%% internal\nbelow\n\nmiddle\n\n%%\nx", "", "%% private\nx\n%%"])
def test_where_a_part_stays_in_already_nothing_is_changed(pane: WritingPane, words: str) -> None:
    pane.show_text(words)
    _select(pane, "middle" if "middle" in words else words)
    assert not keep_in(pane, "internal")
    assert pane.text() == words
