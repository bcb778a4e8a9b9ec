"""What stands in a layout is listed without leaving anything behind that Qt may delete."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pkm_app.ui.boxes import in_box, widgets_in
from pkm_app.ui.flow_layout import FlowLayout

ROOT = Path(__file__).resolve().parents[2]


def kept() -> int:
    """How many items of layouts the binding still knows."""
    gc.collect()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in Shiboken.getAllValidWrappers())


def test_what_stands_in_a_layout_comes_in_its_order_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    before = kept()
    host = QWidget()
    qtbot.addWidget(host)
    box, inner = QVBoxLayout(host), QHBoxLayout()
    labels = [QLabel(str(number), host) for number in range(4)]
    box.addWidget(labels[2])
    box.addStretch(1)
    box.addLayout(inner)
    box.insertWidget(0, labels[1])
    inner.addWidget(labels[3])
    QLabel("in no layout", host)
    assert in_box(box) == [labels[1], labels[2], inner]
    assert in_box(inner) == widgets_in(inner, QLabel) == [labels[3]]
    assert widgets_in(box, QLabel) == [labels[1], labels[2]]
    for label in labels:
        label.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert in_box(box) == [inner]
    assert kept() == before


def test_what_wraps_lists_its_widgets_too(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    labels = [QLabel(str(number)) for number in range(3)]
    for label in labels:
        flow.addWidget(label)
    assert widgets_in(flow, QLabel) == labels


def test_nothing_asks_a_layout_for_its_items() -> None:
    asking = [f"{path.relative_to(ROOT)}:{number}" for folder in ("pkm_app", "tests")
              for path in (ROOT / folder).rglob("*.py") if path != Path(__file__)
              for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
              if ".itemAt(" in line or ".itemAtPosition(" in line]
    assert asking == [], "see pkm_app/ui/boxes.py"
