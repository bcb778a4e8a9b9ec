"""The box of what would come of an import: no line of it is cut at the bottom, however large the words."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from pkm_app.ui.care.whole_lines import WholeLines


@pytest.mark.parametrize("size", [11, 13, 17, 26])
@pytest.mark.parametrize("frame", ["", "QPlainTextEdit { padding: 6px 7px; border: 1px solid red; }"])
def test_no_line_is_cut_at_the_bottom(qtbot: QtBot, size: int, frame: str) -> None:
    box = WholeLines(260)
    qtbot.addWidget(box)
    box.setStyleSheet(frame)
    font = box.font()
    font.setPixelSize(size)
    box.setFont(font)
    box.setPlainText("\n".join(f"Line {number}" for number in range(60)))
    box.resize(400, box.height())
    box.show()
    qtbot.waitUntil(lambda: box.isVisible() and 0 < box.viewport().height() < box.height() <= 260)
    qtbot.waitUntil(lambda: not _cut(box) and _whole(box) > 200 // box.cursorRect().height())


def _ends(box: WholeLines) -> list[tuple[float, float]]:
    block, ends = box.document().firstBlock(), []
    while block.isValid():
        place = box.cursorRect(QTextCursor(block))
        ends.append((place.y(), place.y() + place.height()))
        block = block.next()
    return ends


def _cut(box: WholeLines) -> bool:
    end = box.viewport().height()
    return any(top < end - 1 and bottom > end + 1 for top, bottom in _ends(box))


def _whole(box: WholeLines) -> int:
    return sum(bottom <= box.viewport().height() + 1 for _, bottom in _ends(box))
