"""Capturing, learning questions and people in the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from pkm_app.ui.capture import CaptureDialog
from pkm_app.ui.notices import Notice
from pkm_app.ui.question_picker import QuestionPicker
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.sense.links_panel import LinksPanel
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.sense.person_page import PersonPage
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button
from tests.fakes.seek import Page
from tests.flow.capture_desk import POST
from tests.seek.files import encrypted_pdf, pdf
from tests.ui.demo import Demo
from tests.ui.dragging import drag_enter
from tests.ui.test_redo import back_and_forth


@pytest.fixture
def shell(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> Iterator[Shell]:
    demo = demos(full=True)
    demo.web.pages["https://a.example/post"] = Page(POST, "text/html")
    made = windows(demo.services, "light", "en")
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QGuiApplication.clipboard().clear()


def opened(shell: Shell, copied: str = "") -> CaptureDialog:
    QGuiApplication.clipboard().setText(copied)
    shell.commands.run("window.capture")
    dialog = shell.findChildren(CaptureDialog)[-1]
    assert dialog.isVisible()
    return dialog


def write(dialog: CaptureDialog, **said: str) -> None:
    for key, words in said.items():
        field = dialog.fields[key]
        assert field.isVisibleTo(dialog), key
        field.setPlainText(words) if isinstance(field, QTextEdit) else field.setText(words)


def open_article(shell: Shell) -> str:
    page = shell.findChild(SeekPage)
    assert page is not None
    return page.view.article.title if page.view.article else ""


@pytest.mark.parametrize(("copied", "kind", "address", "time", "words"), [
    ("https://a.example/post", "page", "https://a.example/post", "", ""),
    ("https://youtu.be/abc?t=760", "video", "https://youtu.be/abc", "12:40", ""),
    ("Two words\nhttps://a.example", "thought", "", "", "Two words\nhttps://a.example"),
    ("", "page", "", "", ""),
])
def test_the_clipboard_is_put_where_it_belongs(
        shell: Shell, copied: str, kind: str, address: str, time: str, words: str) -> None:
    dialog = opened(shell, copied)
    said = {key: field.toPlainText() if isinstance(field, QTextEdit) else field.text()
            for key, field in dialog.fields.items()}
    assert (said["address"], said["time"], said["words"]) == (address, time, words)
    assert dialog.fields["address"].isVisibleTo(dialog) == (kind != "thought")
    assert dialog.fields["time"].isVisibleTo(dialog) == (kind == "video")


def test_the_clipboard_is_not_looked_at_before(shell: Shell) -> None:
    QGuiApplication.clipboard().setText("https://a.example/post")
    assert shell.findChildren(CaptureDialog) == []


def test_a_page_is_captured_and_opens_for_reading(qtbot: QtBot, shell: Shell) -> None:
    dialog = opened(shell, "https://a.example/post")
    write(dialog, via="Karin Bos")
    qtbot.keyClick(dialog.fields["via"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_article(shell) == "A post")
    assert not dialog.isVisible()
    page = shell.findChild(SeekPage)
    assert page is not None
    assert page.side.choose("captured", "captured")
    assert [row.title for row in page.list.rows.rows] == ["A post"]
    assert not page.has_feed()


def test_a_passage_of_a_book_is_highlighted_where_it_stands(qtbot: QtBot, shell: Shell) -> None:
    dialog = opened(shell)
    dialog.show_kind("book")
    write(dialog, title="A book", author="Who", page="73", words="Its words.", comment="Mine.")
    dialog.capture()
    qtbot.waitUntil(lambda: open_article(shell) == "A book")
    sense = shell.context.services.sense
    card = next(card for card in sense.cards(("source",)) if card.title == "A book")
    assert "> Its words.\n>\n> p. 73" in sense.load(card.path).file.body


def test_the_words_of_a_conversation_stay_here_unless_allowed(qtbot: QtBot, shell: Shell) -> None:
    dialog = opened(shell)
    dialog.show_kind("conversation")
    write(dialog, partner="Jan", words="What he said.")
    dialog.capture()
    qtbot.waitUntil(lambda: open_article(shell) == "Conversation with Jan")
    sense = shell.context.services.sense
    card = next(card for card in sense.cards(("source",)) if card.kind == "conversation")
    assert sense.load(card.path).file.text_field("consent") == "no"


def test_what_is_wrong_is_said_in_the_dialog_and_nothing_is_lost(qtbot: QtBot, shell: Shell) -> None:
    dialog = opened(shell)
    for kind, said, reason in (("page", {"address": "no address"}, "There is no web address"), ("page", {"address": ""},
                               "Give the address"), ("book", {"words": "Its words."}, "needs a title"),
                               ("book", {"title": "T", "page": "first"}, "is no place")):
        dialog.show_kind(kind)
        write(dialog, **said)
        dialog.capture()
        qtbot.waitUntil(lambda reason=reason: reason in dialog._wrong.text() and dialog._capture.isEnabled())
        assert dialog.isVisible()
    words = dialog.fields["words"]
    assert isinstance(words, QTextEdit)
    assert words.toPlainText() == "Its words."


def drop(shell: Shell, data: QMimeData) -> bool:
    copy, no = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = drag_enter(QPoint(10, 10), copy, data)
    enter.ignore()
    QApplication.sendEvent(shell, enter)
    if enter.isAccepted():
        QApplication.sendEvent(shell, QDropEvent(QPointF(10, 10), copy, data, Qt.MouseButton.LeftButton, no))
    return enter.isAccepted()


def dropped(*paths: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path) for path in paths])
    return data


def test_a_file_that_is_dropped_is_taken_in(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("Words of it.", title="The report"))
    assert drop(shell, dropped(file))
    qtbot.waitUntil(lambda: open_article(shell) == "The report")
    assert drop(shell, dropped("https://a.example/post"))
    qtbot.waitUntil(lambda: open_article(shell) == "A post")


def test_a_page_that_was_captured_is_taken_back_and_given_again(qtbot: QtBot, shell: Shell) -> None:
    services = shell.context.services
    assert drop(shell, dropped("https://a.example/post"))

    def there() -> bool:
        sources = [one.title for one in services.sense.cards(("source",))]
        return "A post" in sources and "A post" in [one.title for one in services.seek.articles("all")]

    qtbot.waitUntil(lambda: open_article(shell) == "A post")
    back_and_forth(qtbot, shell, there)
    shell.notices.undo()
    page = shell.findChild(SeekPage)
    assert page is not None
    qtbot.waitUntil(lambda: not there() and "A post" not in [row.title for row in page.list.rows.rows])
    assert page.view.article is None
    assert page.list.chosen() is None


def test_words_that_are_dropped_become_a_note(qtbot: QtBot, shell: Shell) -> None:
    data = QMimeData()
    data.setText("A thought that was dropped")
    assert drop(shell, data)
    back_and_forth(qtbot, shell, lambda: "A thought that was dropped" in [
        card.title for card in shell.context.services.sense.cards()])


def test_what_cannot_be_taken_in_is_refused_or_said(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    said: list[Notice] = []
    shell.notices.said.connect(said.append)
    assert drop(shell, dropped(tmp_path / "a.png"))
    assert "“a.png” cannot be taken in" in said.pop().text
    assert not drop(shell, QMimeData()), "nothing at all"
    (tmp_path / "x.pdf").write_bytes(encrypted_pdf())
    assert drop(shell, dropped(tmp_path / "x.pdf"))
    qtbot.waitUntil(lambda: bool(said))
    assert "is encrypted" in said[0].text


def test_one_key_attaches_what_is_open_to_a_question(qtbot: QtBot, shell: Shell) -> None:
    services = shell.context.services
    article = services.seek.articles("all")[0]
    shell.show_room("seek")
    shell.go("article", article.article_id)
    shell.commands.run("window.question")
    picker = shell.findChildren(QuestionPicker)[-1]
    picker.field.setText("How do people learn?")
    with qtbot.waitSignal(shell.notices.said):
        picker.attach()
    (question,) = services.taking.questions.listing()
    assert [one.title for one in question.served] == [article.title]
    shell.notices.undo()
    qtbot.waitUntil(lambda: services.taking.questions.listing()[0].served == ())


def test_a_picker_that_is_closed_before_the_questions_arrive_harms_nothing(qtbot: QtBot, shell: Shell) -> None:
    article = shell.context.services.seek.articles("all")[0]
    asked = threading.Event()
    questions = shell.context.services.taking.questions
    listing = questions.listing

    def late(*arguments: bool) -> object:
        assert asked.wait(60)
        return listing(*arguments)

    questions.listing = late  # type: ignore[method-assign,assignment]
    picker = QuestionPicker(shell.context, article.article_id, shell)
    picker.open()
    picker.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    asked.set()
    told: list[int] = []
    shell.relay.call(lambda: 1, told.append)
    shell.relay.call(lambda: 2, told.append)  # two threads: by then the first answer has arrived too
    qtbot.waitUntil(lambda: sorted(told) == [1, 2])


def test_a_source_that_is_followed_serves_a_question_and_is_found_beside_it(qtbot: QtBot, shell: Shell) -> None:
    services = shell.context.services
    path = services.taking.questions.ask("How do people learn?")[1]
    shell.show_room("seek")
    page = shell.findChild(SeekPage)
    assert page is not None
    page.side.choose("feed", "clark-quinn")
    dict(page.acts.entries())["Attach to a learning question…"]()
    picker = page.side.findChildren(QuestionPicker)[-1]
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    picker.attach()
    qtbot.waitUntil(lambda: services.taking.questions.find(path).count("feed") == 1)
    qtbot.waitUntil(shell.notices.can_undo)
    page.fold("Werkplekleren")
    assert page.side.rows.find(("feed", "clark-quinn")) == -1
    shell.go("note", path)
    panel = shell.findChild(LinksPanel)
    assert panel is not None
    row: list[Button] = []

    def there() -> bool:
        row[:] = [one for one in panel.findChildren(Button) if one.shown_text() == "Clark Quinn"]
        return bool(row)

    qtbot.waitUntil(there)
    row[0].click()
    chosen = page.side.chosen()
    assert (shell._current, chosen is not None and chosen.id) == ("seek", "clark-quinn")
    shell.notices.undo()
    qtbot.waitUntil(lambda: services.taking.questions.find(path).count("feed") == 0)


def test_questions_are_listed_with_what_hangs_on_them(qtbot: QtBot, shell: Shell) -> None:
    services = shell.context.services
    path = services.taking.questions.ask("How do people learn?")[1]
    services.taking.questions.attach(path, services.sense.cards(("note",))[1].path)
    shell.show_room("sense")
    page = shell.findChild(SensePage)
    assert page is not None
    page._show_kind("questions")
    qtbot.waitUntil(lambda: [row.tags for row in page._list.rows.rows] == [("1 note",)])
    page._list.choose(path)
    assert page.thing() == path


def test_the_author_of_an_article_gets_a_page(qtbot: QtBot, shell: Shell) -> None:
    services = shell.context.services
    article = next(one for one in services.seek.articles("all") if one.title == "What is Social Learning?")
    shell.show_room("seek")
    shell.go("article", article.article_id)
    shell.commands.run("window.person")
    qtbot.waitUntil(lambda: shell.findChild(PersonPage) is not None)
    page = shell.findChild(PersonPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.isVisible() and page._name.text() == article.author)
    (card,) = services.taking.people.listing()
    assert (card.title, card.private) == (article.author, True)
    page.wanted.emit(card.path)
    sense = shell.findChild(SensePage)
    assert sense is not None
    assert sense.note.keeper.path == card.path
