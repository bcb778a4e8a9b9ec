"""Marks that the toolbar writes are Markdown, whatever was selected: blanks, several lines, lists, emoji."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from pkm_app.ui import writing_acts, writing_marks
from tests.ui.desk import Desk

SIGNS = "😀👩‍👧🎉 "


def select(desk: Desk, words: str) -> None:
    text = desk.pane.text()
    start = text.index(words)
    units = [len(part.encode("utf-16-le")) // 2 for part in (text[:start], text[: start + len(words)])]
    cursor = QTextCursor(desk.pane.document())
    cursor.setPosition(units[0])
    cursor.setPosition(units[1], QTextCursor.MoveMode.KeepAnchor)
    desk.pane.setTextCursor(cursor)


@pytest.mark.parametrize(("before", "selected", "after"), [
    (f"{SIGNS}een twee drie", "twee", f"{SIGNS}een **twee** drie"),
    ("een twee drie", " twee ", "een **twee** drie"),
    ("een twee\n\nvier vijf ", "een twee\n\nvier vijf ", "**een twee**\n\n**vier vijf** "),
    (f"- een\n- [ ] {SIGNS}twee\n> 1. drie", f"een\n- [ ] {SIGNS}twee\n> 1. drie",
     f"- **een**\n- [ ] **{SIGNS}twee**\n> 1. **drie**"),
    ("# Kop\ntekst hier", "Kop\ntekst", "# **Kop**\n**tekst** hier"),
    ("een **twee** drie", "**twee**", "een twee drie"),
    ("- **een**\n- **twee**", "- **een**\n- **twee**", "- een\n- twee"),
])
def test_bold_is_bold_and_goes_again(desks: Callable[..., Desk], before: str, selected: str, after: str) -> None:
    desk = desks(before)
    desk.pane.show_text(before)
    select(desk, selected)
    desk.pane.bold()
    assert desk.pane.text() == after
    if "**" not in before:
        desk.pane.bold()
        assert desk.pane.text() == before
        desk.pane.undo()
    desk.pane.undo()
    assert desk.pane.text() == before


def test_italic_of_bold_words_is_both(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.pane.show_text("**twee**")
    desk.pane.selectAll()
    desk.pane.italic()
    assert desk.pane.text() == "***twee***"


def test_several_lines_of_code_have_their_fence_for_themselves(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.pane.show_text("een twee\n```\ndrie vier\n")
    select(desk, "twee\n```\ndrie")
    writing_marks.code(desk.pane)
    assert desk.pane.text() == "````\neen twee\n```\ndrie vier\n````\n"


@pytest.mark.parametrize(("before", "numbered", "after"), [
    ("een\n\ntwee", True, "1. een\n\n2. twee"), ("1. een\n\n2. twee", True, "een\n\ntwee"),
    ("- een\n  - twee", True, "1. een\n  2. twee"), ("1. een\n2. twee", False, "- een\n- twee"),
    ("een\n\ntwee", False, "- een\n\n- twee"), ("- [x] een", False, "[x] een"), ("", False, "- "),
])
def test_lines_become_a_list_of_one_kind_and_lines_again(desks: Callable[..., Desk], before: str, numbered: bool,
                                                         after: str) -> None:
    desk = desks()
    desk.pane.show_text(before)
    desk.pane.selectAll()
    writing_acts.list_lines(desk.pane, numbered)
    assert desk.pane.text() == after
    desk.pane.undo()
    assert desk.pane.text() == before


def test_empty_lines_are_not_moved_in(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.pane.show_text("- een\n\n- twee")
    desk.pane.selectAll()
    writing_acts.indent(desk.pane, deeper=True)
    assert desk.pane.text() == "    - een\n\n    - twee"


@pytest.mark.parametrize(("before", "selected", "pasted", "after"), [
    ("een twee", "twee", "https://example.org/a_(b)", "een [twee](https://example.org/a_%28b%29)"),
    ("een twee drie", " twee ", " https://example.org \n", "een [twee](https://example.org) drie"),
    ("een twee", "twee", "drie vier", "een drie vier"), ("een [[twee]]", "[[twee]]", "https://x.example", "een https://x.example"),
    ("een twee", "twee", "javascript:alert(1)", "een javascript:alert(1)"),
])
def test_an_address_that_is_pasted_over_words_becomes_their_link(desks: Callable[..., Desk], before: str, selected: str,
                                                                 pasted: str, after: str) -> None:
    desk = desks()
    desk.pane.show_text(before)
    select(desk, selected)
    data = QMimeData()
    data.setText(pasted)
    desk.pane.insertFromMimeData(data)
    assert desk.pane.text() == after
