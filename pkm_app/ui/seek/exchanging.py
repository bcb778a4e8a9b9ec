"""The list of sources goes out as a file and comes in from one, asked for with the system's own dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from pkm_app.base.errors import Problem, StorageProblem
from pkm_app.base.events import Operation
from pkm_app.ui.dialogs import choose_file_to_write
from pkm_app.ui.i18n import problem_text, tr
from pkm_app.ui.room import Context

_MOST_BYTES = 20 * 1024 * 1024
ENDINGS = (".opml", ".opml.xml")


class Imported(Protocol):
    """What came in (seek.subscribing)."""

    @property
    def added(self) -> int:
        """How many sources are new."""

    @property
    def known(self) -> int:
        """How many were followed already."""

    @property
    def failed(self) -> tuple[str, ...]:
        """A sentence for each that was not taken."""

    @property
    def told(self) -> tuple[Problem, ...]:
        """What came of those that are followed already."""


class Exchanging(QObject):
    """``imported`` fires when sources came in. Nothing is fetched by it."""

    imported = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def ask_and_take_in(self) -> None:
        """Ask for a file of subscriptions and take it in."""
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Import subscriptions"), "", "OPML (*.opml *.xml)")
        if path:
            self.take_in(path)

    def ask_and_give_out(self) -> None:
        """Ask where to, and write the list of subscriptions there."""
        path = choose_file_to_write(self._window, tr("Export subscriptions"), "subscriptions",
                                    {"opml": "OPML (*.opml)"})
        if path:
            self.give_out(path)

    def take_in(self, path: str) -> None:
        """Take in a file of subscriptions."""
        seek = self._context.services.seek

        def read() -> object:
            try:
                with open(path, "rb") as file:
                    data = file.read(_MOST_BYTES + 1)
            except OSError as error:
                raise StorageProblem("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error
            return seek.import_opml(data)

        self._context.relay.call(read, self._run, self._context.notices.problem)

    def give_out(self, path: str) -> None:
        """Write the list of subscriptions to a file that the person chose."""
        follow = self._context.services.follow
        name = Path(path).name
        self._context.relay.call(lambda: follow.write_file(path, follow.export_opml()),
                                 lambda _: self._context.notices.say(tr("Written: {name}", name=name)),
                                 self._context.notices.problem)

    def _run(self, operation: object) -> None:
        self._context.relay.start(cast("Operation[Imported]", operation), tr("Import subscriptions"), self._taken,
                                  self._context.notices.problem)

    def _taken(self, done: Imported) -> None:
        notices = self._context.notices
        words = tr("%n source(s) added.", done.added)
        if done.known:
            words += " " + tr("%n followed already.", done.known)
        if done.failed:
            notices.warn(f"{words} " + tr("%n not taken: {reason}", len(done.failed), reason=done.failed[0]))
        else:
            more = [problem_text(one) for one in done.told[:1]] or [tr("Refresh to fetch them.")]
            notices.say(" ".join([words, *more]))
        self._context.relay.tell("feeds")
        self.imported.emit()


class ListDrop(QObject):
    """Takes in lists of subscriptions that are dropped onto a widget; what else is dropped goes its own way."""

    def __init__(self, onto: QWidget, take_in: Callable[[str], None]) -> None:
        super().__init__(onto)
        self._take_in = take_in
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (paths := _lists_in(event.mimeData())):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                for path in paths:
                    self._take_in(path)
            return True
        if isinstance(event, QDropEvent):
            event.ignore()
            return True
        return False


def _lists_in(data: QMimeData) -> list[str]:
    """The files of subscriptions among what is dragged."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.lower().endswith(ENDINGS)]
