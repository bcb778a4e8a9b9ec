"""What comes of a name that was chosen in the system's dialog for files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui import dialogs
from pkm_app.ui.dialogs import choose_file_to_write
from pkm_app.ui.i18n import Language
from pkm_app.ui.seek.exchanging import Exchanging
from pkm_app.ui.shell import Shell

KINDS = {"pdf": "PDF (*.pdf)", "epub": "EPUB (*.epub)"}
Answer = Callable[[str, str], list[str]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, english: Language) -> Answer:
    """Lets the system's dialog give a file and the words of a kind; returns what it was asked to propose."""
    def giving(path: str, kind: str) -> list[str]:
        proposed: list[str] = []

        def asked(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
            proposed.append(name)
            return path, kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
        return proposed

    return giving


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("chosen", "written"), [
    ("book", "book.pdf"), ("Dr. Jansen over leren", "Dr. Jansen over leren.pdf"), ("version 1.2", "version 1.2.pdf"),
    ("it’s “so”", "it’s “so”.pdf"), ("book.epub", "book.epub"), ("Book.PDF", "Book.PDF"), ("", "")])
def test_a_name_gets_the_ending_it_lacks(
        answer: Answer, parent: QWidget, tmp_path: Path, chosen: str, written: str) -> None:
    answer(str(tmp_path / chosen) if chosen else "", KINDS["pdf"])
    assert choose_file_to_write(parent, "Export", "A title", KINDS) == (str(tmp_path / written) if written else "")


def test_the_kind_that_was_chosen_gives_the_ending(answer: Answer, parent: QWidget, tmp_path: Path) -> None:
    answer(str(tmp_path / "book"), KINDS["epub"])
    assert choose_file_to_write(parent, "Export", "A title", KINDS) == str(tmp_path / "book.epub")


def test_what_no_system_takes_in_a_name_is_not_proposed(answer: Answer, parent: QWidget) -> None:
    proposed = answer("", "")
    choose_file_to_write(parent, "Export", "He said \"yes\" / <b>no</b>: 'x'?\\*|", KINDS)
    assert not set(proposed[0]) & set("\"'/\\<>:|?*")
    assert proposed[0].endswith(".pdf")


@pytest.mark.parametrize("yes", [True, False])
def test_a_file_that_the_ending_makes_out_of_a_name_is_replaced_only_when_told(
        answer: Answer, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, yes: bool) -> None:
    (tmp_path / "book.pdf").write_bytes(b"there")
    answer(str(tmp_path / "book"), KINDS["pdf"])
    asked: list[str] = []

    def ask(_parent: QWidget, question: str, _yes: str) -> bool:
        asked.append(question)
        return yes

    monkeypatch.setattr(dialogs, "ask", ask)
    assert choose_file_to_write(parent, "Export", "A", KINDS) == (str(tmp_path / "book.pdf") if yes else "")
    assert asked == ["“book.pdf” is there already. Shall it be replaced?"]


def test_a_place_that_cannot_be_written_is_said_and_cancelling_says_nothing(
        qtbot: QtBot, shell: Shell, answer: Answer, tmp_path: Path) -> None:
    said: list[str] = []
    shell.notices.said.connect(lambda notice: said.append(notice.text))
    exchanging = Exchanging(shell.context, shell)
    answer("", "")
    exchanging.ask_and_give_out()
    (tmp_path / "file").write_bytes(b"no folder")
    answer(str(tmp_path / "file" / "mine"), "")
    exchanging.ask_and_give_out()
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert "mine.opml" in said[0]
