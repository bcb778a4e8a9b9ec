"""Whether a process runs, asked in the way of each system that can be tried here."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests import systems


@pytest.mark.skipif(systems.WINDOWS or not shutil.which("ps"), reason="there is no ps")
def test_ps_tells_who_runs() -> None:
    program = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert systems.alive(program.pid)
        assert systems.alive_by_ps(program.pid)
    finally:
        program.communicate(b"\n", timeout=60)
    assert not systems.alive(program.pid)
    assert not systems.alive_by_ps(program.pid)
