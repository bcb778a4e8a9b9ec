"""A verb loads what it uses: a library that takes long to load is imported where it is needed, not before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "PySide6", "shiboken6", "click", "feedparser", "keyring", "lxml", "markdown_it", "mdit_py_plugins", "nh3",
    "platformdirs", "rapidfuzz", "snowballstemmer", "urllib3", "whoosh", "yaml",
    "asyncio", "email", "http", "multiprocessing", "sqlite3", "ssl", "tomllib",
}

PROBE = """
import atexit, sys
def tell():
    print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
atexit.register(tell)
from pkm_app.__main__ import main
main()
"""


def loaded(folder: Path, *line: str) -> set[str]:
    """Run a verb in a fresh process; return which of the heavy libraries it ended with."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--data", str(folder / "data"), "--vault", str(folder / "vault"), *line],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode == 0, done.stderr
    said, _, names = done.stderr.rpartition("LOADED")
    assert not said.strip()
    return HEAVY.intersection(names.split())


def test_the_list_of_notes_loads_no_heavy_library(tmp_path: Path) -> None:
    assert loaded(tmp_path, "notes") <= {"click", "sqlite3", "tomllib"}


def test_notes_that_are_known_are_listed_without_reading_them(tmp_path: Path) -> None:
    assert "yaml" in loaded(tmp_path, "note", "A thought")
    for file in (tmp_path / "vault").rglob("*.md"):
        os.utime(file, (1_700_000_000, 1_700_000_000))  # what changed a moment ago is read twice
    assert "yaml" in loaded(tmp_path, "notes")
    assert loaded(tmp_path, "notes") <= {"click", "sqlite3", "tomllib"}


@pytest.mark.parametrize("verb", ["feeds", "articles"])
def test_what_came_in_is_listed_without_the_network(tmp_path: Path, verb: str) -> None:
    assert not loaded(tmp_path, verb) & {"http", "multiprocessing", "ssl", "urllib3", "feedparser", "nh3"}


def test_help_opens_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path, "--help") == {"click"}
