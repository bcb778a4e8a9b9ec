"""What comes into the writing pane from elsewhere, and where its links lead: plain values out of Qt's."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from pkm_app.content.wikilinks import links

HIGHLIGHT = "application/x-pkm-highlight"  # the id of a highlight that is dragged
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff")
_ADDRESS = re.compile(r"https?://[^\s<>)\]]*[^\s<>)\].,;:!?]")  # the sign that ends a sentence is not of it


def has_pictures(source: QMimeData) -> bool:
    """Say whether something that is pasted or dropped is a picture, or files that are all pictures."""
    return bool(_files(source)) or (source.hasImage() and not source.hasText())


def are_files(source: QMimeData) -> bool:
    """Say whether something that is dragged is files, or folders: their paths are no words to write down."""
    urls = source.urls() if source.hasUrls() else []
    return bool(urls) and all(url.isLocalFile() for url in urls)


def pictures_of(source: QMimeData) -> list[bytes | str]:
    """Return the pictures: of files their paths, a copied image as the bytes of a PNG."""
    files = _files(source)
    if files:
        return [str(path) for path in files]
    image = source.imageData() if source.hasImage() and not source.hasText() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return [bytes(buffer.data().data())]


def link_at(text: str, position: int) -> str:
    """Return what the link at a place of a line leads to: an address, or the target of a link to one's own file.

    ``position`` counts UTF-16 units, as a cursor does.
    """
    place = len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "surrogatepass"))
    for link in links(text):
        if link.start <= place <= link.end:
            return link.target + (f"#^{link.block}" if link.block else "")
    for found in _ADDRESS.finditer(text):
        if found.start() <= place <= found.end():
            return found.group()
    return ""


def _files(source: QMimeData) -> list[Path]:
    urls = source.urls() if source.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    pictures = [path for path in paths if path.suffix.lower() in _ENDINGS and path.is_file()]
    return pictures if len(pictures) == len(urls) else []
