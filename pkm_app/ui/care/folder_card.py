"""The card of the settings about one's PKM folder: look it through, take in from elsewhere, back up and restore."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from pkm_app.ui.dialogs import choose_file_to_write
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.services.care import BackedUp
from pkm_app.ui.widgets import Button, Card, Label


class FolderCard(Worded, Card):
    """Four acts, each with its effect in words below them."""

    def __init__(self, context: Context) -> None:
        super().__init__(24, 12)
        self._context = context
        look = context.look
        heading, about = Label(look, "ink", 19, 600, family="reading"), Label(look, "ink2", 13, wrap=True)
        self.say(heading.setText, "Your PKM folder")
        self.say(about.setText, "All you write lies there as plain files. A backup puts all of it, with what this "
                                "machine keeps beside it, into one file; passwords are not in it.")
        self.box.addWidget(heading)
        self.box.addWidget(about)
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (noop("Check-up"), "badge-check", lambda: context.go("checkup", "")),
            (noop("Take in from elsewhere"), "download", lambda: context.go("import", "")),
            (noop("Make a backup"), "save", self.back_up), (noop("Unpack a backup"), "folder-open", self.restore))
        for words, icon, act in acts:
            button = Button(context.look, icon, "outlined")
            self.say(button.setText, words)
            button.clicked.connect(act)
            flow.addWidget(button)
        self.box.addWidget(holder)

    def back_up(self) -> None:
        """Ask where to, and write a backup there."""
        now = self._context.services.now()
        path = choose_file_to_write(self, tr("Make a backup"), f"PKM {now:%Y-%m-%d}",
                                    {"pkm-backup.zip": f"{tr('Backup')} (*.pkm-backup.zip)"})
        if path:
            self.write(path)

    def write(self, path: str) -> None:
        """Write a backup to a file that the person chose."""
        self._context.relay.start(self._context.services.care.back_up(path), tr("Making a backup"), self._written,
                                  self._context.notices.problem)

    def restore(self) -> None:
        """Ask for a backup and an empty folder, and unpack it there; what is open stays as it is."""
        file, _ = QFileDialog.getOpenFileName(self, tr("Unpack a backup"), "",
                                              f"{tr('Backup')} (*.pkm-backup.zip *.zip)")
        folder = QFileDialog.getExistingDirectory(self, tr("An empty folder for it")) if file else ""
        if folder:
            self.unpack(file, folder)

    def unpack(self, file: str, folder: str) -> None:
        """Unpack a backup into an empty folder that the person chose."""
        self._context.relay.start(self._context.services.care.restore(file, folder), tr("Unpacking the backup"),
                                  self._unpacked, self._context.notices.problem)

    def _written(self, done: BackedUp) -> None:
        self._context.notices.say(tr("The backup is written and checked: {name}, %n file(s).", done.items,
                                     name=done.path.name))

    def _unpacked(self, done: BackedUp) -> None:
        self._context.notices.say(tr("%n file(s) unpacked. The PKM folder of the backup is “vault” in {name}; what you "
                                     "have open here stayed as it is.", done.items, name=done.path.name))
