"""What Qt itself says in the window is in the language of the window too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pkm_app.ui.commands import shown
from pkm_app.ui.i18n import Language

ACTS = {
    "en": ["Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All"],
    "nl": ["Ongedaan maken", "Opnieuw", "Knippen", "Kopiëren", "Plakken", "Verwijderen", "Alles selecteren"],
}
CHOOSING = {
    "en": {"Look in:", "Parent Directory", "Create New Folder", "List View", "Detail View", "Files of type:",
           "File name:", "Back", "Forward", "Open", "Cancel", "Rename", "Delete", "Show hidden files", "New Folder",
           "Name", "Size", "Type", "Date Modified", "Sidebar", "Files", "Folder"},
    "nl": {"Zoeken in:", "Hogere map", "Nieuwe map aanmaken", "Lijstweergave", "Detailweergave", "Bestanden van type:",
           "Bestandsnaam:", "Terug", "Verder", "Openen", "Annuleren", "Hernoemen", "Verwijderen",
           "Verborgen bestanden tonen", "Nieuwe map", "Naam", "Grootte", "Type", "Datum gewijzigd", "Zijbalk",
           "Bestanden", "Map"},
}


@pytest.fixture
def language(english: Language) -> Iterator[Language]:
    yield english
    english.set("en")


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_the_menu_of_a_field_follows_the_language(
        qtbot: QtBot, language: Language, kind: type[QLineEdit | QTextEdit | QPlainTextEdit]) -> None:
    field = kind()
    qtbot.addWidget(field)
    for code in ("en", "nl", "en"):
        language.set(code)
        assert _plain(action.text() for action in _menu(field).actions()) == ACTS[code]


def test_the_dialog_for_files_follows_the_language(qtbot: QtBot, language: Language, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    dialog = QFileDialog(None, "", str(tmp_path), "OPML (*.opml)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    qtbot.addWidget(dialog)
    for code in ("en", "nl"):  # an open one says its buttons anew; the rest is Qt's as it was when it opened
        language.set(code)
        made = QFileDialog(None, "", str(tmp_path), "OPML (*.opml)")
        made.setOption(QFileDialog.Option.DontUseNativeDialog)
        made.setFileMode(QFileDialog.FileMode.ExistingFile)
        qtbot.addWidget(made)
        tree = made.findChild(QTreeView, "treeView")
        assert tree is not None
        qtbot.waitUntil(lambda tree=tree: tree.model().rowCount(tree.rootIndex()) == 1)
        assert CHOOSING[code] - set(_said(made, tree)) == set()
    QCoreApplication.sendPostedEvents()
    assert "Zoeken in:" in _plain(label.text() for label in dialog.findChildren(QLabel))


def test_questions_and_keys_follow_the_language(qtbot: QtBot, language: Language) -> None:
    both = QDialogButtonBox.StandardButton.Yes | QDialogButtonBox.StandardButton.Cancel
    for code, answers, keys in (("en", {"Yes", "Cancel"}, ["Ctrl+Space", "Left"]),
                                ("nl", {"Ja", "Annuleren"}, ["Ctrl+Spatiebalk", "Pijl links"])):
        language.set(code)
        asked = QDialogButtonBox(both)
        qtbot.addWidget(asked)
        assert set(_plain(button.text() for button in asked.buttons())) == answers
        assert [shown(key) for key in ("Ctrl+Space", "Left")] == keys


def test_a_window_that_is_gone_leaves_no_words_behind(qtbot: QtBot, qapp: QApplication) -> None:
    language = Language(qapp, "nl")
    assert QCoreApplication.translate("QLineEdit", "Select All") == "Alles selecteren"
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Zoeken in:"
    language.stop()
    assert QCoreApplication.translate("QLineEdit", "Select All") == "Select All"
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"


def _menu(field: QLineEdit | QTextEdit | QPlainTextEdit) -> QMenu:
    menu = field.createStandardContextMenu()
    menu.setParent(field, Qt.WindowType.Popup)
    for action in menu.actions():
        if action.isSeparator() or action.menu() is not None:  # QTextEdit has one for signs of direction
            menu.removeAction(action)
    return menu


def _said(dialog: QFileDialog, tree: QTreeView) -> list[str]:
    model, top = tree.model(), tree.rootIndex()
    headings = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount(top))]
    rows = [model.index(row, 2, top).data() for row in range(model.rowCount(top))]
    widgets = [text for one in dialog.findChildren(QWidget) for text in (one.toolTip(), one.accessibleName())]
    words = [one.text() for kind in (QLabel, QAbstractButton, QAction) for one in dialog.findChildren(kind)]
    return _plain([*headings, *rows, *widgets, *words])


def _plain(texts: Iterator[str] | list[str]) -> list[str]:
    return [text.split("\t")[0].replace("&", "") for text in texts]
