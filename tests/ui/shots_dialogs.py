"""The windows over the window, for tests.ui.shots: capture of each kind, a question, terms, about, versions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from pkm_app.base.resources import guide_folder
from pkm_app.ui.capture import CaptureDialog
from pkm_app.ui.guide import GuideWindow
from pkm_app.ui.question_picker import QuestionPicker
from pkm_app.ui.read_version import ReadVersionWindow
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell

_LONG = "Duurzameinzetbaarheidsbevorderingsmaatregelen: een handreiking voor wie er niet om gevraagd heeft"


def _wait(milliseconds: int = 400) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _capture(shell: Shell, kind: str, **said: str) -> CaptureDialog:
    QGuiApplication.clipboard().clear()
    shell.show_room("today")
    shell.commands.run("window.capture")
    dialog = shell.findChildren(CaptureDialog)[-1]
    dialog.show_kind(kind)
    for key, words in said.items():
        field = dialog.fields[key]
        field.setPlainText(words) if isinstance(field, QTextEdit) else field.setText(words)
    return dialog


def capture_page(shell: Shell) -> None:
    """An address that is none: what is wrong stands in the dialog."""
    _capture(shell, "page", address="geen adres, maar woorden").capture()
    _wait()


def capture_thought(shell: Shell) -> None:
    """What one thought of just now."""
    _capture(shell, "thought", title=_LONG, words="Wie vraagt, leert meer dan wie antwoordt.")


def capture_book(shell: Shell) -> None:
    """A passage of a book on paper."""
    _capture(shell, "book", title="Situated Learning", author="Jean Lave, Etienne Wenger", page="14",
             words="Learning is an integral part of generative social practice.")


def capture_video(shell: Shell) -> None:
    """A minute of a film."""
    _capture(shell, "video", address="https://video.example/abc", time="12:40")


def capture_podcast(shell: Shell) -> None:
    """A minute of a recording, nothing filled in yet."""
    _capture(shell, "podcast")


def capture_conversation(shell: Shell) -> None:
    """What was said, and whether it may be shared."""
    _capture(shell, "conversation", partner="Joitske", words="Eerst de vraag, dan pas de plek.")


def question_picker(shell: Shell) -> None:
    """Which question does an article serve?"""
    asking = shell.context.services.taking.questions
    known = {one.card.title for one in asking.listing()}
    for title in ("How do communities of practice learn from each other?",
                  "Wat maakt samenwerkingsverbanden in het beroepsonderwijs duurzaam?"):
        if title not in known:
            asking.ask(title)
    shell.show_room("seek")
    article = next(one for one in shell.context.services.seek.articles("all") if one.author == "Wilfred Rubens")
    shell.go("article", article.article_id)
    QuestionPicker(shell.context, article.article_id, shell).open()
    _wait()


def terms(shell: Shell) -> None:
    """Words for the same."""
    shell.show_search("social")
    shell.pages.search().show_terms()


def about(shell: Shell) -> None:
    """What the program is made of."""
    shell.show_room("today")
    shell.commands.run("window.about")


def read_version(shell: Shell) -> None:
    """The version of an article that was read, beside the article as it is."""
    shell.show_room("seek")
    one = next(one.highlight for one in shell.context.services.highlighting.listing() if one.highlight.comment)
    ReadVersionWindow(shell.context, one.highlight_id, shell).show()
    _wait()


def former_version(shell: Shell) -> None:
    """An article that was written anew, shown as it read when it was highlighted."""
    shell.show_room("seek")
    article = next(a for a in shell.context.services.seek.articles("all") if a.title == "What is Social Learning?")
    shell.go("article", article.article_id)
    _wait(700)
    page = shell.findChild(SeekPage)
    assert page is not None
    page.view.former.toggle()


def guide_page(shell: Shell) -> None:
    """A page of the guide with its picture."""
    shell.show_room("today")
    shell.commands.run("window.guide")
    guide = shell.findChildren(GuideWindow)[-1]
    assert (guide_folder() / "en" / "seek.md").is_file()
    guide.show_page("seek.md")


DIALOGS: tuple[Callable[[Shell], None], ...] = (
    capture_page, capture_thought, capture_book, capture_video, capture_podcast, capture_conversation,
    question_picker, terms, about, read_version, former_version, guide_page)
