"""The terms that mean the same in Dutch and English: one's own to add and take away, the program's to switch off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.sense.terms import TermGroup
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.ticks import Ticks
from pkm_app.ui.widgets import Button, Label
from pkm_app.ui.wrong import Wrong

_GROUP = int(Qt.ItemDataRole.UserRole)


class TermsDialog(Dialog):
    """A list with a box to tick for each group, and a line to add one. ``changed`` is called when it is closed after a
    change."""

    def __init__(self, context: Context, parent: QWidget, changed: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setProperty("stage", "sense")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Terms for the same"))
        self.resize(560, 520)
        self._terms, self._changed, self._dirty, self._filling = context.services.finding.terms, changed, False, False
        look = self._look = context.look
        about = Label(look, "ink2", 13, wrap=True)
        about.setText(tr("Searching for one of these finds the others as well, and notes in the other language become "
                         "related. Untick what you do not agree with."))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a term"))
        self.filter.setAccessibleName(tr("Find a term"))
        self.filter.textChanged.connect(self._narrow)
        self.list = self._make_list()
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Like intervisie = peer consultation"))
        self.line.setAccessibleName(tr("Your own, with = between: intervisie = peer consultation"))
        self.line.returnPressed.connect(self.add)
        add, remove = Button(look, "plus", "filled", "sense"), Button(look, "trash-2")
        close = Button(look, "", "outlined")
        add.setText(tr("Add"))
        remove.setText(tr("Take away"))
        close.setText(tr("Close"))
        add.clicked.connect(self.add)
        remove.clicked.connect(self.remove)
        close.clicked.connect(self.accept)
        self._said = Wrong(look, 12)
        adding, below = QHBoxLayout(), QHBoxLayout()
        adding.addWidget(self.line, 1)
        adding.addWidget(add)
        below.addWidget(remove)
        below.addStretch(1)
        below.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for widget in (about, self.filter):
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        box.addLayout(adding)
        box.addWidget(self._said)
        box.addLayout(below)
        self._remove = remove
        self.list.currentItemChanged.connect(lambda _now, _before: self._look_what_is_chosen())
        self._fill()
        self.line.setFocus()

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setWordWrap(True)
        made.setItemDelegate(Ticks(self._look, made))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(tr("Terms for the same"))
        made.itemChanged.connect(self._ticked)
        return made

    def add(self) -> None:
        """Add what stands in the line."""
        if self._try(lambda: self._terms.add(self.line.text().split("="))):
            self.line.clear()

    def remove(self) -> None:
        """Take away the own group that is chosen."""
        group = self._chosen()
        if group is not None and group.own:
            self._try(lambda: self._terms.remove(group.terms[0]))

    def done(self, result: int) -> None:
        super().done(result)
        if self._dirty:
            self._changed()

    def _chosen(self) -> TermGroup | None:
        item = self.list.currentItem()
        group: TermGroup | None = item.data(_GROUP) if item is not None else None
        return group

    def _look_what_is_chosen(self) -> None:
        group = self._chosen()
        self._remove.setEnabled(group is not None and group.own)

    def _ticked(self, item: QListWidgetItem) -> None:
        group: TermGroup = item.data(_GROUP)
        if self._filling or group.own:
            return
        on = item.checkState() == Qt.CheckState.Checked
        self._try(lambda: self._terms.restore(group.terms[0]) if on else self._terms.remove(group.terms[0]))

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            self._said.tell(problem_text(problem))
            return False
        self._said.tell("")
        self._dirty = True
        self._fill()
        return True

    def _fill(self) -> None:
        try:
            groups = self._terms.listing()
        except Problem as problem:
            self._said.tell(problem_text(problem))
            return
        self._filling = True
        place = self.list.currentRow()
        self.list.clear()
        for group in groups:
            item = QListWidgetItem(" = ".join(group.terms) + (f"   ({tr('your own')})" if group.own else ""))
            item.setData(_GROUP, group)
            if not group.own:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked if group.off else Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(0, place), self.list.count() - 1))
        self._filling = False
        self._narrow(self.filter.text())
        self._look_what_is_chosen()

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(wanted not in item.text().casefold())
