"""Files, addresses and words that are dropped onto the window are taken in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from pkm_app.base.events import Operation
from pkm_app.flow.captured import Captured, Facts
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.taken import Taken

_ENDINGS = (".pdf", ".docx", ".eml", ".msg", ".html", ".htm", ".url", ".webloc", ".desktop", ".txt", ".md")
_MOST = 50


class Drops(QObject):
    """An event filter for the window. What a field or a list takes for itself never comes here."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._taken = Taken(context)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and takes(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and takes(event.mimeData()):
            event.acceptProposedAction()
            self.take(event.mimeData())
            return True
        return False

    def take(self, data: QMimeData) -> None:
        """Take in what was dropped; with several things only the last one opens."""
        taking = self._context.services.taking
        urls = list(data.urls())[:_MOST]
        works: list[Operation[Captured]] = []
        for url in urls:
            if url.isLocalFile():
                works.append(taking.take_file(url.toLocalFile(), Facts()))
            elif _is_web(url):
                works.append(taking.passages.of_address(url.toString(), ""))
        text = data.text().strip()
        if not works and text:
            if _is_web(QUrl(text)) and not any(map(str.isspace, text)):
                works.append(taking.passages.of_address(text, ""))
            else:
                self._context.relay.call(lambda: taking.capturing.thought(text), self._taken.show,
                                         self._context.notices.problem)
        for number, work in enumerate(works, start=1):
            shown = partial(self._taken.show, going=number == len(works))
            self._context.relay.start(work, tr("Capturing"), shown, self._context.notices.problem)


def takes(data: QMimeData) -> bool:
    """Say whether something that is dragged can be taken in."""
    if data.hasUrls():
        return any(_is_web(url) or (url.isLocalFile() and url.toLocalFile().lower().endswith(_ENDINGS))
                   for url in data.urls())
    return data.hasText() and bool(data.text().strip())


def _is_web(url: QUrl) -> bool:
    return url.isValid() and url.scheme() in ("http", "https") and bool(url.host())
