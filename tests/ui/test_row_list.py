"""Rows are painted once, as long as they look the same; scrolling asks for those that come into sight only."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.i18n import Language
from pkm_app.ui.look import Look
from pkm_app.ui.row_delegate import RowDelegate
from pkm_app.ui.row_list import RowList
from pkm_app.ui.rows import ROW, Index, KeyedRows

HEIGHT = 20


class Numbers(KeyedRows[tuple[int, str]]):
    def key(self, row: tuple[int, str]) -> Hashable:
        return row[0]

    def sentence(self, row: tuple[int, str]) -> str:
        return row[1]


class Counting(RowDelegate):
    """Notes which rows are painted anew, and which are asked for at all."""

    def __init__(self, look: Look, parent: RowList) -> None:
        super().__init__(look, parent)
        self.anew: list[int] = []
        self.asked: list[int] = []
        self.minute = 0

    def moment(self) -> Hashable:
        return self.minute

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  Qt's own
        return QSize(50, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.asked.append(index.row())
        super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.anew.append(index.data(ROW)[0])
        painter.fillRect(option.rect, self._look.color("seek"))


class View(RowList):
    def __init__(self, look: Look) -> None:
        super().__init__(look, "panel")
        self.rows = Numbers(self)
        self.rows.update_rows([(number, f"row {number}") for number in range(100)])
        self.setModel(self.rows)
        self.delegate = Counting(look, self)
        self.setItemDelegate(self.delegate)


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> Iterator[View]:
    window = QWidget()
    qtbot.addWidget(window)
    made = View(look)
    QVBoxLayout(window).addWidget(made)  # with a margin: Qt moves nothing of what fills a whole window
    window.resize(230, 10 * HEIGHT + 30)
    window.show()
    qtbot.waitUntil(lambda: len(set(made.delegate.anew)) >= 10)  # in portions, but all that is in sight
    QApplication.processEvents()
    made.delegate.anew.clear()
    made.delegate.asked.clear()
    yield made
    window.close()


def _paint(view: View, row: int = 0, width: int = 200, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> int:
    """Paint one row and return how many were painted anew for it."""
    before, canvas, option = len(view.delegate.anew), QPixmap(width, HEIGHT), QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 0, width, HEIGHT), QStyle.StateFlag.State_Enabled | state
    view.delegate.begin()
    painter = QPainter(canvas)
    view.delegate.paint(painter, option, view.rows.index(row))
    painter.end()
    assert canvas.toImage().pixelColor(5, 5) == view.delegate._look.color("seek")
    return len(view.delegate.anew) - before


def test_a_row_is_painted_once_while_it_looks_the_same(view: View) -> None:
    assert [_paint(view), _paint(view), _paint(view)] == [1, 0, 0]
    assert _paint(view, width=180) == 1
    assert _paint(view, state=QStyle.StateFlag.State_Selected) == 1
    view.rows.update_row((0, "another"))
    assert [_paint(view), _paint(view)] == [1, 0]
    view.delegate.minute += 1
    assert [_paint(view), _paint(view)] == [1, 0]


def test_pictures_are_kept_within_a_bound_and_the_latest_stay(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkm_app.ui.row_delegate._KEPT_BYTES", 3 * 200 * HEIGHT * 4)
    for row in (0, 1, 2, 0, 3):  # three have room: the first is looked at again, so the second goes
        _paint(view, row)
    assert [_paint(view, row) for row in (0, 2, 3, 1)] == [0, 0, 0, 1]
    assert len(view.delegate._pictures) == 3


def test_theme_and_language_paint_it_anew(view: View, look: Look, english: Language) -> None:
    _paint(view)
    look.set_scheme("dark")
    assert [_paint(view), _paint(view)] == [1, 0]
    english.set("nl")
    assert [_paint(view), _paint(view)] == [1, 0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_scrolling_asks_for_the_rows_that_come_into_sight_only(
        qtbot: QtBot, view: View, look: Look, scheme: str) -> None:
    look.set_scheme(scheme)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(set(view.delegate.anew)) >= 10 and not view.delegate.left)
    QApplication.processEvents()
    view.delegate.asked.clear()
    view.verticalScrollBar().setValue(HEIGHT)
    qtbot.waitUntil(lambda: bool(view.delegate.asked))
    assert len(set(view.delegate.asked)) <= 3, "what was in sight is moved, not painted again"


def test_the_ground_lies_under_the_rows_and_below_them(qtbot: QtBot, view: View, look: Look) -> None:
    view.rows.update_rows([(1, "only")])
    for scheme in ("light", "dark"):
        look.set_scheme(scheme)  # type: ignore[arg-type]
        QApplication.processEvents()
        assert view.viewport().grab().toImage().pixelColor(5, 5 * HEIGHT) == look.color("panel")


def test_many_new_rows_are_painted_over_several_turns_and_none_is_forgotten(qtbot: QtBot, view: View) -> None:
    delegate = view.delegate
    delegate.begin()
    delegate._end = 1e-9  # the portion is used up
    canvas, option = QPixmap(200, HEIGHT), QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, HEIGHT)
    painter = QPainter(canvas)
    delegate.paint(painter, option, view.rows.index(50))
    painter.end()
    assert delegate.left
    assert delegate.anew == []
    view.scrollToBottom()
    qtbot.waitUntil(lambda: {95, 99} <= set(delegate.anew))
