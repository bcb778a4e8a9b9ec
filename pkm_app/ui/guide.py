"""The guide, inside the program: without a network, in the language of the window, with its pictures.

How to use it: ``GuideWindow(context, parent).show()``. Pages lead to one another; addresses open in the browser. The
page of keys shows the keys as they are now, the person's own among them.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from pkm_app.base.resources import guide_folder
from pkm_app.ui.commands import Commands
from pkm_app.ui.dialogs import Dialog
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.look import Look
from pkm_app.ui.menus import grouped
from pkm_app.ui.reading_signs import own_bullets, paint_signs
from pkm_app.ui.room import Context

BEGIN, END = "<!-- keys: made from the commands -->", "<!-- end of keys -->"
_LINK = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)\)")
_MARGIN = 28
_GAP = 9  # pixels between paragraphs
_BOLD = 600  # the heaviest that the letters come in; more would be faked
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


def key_tables(commands: Commands, own: bool) -> str:
    """Return every command with its key as Markdown tables: the person's ``own`` keys, or those it came with."""
    parts = []
    for heading, found in grouped(commands):
        rows = [f"| {tr(one.words)} | {_shown(commands.key(one.id) if own else one.key)} |" for one in found]
        head = f"## {tr(heading).replace('&', '')}\n\n| {tr('Act')} | {tr('Key')} |\n| --- | --- |\n"
        parts.append(head + "\n".join(rows))
    return "\n\n".join(parts)


def pages(folder: Path) -> list[tuple[str, str]]:
    """Return the file and the title of every page, in the order in which index.md names them; that one first."""
    index = (folder / "index.md").read_text(encoding="utf-8")
    named = {name: title for title, name in _LINK.findall(index) if (folder / name).is_file()}
    return [("index.md", index.partition("\n")[0].lstrip("# ").strip()), *named.items()]


class GuidePane(QTextBrowser):
    """Shows a page. Reads nothing but the pictures of the guide. ``wanted`` carries the page to which a link leads."""

    wanted = Signal(str)

    def __init__(self, folder: Path, look: Look) -> None:
        super().__init__()
        self._folder, self._look = folder.resolve(), look
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the guide, fitting the pane, and nothing else."""
        address = name.toString() if isinstance(name, QUrl) else str(name)
        path = self._folder / "pictures" / address.rpartition("/")[2]
        if kind != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return None
        image = QImage(str(path))
        room = max(200, self.viewport().width() - 2 * _MARGIN - 12)
        return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if image.width() > room else image

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_signs(painter, self._look, "seek", self.document(), self.document().begin(),
                    self.verticalScrollBar().value(), self.viewport().height())
        painter.end()
        super().paintEvent(event)

    def _follow(self, address: QUrl) -> None:
        if address.scheme() in ("http", "https"):
            QDesktopServices.openUrl(address)
        elif address.fileName().endswith(".md"):
            self.wanted.emit(address.toString())


class GuideWindow(Worded, Dialog):
    """Pages at the left, the chosen one at the right; beside the main window, which stays usable."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._folder = guide_folder()
        self.page = ""
        self.list = QListWidget()
        self.list.setFixedWidth(250)
        self.list.setWordWrap(True)
        self.pane = GuidePane(self._folder, context.look)
        self.pane.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.pane.document().setDocumentMargin(_MARGIN)
        self.pane.setFont(context.look.font("reading", 16))
        self.say(self.setWindowTitle, "Guide")
        self.say(self.list.setAccessibleName, "Pages of the guide")
        self.say(self.pane.setAccessibleName, "Guide")
        self.pane.wanted.connect(self.show_page)
        context.look.changed.connect(self._again)
        self.list.currentItemChanged.connect(self._chosen)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.pane, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.addLayout(row)
        self.resize(min(980, parent.width() - 20), min(760, parent.height() - 20))
        self._fill()
        self.list.setFocus()

    def show_page(self, name: str) -> None:
        """Show a page by its file, as links name it; one in the other language switches to nothing but shows that."""
        path = (self._folder / self._context.language.code / name).resolve()
        if not path.is_file() or self._folder.resolve() not in path.parents:
            return
        self.page = path.name
        text = path.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        if rest:
            text = before + key_tables(self._context.commands, own=True) + rest.partition(END)[2]
        self.pane.setMarkdown(text)
        _set_type(self.pane.document())
        own_bullets(self.pane.document())
        self.pane.moveCursor(QTextCursor.MoveOperation.Start)
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == self.page:
                self.list.blockSignals(True)
                self.list.setCurrentRow(at)
                self.list.blockSignals(False)

    def words_changed(self) -> None:
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again()

    def _again(self) -> None:
        """Show the page as it must be now, of another width or in other colours, at the place that was read."""
        if self.page:
            place = self.pane.verticalScrollBar().value()
            self.show_page(self.page)
            self.pane.verticalScrollBar().setValue(place)

    def _fill(self) -> None:
        page = self.page or "index.md"
        self.list.blockSignals(True)
        self.list.clear()
        for name, title in pages(self._folder / self._context.language.code):
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(200, 30 if len(title) < 34 else 48))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.show_page(page)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_page(str(item.data(Qt.ItemDataRole.UserRole)))


def _set_type(document: QTextDocument) -> None:
    """Give the lines room, paragraphs a gap, what is bold the weight that there is, and links a line below."""
    block = document.begin()
    while block.isValid():
        spacing = QTextBlockFormat()
        if _PICTURE not in block.text():  # its height would grow with the line's
            spacing.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if not (block.textList() or QTextCursor(block).currentTable() or block.blockFormat().headingLevel()):
            spacing.setTopMargin(_GAP)
            spacing.setBottomMargin(_GAP)
        QTextCursor(block).mergeBlockFormat(spacing)
        _set_pieces(block)
        block = block.next()


def _set_pieces(block: QTextBlock) -> None:
    pieces = block.textFormats() if block.length() > 1 else []
    cursor = QTextCursor(block)
    for piece in pieces:
        bold, link = piece.format.fontWeight() > QFont.Weight.DemiBold, piece.format.isAnchor()
        if bold or link:
            better = QTextCharFormat()
            if bold:
                better.setFontWeight(_BOLD)
            if link:
                better.setFontUnderline(True)
            cursor.setPosition(block.position() + piece.start)
            cursor.setPosition(cursor.position() + piece.length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(better)


def _shown(key: str) -> str:
    """Return a key as it is called in the menus, with plain words for its modifiers."""
    parts = [" ".join(QCoreApplication.translate("QShortcut", word) for word in part.replace("+", " ").split())
             + (" +" if part.endswith("++") else "") for part in key.split(", ") if part]
    return ", ".join(f"`{part}`" for part in parts)
