"""The editor: keys that know Markdown, spelling, completion, preview, pictures, links, counting, former versions."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from pkm_app.sense.notes import NewNote
from pkm_app.ui.history import read_differences
from tests.ui.desk import Desk


def test_wrong_words_are_underlined_and_mended_from_the_menu(desks: Callable[..., Desk]) -> None:
    desk = desks("This is definately right, and recieve is not.\n\n> quoted wrods\n")
    watch = desk.editor.spelling
    desk.qtbot.waitUntil(lambda: watch.wrong() == {"definately", "recieve"})
    formats = desk.pane.document().firstBlock().layout().formats()
    waves = [span for span in formats if span.format.underlineStyle() == span.format.UnderlineStyle.WaveUnderline]
    assert [(span.start, span.length) for span in waves] == [(8, 10), (30, 7)]
    desk.at("definately")
    word = watch.word_at(desk.pane.textCursor())
    assert word is not None
    menu = QMenu()
    watch.add_actions(menu, word, ("definitely",))
    menu.actions()[0].trigger()
    assert desk.pane.text().startswith("This is definitely right")
    desk.pane.undo()
    assert desk.pane.text().startswith("This is definately right")


def test_own_words_are_right_from_then_on(desks: Callable[..., Desk]) -> None:
    desk = desks("This is a werkplekleren thing.\n")
    watch = desk.editor.spelling
    desk.qtbot.waitUntil(lambda: watch.wrong() == {"werkplekleren"})
    desk.at("werkplekleren")
    word = watch.word_at(desk.pane.textCursor())
    assert word is not None
    menu = QMenu()
    watch.add_actions(menu, word, ())
    menu.actions()[-1].trigger()
    desk.qtbot.waitUntil(lambda: not watch.wrong())
    assert "werkplekleren" in (desk.vault / ".pkm" / "words.toml").read_text(encoding="utf-8")


def test_spelling_follows_what_is_typed_and_the_language(desks: Callable[..., Desk]) -> None:
    desk = desks("Dit is goed.\n", lang="nl")
    desk.end()
    desk.qtbot.keyClicks(desk.pane, "een gewoone zin")
    desk.qtbot.waitUntil(lambda: desk.editor.spelling.wrong() == {"gewoone"})
    desk.editor.spelling.set_language("")
    assert desk.editor.spelling.wrong() == frozenset()


def test_names_are_offered_after_two_brackets(desks: Callable[..., Desk]) -> None:
    desk = desks()
    offer = desk.editor.completion
    desk.qtbot.keyClicks(desk.pane, "See [[yam")
    desk.qtbot.waitUntil(lambda: sorted(offer.shown()) == [
        "Yammer als leerplek 2", "Yammer als leerplek · draft", "Yammer als leerplek · note"])
    desk.key(Qt.Key.Key_Escape)
    desk.qtbot.keyClicks(desk.pane, "]] [[inf")
    desk.qtbot.waitUntil(lambda: offer.shown() == ["Informal ≠ social"])
    desk.key(Qt.Key.Key_Return)
    assert desk.pane.text().startswith("See [[yam]] [[Informal ≠ social]]")
    assert offer.shown() == []
    desk.qtbot.keyClicks(desk.pane, " and [[social")
    desk.qtbot.waitUntil(lambda: len(offer.shown()) > 2)
    assert offer.shown()[0] == "Social MOOC: 3 ontwerpprincipes"
    desk.key(Qt.Key.Key_Down)
    second = offer.shown()[1]
    desk.key(Qt.Key.Key_Tab)
    assert second in desk.pane.text().replace("\n", "")
    desk.qtbot.keyClicks(desk.pane, " [[zzz")
    assert offer.shown() == []


def test_a_name_that_differs_from_its_file_is_written_beside_it(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.qtbot.keyClicks(desk.pane, "[[Social MOOC")
    desk.qtbot.waitUntil(lambda: bool(desk.editor.completion.shown()))
    desk.key(Qt.Key.Key_Return)
    path = next(c.path for c in desk.demo.services.sense.cards() if c.title.startswith("Social MOOC"))
    name = path.rpartition("/")[2].removesuffix(".md")
    assert desk.pane.text().startswith(f"[[{name}|Social MOOC: 3 ontwerpprincipes]]")


def test_the_names_stay_whole_where_the_text_gets_narrower(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.qtbot.keyClicks(desk.pane, "[[")
    desk.qtbot.waitUntil(lambda: bool(desk.editor.completion.shown()))
    names = desk.editor.completion.list
    desk.pane.resize(260, desk.pane.height())
    desk.qtbot.waitUntil(lambda: 0 < names.geometry().right() < desk.pane.viewport().width())


def test_escape_closes_the_names_and_stays(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.qtbot.keyClicks(desk.pane, "[[y")
    desk.qtbot.waitUntil(lambda: bool(desk.editor.completion.shown()))
    desk.key(Qt.Key.Key_Escape)
    assert desk.editor.completion.shown() == []
    desk.qtbot.waitUntil(desk.pane.hasFocus)


def test_the_preview_shows_other_notes_and_follows_links(desks: Callable[..., Desk]) -> None:
    desk = desks("Before.\n\n![[Informal ≠ social]]\n\nTo [[Yammer als leerplek]].\n")
    desk.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    shown = desk.editor.preview
    desk.qtbot.waitUntil(lambda: "Two axes" in shown.toPlainText())
    assert desk.editor.is_preview()
    shown.anchorClicked.emit(QUrl("notes/Yammer als leerplek.md"))
    desk.qtbot.waitUntil(lambda: desk.page.note.card is not None and desk.page.note.card.title == "Yammer als leerplek")
    assert not desk.editor.is_preview()


def test_a_link_to_nothing_begins_a_note_and_says_so(desks: Callable[..., Desk]) -> None:
    desk = desks("To [[Something new]].\n")
    desk.at("Something")
    desk.pane.follow()
    desk.qtbot.waitUntil(lambda: desk.page.note.card is not None and desk.page.note.card.title == "Something new")
    assert "Something new" in desk.said[-1].text
    desk.shell.notices.undo()
    desk.qtbot.waitUntil(lambda: not (desk.vault / "notes" / "Something new.md").exists())


def test_a_pasted_picture_is_kept_and_seen(desks: Callable[..., Desk], tmp_path: Path) -> None:
    desk = desks("Before.\n")
    desk.end()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    data = QMimeData()
    data.setImageData(image)
    assert desk.pane.canInsertFromMimeData(data)
    desk.pane.insertFromMimeData(data)
    desk.qtbot.waitUntil(lambda: "![[" in desk.pane.text())
    name = desk.pane.text().split("![[")[1].split("]]")[0]
    assert Image.open(io.BytesIO((desk.vault / "attachments" / name).read_bytes())).size == (30, 20)
    file = tmp_path / "holiday.jpg"
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    out = io.BytesIO()
    Image.new("RGB", (10, 10)).save(out, "JPEG", exif=exif.tobytes())
    file.write_bytes(out.getvalue())
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(file))])
    desk.pane.insertFromMimeData(files)
    desk.qtbot.waitUntil(lambda: "![[holiday.jpg]]" in desk.pane.text())
    assert b"SecretCamera" not in (desk.vault / "attachments" / "holiday.jpg").read_bytes()
    desk.editor.show_preview(True)
    desk.qtbot.waitUntil(lambda: "￼" in desk.editor.preview.document().toRawText())


def test_words_are_counted_own_and_quoted(desks: Callable[..., Desk]) -> None:
    desk = desks("Three own words.\n\n> two quoted\n>\n> — [[Ann|Ann]]\n")
    desk.qtbot.waitUntil(lambda: desk.editor.count.text() == "3 own words · 2 quoted")
    desk.end()
    desk.qtbot.keyClicks(desk.pane, "and more")
    desk.qtbot.waitUntil(lambda: desk.editor.count.text() == "5 own words · 2 quoted")


def test_a_former_version_is_compared_and_put_back_undoably(desks: Callable[..., Desk]) -> None:
    desk = desks("The first text.\n")
    dialog = desk.with_history()
    assert "second" in dialog.shown.toPlainText()
    dialog.put_back()
    assert desk.pane.text() == "The first text.\n"
    desk.pane.undo()
    assert desk.pane.text() == "The second text."
    desk.page.save_now()
    assert "The second text." in (desk.vault / desk.path).read_text(encoding="utf-8")


def test_former_versions_are_compared_as_they_are_read(desks: Callable[..., Desk]) -> None:
    desk = desks("# The first\n\nSee **[[Yammer als leerplek|Yammer]]**.\n\n> Said\n\n^hl-abc123def4\n")
    dialog = desk.with_history()
    assert "See Yammer" in dialog.shown.toPlainText()
    assert not [mark for mark in ("#", "**", "[[", ">", "^hl") if mark in dialog.shown.toPlainText()]
    dialog.put_back()
    assert "[[Yammer als leerplek|Yammer]]" in desk.pane.text()
    marks = read_differences("**So**\n", "So\n")
    assert [(one.kind, one.text) for one in marks if one.kind == "gone"] == [("gone", "**"), ("gone", "**")]


def test_a_former_version_is_kept_beside(desks: Callable[..., Desk]) -> None:
    desk = desks("The first text.\n")
    dialog = desk.with_history()
    dialog.keep_copy()
    desk.qtbot.waitUntil(lambda: any("The first text." in path.read_text(encoding="utf-8")
                                     for path in (desk.vault / "notes").glob("Mine (version 1)*.md")))


def test_a_note_begins_from_a_template(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.page.acts.from_template("concept")
    desk.qtbot.waitUntil(lambda: "It is not the same as:" in desk.pane.text())
    assert desk.page.note.card is not None
    assert desk.page.note.card.maturity == "seed"


def test_saving_leaves_undo_as_it_was(desks: Callable[..., Desk]) -> None:
    desk = desks("Begin.\n")
    desk.end()
    desk.qtbot.keyClicks(desk.pane, "meer")
    desk.page.save_now()
    desk.pane.undo()
    assert desk.pane.text() == "Begin.\n"


def test_names_are_not_read_anew_after_every_save_while_one_types(
        desks: Callable[..., Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desks("")
    links = desk.demo.services.writing.links
    reads: list[int] = []
    names = type(links).names

    def count(self: object) -> object:
        reads.append(1)
        return names(self)  # type: ignore[arg-type]  # the service itself

    monkeypatch.setattr(type(links), "names", count)
    completion = desk.page.note.editor.completion
    completion._lull._pause = 60_000
    desk.pane.setFocus()
    qtbot.keyClicks(desk.pane, "[[i")
    qtbot.waitUntil(lambda: bool(completion.shown()))
    assert len(reads) == 1
    shown = completion.shown()
    for _ in range(3):
        desk.shell.relay.tell("notes", desk.path)
        qtbot.keyClick(desk.pane, Qt.Key.Key_Backspace)
        qtbot.keyClicks(desk.pane, "i")
        assert completion.shown() == shown, "what is known is offered meanwhile"
    assert len(reads) == 1
    completion._lull._pause = 0
    completion._lull._over()
    qtbot.waitUntil(lambda: len(reads) == 2)


def test_long_names_are_told_apart_and_the_open_note_is_not_offered(desks: Callable[..., Desk]) -> None:
    desk = desks()
    sense = desk.demo.services.sense
    long = "Duurzameinzetbaarheidsbevorderingsmaatregelen, en waarom een gesprek bij de koffieautomaat meer doet dan "
    for end in ("een leergang", "een handboek"):
        sense.new_note(NewNote(long + end))
    offer = desk.editor.completion
    desk.qtbot.keyClicks(desk.pane, "See [[Min")
    desk.qtbot.waitUntil(lambda: offer._names is not None)
    assert not any(words == "Mine" for words in offer.shown())
    desk.pane.selectAll()
    desk.qtbot.keyClicks(desk.pane, "See [[duur")
    desk.qtbot.waitUntil(lambda: len(offer.shown()) == 2)
    view = offer.list.view
    rows = [view.visualItemRect(view.item(row)) for row in range(2)]
    desk.qtbot.waitUntil(lambda: view.viewport().grab(rows[0]).toImage() != view.viewport().grab(rows[1]).toImage())
    view.setCurrentRow(-1)
    ends = [view.viewport().grab(row.adjusted(row.width() // 2, 0, 0, 0)).toImage() for row in rows]
    assert ends[0] != ends[1], "the end of a long name is seen"
    assert view.verticalScrollBar().maximum() == 0
    assert view.viewport().height() - rows[1].bottom() <= 5, "no empty strip under the last name"
