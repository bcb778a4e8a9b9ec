"""An article that changed after it was highlighted: the reader says so and shows what was read, marks and all."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell
from tests.ui.test_highlights_in_reader import LONG, highlights, read, select

BEFORE = LONG + "<p>Knowledge is a flow and not a stock.</p>" + LONG
AFTER = "<p>It was all rewritten.</p>" + LONG


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> SeekPage:
    """Highlighted as it was, and changed since."""
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    read(qtbot, shell, found, BEFORE)
    select(found, "a flow and not a stock")
    shell.commands.run("seek.highlight")
    qtbot.waitUntil(lambda: len(highlights(shell)) == 1)
    read(qtbot, shell, found, AFTER)
    qtbot.waitUntil(found.view.former.isVisible)
    return found


def text(page: SeekPage) -> str:
    return page.view.pane.toPlainText()


def test_what_was_highlighted_is_shown_with_its_mark_and_back(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    assert page.view.former.text.text() == "This article has changed since you highlighted it."
    assert not page.view.pane.marks
    page.view.former.buttons[0].click()
    assert "a flow and not a stock" in text(page)
    assert "rewritten" not in text(page)
    mark = page.view.pane.marks[0]
    assert text(page)[mark.start:mark.end] == "a flow and not a stock"
    assert page.view.pane.boxes(mark.start, mark.end), "the highlight is in sight"
    assert page.view.former.text.text().startswith("As it read when you highlighted it, on ")
    shell.commands.run("seek.former")
    qtbot.waitUntil(lambda: "rewritten" in text(page))
    assert page.view.former.text.text() == "This article has changed since you highlighted it."


def test_every_version_that_was_highlighted_is_reached(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    select(page, "all rewritten")
    shell.commands.run("seek.highlight")
    qtbot.waitUntil(lambda: len(highlights(shell)) == 2)
    read(qtbot, shell, page, "<p>Once more it is another.</p>" + LONG)
    former = page.view.former
    qtbot.waitUntil(lambda: former.isVisible() and "Once more" in text(page))

    def press(words: str, shown: str) -> list[str]:
        next(button for button in former.buttons if button.text() == words).click()
        qtbot.waitUntil(lambda: shown in text(page))
        return [button.text() for button in former.buttons]

    assert press("Show what you highlighted", "all rewritten") == ["As it is now", "Older version"]
    assert press("Older version", "a flow and not a stock") == ["As it is now", "Newer version"]
    page.view.acts._written(page.view.pane.marks[0].id, "Still true.")
    qtbot.waitUntil(lambda: "Still true." in [one.comment for one in highlights(shell)])
    assert "a flow and not a stock" in text(page), "writing leads nowhere else"
    assert press("Newer version", "all rewritten") == ["As it is now", "Older version"]
    assert press("As it is now", "Once more") == ["Show what you highlighted"]


def test_in_a_former_version_nothing_new_is_highlighted_and_words_are_written_all_the_same(
        qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    said: list[Notice] = []
    shell.notices.said.connect(said.append)
    shell.commands.run("seek.former")
    select(page, "Sentence 3 of")
    for act in ("seek.highlight", "seek.green"):
        shell.commands.run(act)
    page.view.acts.join()
    page.view.acts.reshape()
    assert {one.text for one in said} == {"This is a former version. Highlight in the article as it is now."}
    name = highlights(shell)[0].highlight_id
    page.view.acts._written(name, "Still true.")
    qtbot.waitUntil(lambda: [one.comment for one in highlights(shell)] == ["Still true."])
    assert len(page.view.pane.marks) == 1
    page.view.acts._remove(name)
    qtbot.waitUntil(lambda: "rewritten" in text(page))
    assert not page.view.former.isVisible()


def test_an_article_as_it_was_highlighted_says_nothing(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, BEFORE)
    qtbot.waitUntil(lambda: len(page.view.pane.marks) == 1)
    assert not page.view.former.isVisible()
    page.step(1)
    assert not page.view.former.isVisible()
    former = next(one for one in shell.commands.all() if one.id == "seek.former")
    assert not former.enabled()
