"""A canary for the binding of Qt: some releases lose a reference at each void call."""

from __future__ import annotations

import os
import sys

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
QtCore = pytest.importorskip("PySide6.QtCore", exc_type=ImportError)

EMITS = 40


@pytest.mark.window
def test_trap_20_emitting_takes_no_reference_from_true_and_none() -> None:
    """PySide6 6.12.0 takes one from None and True at each emit; Python 3.11 then aborts after some hundreds."""

    class Sender(QtCore.QObject):
        sent = QtCore.Signal(bool)

    sender = Sender()
    heard: list[bool] = []
    sender.sent.connect(heard.append)
    sender.sent.emit(False)  # what is made at the first call is not counted
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(EMITS):
        sender.sent.emit(False)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert len(heard) == EMITS + 1
    assert abs(after[0] - before[0]) < EMITS // 2, "True lost or gained a reference at each emit"
    assert abs(after[1] - before[1]) < EMITS // 2, "None lost or gained a reference at each emit"
