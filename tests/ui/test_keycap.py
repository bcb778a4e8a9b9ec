"""The key of the one search field stands at its end while nothing is typed, whatever key a person gave it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from pkm_app.ui.keycap import KeyCap
from pkm_app.ui.shell import Shell


def test_the_cap_shows_the_key_makes_room_for_words_and_follows_a_change(qtbot: QtBot, shell: Shell) -> None:
    field = shell.finder.field
    (cap,) = field.findChildren(KeyCap)
    plain = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
    assert (cap.isVisible(), cap.words()) == (True, plain)
    assert cap.geometry().right() < field.width()
    assert field.rect().contains(cap.geometry())
    field.setText("leren")
    assert not cap.isVisible()
    assert field.textMargins().right() == 0
    field.clear()
    assert cap.isVisible()
    shell.commands.set_key("window.search", "Ctrl+Alt+F9")
    assert "F9" in cap.words()
    assert field.rect().contains(cap.geometry())
    shell.commands.set_key("window.search", "")
    assert not cap.isVisible()
