"""About the program: which version, under which licence, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pkm_app.base.made_of import licence_texts
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import tr
from pkm_app.ui.look import Look
from pkm_app.ui.widgets import Button, Label


class AboutDialog(Dialog):
    """Read with the keyboard: the list of parts has the focus, Escape closes."""

    def __init__(self, look: Look, version: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About PKM"))
        title = Label(look, "ink", 24, 600, family="reading")
        title.setText("PKM")
        box = QVBoxLayout(self)
        box.setContentsMargins(26, 22, 26, 20)
        box.setSpacing(8)
        box.addWidget(title)
        for words, role in (
            (tr("Version {version}, with Qt {qt}", version=version, qt=qVersion()), "ink2"),
            (tr("Seek, Sense, Share: a workbench for personal knowledge mastery, after the work of Harold Jarche."),
             "ink"),
            (tr("Free software under the GNU General Public License, version 3 or later: use it, look into it, change "
                "it, pass it on. It comes without any warranty."), "ink"),
            (tr("It tells nobody about you: no accounts, no telemetry. What is yours lies in your PKM folder."), "ink"),
        ):
            label = Label(look, role, 13, wrap=True)
            label.setText(words)
            box.addWidget(label)
        made = Label(look, "ink2", 12, 600)
        made.setText(tr("Made with"))
        box.addSpacing(6)
        box.addWidget(made)
        self.list = QPlainTextEdit()
        self.list.setObjectName("field")
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setFont(look.font("text", 12))
        self.list.setAccessibleName(tr("Parts of the program and their licences"))
        self.list.setPlainText(licence_texts())
        box.addWidget(self.list, 1)
        close = Button(look, "", "outlined")
        close.setText(tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        box.addLayout(row)
        self.resize(min(600, parent.width() - 40), min(600, parent.height() - 60))
        self.list.setFocus()
