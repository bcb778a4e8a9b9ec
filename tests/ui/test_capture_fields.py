"""The fields of the Capture dialog: what they are stands above them, and what is wrong below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Label
from tests.ui.demo import Demo
from tests.ui.test_capture import opened, write


@pytest.fixture
def shell(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell]) -> Iterator[Shell]:
    made = windows(demos().services, "light", "en")
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QGuiApplication.clipboard().clear()


def test_each_field_says_what_it_is_also_when_it_is_filled(qtbot: QtBot, shell: Shell) -> None:
    dialog = opened(shell)
    qtbot.mouseClick(dialog._chips["book"], Qt.MouseButton.LeftButton)
    title = dialog.fields["title"]
    qtbot.waitUntil(title.hasFocus)
    write(dialog, title="A long title " * 20, words="Its words.")
    labels = [one.text() for one in dialog.findChildren(Label) if one.isVisible()]
    assert {"Title", "Author or speaker", "Page, like 14", "The words", "What I think of it"} <= set(labels)
    assert "Address" not in labels
    assert isinstance(title, QLineEdit)
    assert title.cursorPosition() > 100
    dialog.fields["author"].setFocus()
    qtbot.waitUntil(lambda: title.cursorPosition() == 0)
    write(dialog, title="")
    assert not dialog._wrong.isVisible()
    dialog.capture()
    qtbot.waitUntil(dialog._wrong.isVisible)


def test_the_window_is_as_high_as_what_a_kind_asks_for_and_grows_for_what_is_wrong(
        qtbot: QtBot, shell: Shell) -> None:
    dialog = opened(shell)

    def fits() -> bool:
        fields = dialog._fields
        return fields.height() == fields.sizeHint().height() == fields.viewport().height()

    qtbot.waitUntil(fits)
    for kind in ("video", "thought", "conversation", "book", "page"):
        dialog.show_kind(kind)
        qtbot.waitUntil(fits)
    write(dialog, address="words and no address")
    dialog.capture()
    qtbot.waitUntil(lambda: dialog._wrong.isVisible() and fits())
