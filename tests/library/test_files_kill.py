"""kill -9 at random moments while notes are being saved."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pkm_app.library.files import save_file, sweep
from tests.library.house import house
from tests.library.savers import NOTES, number_of, text

NAMES = [f"note {number}.md" for number in range(NOTES)]
ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def starter(folder: Path, what: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([sys.executable, "-m", "tests.library.savers", str(folder), what], cwd=ROOT,
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


def note_reports(lines: list[list[str]], reported: dict[str, int]) -> int:
    saves = [line for line in lines if line[0] == "done"]
    for _, word, number, text_number in saves:
        reported[f"{word} {number}"] = int(text_number)
    return len(saves)


def check_notes(folder: Path, reported: dict[str, int]) -> None:
    """Every note is whole, and is the one last reported or the one that was on its way."""
    for name, last in reported.items():
        number = number_of(name, (folder / name).read_bytes())
        assert number in (last, last + 1)
        reported[name] = number


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_trap_12_300_kills_lose_no_saved_note(tmp_path):
    for name in NAMES:
        save_file(tmp_path / name, text(name, 0), None)
    reported = dict.fromkeys(NAMES, 0)
    chance = random.Random(20261120)
    strays = saves = 0
    with starter(tmp_path, "files") as process:
        for seed in range(300):
            saves += note_reports(lines_until_killed(process, seed, chance), reported)
            strays += sweep(tmp_path)
            assert sorted(os.listdir(tmp_path)) == NAMES
            check_notes(tmp_path, reported)
    # Else the kills hit nothing and prove nothing.
    assert strays > 0, "no kill came in the middle of a save, so this run proved nothing"
    assert saves > 300


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_trap_12_kills_of_the_whole_vault_lose_no_saved_note(tmp_path):
    """The same with history, cache and scan: after each kill it starts again and knows what stands there."""
    with house(tmp_path) as home:
        for name in NAMES:
            home.write(name, text(name, 0))
        home.scan()
    reported = dict.fromkeys(NAMES, 0)
    chance = random.Random(20261121)
    saves = 0
    with starter(tmp_path, "vault") as process:
        for seed in range(50):
            saves += note_reports(lines_until_killed(process, seed, chance), reported)
            check_notes(tmp_path / "vault", reported)
    assert saves > 50
    with house(tmp_path) as home:
        found = home.scan()
        assert (found.new, found.vanished, found.conflicts) == ((), (), ())
        assert home.files() == NAMES
        assert {card.path: card.excerpt[:15].split()[2] for card in home.vault.cards()} == {
            name: str(number) for name, number in reported.items()}
        for name in NAMES:
            for version in home.vault.history(name):
                number_of(name, home.vault.version(name, version.number))
