"""The rhythm in the vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from pkm_app.base.errors import StorageProblem
from pkm_app.library.rhythm import RhythmChoice
from pkm_app.sense.review import Rhythm


def test_only_its_line_is_written(tmp_path: Path) -> None:
    choice, file = RhythmChoice(tmp_path), tmp_path / ".pkm" / "review.toml"
    assert choice.load() == Rhythm(7)
    choice.save(Rhythm(14))
    assert RhythmChoice(tmp_path).load() == Rhythm(14)
    file.write_text("# mine\nother = 1\nevery_days = 14  # often\n", encoding="utf-8")
    choice.save(Rhythm(0))
    assert file.read_text(encoding="utf-8") == "# mine\nother = 1\nevery_days = 0\n"


@pytest.mark.parametrize("text", ["every_days = [", "every_days = true", "every_days = -3", 'every_days = "7"'])
def test_what_cannot_be_understood_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / ".pkm" / "review.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    choice = RhythmChoice(tmp_path)
    with pytest.raises(StorageProblem):
        choice.load()
    with pytest.raises(StorageProblem):
        choice.save(Rhythm(14))
    assert file.read_text(encoding="utf-8") == text
