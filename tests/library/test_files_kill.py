"""kill -9 at random moments while notes are being saved."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pkm_app.library.files import save_file, sweep
from tests.library.savers import NOTES, number_of, text

KILLS = 300
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def starter(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    (tmp_path / "vault").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.library.savers", str(tmp_path / "vault")], cwd=ROOT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield process
    process.communicate()
    assert process.returncode == 0


def lines_until_killed(process: subprocess.Popen[str], seed: int, chance: random.Random) -> list[list[str]]:
    """Start a saver, kill it at a random moment after it has begun, and return all that it reported."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{seed}\n")
    process.stdin.flush()
    lines: list[list[str]] = []
    pid, left = 0, chance.randint(0, 6)
    while not lines or lines[-1] != ["dead"]:
        lines.append(process.stdout.readline().split())
        if lines[-1][0] == "born":
            pid = int(lines[-1][1])
        left -= lines[-1][0] == "done"
        if pid and left <= 0:
            # From the report of a save to a moment somewhere in the next one, not in step with it.
            for _ in range(chance.randint(0, 60_000)):
                pass
            os.kill(pid, signal.SIGKILL)
            pid = 0
    return lines


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_trap_12_300_kills_lose_no_saved_note(starter, tmp_path):
    folder = tmp_path / "vault"
    names = [f"note {n}.md" for n in range(NOTES)]
    for name in names:
        save_file(folder / name, text(name, 0), None)
    reported = dict.fromkeys(names, 0)
    chance = random.Random(20261120)
    strays = saves = 0
    for seed in range(KILLS):
        for line in lines_until_killed(starter, seed, chance):
            if line[0] == "done":
                reported[f"{line[1]} {line[2]}"] = int(line[3])
                saves += 1
        strays += sweep(folder)
        assert sorted(os.listdir(folder)) == names
        for name in names:
            number = number_of(name, (folder / name).read_bytes())
            assert number in (reported[name], reported[name] + 1)
            reported[name] = number
    # Else the kills hit nothing and prove nothing.
    assert strays > KILLS // 10
    assert saves > KILLS
