"""Anchors of edited highlights: a newer file beside the first, whoever wrote it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pkm_app.library.snapshots import Snapshots
from pkm_app.sense.model import Highlight

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HL = "hl-abcdefghij"


def test_the_newest_counts_also_where_the_clock_stands_still(tmp_path: Path) -> None:
    snapshots = Snapshots(tmp_path)
    snapshots.put_anchor("01src", Highlight(HL, "", "01src", "words"))
    for colour in ("blue", "pink", "green", "yellow", "pink"):
        snapshots.move_anchor("01src", Highlight(HL, "", "01src", "words", colour=colour), NOW)
        found = snapshots.anchor("01src", HL)
        assert found is not None
        assert found.colour == colour
    assert len(list((tmp_path / "sources/snapshots/01src").iterdir())) == 6


def test_what_cannot_be_read_does_not_count(tmp_path: Path) -> None:
    snapshots = Snapshots(tmp_path)
    snapshots.put_anchor("01src", Highlight(HL, "", "01src", "words", colour="green"))
    folder = tmp_path / "sources/snapshots/01src"
    (folder / f"{HL}.zzzzzzzzzzzzzzzz.json").write_text("{half", encoding="utf-8")
    (folder / f"{HL}.sync-conflict-20261120-120000-ABCDEFG.json").write_text('{"exact": "x"}', encoding="utf-8")
    found = snapshots.anchor("01src", HL)
    assert found is not None
    assert found.colour == "green"
