"""Files, addresses and words that are dropped onto the window are taken in; of what cannot be, it is said why."""

from __future__ import annotations

import os
from collections import deque

from PySide6.QtCore import QEvent, QMimeData, QObject, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from pkm_app.base.errors import Problem
from pkm_app.base.events import Operation
from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.flow.captured import Captured, Facts
from pkm_app.ui.i18n import tr
from pkm_app.ui.pasted import are_files
from pkm_app.ui.room import Context
from pkm_app.ui.taken import Taken

_ENDINGS = (".pdf", ".docx", ".eml", ".msg", ".html", ".htm", ".url", ".webloc", ".desktop", ".txt", ".md")
_AT_ONCE = 50  # of more, each begins when one before it has ended
_MOST_WORDS = 1_000_000  # characters of one thought
_BROWSER = "text/x-moz-url"  # of Firefox: an address and the words it stood under, in UTF-16


class Drops(QObject):
    """Watches the window. What a field or a list takes for itself never comes here; ``line``, a line to write in, is
    watched as well: it takes words and no files."""

    def __init__(self, context: Context, window: QObject, line: QObject) -> None:
        super().__init__(window)
        self._context = context
        self._taken = Taken(context)
        for watched in (window, line):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        data, window = event.mimeData(), watched is self.parent()
        if isinstance(event, QDragEnterEvent) and window and takes(data):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDragEnterEvent) and not window and are_files(data):
            event.ignore()  # for the window
            return True
        if event.type() == QEvent.Type.Drop and window and takes(data):
            event.acceptProposedAction()
            self.take(data)
            return True
        return False

    def take(self, data: QMimeData) -> None:
        """Take in what was dropped; with several things only the last one opens."""
        taking, urls = self._context.services.taking, _addresses(data)
        works: deque[Operation[Captured]] = deque()
        for url in urls:
            if _is_file(url):
                works.append(taking.take_file(url.toLocalFile(), Facts()))
            elif _is_web(url):
                works.append(taking.passages.of_address(url.toString(), ""))
        left = [url for url in urls if not _is_file(url) and not _is_web(url)]
        if left:
            self._context.notices.warn(_said_of(left))
        words = _words(data)
        if not urls and words:
            if _is_web(QUrl(words)) and not any(map(str.isspace, words)):
                works.append(taking.passages.of_address(words, ""))
            else:
                self._context.relay.call(lambda: taking.capturing.thought(words), self._taken.show,
                                         self._context.notices.problem)
        elif not urls:
            self._context.notices.warn(tr("There was nothing in it that PKM can take in."))
        for _ in range(_AT_ONCE):
            self._begin(works)

    def _begin(self, works: deque[Operation[Captured]]) -> None:
        """Take in the next one, and after it the one that is next then."""
        if not works:
            return
        work, notices = works.popleft(), self._context.notices
        last = not works

        def shown(done: Captured) -> None:
            self._taken.show(done, going=last)
            self._begin(works)

        def failed(problem: Problem) -> None:
            notices.problem(problem)
            self._begin(works)

        self._context.relay.start(work, tr("Capturing"), shown, failed)


def takes(data: QMimeData) -> bool:
    """Say whether something that is dragged comes from elsewhere, so that it is taken in or it is said why not."""
    return data.hasUrls() or data.hasText() or data.hasHtml() or data.hasImage() or data.hasFormat(_BROWSER)


def _addresses(data: QMimeData) -> list[QUrl]:
    if data.hasUrls() or not data.hasFormat(_BROWSER):
        return list(data.urls())
    said = bytes(data.data(_BROWSER).data()).decode("utf-16-le", "replace")
    return [QUrl(address) for address in said.lstrip("\ufeff").splitlines()[:1]]


def _words(data: QMimeData) -> str:
    words = data.text().strip()
    if not words and data.hasHtml():
        words = canonical_text(clean_html(data.html()[:_MOST_WORDS])).strip()
    return words[:_MOST_WORDS]


def _said_of(left: list[QUrl]) -> str:
    """Say why these are not taken in."""
    first = left[0]
    name = first.fileName() or first.toLocalFile() or first.host() or first.scheme()
    if len(left) > 1:
        return tr("“{name}” and %n more cannot be taken in: PKM takes web pages, PDF, Word, text, mail and links.",
                  len(left) - 1, name=name)
    if first.isLocalFile() and os.path.isdir(first.toLocalFile()):
        return tr("“{name}” is a folder. Folders of notes go through Take in from elsewhere.", name=name)
    return tr("“{name}” cannot be taken in: PKM takes web pages, PDF, Word, text, mail and links.", name=name)


def _is_file(url: QUrl) -> bool:
    path = url.toLocalFile()
    return url.isLocalFile() and path.lower().endswith(_ENDINGS) and not os.path.isdir(path)


def _is_web(url: QUrl) -> bool:
    return url.isValid() and url.scheme() in ("http", "https") and bool(url.host())
