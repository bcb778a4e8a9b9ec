"""One's own feed, written to a file: what was published for everybody, as Atom, for others to follow."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.seek.addresses import admit
from pkm_app.ui.dialogs import Dialog, choose_file_to_write
from pkm_app.ui.i18n import noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.short_field import ShortField
from pkm_app.ui.widgets import Button, Label
from pkm_app.ui.wrong import Wrong

_FIELDS = (("title", noop("What the feed is called")), ("author", noop("Your name")),
           ("address", noop("The address at which it will stand")))
_WIDE = 480


class OwnFeed(Dialog):
    """Asks for what stands at the head of the feed, and remembers it for the next time."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("Your own feed"))
        about = Label(context.look, "ink2", 13, wrap=True)
        about.setText(tr("All that you published for everybody, as a file that feed readers follow. Put it where its "
                         "address says, and write it anew when there is more."))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        self.fields: dict[str, QLineEdit] = {}
        for row, (key, words) in enumerate(_FIELDS):
            label, field = Label(context.look, "ink2", 13).hug(), ShortField()
            label.setText(tr(words))
            label.setBuddy(field)
            field.setAccessibleName(tr(words))
            field.setProperty("stage", "share")
            field.setText(context.services.settings.get(f"share.feed.{key}"))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            self.fields[key] = field
        self.wrong = Wrong(context.look)
        self.write_it = Button(context.look, "download", "filled", "share")
        self.write_it.setText(tr("Write the file"))
        self.write_it.clicked.connect(self.choose)
        never = Button(context.look)
        never.setText(tr("Cancel"))
        never.clicked.connect(self.reject)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(never)
        acts.addWidget(self.write_it)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        box.addWidget(about)
        box.addLayout(grid)
        box.addWidget(self.wrong)
        box.addLayout(acts)
        self.setFixedWidth(min(_WIDE, parent.window().width() - 40))
        self.fields["title"].setFocus()

    def choose(self) -> None:
        """Write the feed to a file the person chooses, once all is said that it needs."""
        if not self._said_all():
            return
        path = choose_file_to_write(self, tr("Write the file"), "feed", {
            "atom": tr("Feed (*.atom)"), "xml": tr("Feed (*.xml)")})
        if path:
            self.write(path)

    def write(self, path: str) -> None:
        """Write the feed to this file."""
        if not self._said_all():
            return
        share, told = self._context.services.share, {key: field.text().strip() for key, field in self.fields.items()}

        def act() -> int:
            data = share.afterwards.feed(told["title"], told["author"], admit(told["address"]))
            share.write_file(path, data)
            return len(share.afterwards.for_everybody())

        def written(entries: int) -> None:
            for key, words in told.items():
                self._context.services.settings.put(f"share.feed.{key}", words)
            said = tr("Written: {name}", name=path.replace("\\", "/").rpartition("/")[2])
            counted = tr("%n post(s) stand in it.", entries) if entries else tr(
                "Nothing stands in it yet: of what you sent to a public outlet nothing is known to be published.")
            self._context.notices.say(f"{said} {counted}")
            self.accept()

        self._context.relay.call(act, written, self._tell)

    def _said_all(self) -> bool:
        for key, words in _FIELDS:
            if not self.fields[key].text().strip():
                self._say(tr("Say this first: {what}.", what=tr(words)))
                self.fields[key].setFocus()
                return False
        try:
            admit(self.fields["address"].text().strip())
        except Problem as problem:
            self._tell(problem)
            self.fields["address"].setFocus()
            return False
        return True

    def _tell(self, problem: Problem) -> None:
        self._say(problem_text(problem))

    def _say(self, words: str) -> None:
        self.wrong.tell(words)
        self.fit()
        self.stay_in_sight()
