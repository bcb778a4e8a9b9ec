"""The reading pane: it fetches nothing, opens the web only, and is set as the design asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextBlock, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.look import Look
from pkm_app.ui.reading import Mark, ReadingPane
from pkm_app.ui.reading_document import Head, InertDocument, make_document
from pkm_app.ui.selection_bar import SelectionBar
from pkm_app.ui.widgets import Label, name

RED = QColor("#FF0000")
LONG = "<p>" + "A sentence that is read in an even line. " * 40 + "</p>"


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> ReadingPane:
    made = ReadingPane(look, "seek")
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def red_file(tmp_path: Path) -> Path:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(RED)
    path = tmp_path / "red.png"
    assert image.save(str(path))
    return path


def _is_red_anywhere(widget: QWidget) -> bool:
    image = widget.grab().toImage()
    return any(image.pixelColor(x, y) == RED for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))


def test_trap_19_no_local_picture_is_painted(
        qtbot: QtBot, pane: ReadingPane, red_file: Path, look: Look) -> None:
    """Qt paints pictures of the disk that HTML names; here no way leads to one."""
    url = QUrl.fromLocalFile(str(red_file)).toString()
    html = f'<p>before</p><img src="{url}" width="64" height="64"><img src="{red_file}"><p>after</p>'
    careless = QTextBrowser()
    qtbot.addWidget(careless)
    careless.resize(400, 300)
    careless.setHtml(html)
    assert _is_red_anywhere(careless), "Qt no longer paints local pictures by itself; this test proves nothing"
    pane.setHtml(html)
    assert not _is_red_anywhere(pane)
    document = InertDocument()
    document.setHtml(html)
    document.adjustSize()
    careless.setDocument(document)
    assert not _is_red_anywhere(careless)
    pane.show_document(make_document(html, look))
    assert not _is_red_anywhere(pane)
    assert "before" in pane.toPlainText()


def test_trap_19_no_style_sheet_is_read(pane: ReadingPane, tmp_path: Path, look: Look) -> None:
    style = tmp_path / "evil.css"
    style.write_text("p { background-color: #FF0000; color: #FF0000; }")
    html = f'<link rel="stylesheet" href="{QUrl.fromLocalFile(str(style)).toString()}"><p>words on paper</p>'
    pane.setHtml(f"<html><head>{html}</head><body><p>words on paper</p></body></html>")
    assert not _is_red_anywhere(pane)
    pane.show_document(make_document(html, look))
    assert not _is_red_anywhere(pane)


def test_trap_19_labels_and_tips_show_foreign_text_as_it_is(qtbot: QtBot, look: Look, red_file: Path) -> None:
    title = f'<img src="{QUrl.fromLocalFile(str(red_file)).toString()}" width="64" height="64"> & <b>bold</b>'
    for wrap in (False, True):
        label = Label(look, "ink", wrap=wrap)
        qtbot.addWidget(label)
        label.setText(title)
        label.resize(500, 80)
        label.show()
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert not _is_red_anywhere(label)
        name(label, title)
        assert "<img" not in label.toolTip()
        assert "&lt;img" in label.toolTip()


class Opened(QObject):
    """Stands in for the desktop: takes what would have been opened."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


@pytest.fixture
def opened() -> Iterator[Opened]:
    taker = Opened()
    schemes = ("http", "https", "mailto", "file", "ftp", "javascript", "data", "obsidian", "qrc")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, taker, "take")
    yield taker
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


def test_clicks_open_the_web_and_mail_and_nothing_else(pane: ReadingPane, opened: Opened, look: Look) -> None:
    for address in ("https://example.org/a", "http://example.org/", "mailto:a@example.org", "file:///etc/passwd",
                    "javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "obsidian://open", "qrc:/x"):
        pane.anchorClicked.emit(QUrl(address))
    assert opened.urls == ["https://example.org/a", "http://example.org/", "mailto:a@example.org"]


def test_a_link_is_reached_and_opened_by_keys(qtbot: QtBot, pane: ReadingPane, opened: Opened, look: Look) -> None:
    pane.show_document(make_document('<p>See <a href="https://example.org/x">this page</a>.</p>', look))
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_Tab)
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert opened.urls == ["https://example.org/x"]
    assert "this page" in pane.toPlainText()


