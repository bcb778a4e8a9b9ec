"""Every screen there is, in themes and languages: names, words that fit, colours one can read, nothing untranslated.

New screens join by standing in ``tests.ui.shots``. The last tests break one thing on purpose and see that it is found.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.about import AboutDialog
from pkm_app.ui.choice import Choice
from pkm_app.ui.i18n import tr
from pkm_app.ui.shell import Shell
from pkm_app.ui.theme import Scheme, Theme
from pkm_app.ui.widgets import Button, Label
from tests.ui import careful
from tests.ui.careful import Vocabulary
from tests.ui.edges import hard_to_see
from tests.ui.legible import hard_to_read
from tests.ui.marked import Marked, unmarked
from tests.ui.shots import settle
from tests.ui.walk import Screen, look_at, strays, walk
from tests.ui.words import FOLDER, read, texts

# The first floats over the text while one selects; H, N, 1 to 4, E, M, Del and Ctrl C do the same. The second opens
# under the one field, whose arrow keys choose in it.
BY_COMMAND = ("SelectionBar", "_Drop")
WAYS: tuple[tuple[Scheme, str, tuple[int, int]], ...] = (
    ("light", "nl", (1024, 700)), ("light", "en", (1024, 700)), ("dark", "nl", (1440, 900)),
    ("contrast", "en", (1440, 900)))
_AGAIN = (500, 1000, 2000, 4000)  # milliseconds: a busy machine may show a screen later


def vocabulary(language: str) -> Vocabulary:
    """All words of the program in a language."""
    dutch = read(FOLDER / "nl.ts")
    return Vocabulary.of((form for forms in dutch.values() for form in forms) if language == "nl" else texts())


def complaints(screen: Screen, known: Vocabulary) -> set[str]:
    """All that a careful person says of a screen."""
    return {*careful.nameless(screen), *careful.unreachable(screen, BY_COMMAND), *careful.overlapping(screen),
            *careful.cut_off(screen, known), *hard_to_read(screen), *hard_to_see(screen)}


@pytest.mark.parametrize(("scheme", "language", "size"), WAYS)
def test_every_screen_is_named_whole_and_readable(qapp: QApplication, tmp_path: Path, scheme: Scheme, language: str,
                                                  size: tuple[int, int]) -> None:
    known, found, seen = vocabulary(language), [], 0
    with strays(qapp) as astray:
        for screen in walk(qapp, tmp_path, scheme, language, size):
            seen += 1
            said = complaints(screen, known)
            for longer in _AGAIN:
                if not said:
                    break
                settle(longer)
                said &= complaints(look_at(screen.name, screen.shell), known)
            found += sorted(said) + [f"{screen.name}: a window of its own: {one}" for one in astray]
            astray.clear()
    assert seen > 30
    assert found == []


def test_what_is_shown_before_it_stands_anywhere_is_found(qapp: QApplication, qtbot: QtBot) -> None:
    lost, child = QWidget(), QWidget()
    qtbot.addWidget(lost)
    lost.setObjectName("lost")
    child.setParent(lost)
    with strays(qapp) as astray:
        child.setVisible(True)
        assert astray == []
        lost.setVisible(True)
    assert astray == ["QWidget lost"]


class _Row(QWidget):
    """Three things side by side, in a window: to be broken one at a time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.centralWidget())
        self.button = Button(shell.context.look, "check", "outlined")
        self.button.setText(tr("Keep"))
        self.words = Label(shell.context.look, "ink", 13, wrap=True)
        self.words.setText(tr("Waiting for your words"))
        box = QHBoxLayout(self)
        box.addWidget(self.button)
        box.addWidget(self.words)
        self.setGeometry(400, 400, 420, 60)
        self.setAutoFillBackground(True)
        self.show()
        self.raise_()


@pytest.fixture
def row(shell: Shell) -> _Row:
    made = _Row(shell)
    settle(60)
    assert _of_row(shell) == []
    return made


def _of_row(shell: Shell) -> list[str]:
    said = complaints(look_at("broken", shell), vocabulary("en"))
    return [line for line in sorted(said) if "_Row" in line or "Keep" in line or "Waiting" in line]


def test_a_missing_name_is_found(shell: Shell, row: _Row) -> None:
    row.button.setText("")
    assert _of_row(shell) == ["broken: Button without a name: Button in _Row"]


def test_a_control_out_of_reach_is_found(shell: Shell, row: _Row) -> None:
    row.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert _of_row(shell) == ["broken: not reached with Tab: Button 'Keep' in _Row"]


