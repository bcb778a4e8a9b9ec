"""Whether the machine runs on battery, on each system as that tells it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from pkm_app.work.power import by_pmset, by_supplies, by_windows, on_battery


def supply(folder: Path, name: str, **files: str) -> None:
    (folder / name).mkdir(parents=True)
    for file, words in files.items():
        (folder / name / file).write_text(words + "\n")


@pytest.mark.parametrize(("supplies", "said"), [
    ({}, None),
    ({"AC": {"type": "Mains", "online": "1"}}, False),
    ({"AC": {"type": "Mains", "online": "0"}, "BAT0": {"type": "Battery", "status": "Discharging"}}, True),
    ({"AC": {"type": "Mains", "online": "1"}, "BAT0": {"type": "Battery", "status": "Charging"}}, False),
    ({"BAT0": {"type": "Battery", "status": "Full"}}, False),
    ({"BAT0": {"type": "Battery", "status": "Charging"}, "BAT1": {"type": "Battery", "status": "Discharging"}}, True),
    ({"ucsi": {"type": "USB", "online": "1"}, "BAT0": {"type": "Battery", "status": "Not charging"}}, False),
    ({"mouse": {"type": "Battery", "status": "Discharging", "scope": "Device"}}, None),
    ({"odd": {}}, None),
])
def test_linux_by_its_power_supplies(tmp_path: Path, supplies: dict[str, dict[str, str]], said: bool | None) -> None:
    for name, files in supplies.items():
        supply(tmp_path, name, **files)
    assert by_supplies(tmp_path) is said


def test_linux_without_that_folder(tmp_path: Path) -> None:
    assert by_supplies(tmp_path / "nothing") is None


@pytest.mark.parametrize(("words", "said"), [
    ("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t80%; discharging", True),
    ("Now drawing from 'AC Power'\n", False), ("", None), ("pmset: no such thing", None),
])
def test_macos_by_pmset(words: str, said: bool | None) -> None:
    assert by_pmset(lambda: words) is said


@pytest.mark.parametrize("error", [FileNotFoundError(), subprocess.TimeoutExpired("pmset", 5)])
def test_macos_where_pmset_fails(error: Exception) -> None:
    def ask() -> str:
        raise error

    assert by_pmset(ask) is None


@pytest.mark.parametrize(("line", "said"), [(0, True), (1, False), (255, None), (None, None)])
def test_windows_by_the_line_status(line: int | None, said: bool | None) -> None:
    assert by_windows(lambda: line) is said


def test_this_machine_answers_or_says_that_it_does_not_know() -> None:
    assert on_battery() in (True, False, None)
    assert on_battery("plan9") is None
