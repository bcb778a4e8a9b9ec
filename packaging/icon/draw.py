"""Draw the program's icon for each system: ``python packaging/icon/draw.py FOLDER`` (PNG in sizes, .ico, .icns)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "app" / "pkm.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)


def draw(folder: Path) -> None:
    """Write pkm-SIZE.png for each size, pkm.ico and pkm.icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(SOURCE))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"pkm-{size}.png"))
    del application
    with Image.open(folder / "pkm-1024.png") as largest:
        largest.save(folder / "pkm.ico", sizes=[(size, size) for size in SIZES if size <= 256])
        largest.save(folder / "pkm.icns")


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
