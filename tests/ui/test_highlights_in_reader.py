"""Highlights in the reader by keys and mouse: made, written on, coloured, widened, joined, taken away, undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.model import ArticleBody
from pkm_app.sense.model import Highlight
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from tests.ui.test_redo import at_rest

PARAGRAPH = "Sentence {n} of a long article that goes on for a while so that one has to scroll. "
LONG = "".join(f"<p>{PARAGRAPH.format(n=n) * 4}</p>" for n in range(30))
MIXED = """<h2>A heading of it</h2>
<p>One <em>emphasis</em> and a <a href="https://example.org/x">link to it</a> here.</p>
<ul><li>first item</li><li>second item</li></ul><pre><code>code = 1</code></pre>
<table><tr><th>who</th><th>what</th></tr><tr><td>Ann left</td><td>Bert right</td></tr></table>
<p>After the table<sup><a href="#fn1" id="fnref1">1</a></sup>.</p><ol><li id="fn1">A footnote says more.</li></ol>
<p>The end of it all.</p>"""


@pytest.fixture
def page(shell: Shell) -> SeekPage:
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    return found


def read(qtbot: QtBot, shell: Shell, page: SeekPage, html: str) -> None:
    """Show an article with this text."""
    seek = shell.context.services.seek
    clean = clean_html(html)
    text = canonical_text(clean)
    seek.bodies["a00000"] = ArticleBody(clean, text, "x")  # type: ignore[attr-defined]  # the demo's own
    if page.view.article is None:
        page.open_article("a00000")
    else:
        page.view.show_article(seek.find_article("a00000"))
    qtbot.waitUntil(lambda: text.split("\n")[0][:30] in page.view.pane.toPlainText())


def select(page: SeekPage, first: str, last: str = "") -> None:
    pane = page.view.pane
    text = pane.document().toPlainText()
    start = text.index(first)
    end = text.index(last, start) + len(last) if last else start + len(first)
    cursor = pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.setFocus()


def highlights(shell: Shell) -> list[Highlight]:
    services: Services = shell.context.services
    return [one.highlight for one in services.highlighting.of_article(services.seek.find_article("a00000"))]


def add(qtbot: QtBot, shell: Shell, page: SeekPage, first: str, last: str = "") -> None:
    before = len(highlights(shell))
    select(page, first, last)
    qtbot.keyClicks(page.view.pane, "h")
    qtbot.waitUntil(lambda: len(page.view.comments.cards) == before + 1)


def undo(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def in_sight(page: SeekPage, widget: QWidget) -> bool:
    viewport = page.view.pane.viewport()
    box = QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size())
    return viewport.rect().contains(box)


@pytest.mark.parametrize("words", ["Sentence 0 of a long article", "Sentence 2 of a long article"])
@pytest.mark.parametrize("scrolled", [0, 90])
def test_select_h_n_a_sentence_esc_moves_nothing_and_shows_both(
        qtbot: QtBot, shell: Shell, page: SeekPage, words: str, scrolled: int) -> None:
    shell.resize(1024, 700)
    read(qtbot, shell, page, LONG)
    pane = page.view.pane
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 500)
    select(page, words)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + scrolled)
    before = bar.value()
    qtbot.keyClicks(pane, "h")
    qtbot.waitUntil(lambda: len(page.view.comments.cards) == 1)
    qtbot.keyClicks(pane, "n")
    card = next(iter(page.view.comments.cards.values()))
    qtbot.waitUntil(card.field.hasFocus)
    qtbot.keyClicks(card.field, "What I think of it, jk.")
    mark = pane.marks[0]
    assert in_sight(page, card)
    for box in pane.boxes(mark.start, mark.end):
        assert not box.toRect().intersects(QRect(card.pos(), card.size())), "the card stands on the words"
    assert bar.value() == before
    qtbot.keyClick(card.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [h.comment for h in highlights(shell)] == ["What I think of it, jk."])
    qtbot.waitUntil(lambda: card._saved == "What I think of it, jk.")
    qtbot.waitUntil(pane.hasFocus)
    assert bar.value() == before
    assert pane.boxes(mark.start, mark.end)


def test_a_card_stands_below_the_paragraph_of_its_highlight(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    before = page.view.pane.document().toPlainText()
    add(qtbot, shell, page, "Sentence 1 of a long article")
    pane, card = page.view.pane, next(iter(page.view.comments.cards.values()))
    assert pane.document().toPlainText() == before, "room is made without a character"
    start = before.index("Sentence 2 of")
    last = pane.boxes(before.index("Sentence 1 of"), start - 1)[-1]
    following = pane.boxes(start, start + 8)[0]
    assert last.bottom() < card.y()
    assert card.y() + card.height() < following.top()
    gap = following.top() - card.y()
    pane.verticalScrollBar().setValue(100)
    assert pane.boxes(start, start + 8)[0].top() - card.y() == pytest.approx(gap, abs=1)


@pytest.mark.parametrize(("first", "last"), [
    ("One emphasis and a link", ""), ("heading of it", "emphasis"), ("here.", "second item"), ("item", "code"),
    ("Ann left", "Bert right"), ("right", "After the table"), ("After the table1", ""), ("footnote says", "end of it"),
])
def test_across_every_kind_of_block(
        qtbot: QtBot, shell: Shell, page: SeekPage, first: str, last: str) -> None:
    read(qtbot, shell, page, MIXED)
    add(qtbot, shell, page, first, last)
    made = highlights(shell)[0]
    assert made.where == "exact"
    if first == "right":  # a selection that leaves a table takes all of it, and shows so
        first = "who"
    assert made.exact.startswith(first.split()[0])
    assert made.exact.endswith((last or first).split()[-1])
    pane = page.view.pane
    mark = pane.marks[0]
    text = pane.document().toPlainText()
    assert text[mark.start:mark.end].split()[0].startswith(first.split()[0])
    for box in pane.boxes(mark.start, mark.end):
        spot = pane.cursorForPosition(box.center().toPoint()).position()
        assert mark.start <= spot <= mark.end, "painted where its words are, in a table too"


def test_a_click_on_a_highlight_offers_what_can_be_done(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, MIXED)
    add(qtbot, shell, page, "Bert right")
    pane, bar = page.view.pane, page.view.bar
    box = pane.boxes(pane.marks[0].start, pane.marks[0].end)[0]
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert bar.isVisible()
    assert bar.mark == pane.marks[0].id
    bar.colour.emit("pink")
    qtbot.waitUntil(lambda: highlights(shell)[0].colour == "pink")
    qtbot.waitUntil(lambda: pane.marks[0].colour == "pink")
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: pane.marks[0].colour == "yellow")


def test_colours_and_steps_by_keys(qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    read(qtbot, shell, page, MIXED)
    select(page, "emphasis")
    qtbot.keyClicks(page.view.pane, "3")
    qtbot.waitUntil(lambda: [h.colour for h in highlights(shell)] == ["blue"])
    qtbot.waitUntil(lambda: len(page.view.comments.cards) == 1)
    add(qtbot, shell, page, "The end of it all.")
    select(page, "A heading")
    cursor = page.view.pane.textCursor()
    cursor.clearSelection()
    cursor.setPosition(0)
    page.view.pane.setTextCursor(cursor)
    qtbot.keyClicks(page.view.pane, "]")
    first = page.view.bar.mark
    qtbot.keyClicks(page.view.pane, "2")
    qtbot.waitUntil(lambda: [h.colour for h in highlights(shell)] == ["green", "blue"])
    qtbot.keyClicks(page.view.pane, "]")
    qtbot.keyClicks(page.view.pane, "]")
    assert page.view.bar.mark not in ("", first)
    qtbot.keyClicks(page.view.pane, "]")
    assert said[-1].text == "There is no other highlight there."


def test_delete_takes_away_and_undo_puts_back_with_its_words(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, MIXED)
    add(qtbot, shell, page, "emphasis")
    made = highlights(shell)[0]
    shell.context.services.sense.set_comment(made.highlight_id, "Mine.")
    qtbot.keyClicks(page.view.pane, "[")
    qtbot.keyClick(page.view.pane, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not page.view.comments.cards)
    assert highlights(shell) == []
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: made.highlight_id in page.view.comments.cards)
    assert [(h.highlight_id, h.comment) for h in highlights(shell)] == [(made.highlight_id, "Mine.")]


def test_the_extent_follows_the_selection(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    read(qtbot, shell, page, MIXED)
    add(qtbot, shell, page, "emphasis")
    made = highlights(shell)[0]
    select(page, "One emphasis and a link")
    page.view.pane.selected.emit(True)
    offered = {key for key, button in page.view.bar._others.items() if not button.isHidden()}
    assert {"reshape", "join"} <= offered
    qtbot.keyClicks(page.view.pane, "e")
    qtbot.waitUntil(lambda: [h.exact for h in highlights(shell)] == ["One emphasis and a link"])
    assert highlights(shell)[0].highlight_id == made.highlight_id
    qtbot.waitUntil(lambda: [notice.text for notice in said][-1:] == ["Another extent."])
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: [h.exact for h in highlights(shell)] == ["emphasis"] and at_rest(shell))


def test_overlapping_and_adjoining_ones_are_joined(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, MIXED)
    add(qtbot, shell, page, "One emphasis and")
    add(qtbot, shell, page, "emphasis and a link")
    add(qtbot, shell, page, "to it here")
    for highlight, words in zip(highlights(shell), ("First.", "Second.", "Third."), strict=True):
        shell.context.services.sense.set_comment(highlight.highlight_id, words)
    before = {h.highlight_id: (h.exact, h.comment) for h in highlights(shell)}
    select(page, "and a link to")
    qtbot.keyClicks(page.view.pane, "m")
    qtbot.waitUntil(lambda: len(highlights(shell)) == 1)
    assert highlights(shell)[0].exact == "One emphasis and a link to it here"
    assert highlights(shell)[0].comment == "First.\n\nSecond.\n\nThird."
    qtbot.waitUntil(lambda: len(page.view.pane.marks) == 1)
    undo(qtbot, shell)
    qtbot.waitUntil(lambda: {h.highlight_id: (h.exact, h.comment) for h in highlights(shell)} == before)


def test_what_cannot_be_done_is_said(qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    read(qtbot, shell, page, MIXED)
    acts: tuple[Callable[[], None], ...] = (page.view.acts.join, page.view.acts.reshape, page.view.acts.remove)
    for act in acts:
        act()
        assert said[-1].kind == "warning"
    add(qtbot, shell, page, "emphasis")
    qtbot.keyClicks(page.view.pane, "]")
    page.view.acts.join()
    assert said[-1].text == "No other highlight touches this one."


def test_a_lost_highlight_stands_under_the_text(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, MIXED)
    add(qtbot, shell, page, "One emphasis and a link")
    name = highlights(shell)[0].highlight_id
    read(qtbot, shell, page, "<p>Another text altogether.</p>")
    qtbot.waitUntil(lambda: not page.view.comments.lost.isHidden())
    assert page.view.comments.cards[name].parent() is page.view.comments.lost
    assert page.view.pane.marks == ()


def test_the_full_text_comes_and_goes(qtbot: QtBot, shell: Shell, page: SeekPage, demo_web: object) -> None:
    from tests.fakes.seek import Page
    from tests.seek.test_pagetext import page as web_page
    from tests.seek.test_pagetext import paragraphs

    read(qtbot, shell, page, "<p>A summary …</p>")
    article = page.view.article
    assert article is not None
    qtbot.keyClicks(page.list, "f")
    qtbot.waitUntil(lambda: "404" in page.view.banner.text.text() or "does not" in page.view.banner.text.text()
                    or len(page.view.banner.buttons) == 1)
    assert "A summary" in page.view.pane.toPlainText()
    assert not page.view.tools.buttons["full"].isChecked()
    demo_web.pages[article.url] = Page(web_page(paragraphs()), "text/html")  # type: ignore[attr-defined]
    qtbot.mouseClick(page.view.banner.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Sociaal leren" in page.view.pane.toPlainText())
    assert page.view.banner.isHidden()
    assert page.view.tools.buttons["full"].isChecked()
    qtbot.keyClicks(page.list, "f")
    qtbot.waitUntil(lambda: "A summary" in page.view.pane.toPlainText())
