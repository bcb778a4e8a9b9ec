"""The tools of the reader: type, find, places, footnotes, pictures by consent, full text, the road."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.seek.model import ArticleBody
from pkm_app.ui.look import Look
from pkm_app.ui.notices import Notice
from pkm_app.ui.reading_document import make_document
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.seek.places import Places
from pkm_app.ui.seek.road import RoadActs
from pkm_app.ui.shell import Shell
from tests.fakes.seek import Page, ScriptedWeb
from tests.seek.test_pictures import image
from tests.ui.demo import DemoSettings
from tests.ui.test_highlights_in_reader import LONG, read, select

PICTURE = "https://pics.example/one.png"
WITH_PICTURE = f'<p>Before it.</p><p><img src="{PICTURE}" alt="One"></p><p>After it.</p>'
NOTES = LONG + ('<p>Here<sup><a href="#fn1" id="fnref1">1</a></sup> it is.</p>' + LONG +
                '<ol><li id="fn1">The note itself. <a href="#fnref1">back</a></li></ol>')


@pytest.fixture
def page(shell: Shell) -> SeekPage:
    shell.show_room("seek")
    found = shell.findChild(SeekPage)
    assert found is not None
    return found


def test_size_width_and_face_are_chosen_remembered_and_keep_the_place(
        qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    pane, popup = page.view.pane, page.view.type
    text = pane.document().toPlainText()
    start = text.index("Sentence 9 of")
    pane.show_top(start)
    column = pane.column()
    page.view.tools.buttons["type"].click()
    assert popup.isVisible()
    corner, line = popup.grab().toImage().pixelColor(0, 0), shell.context.look.color("line")
    assert corner == line, "a window of its own is square: what lies behind rounded corners is not its to show"
    for key, value in (("reading.size", "22"), ("reading.width", "wide"), ("reading.face", "text")):
        popup._choose(key, value)
    popup.hide()
    assert pane.column() > column
    assert pane.document().defaultFont().pixelSize() == 22
    assert "Inter" in pane.document().defaultFont().families()
    assert abs(pane.top() - start) < 120, "what was read stays in sight"
    settings = shell.context.services.settings
    assert (settings.get("reading.width"), settings.get("reading.face")) == ("wide", "text")
    shell.commands.run("seek.smaller")
    assert settings.get("reading.size") == "20"


def test_find_marks_all_places_and_goes_round(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    pane, bar = page.view.pane, page.view.finding
    qtbot.keyClick(shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(bar.field.hasFocus)
    qtbot.keyClicks(bar.field, "sentence 29")
    assert bar.count.text() == "4 places"
    assert len(pane.extraSelections()) == 4
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 4"
    assert pane.textCursor().selectedText() == "Sentence 29"
    assert pane.verticalScrollBar().value() > 0
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "4 of 4"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 4"
    bar.field.setText("nowhere")
    assert bar.count.text() == "0 places"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert pane.extraSelections() == []
    qtbot.waitUntil(pane.hasFocus)


def test_what_was_selected_is_looked_for(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    select(page, "Sentence 3")
    page.view.find_in_page()
    assert page.view.finding.field.text() == "Sentence 3"


def test_the_place_is_remembered_for_each_article(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, LONG)
    pane = page.view.pane
    start = pane.document().toPlainText().index("Sentence 12 of")
    pane.show_top(start)
    at = pane.verticalScrollBar().value()
    page.step(1)
    qtbot.waitUntil(lambda: "kenmerkt" in pane.toPlainText())
    assert pane.verticalScrollBar().value() == 0
    page.step(-1)
    qtbot.waitUntil(lambda: "Sentence 12 of" in pane.toPlainText())
    assert abs(pane.verticalScrollBar().value() - at) < 40


def test_places_are_bounded_and_bear_odd_settings() -> None:
    settings = DemoSettings({"reading.places": '["odd"]'})
    places = Places(settings)
    assert places.get("a") == 0
    for number in range(400):
        places.put(f"a{number}", number + 1)
    assert len(json.loads(settings.get("reading.places"))) == 300
    assert places.get("a0") == 0
    assert places.get("a399") == 400
    places.put("a399", 0)
    assert "a399" not in settings.get("reading.places")
    settings.put("reading.places", "{half")
    assert places.get("a399") == 0


def test_a_footnote_is_reached_and_left_within_the_text(qtbot: QtBot, shell: Shell, page: SeekPage) -> None:
    read(qtbot, shell, page, NOTES)
    pane = page.view.pane
    opened: list[QUrl] = []
    pane.anchorClicked.connect(opened.append)
    article = page.view.article
    assert article is not None
    pane.anchorClicked.emit(QUrl(f"{article.url}#fn1"))
    low = pane.verticalScrollBar().value()
    assert low > 500
    pane.anchorClicked.emit(QUrl("#fnref1"))
    assert 0 < pane.verticalScrollBar().value() < low


def test_pictures_stand_in_the_text_and_never_wider_than_it(look: Look) -> None:
    picture = QImage(2000, 1000, QImage.Format.Format_RGB32)
    picture.fill(0x224466)
    clean = clean_html(WITH_PICTURE)
    made = make_document(clean, look, pictures={PICTURE: picture})
    assert "\ufffc" in made.document.toPlainText()
    made.document.setTextWidth(500)
    assert made.document.size().width() <= 500
    assert 200 < made.document.size().height() < 600
    assert "\ufffc" not in make_document(clean, look).document.toPlainText()


def test_no_picture_is_asked_for_before_consent(
        qtbot: QtBot, shell: Shell, page: SeekPage, demo_web: ScriptedWeb, said: list[Notice]) -> None:
    demo_web.pages[PICTURE] = Page(image("PNG", (300, 200)), "image/png")
    read(qtbot, shell, page, WITH_PICTURE)
    view = page.view
    qtbot.waitUntil(view.banner.isVisible)
    assert "1 picture from elsewhere is not shown." in view.banner.text.text()
    assert demo_web.requests == []
    qtbot.mouseClick(view.banner.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "\ufffc" in view.pane.document().toPlainText())
    assert view.banner.isHidden()
    assert not shell.context.services.reading.pictures.allowed(view.article)  # type: ignore[arg-type]  # there is one
    select(page, "After it.")
    qtbot.keyClicks(view.pane, "h")
    qtbot.waitUntil(lambda: len(view.pane.marks) == 1)
    mark = view.pane.marks[0]
    assert view.pane.document().toPlainText()[mark.start:mark.end] == "After it.", "pictures shift no highlight"


def test_consent_for_a_source_is_kept_and_can_be_undone(
        qtbot: QtBot, shell: Shell, page: SeekPage, demo_web: ScriptedWeb, said: list[Notice]) -> None:
    demo_web.pages[PICTURE] = Page(image("PNG", (300, 200)), "image/png")
    read(qtbot, shell, page, WITH_PICTURE)
    view = page.view
    qtbot.waitUntil(view.banner.isVisible)
    qtbot.mouseClick(view.banner.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "\ufffc" in view.pane.document().toPlainText())
    article = view.article
    assert article is not None
    assert shell.context.services.reading.pictures.allowed(article)
    view.show_article(article)
    qtbot.waitUntil(lambda: "\ufffc" in view.pane.document().toPlainText())
    assert view.banner.isHidden()
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not shell.context.services.reading.pictures.allowed(article))


def test_pictures_that_do_not_come_are_named(
        qtbot: QtBot, shell: Shell, page: SeekPage, demo_web: ScriptedWeb) -> None:
    read(qtbot, shell, page, WITH_PICTURE)
    view = page.view
    qtbot.waitUntil(view.banner.isVisible)
    qtbot.mouseClick(view.banner.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 picture did not come." in view.banner.text.text())
    demo_web.pages[PICTURE] = Page(image("PNG", (300, 200)), "image/png")
    qtbot.mouseClick(view.banner.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "\ufffc" in view.pane.document().toPlainText())


def test_the_road_is_prepared_and_saved_as_a_book(
        qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice], tmp_path: Path) -> None:
    services = shell.context.services
    clean = clean_html("<p>A summary …</p>")
    services.seek.bodies["a00000"] = ArticleBody(clean, canonical_text(clean), "x")  # type: ignore[attr-defined]
    services.marking.set([services.seek.find_article("a00000")], "later")
    shell.commands.run("seek.road")
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].kind == "warning"
    assert "“What is Social Learning?”:" in said[-1].text
    acts = RoadActs(shell.context)
    acts.write_book(str(tmp_path / "later.epub"))
    qtbot.waitUntil(lambda: said[-1].text == "Written: later.epub")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "later.epub").read_bytes())) as book:
        assert b"A summary" in book.read("EPUB/article-1.xhtml")



def test_later_offers_the_road_where_it_is_read(qtbot: QtBot, shell: Shell, page: SeekPage, said: list[Notice]) -> None:
    panel = page._panel
    assert not panel.road.isVisible()
    page.side.choose("view", "later")
    assert panel.road.isVisible()
    assert panel.book.isVisible()
    qtbot.mouseClick(panel.road, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("here whole" in one.text for one in said))
    page.side.choose("view", "kept")
    assert not panel.book.isVisible()
