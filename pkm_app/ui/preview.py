"""A note as it reads: pictures in their place, what it shows of other files in quotations, links to follow.

How to use it: ``pane = PreviewPane(context, "sense")``; ``pane.show_text(body, path)``; ``pane.followed`` carries what
a link leads to. Nothing is fetched: pictures come from the vault, through the process that cleans them.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextImageFormat

from pkm_app.base.errors import Problem
from pkm_app.content.clean import PARKED
from pkm_app.ui.reading import ReadingPane
from pkm_app.ui.reading_document import make_document
from pkm_app.ui.reading_type import ReadingType
from pkm_app.ui.room import Context
from pkm_app.ui.theme import Stage
from pkm_app.ui.writing import CHARACTERS, MARGIN

_PICTURE = re.compile(rf"<img\b[^<>]*?{PARKED}=\"([^\"]*)\"[^<>]*>")
_ALT = re.compile(r"\balt=\"([^\"]*)\"")
_MOST = 60  # pictures of one note
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"  # around the number of a picture until it stands there


class PreviewPane(ReadingPane):
    """Shows one text at a time."""

    followed = Signal(str)
    MARGIN = MARGIN  # the column of the writing pane: nothing moves aside when one looks

    def __init__(self, context: Context, stage: Stage) -> None:
        super().__init__(context.look, stage)
        self._context = context
        self._round = 0
        self._type = ReadingType(characters=CHARACTERS)

    def show_text(self, body: str, path: str) -> None:
        """Show a text that stands in a file; it appears when it is ready."""
        self._round += 1
        number, writing = self._round, self._context.services.writing

        def prepare() -> tuple[str, dict[str, bytes]]:
            html = writing.preview.html(body, path)
            found: dict[str, bytes] = {}
            for name in list(dict.fromkeys(_PICTURE.findall(html)))[:_MOST]:
                try:
                    found[name] = writing.pictures.shown(unquote(unescape(name)))
                except Problem:
                    continue  # its words stand in its place
            return html, found

        def show(ready: tuple[str, dict[str, bytes]]) -> None:
            if number == self._round:
                self._show(*ready)

        self._context.relay.call(prepare, show, self._context.notices.problem)

    def _show(self, html: str, pictures: dict[str, bytes]) -> None:
        names: list[str] = []

        def place(found: re.Match[str]) -> str:
            alt = _ALT.search(found.group())
            if found.group(1) not in pictures:
                return f"<em>{alt.group(1) if alt else ''}</em>"
            names.append(found.group(1))
            return f"{_OPEN}{len(names) - 1}{_CLOSE}"

        text = _PICTURE.sub(place, html.replace(_OPEN, "").replace(_CLOSE, ""))
        prepared = make_document(text, self._context.look, self._type.size, None, self._stage)
        for number, name in enumerate(names):
            _put(prepared.document, number, pictures[name], self.column())
        self.show_document(prepared, self._type)

    def _open(self, url: QUrl) -> None:
        if url.scheme():
            super()._open(url)
        else:
            self.followed.emit(unquote(url.toString()))


def _put(document: QTextDocument, number: int, data: bytes, width: int) -> None:
    """Put a picture where its number stands, no wider than the column."""
    cursor = document.find(f"{_OPEN}{number}{_CLOSE}")
    image = QImage.fromData(data)
    if cursor.isNull():
        return
    if image.isNull():
        cursor.removeSelectedText()
        return
    name = QUrl(f"picture:{number}")
    document.addResource(int(QTextDocument.ResourceType.ImageResource.value), name, image)
    form = QTextImageFormat()
    form.setName(name.toString())
    scale = min(1.0, width / image.width())
    form.setWidth(round(image.width() * scale))
    form.setHeight(round(image.height() * scale))
    QTextCursor(cursor).insertImage(form)
