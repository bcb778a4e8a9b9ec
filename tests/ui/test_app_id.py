"""The name of the process on Windows, and what macOS finds for its own menu before any menu was opened."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QAction

from pkm_app.ui.app_id import name_process
from pkm_app.ui.shell import Shell


class Shell32:
    def __init__(self) -> None:
        self.named: list[str] = []

    def SetCurrentProcessExplicitAppUserModelID(self, name: str) -> int:  # noqa: N802  Windows' own
        self.named.append(name)
        return 0


@pytest.mark.parametrize(("system", "named"), [("win32", ["org.pkm_workbench.PKM"]), ("linux", []), ("darwin", [])])
def test_windows_alone_is_told_which_program_this_is(
        monkeypatch: pytest.MonkeyPatch, system: str, named: list[str]) -> None:
    shell = Shell32()
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", system)
        name_process(shell)
    assert shell.named == named


def test_settings_about_and_quit_stand_in_the_menus_before_one_is_opened(shell: Shell) -> None:
    roles = {action.menuRole() for menu in shell.menuBar().actions() for action in menu.menu().actions()}
    assert {QAction.MenuRole.AboutRole, QAction.MenuRole.PreferencesRole, QAction.MenuRole.QuitRole} <= roles
