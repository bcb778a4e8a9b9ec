"""Two programs send one draft at the same moment."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.library.turns import SendingTurns
from tests.library.processes import in_processes


def test_many_programs_change_one_thing_one_after_another(tmp_path: Path) -> None:
    in_processes(add_ten, [(str(tmp_path),)] * 4)
    assert json.loads((tmp_path / "count").read_bytes()) == 40


def add_ten(folder: str) -> None:
    turns, path = SendingTurns(Path(folder)), Path(folder) / "count"
    for _ in range(10):
        with turns.take("one"):
            try:
                before = read_file(path)
            except NotFound:
                before = None
            count = json.loads(before or b"0") + 1
            save_file(path, json.dumps(count).encode(), None if before is None else digest(before))


def test_a_program_killed_in_its_turn_keeps_nobody_waiting(tmp_path: Path) -> None:
    in_processes(die_in_turn, [(str(tmp_path),)], codes={-9})
    with SendingTurns(tmp_path, 0.0).take("one"):
        pass


def die_in_turn(folder: str) -> None:
    with SendingTurns(Path(folder)).take("one"):
        os.kill(os.getpid(), 9)


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="cannot be used"), SendingTurns(tmp_path / "gone").take("one"):
        pass
