"""What a text that left rests on: each passage with its author, its source and the version that was read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pkm_app.flow.trace import Node
from pkm_app.share.aftermath import Left
from pkm_app.ui.boxes import clear
from pkm_app.ui.dates import day_words
from pkm_app.ui.flow_layout import FlowLayout
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.scrolling import scrolling
from pkm_app.ui.widgets import Button, Card, Label, Quote


class Traces(QWidget):
    """A card for each source. ``opened`` fires with the path of a file to go to."""

    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = QWidget()
        self.rows = QVBoxLayout(column)
        self.rows.setContentsMargins(24, 16, 24, 24)
        self.rows.setSpacing(12)
        self.rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolling(column))

    def show_record(self, record: Left) -> None:
        """Show what a record rests on."""
        trace = self._context.services.share.trace
        self._context.relay.call(lambda: trace(record.path), self._show, self._context.notices.problem)

    def _show(self, node: Node) -> None:
        clear(self.rows)
        found = {one.path: one for one in _below(node) if one.kind in ("source", "note")}
        for one in found.values():
            self.rows.addWidget(self._card(one))
        if not found:
            none = Label(self._context.look, "ink2", 13, wrap=True)
            none.setText(tr("This text leads to no source and no note of yours."))
            self.rows.addWidget(none)

    def _card(self, node: Node) -> Card:
        look = self._context.look
        card = Card(14, 8)
        title = Label(look, "ink", 14, 600, wrap=True)
        title.setText(" — ".join(filter(None, (node.title, node.author))))
        card.box.addWidget(title)
        for marked in node.rests_on:
            if marked.kind != "highlight":
                continue
            card.box.addWidget(Quote(look, marked.title))
            read = Label(look, "ink2", 12, wrap=True)
            read.setText(" · ".join(tr("Version that was read: {day}", day=_day(one.title)) for one in marked.rests_on))
            card.box.addWidget(read)
            read.setVisible(bool(marked.rests_on))
        acts = QWidget()
        flow = FlowLayout(acts)
        there = Button(look, "file-text", "outlined", "share")
        there.setText(tr("Open in Sense"))
        there.setAccessibleName(f"{tr('Open in Sense')}: {node.title}")
        there.clicked.connect(lambda: self.opened.emit(node.path))
        flow.addWidget(there)
        if node.url.startswith(("http://", "https://")):
            out = Button(look, "external-link", stage="share")
            out.setText(tr("Open {host}", host=QUrl(node.url).host()))
            out.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(node.url)))
            flow.addWidget(out)
        card.box.addWidget(acts)
        return card


def _day(stamp: str) -> str:
    try:
        return day_words(date.fromisoformat(stamp[:10]))
    except ValueError:  # another program may have written it
        return stamp


def _below(node: Node) -> Iterator[Node]:
    for one in node.rests_on:
        yield one
        yield from _below(one)
