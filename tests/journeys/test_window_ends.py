"""The window ends well however it is asked to: by Ctrl C on the terminal, or at the end of a session."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from tests.journeys.program import Program
from tests.journeys.test_window_together import holder, wait_until

pytestmark = [pytest.mark.window, pytest.mark.slow,
              pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")]


def is_listening(process: int) -> bool:
    """Say whether a process has its own answer to the end of a session: it is all there."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    caught = int(next(line for line in status.splitlines() if line.startswith("SigCgt")).split()[1], 16)
    return bool(caught >> (signal.SIGTERM - 1) & 1)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_closes_as_by_its_own_button(program: Program, number: signal.Signals) -> None:
    window = program.start()
    try:
        wait_until(lambda: holder(program) == window.pid or window.poll() is not None, "no window came up")
        wait_until(lambda: is_listening(window.pid) or window.poll() is not None, "it never listened")
        window.send_signal(number)
        out, err = window.communicate(timeout=60)
    finally:
        window.kill()
        window.wait()
    said = [line for line in err.splitlines() if "propagateSizeHints" not in line]  # Qt's own, without a screen
    assert (window.returncode, out, said) == (0, "", [])
    assert holder(program) == 0, "the next window finds no trace of this one"
