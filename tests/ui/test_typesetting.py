"""How text is set: even bold, marks that eat nothing, tables and tasks, titles, cards as wide as the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pkm_app.content.markdown import to_html
from pkm_app.sense.model import Highlight
from pkm_app.ui.look import Look
from pkm_app.ui.pasted import link_at
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_document import Head, make_document, recolour
from pkm_app.ui.seek.comments import CommentCard
from pkm_app.ui.theme import Scheme
from pkm_app.ui.writing import WritingPane
from tests.ui.desk import Desk

TABLE = "| wie | wat |\n| --- | --- |\n| **Anne** | vraagt |\n"
LONG = "One sentence after the other, so that there is something to read here. " * 12


def blocks(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def named(document: QTextDocument, beginning: str) -> QTextBlock:
    return next(block for block in blocks(document) if block.text().startswith(beginning))


def tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def top(document: QTextDocument, beginning: str) -> float:
    return document.documentLayout().blockBoundingRect(named(document, beginning)).top()


def laid_out(document: QTextDocument, width: int = 560) -> QTextDocument:
    document.setTextWidth(width)
    document.size()  # it lays out lazily
    return document


def left(document: QTextDocument, beginning: str, at: int = 0) -> float:
    """Return where a letter of a paragraph stands."""
    line = named(document, beginning).layout().lineAt(0)
    return float(line.cursorToX(at)[0])


def test_nothing_is_bolder_than_the_face_has_it(look: Look) -> None:
    document = make_document(to_html(f"# Kop met **vet**\n\nEen **plek**.\n\n{TABLE}"), look).document
    weights = set()
    for block in blocks(document):
        iterator = block.begin()
        while not iterator.atEnd():
            weights.add(iterator.fragment().charFormat().fontWeight())
            iterator += 1
    assert weights == {400, 600}


def test_a_table_has_the_lines_of_the_theme_of_the_moment(look: Look) -> None:
    look.set_scheme("light")
    document = make_document(to_html(TABLE), look).document
    look.set_scheme("dark")
    recolour(document, look)
    cell = tables(document)[0].cellAt(1, 1).format().toTableCellFormat()
    assert cell.topBorderBrush().color() == cell.leftBorderBrush().color() == look.color("line")
    assert cell.topBorder() == 1


def test_a_table_stands_apart_from_what_is_around_it(look: Look) -> None:
    document = laid_out(make_document(to_html(f"> words\n\n{TABLE}\n```\ncode\n```\n"), look).document)
    above = top(document, "wie") - top(document, "words")
    below = top(document, "code") - top(document, "vraagt")
    assert 44 < above < 60
    assert 40 < below < 60


def test_the_box_of_a_task_stands_in_place_of_the_disc(look: Look) -> None:
    document = laid_out(make_document(to_html("- een punt\n- [ ] nog te doen\n- [x] gedaan\n"), look).document)
    assert named(document, "een punt").textList() is not None
    for words in ("☐ nog te doen", "☑ gedaan"):
        assert named(document, words).textList() is None
        assert abs(left(document, words, 2) - left(document, "een punt")) < 1.5
    assert left(document, "☐ nog te doen") > 0


def test_a_title_of_two_lines_is_one_title(look: Look) -> None:
    document = laid_out(make_document("<p>x</p>", look, 18, Head("", "A title of many words " * 6, "")).document)
    layout = document.findBlockByNumber(0).layout()
    assert layout.lineCount() > 2
    assert layout.lineAt(2).y() - layout.lineAt(1).y() == pytest.approx(1.22 * 31, abs=1)


def test_a_title_of_three_hundred_letters_is_set_smaller(look: Look) -> None:
    document = laid_out(make_document("<p>x</p>", look, 18, Head("", "A title of many words " * 14, "")).document)
    layout = document.findBlockByNumber(0).layout()
    assert layout.lineAt(2).y() - layout.lineAt(1).y() == pytest.approx(1.22 * 23, abs=1)


@pytest.mark.parametrize("link", [
    "[[Ann - On words and on very much else of which one can write#^hl-abcdefghij|Ann]]",
    "[Ann](https://example.org/a/rather/long/address/of/a/page/with/many/parts)",
])
def test_hidden_marks_leave_the_space_beside_them(writing: WritingPane, link: str) -> None:
    writing.show_text(f"\n> — {link} wrote\n")
    block = writing.document().findBlockByNumber(1)
    line = block.layout().lineAt(0)

    def x(sign: str) -> float:
        return float(line.cursorToX(block.text().index(sign))[0])

    assert x("Ann" if link.startswith("[A") else "|Ann") - x("—") > 14 + 2
    places = [float(line.cursorToX(at)[0]) for at in range(block.length())]
    assert places == sorted(places), "nothing takes less than no room"
    assert places[-1] - x(" wrote") > 30


def test_the_sign_that_ends_a_sentence_is_not_of_the_address(writing: WritingPane) -> None:
    text = "See https://example.org/here?a=b. And (https://example.org/there), too."
    writing.show_text(f"\n{text}")
    underlined = set()
    for span in writing.document().findBlockByNumber(1).layout().formats():
        if span.format.fontUnderline():
            underlined |= set(range(span.start, span.start + span.length))
    first = text.index("https")
    assert set(range(first, first + len("https://example.org/here?a=b"))) <= underlined
    assert text.index(". And") not in underlined
    assert link_at(text, first + 3) == "https://example.org/here?a=b"


def test_a_card_in_the_text_is_as_wide_as_the_text_and_no_higher_than_its_words(qtbot: QtBot, look: Look) -> None:
    comment = "Conditions: for our team a question that people already ask, and someone who answers first."
    highlight = Highlight("abcdefghij", "sources/x.md", "", "some words", comment=comment)
    pane = ReadingPane(look)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    pane.show_document(make_document(f"<p>{LONG}</p>", look))
    kept: dict[str, str] = {}

    class Kept:
        def get(self, key: str, default: str = "") -> str:
            return kept.get(key, default)

        def put(self, key: str, value: str) -> None:
            kept[key] = value

    card = CommentCard(look, Kept(), highlight)  # type: ignore[arg-type]  # nothing else of the settings is used
    card.grown.connect(pane.refoot)
    pane.show()
    pane.inserts.show([(card, 5, 20)])
    pitch = card.field.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: card.field.height() == 2 * pitch + 4 and card.width() == pane.viewport().width())
    pane.resize(800, 300)
    qtbot.waitUntil(lambda: card.field.height() == 2 * pitch + 4 and card.width() == pane.viewport().width())


def test_the_preview_stands_where_the_text_stands(desks: Callable[..., Desk]) -> None:
    desk = desks(f"{LONG}\n")
    text = desk.pane.viewport().mapTo(desk.page, desk.pane.cursorRect(QTextCursor(desk.pane.document())).topLeft()).x()
    desk.editor.show_preview(True)
    shown = desk.editor.preview
    desk.qtbot.waitUntil(lambda: "One sentence" in shown.toPlainText())
    desk.qtbot.waitUntil(lambda: shown.viewport().mapTo(
        desk.page, shown.cursorRect(QTextCursor(shown.document())).topLeft()).x() == text)
    assert shown.column() == desk.pane.column()


def test_what_differs_is_seen_in_another_theme_too(desks: Callable[..., Desk], look: Look) -> None:
    desk = desks("The first text.\n")
    dialog = desk.with_history()
    desk.shell.context.look.set_scheme("dark")
    QApplication.sendPostedEvents()
    cursor = dialog.shown.document().find("The")
    assert cursor.charFormat().foreground().color() == desk.shell.context.look.color("ink")
    cursor = dialog.shown.document().find("first")
    assert cursor.charFormat().foreground().color() == desk.shell.context.look.color("error")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_line_between_parts_is_a_line_of_the_theme(qtbot: QtBot, look: Look, scheme: Scheme) -> None:
    pane = ReadingPane(look)
    qtbot.addWidget(pane)
    pane.resize(400, 200)
    pane.show_document(make_document("<p>One.</p><hr><p>Two.</p>", look))
    look.set_scheme(scheme)
    image = pane.viewport().grab().toImage()
    column = {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}
    assert column == {look.color("surface").name(), look.color("line").name()}