@pytest.mark.parametrize("size", [16, 18, 20, 22])
def test_the_column_holds_62_to_72_characters(pane: ReadingPane, look: Look, size: int) -> None:
    pane.resize(1200, 700)
    text = "De samenstelling van een gewone regel tekst in twee talen is what a reader meets most of the time. " * 8
    pane.show_document(make_document(f"<p>{text}</p>", look, size), size)
    block = pane.document().begin()
    pane.grab()
    lengths = [block.layout().lineAt(n).textLength() for n in range(1, block.layout().lineCount() - 1)]
    assert 60 <= sum(lengths) / len(lengths) <= 72
    pitch = block.layout().lineAt(2).y() - block.layout().lineAt(1).y()
    assert pitch == pytest.approx(size * 1.65, abs=1)


def test_a_narrow_pane_and_wide_matter_never_scroll_sideways(pane: ReadingPane, look: Look) -> None:
    pane.resize(420, 500)
    wide = "x" * 400
    pane.show_document(make_document(f"<pre>{wide}</pre><p>{wide}</p>", look))
    pane.grab()
    assert pane.document().size().width() <= pane.viewport().width() + 1


def test_headings_keep_their_level_and_their_own_size(pane: ReadingPane, look: Look) -> None:
    pane.show_document(make_document("<h2>Head</h2><p>Text</p>", look, 18))
    block = pane.document().begin()
    assert block.blockFormat().headingLevel() == 2
    assert _font_size(block) == pytest.approx(18 * 1.25, abs=1)
    assert _font_size(block.next()) == 18


def test_the_head_of_an_article_is_plain_text(pane: ReadingPane, look: Look) -> None:
    prepared = make_document("<p>body</p>", look, 18, Head("A & B", "<b>not bold</b>", "line"))
    pane.show_document(prepared)
    assert pane.toPlainText().splitlines() == ["A & B", "<b>not bold</b>", "line", "body"]
    assert prepared.document.characterAt(prepared.body_start) == "b"


def test_highlights_are_painted_under_their_words_in_the_colour_of_the_theme(
        qtbot: QtBot, pane: ReadingPane, look: Look) -> None:
    pane.show_document(make_document(LONG, look))
    pane.set_marks([Mark("hl-1", 10, 60, "yellow")])
    qtbot.waitExposed(pane)
    boxes = pane.boxes(10, 60)
    image = pane.viewport().grab().toImage()
    inside = boxes[0].center().toPoint()
    colours = {image.pixelColor(inside.x() + dx, round(boxes[0].top()) + 3).name().upper() for dx in range(-40, 40)}
    assert look.theme.roles["yellow"] in colours
    look.set_scheme("dark")
    image = pane.viewport().grab().toImage()
    colours = {image.pixelColor(inside.x() + dx, round(boxes[0].top()) + 3).name().upper() for dx in range(-40, 40)}
    assert look.theme.roles["yellow"] in colours
    assert pane.mark_at(30) == "hl-1"
    assert pane.mark_at(200) == ""


