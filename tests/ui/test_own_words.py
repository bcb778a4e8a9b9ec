"""Words of one's own at a highlight, where a link to a question stands among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from pkm_app.sense.model import Highlight
from pkm_app.ui.look import Look
from pkm_app.ui.seek.comments import CommentCard
from pkm_app.ui.sense.highlight_page import HighlightPage
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo

LINK = "[[Hoe zet je social learning in]]"
ID = "abcdefghij"


def test_what_came_from_elsewhere_does_not_wait_to_be_saved(qtbot: QtBot, look: Look, services: Services) -> None:
    settings = services.settings
    highlight = Highlight(ID, "sources/A.md", "a", "Some words.", comment="Mine.")
    card = CommentCard(look, settings, highlight)
    qtbot.addWidget(card)
    card.take(replace(highlight, comment=f"Mine.\n\n{LINK}"), lost=False, approximate=False)
    assert card.field.toPlainText() == f"Mine.\n\n{LINK}"
    assert settings.get(f"unsaved.comment.{ID}") == ""
    card.field.setPlainText("Mine, and more.")
    assert settings.get(f"unsaved.comment.{ID}") == "Mine, and more."


def test_a_link_shows_its_words_until_the_caret_comes(
        qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    demo = demos(full=True)
    name = demo.services.highlighting.listing()[0].highlight.highlight_id
    demo.services.sense.set_comment(name, LINK)
    shell = windows(demo.services, "light", "en")
    shell.show()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.go("highlight", name)
    page = shell.findChild(HighlightPage)
    assert page is not None
    field = page.findChild(QTextEdit)
    assert field is not None

    def hidden() -> str:
        spans = field.document().firstBlock().layout().formats()
        return "".join(LINK[span.start:span.start + span.length] for span in spans
                       if span.format.foreground().color().alpha() == 0)

    qtbot.waitUntil(lambda: field.toPlainText() == LINK and hidden() == "[[]]")
    field.setFocus()
    qtbot.waitUntil(lambda: hidden() == "")
    assert field.toPlainText() == LINK


def test_the_colour_of_a_highlight_is_the_edge_of_its_card_and_shines_through_nowhere_else(
        qtbot: QtBot, look: Look, services: Services) -> None:
    drawn = []
    for colour in ("yellow", "blue"):
        card = CommentCard(look, services.settings, Highlight(ID, "sources/A.md", "a", "Some words.", colour=colour))
        qtbot.addWidget(card)
        card.resize(300, 60)
        drawn.append(card.grab().toImage())
    assert drawn[0].pixelColor(1, 30) != drawn[1].pixelColor(1, 30)
    assert drawn[0].copy(150, 0, 150, 60) == drawn[1].copy(150, 0, 150, 60)


def test_a_comment_in_the_text_shows_the_words_of_a_link_and_is_no_higher_than_they_are(
        qtbot: QtBot, look: Look, services: Services) -> None:
    long = f"[[sources/{'A name that is very long ' * 8}|this]] **so**"
    heights = {}
    for words in (long, "this so"):
        card = CommentCard(look, services.settings, Highlight(ID, "sources/A.md", "a", "Some words.", comment=words))
        qtbot.addWidget(card)
        card.resize(320, 120)
        card.show()
        qtbot.waitExposed(card)
        heights[words] = card._wanted_height()
        if words == long:
            first = card.field.document().firstBlock().layout()
            qtbot.waitUntil(lambda: (0, long.index("|") + 1) in [
                (span.start, span.length) for span in first.formats()  # noqa: B023  asked before the next turn
                if span.format.foreground().color().alpha() == 0])
            card._show_marks(True)  # somebody comes to write
            assert card._wanted_height() > heights[long]
            card.save()
            assert card.field.toPlainText() == long
        card.hide()
    assert heights[long] == heights["this so"]