def test_a_pale_text_is_found_however_it_is_painted(shell: Shell, row: _Row) -> None:
    look = shell.context.look
    look.theme = Theme("light", {**look.theme.roles, "ink": "#B0B0B0"})
    row.words.set_role("ink")
    said = _of_row(shell)
    assert any("'Keep' in Button: #b0b0b0 on #ffffff is 2." in line for line in said)
    assert any("'Waiting for your words' in Label" in line for line in said)


def test_a_pale_text_over_the_window_is_found(qtbot: QtBot, shell: Shell) -> None:
    shell.commands.run("window.about")
    dialog = shell.findChildren(AboutDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    whole = next(one for one in dialog.findChildren(Label) if "telemetry" in one.text())
    line = next(one for one in dialog.findChildren(Label) if one.text() == "Made with")
    parts = dialog.list

    def said() -> list[str]:
        settle(60)
        return hard_to_read(look_at("broken", shell, anew=False))

    assert said() == []
    for label in (whole, line, parts):
        colors = label.palette()
        colors.setColor(label.foregroundRole(), "#D8D8D8")
        colors.setColor(QPalette.ColorRole.Text, "#D8D8D8")
        label.setPalette(colors)
    look = shell.context.look
    look.theme = Theme("light", {**look.theme.roles, "ink2": "#D8D8D8"})  # as one line is painted
    found = "\n".join(said())
    for words in ("It tells nobody about you", "Made with", "in QPlainTextEdit"):
        assert any(words in one and "#d8d8d8 on #" in one for one in found.split("\n")), words


def test_a_pale_choice_and_a_pale_menu_are_found(qtbot: QtBot, shell: Shell) -> None:
    choice, menu = Choice(shell.context.look), QMenu(shell)
    choice.setParent(shell.centralWidget())
    choice.addItem("A choice")
    choice.setGeometry(300, 300, 200, 34)
    choice.show()
    choice.raise_()
    menu.addAction("An act")
    menu.popup(shell.mapToGlobal(shell.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    settle(60)
    assert hard_to_read(look_at("broken", shell)) == []
    for widget in (choice, menu):
        widget.setStyleSheet("* { color: #D8D8D8 }")
    settle(60)
    said = hard_to_read(look_at("broken", shell))
    menu.close()
    assert any("'A choice' in Choice: #" in line for line in said)
    assert any("'An act' in QMenu: #" in line for line in said)


def test_a_faint_field_and_a_row_told_by_its_tint_alone_are_found(shell: Shell) -> None:
    look, middle = shell.context.look, shell.centralWidget()
    field, rows = QLineEdit(middle), QListWidget(middle)
    rows.addItems(["One", "Two"])
    rows.setCurrentRow(1)
    for at, widget in enumerate((field, rows)):
        widget.setGeometry(300, 200 + at * 60, 200, 34 + at * 80)
        widget.show()
        widget.raise_()
    settle(60)
    assert hard_to_see(look_at("broken", shell)) == []
    field.setStyleSheet(f"border: 1px solid {look.color('line').name()}")
    rows.setStyleSheet(f"QListWidget::item:selected {{ border-left: 0; background: {look.color('seek-tint').name()} }}")
    settle(60)
    assert hard_to_see(look_at("broken", shell)) == [
        "broken: the chosen row 'Two' of QListWidget is told by a tint alone",
        "broken: the edge of QLineEdit '' is faint"]


def test_a_text_cut_off_is_found(shell: Shell, row: _Row) -> None:
    row.button.setFixedWidth(40)
    assert any(line.startswith("broken: Button 'Keep' is 40 wide and needs") for line in _of_row(shell))


def test_overlap_is_found(shell: Shell, row: _Row) -> None:
    row.words.setGeometry(row.button.geometry().adjusted(0, 0, 100, 0))
    assert _of_row(shell) == ["broken: Button 'Keep' lies over Label 'Waiting for your words'"]


def test_an_untranslated_text_is_found(qapp: QApplication, shell: Shell, row: _Row) -> None:
    marked = Marked()
    row.words.setText("Waiting for your words")  # said past tr(), and so not anew either
    qapp.installTranslator(marked)
    QCoreApplication.sendPostedEvents()
    try:
        texts_ = [part for text, _ in careful.texts_of(look_at("broken", shell)) for part in unmarked(text, set())]
        assert "Waiting for your words" in texts_
        assert "Search notes, highlights and articles" not in texts_
        assert unmarked("⟪Kept “A title of someone”.⟫", set()) == []
        assert unmarked("⟪Kept⟫ · Someone", set()) == ["Someone"]
    finally:
        qapp.removeTranslator(marked)
