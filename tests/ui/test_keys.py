"""Commands once: keys that can be changed and never clash, menus, undo and redo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Refused
from pkm_app.ui.commands import Command
from pkm_app.ui.i18n import tr
from pkm_app.ui.key_field import KeyField
from pkm_app.ui.keys_dialog import KeysDialog
from pkm_app.ui.menus import MENUS, grouped, menu_of
from pkm_app.ui.palette import Palette
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.services import Services
from pkm_app.ui.shell import Shell
from tests.ui.keys_page import GUIDE, page
from tests.ui.tidy import seek_of
from tests.ui.words import FOLDER, read

ROOMS = ("today", "seek", "sense", "share", "settings")


def test_no_two_commands_share_a_key_in_a_room(shell: Shell) -> None:
    commands = shell.commands
    clashes = {name: commands.clash(name, commands.get(name).key) for name in commands.ids()}
    assert {name: other for name, other in clashes.items() if other} == {}


def test_every_command_has_words_in_both_languages(shell: Shell) -> None:
    dutch = read(FOLDER / "nl.ts")
    assert [name for name in shell.commands.ids() if not all(dutch.get(shell.commands.get(name).words) or [""])] == []


@pytest.mark.parametrize("name", ["sense.bold", "sense.follow", "share.italic", "share.internal"])
@pytest.mark.parametrize("key", ["Y", "Shift+Y", "Y, B", "Space", "7", "="])
def test_an_act_of_writing_gets_no_key_that_writes(shell: Shell, name: str, key: str) -> None:
    """B in the text of a note is a letter: with that key nothing would ever be made bold."""
    before = shell.commands.key(name)
    with pytest.raises(Refused, match=r"is written where “.+” is wanted; choose a key with Ctrl"):
        shell.commands.set_key(name, key)
    assert shell.commands.key(name) == before
    shell.commands.set_key(name, "Ctrl+Alt+Y")
    shell.commands.set_key("seek.keep" if name.startswith("sense") else "sense.new", "Y")


def test_f10_opens_the_first_menu(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_F10)
    first = shell.menuBar().actions()[0].menu()
    assert isinstance(first, QMenu)
    qtbot.waitUntil(first.isVisible)
    qtbot.waitUntil(lambda: bool(first.actions()))
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not first.isVisible())


def test_a_taken_key_is_refused_with_the_name_of_who_has_it(shell: Shell) -> None:
    commands = shell.commands
    for key in ("S", "G", "G, T", "Ctrl+Z"):  # the same, the beginning of one, one that begins with it
        with pytest.raises(Refused, match="is the key of"):
            commands.set_key("seek.done", key)
    with pytest.raises(Refused, match="choose another"):
        commands.set_key("seek.done", "Ctrl+C")
    assert commands.key("seek.done") == "D"
    commands.set_key("seek.keep", "")
    commands.set_key("seek.done", "S")
    with pytest.raises(Refused, match="Done"):
        commands.reset_key("seek.keep")
    commands.reset_all()
    assert (commands.key("seek.keep"), commands.key("seek.done")) == ("S", "D")


@pytest.mark.parametrize("key", [
    "Home", "Ctrl+Left", "Shift+End", "Ctrl+Shift+Right", "PgDown", "Backspace", "Ctrl+Ins", "Shift+Del", "F10",
    "Shift+F10", "Alt+F", "Alt+G", "Alt+B", "Esc", "Alt+F, X"])
def test_what_belongs_to_fields_lists_and_menus_is_refused(shell: Shell, key: str) -> None:
    with pytest.raises(Refused, match="choose another"):
        shell.commands.set_key("seek.done", key)
    assert shell.commands.key("seek.done") == "D"


def test_no_act_comes_with_such_a_key(shell: Shell) -> None:
    for name in shell.commands.ids():
        key = shell.commands.get(name).key
        if key:
            shell.commands.set_key(name, key)  # would be refused


def test_another_room_may_use_the_same_key(shell: Shell) -> None:
    shell.commands.set_key("share.outlet", "S")
    assert shell.commands.key("seek.keep") == "S"


def test_a_person_own_key_wins_over_a_new_command(shell: Shell) -> None:
    shell.commands.set_key("seek.keep", "F9")
    pressed: list[int] = []
    shell.commands.add([Command("test.new", "Test", "F9", lambda: pressed.append(1))])
    assert shell.commands.key("test.new") == ""


def test_a_key_is_changed_in_the_window_and_kept(qtbot: QtBot, shell: Shell, windows: Callable[..., Shell],
                                                 services: Services) -> None:
    shell.show_room("seek")
    qtbot.keyClicks(shell, "?")
    dialog = shell.findChild(KeysDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.list.count() == len(shell.commands.ids())
    dialog.field.setText("Feed health")
    assert dialog.name() == "seek.health"
    dialog.edit.show_key("S")
    dialog.put()
    assert "“Keep”" in dialog.said.text()
    assert shell.commands.key("seek.health") == ""
    dialog.edit.setFocus()
    qtbot.keyClick(dialog.edit, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.edit.key() == "Shift+F8"
    dialog.put()
    dialog.close()
    page = seek_of(shell)
    qtbot.keyClick(shell, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(page.health.isVisible)
    shell.close()
    assert windows(services, "light", "en").commands.key("seek.health") == "Shift+F8"


def test_the_field_takes_one_key_or_two(qtbot: QtBot) -> None:
    field = KeyField()
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_G)
    qtbot.keyClick(field, Qt.Key.Key_X)
    assert field.key() == "G, X"
    qtbot.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert field.key() == "Ctrl+S"
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.key() == "Ctrl+S"


def test_every_command_stands_in_one_menu(shell: Shell) -> None:
    placed = [command.id for _, found in grouped(shell.commands) for command in found]
    assert sorted(placed) == sorted(shell.commands.ids())
    bar = shell.menuBar()
    for room in ROOMS:
        shell.show_room(room) if room != "settings" else shell.show_settings()
        shown = []
        for menu in _menus(shell):
            menu.aboutToShow.emit()
            shown += [action.text().replace("&&", "&") for action in menu.actions()]
        assert sorted(shown) == sorted(command.words for command in shell.commands.all())
        used = {menu_of(command) for command in shell.commands.all()}
        assert [action.isVisible() for action in bar.actions()] == [name in used for name in MENUS]


def test_menus_speak_dutch_and_do_what_they_say(qtbot: QtBot, shell: Shell) -> None:
    shell.context.language.set("nl")
    QCoreApplication.sendPostedEvents()
    shell.show_room("today")
    menu = next(menu for menu in _menus(shell) if menu.title() == "&Ga naar")
    menu.aboutToShow.emit()
    action = next(action for action in menu.actions() if action.text() == "Naar Seek")
    assert action.shortcut() == QKeySequence("G, K")
    action.trigger()
    assert shell._current == "seek"
    marks = len({menu.title().split("&")[1][0].casefold() for menu in _menus(shell)})
    assert marks == len(_menus(shell)), "two menus with the same letter"


def test_what_cannot_be_done_now_is_grey(qtbot: QtBot, shell: Shell) -> None:
    menu = next(menu for menu in _menus(shell) if menu.title() == "&Edit")
    menu.aboutToShow.emit()
    undo = next(action for action in menu.actions() if action.text() == "Undo")
    assert not undo.isEnabled()
    shell.finder.field.setFocus()
    qtbot.keyClicks(shell.finder.field, "abc")
    menu.aboutToShow.emit()
    undo = next(action for action in menu.actions() if action.text() == "Undo")
    assert undo.isEnabled()
    undo.trigger()
    assert shell.finder.field.text() == ""


def test_undo_and_redo_go_back_and_forth(qtbot: QtBot, shell: Shell) -> None:
    services = shell.context.services
    shell.show_room("seek")
    article = services.seek.articles()[0]
    shell.go("article", article.article_id)

    def kept() -> bool:
        return services.seek.article(article.article_id).kept

    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    was = kept()
    qtbot.keyClick(shell, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: kept() != was)
    for _ in range(2):
        qtbot.keyClick(shell, Qt.Key.Key_Z, control)
        qtbot.waitUntil(lambda: kept() == was)
        qtbot.keyClick(shell, Qt.Key.Key_Z, control | shift)
        qtbot.waitUntil(lambda: kept() != was)
    qtbot.keyClick(shell, Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: kept() == was)
    assert shell.notices.can_redo()
    shell.notices.say("Something else.", lambda: None)
    assert not shell.notices.can_redo(), "a new act forgets what could be done again"


def _menus(shell: Shell) -> list[QMenu]:
    return [menu for action in shell.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]


def test_the_menu_bar_takes_no_letter_from_the_keys(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    for menu in _menus(shell):
        menu.aboutToShow.emit()
    article = shell.context.services.seek.articles()[0]
    shell.go("article", article.article_id)
    qtbot.keyClick(shell, Qt.Key.Key_U)
    assert QApplication.activePopupWidget() is None
    qtbot.waitUntil(lambda: not shell.context.services.seek.article(article.article_id).read)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_guide_tells_every_command_with_its_key(shell: Shell, language: str) -> None:
    """Run ``python -m tests.ui.keys_page``."""
    shell.context.language.set(language)
    text = (GUIDE / language / "keys.md").read_text(encoding="utf-8")
    assert page(text, shell.commands) == text


def test_the_one_field_finds_acts_by_what_was_meant(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("seek")
    palette = Palette(shell.commands, shell.context.services.settings)
    assert palette.found("feed health", 3)[0].id == "seek.health"
    assert palette.found("fed helth", 3)[0].id == "seek.health", "letters left out"
    assert palette.found("imp sub", 3)[0].id == "seek.import", "the beginning of each word"
    assert palette.found("zzzzqqq", 3) == []
    shell.context.language.set("nl")
    assert "seek.health" in [one.id for one in palette.found("haperende", 3)]
    assert palette.found("feed health", 3)[0].id == "seek.health", "the English words are known as well"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_one_field_finds_every_act_from_every_room(qtbot: QtBot, shell: Shell, language: str) -> None:
    shell.context.language.set(language)
    palette = Palette(shell.commands, shell.context.services.settings)
    for room in ("today", "seek", "sense", "share"):
        shell.show_room(room)
        able = [name for name in shell.commands.ids() if shell.commands.get(name).enabled()]
        missing = [name for name in able if shell.commands.get(name).room != "search" and name not in
                   [one.id for one in palette.found(tr(shell.commands.get(name).words), 20)]]
        assert missing == [], room
    shell.show_room("share")
    assert [one.id for one in palette.found("new", 20)][:1] == ["share.new"], "what is done right here goes first"
    shell.show_room("sense")
    assert [one.id for one in palette.found("new", 20)][:1] == ["sense.new"]


def test_an_act_of_another_room_names_it_goes_there_and_is_done(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("today")
    shell.finder.begin()
    shell.finder._typed("discover")
    row = next(row for row in shell.finder.found() if row.id == "seek.discover")
    assert row.detail == "Seek"
    shell.finder._choose(shell.finder.found().index(row))
    assert shell._current == "seek"
    page = shell.findChild(SeekPage)
    assert page is not None
    qtbot.waitUntil(page.discover.isVisible)


def test_what_was_chosen_lately_comes_first(qtbot: QtBot, shell: Shell) -> None:
    shell.show_room("today")
    shell.finder.begin()
    shell.finder.field.setText("settings")
    shell.finder._typed("settings")
    at = [row.id for row in shell.finder.found()].index("window.settings")
    shell.finder._choose(at)
    assert shell._current == "settings"
    shell.finder.begin()
    assert next(row.id for row in shell.finder.found() if row.kind == "command") == "window.settings"