def test_the_bar_stands_below_the_selection_and_hides_when_scrolled(
        qtbot: QtBot, pane: ReadingPane, look: Look) -> None:
    bar = SelectionBar(look, pane)
    pane.show_document(make_document(LONG * 4, look))
    qtbot.waitExposed(pane)
    cursor = pane.textCursor()
    cursor.setPosition(20)
    cursor.setPosition(150, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.selected.emit(True)
    assert bar.isVisible()
    end = pane.selection_box().translated(pane.viewport().pos())
    assert bar.y() >= end.bottom()
    assert bar.x() >= 0
    assert bar.geometry().right() <= pane.width()
    assert pane.focusWidget() is not bar
    pane.verticalScrollBar().setValue(100)
    assert not bar.isVisible()


def test_paging_ends_at_the_end(pane: ReadingPane, look: Look, qtbot: QtBot) -> None:
    pane.show_document(make_document(LONG * 3, look))
    qtbot.waitExposed(pane)
    pages = 0
    while pane.page(1):
        pages += 1
    assert 1 <= pages < 20
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()
    assert pane.page(-1)


def test_what_stands_under_the_text_scrolls_with_it(pane: ReadingPane, look: Look, qtbot: QtBot) -> None:
    pane.show_document(make_document(LONG, look))
    foot = QWidget()
    foot.setFixedHeight(200)
    pane.set_footing(foot)
    qtbot.waitExposed(pane)
    height = pane.document().documentLayout().documentSize().height()
    assert foot.y() + foot.height() <= height
    last = pane.boxes(0, pane.document().characterCount() - 1)[-1]
    assert foot.y() >= last.bottom()


@pytest.mark.parametrize("footed", [False, True])
def test_what_stands_below_the_last_paragraph_is_reached_and_covers_nothing(
        pane: ReadingPane, look: Look, qtbot: QtBot, footed: bool) -> None:
    pane.show_document(make_document(LONG * 3, look))
    qtbot.waitExposed(pane)
    bar, foot, card = pane.verticalScrollBar(), QWidget(), QWidget()
    before = pane.document().size().height()
    for widget, height in ((foot, 60), (card, 120)):
        widget.setFixedHeight(height)
    if footed:
        pane.set_footing(foot)
    end = pane.document().characterCount() - 1
    pane.inserts.show([(card, end - 10, end)])
    pane.refoot()
    bar.setValue(bar.maximum())
    assert card.y() >= pane.boxes(end - 10, end)[-1].bottom()
    assert card.geometry().bottom() < (foot.y() if footed else pane.viewport().height())
    pane.inserts.show([])
    pane.refoot()
    assert pane.document().size().height() == pytest.approx(before + (60 if footed else 0), abs=1)


def test_a_bullet_stands_clear_of_its_words(pane: ReadingPane, look: Look) -> None:
    pane.show_document(make_document("<ul><li>one</li></ul><ol><li>first</li></ol>", look, 18))
    image = pane.viewport().grab().toImage()
    text = pane.boxes(0, 3)[0]
    row = round(text.center().y())
    ink = [x for x in range(round(text.left())) for y in range(row - 8, row + 8)
           if image.pixelColor(x, y).lightness() < 128]
    assert ink, "there is one"
    assert 3 <= max(ink) - min(ink) <= 8
    assert text.left() - max(ink) >= 7
    items = pane.document().begin().next().textList()
    assert items is not None
    assert items.format().style() == QTextListFormat.Style.ListDecimal


def test_the_caret_is_seen_by_who_reads_with_keys_alone(qtbot: QtBot, pane: ReadingPane, look: Look) -> None:
    pane.show_document(make_document("<p>Some words.</p>", look))
    pane.setFocus()
    assert pane.cursorWidth() == 0, "nobody takes it for a field"
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.cursorWidth() > 0
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton)
    assert pane.cursorWidth() == 0


def test_no_line_of_the_head_begins_with_a_dot(look: Look) -> None:
    document = make_document("<p>x</p>", look, 18, Head("", "Title", "One · two")).document
    assert document.begin().next().text() == "One\u00a0· two"


@pytest.mark.parametrize("html", [
    "<blockquote><p>Said</p><p>— <a href='x.md'>Ann</a></p></blockquote><p>— mine</p>",
    "<blockquote><p>Said</p></blockquote><p>— <a href='x.md'>Ann</a></p><p>— mine</p>"])
def test_a_credit_stands_small_and_close_below_its_quotation_in_a_text_of_ones_own(look: Look, html: str) -> None:
    document = make_document(html, look, 18, None, "share").document
    quote = document.begin()
    credit, mine = quote.next(), quote.next().next()
    assert quote.blockFormat().bottomMargin() < mine.blockFormat().bottomMargin()
    form = credit.begin().fragment().charFormat()
    assert (form.font().pixelSize(), form.foreground().color()) == (14, look.color("ink2"))
    assert mine.charFormat().font().pixelSize() == 18
    theirs = make_document(html, look, 18).document
    form = theirs.begin().next().begin().fragment().charFormat()
    assert form.font().pixelSize() == 18, "what others wrote stays as it is"


def _font_size(block: QTextBlock) -> int:
    return block.begin().fragment().charFormat().font().pixelSize()
