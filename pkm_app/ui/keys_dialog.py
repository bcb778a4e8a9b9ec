"""All acts of the program with their keys, found by a word, and changed on the spot.

How to use it: ``KeysDialog(look, commands, parent).open()``. A key that is taken is refused with the act that has it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pkm_app.base.errors import Problem
from pkm_app.ui.commands import Commands
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.find_row import FindDelegate, FindRow
from pkm_app.ui.i18n import problem_text, tr
from pkm_app.ui.key_field import KeyField
from pkm_app.ui.look import Look
from pkm_app.ui.menus import grouped
from pkm_app.ui.widgets import Button, Label, name_clearing


class KeysDialog(Dialog):
    """The list of keys. Those of this moment's room come first where two rooms use the same key."""

    def __init__(self, look: Look, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        self._look, self._commands = look, commands
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find an act or a key"))
        self.field.setAccessibleName(tr("Find an act or a key"))
        self.field.setClearButtonEnabled(True)
        name_clearing(self.field, tr("Clear"))
        self.field.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Acts and their keys"))
        self.list.setItemDelegate(FindDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._chosen)
        self.edit = KeyField()
        self.edit.setAccessibleName(tr("Another key for this act"))
        self.said = Label(look, "ink2", 13, wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(self.field)
        box.addWidget(self.list, 1)
        box.addWidget(self.said)
        box.addWidget(self.edit)
        box.addLayout(self._make_acts())
        self.resize(min(620, parent.width() - 40), min(660, parent.height() - 60))
        self._fill("")
        self.field.setFocus()

    def name(self) -> str:
        """Return the id of the chosen act, "" for none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole).id) if item is not None else ""

    def put(self) -> None:
        """Give the chosen act the key in the field."""
        key = self.edit.key()
        if key:
            self._change(lambda name: self._commands.set_key(name, key))

    def take_away(self) -> None:
        """Leave the chosen act without a key."""
        self._change(lambda name: self._commands.set_key(name, ""))

    def put_back(self) -> None:
        """Give the chosen act the key it came with."""
        self._change(self._commands.reset_key)

    def put_all_back(self) -> None:
        """Give every act the key it came with."""
        self._commands.reset_all()
        self._fill(self.field.text())
        self._say(tr("All keys are as they came."), "ink2")

    def _make_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, act in ((tr("Use this key"), self.put), (tr("No key"), self.take_away),
                           (tr("As it came"), self.put_back), (tr("All as they came"), self.put_all_back)):
            button = Button(self._look, "", "outlined")
            button.setText(words)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _change(self, act: object) -> None:
        name = self.name()
        if not name or not callable(act):
            return
        try:
            act(name)
        except Problem as problem:
            self._say(problem_text(problem), "error")
            return
        self._fill(self.field.text(), name)
        key = self._commands.shown_key(name)
        words = tr(self._commands.get(name).words)
        self._say(tr("“{words}” has the key {key} now.", words=words, key=key) if key else
                  tr("“{words}” has no key now.", words=words), "ink2")

    def _fill(self, wanted: str, choose: str = "") -> None:
        choose, wanted = choose or self.name(), wanted.strip().casefold()
        self.list.clear()
        for heading, found in grouped(self._commands):
            menu = tr(heading).replace("&", "")
            for command in found:
                words, key = tr(command.words), self._commands.shown_key(command.id)
                if wanted and wanted not in f"{words} {menu}".casefold() and wanted != key.casefold():
                    continue
                item = QListWidgetItem()
                item.setSizeHint(QSize(100, FindDelegate.HEIGHT))
                item.setData(Qt.ItemDataRole.UserRole,
                             FindRow("keyboard", f"{menu}: {words}", key, "command", command.id))
                item.setData(Qt.ItemDataRole.AccessibleTextRole,
                             tr("{menu}: {words}, key {key}", menu=menu, words=words, key=key or tr("none")))
                self.list.addItem(item)
                if command.id == choose:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.edit.show_key(self._commands.key(self.name()))
            self._say(tr("Choose an act, put the cursor in the field below and press the key."), "ink2")

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(words)
