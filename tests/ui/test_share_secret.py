"""Where no keyring keeps a password, it is asked for when it is needed, and written nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Refused
from pkm_app.ui.share.outlet_form import OutletForm
from pkm_app.ui.share.secret_dialog import SecretDialog
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.demo_outlets import DemoOutlet
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    def without_keyring(**options: object) -> Demo:
        demo = demos(**options)
        for outlet in demo.outlets.outlets():
            demo.outlets.remove(outlet.name)
        demo.secrets.there = False
        return demo

    made = share_desk(qtbot, without_keyring, windows, tmp_path)
    made.open(FINDS)
    made.until_found("Sources credited")
    form = made.panel.findChild(OutletForm)
    assert form is not None
    made.panel.begin_form()
    for key, text in (("name", "blog"), ("address", "https://blog.example.org/"), ("user", "anne"),
                      ("secret", "right")):
        form._fields[key].setText(text)
    form._add()
    qtbot.waitUntil(lambda: any("No keyring here keeps the password" in one.text for one in made.said))
    qtbot.waitUntil(lambda: "blog" in made.panel._button.shown_text())
    return made


def dialog(room: Room) -> SecretDialog:
    def open_ones() -> list[SecretDialog]:
        return [one for one in room.shell.findChildren(SecretDialog) if one.isVisible()]

    room.qtbot.waitUntil(lambda: bool(open_ones()))
    return open_ones()[0]


def answer(room: Room, secret: str, hold: bool = False) -> None:
    shown = dialog(room)
    assert shown.field.echoMode() == shown.field.EchoMode.Password
    if hold:
        shown.hold.click()
    shown.field.setText(secret)
    room.qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: not any(one.isVisible() for one in room.shell.findChildren(SecretDialog)))


def test_an_outlet_is_added_without_its_password_and_sending_asks_for_it(qtbot: QtBot, room: Room) -> None:
    room.page.send_now()
    dialog(room).reject()
    qtbot.waitUntil(room.panel._button.isEnabled)
    room.page.send_now()
    answer(room, "wrong", hold=True)
    room.until_said("not accepted")
    room.page.send_now()
    answer(room, "right")  # a wrong one was not held
    room.until_said("stands there now")
    qtbot.waitUntil(room.panel._button.isEnabled)
    room.page.send_now()
    answer(room, "right", hold=True)  # once is once
    room.until_said("the same already")
    qtbot.waitUntil(lambda: room.demo.outlets.keeps_secret("blog"))
    qtbot.waitUntil(room.panel._button.isEnabled)
    room.write("Other words of mine.\n")
    qtbot.waitUntil(room.panel._button.isEnabled)
    room.page.send_now()
    room.until_said("up to date")
    assert "right" not in (room.vault / ".pkm" / "outlets.toml").read_text(encoding="utf-8")
    assert room.demo.secrets.kept == {}


def test_looking_asks_for_it_too(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.page.send_now()
    answer(room, "right")
    room.until_said("stands there now")
    record = room.demo.services.share.afterwards.left()[0]
    asked: list[str] = []

    def get(outlet: DemoOutlet, remote_id: str) -> None:
        asked.append(outlet._secret)
        raise Refused("It is closed today.")

    monkeypatch.setattr(DemoOutlet, "get", get)
    room.shell.go("draft", record.path)
    qtbot.waitUntil(lambda: room.page.left.record is not None)
    room.page.left.look()
    dialog(room).reject()
    qtbot.waitUntil(lambda: "blog was not asked" in room.page.left.reading.toPlainText())
    assert asked == []
    room.page.left.look()
    answer(room, "right")
    qtbot.waitUntil(lambda: "closed today" in room.page.left.reading.toPlainText())
    assert asked == ["right"]
