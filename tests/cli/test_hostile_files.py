"""A file of a million lines, a binary file named .md and front matter that names objects do no harm to a vault."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.cli.terminal import Terminal


def test_odd_files_do_no_harm(terminal: Terminal) -> None:
    note = terminal.json("note", "Mine", stdin="To [[Endless]] and [[Binary]].")["path"]
    folder = terminal.vault / "notes"
    marker = terminal.folder / "ran"
    files = {
        "Endless.md": b"---\ntitle: Endless\n---\n" + b"line of words\n" * 1_000_000,
        "Binary.md": os.urandom(2_000_000) + b"\0" * 1000,
        "Objects.md": f"---\ntitle: !!python/object/apply:os.system ['touch {marker}']\nx: !!python/name:os.system\n"
                      "---\nWords.\n".encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    began = time.monotonic()
    titles = {row["path"]: row["title"] for row in terminal.json("notes")}
    assert titles["notes/Endless.md"] == "Endless"
    assert len(titles) == 4
    assert {row["path"] for row in terminal.json("links", note)} >= {"notes/Endless.md", "notes/Binary.md"}
    terminal.run("doctor", "--fix", code=None)
    terminal.run("tag", "list")
    terminal.json("rename", "notes/Endless.md", "Without end")
    assert "[[Without end]]" in (terminal.vault / note).read_text(encoding="utf-8")
    terminal.run("undo")
    assert time.monotonic() - began < 120
    assert not marker.exists()
    for name in ("Endless.md", "Binary.md"):
        assert Path(folder / name).read_bytes() == files[name]
