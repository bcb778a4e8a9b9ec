"""No verb loads Qt: each runs in a fresh process that says which modules it ended with.

Nor do the tests that `make test-core` runs where its libraries are missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pkm_app.cli import seek, sense, share

PROBE = """
import atexit, sys
def tell():
    names = {name.partition(".")[0] for name in sys.modules}
    print("QT-LOADED" if names & {"PySide6", "shiboken6"} else "NO-QT", file=sys.stderr)
atexit.register(tell)
from pkm_app.__main__ import main
main()
"""

COLLECT = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None  # as if there were none
import pytest
sys.exit(pytest.main("--collect-only -q -p no:pytest-qt -p no:cacheprovider tests -m".split() + ["not window"]))
"""
ROOT = Path(__file__).resolve().parents[2]

ARGUMENTS = {
    "follow": ["127.0.0.1:9"], "unfollow": ["nobody"], "show": ["nothing"], "keep": ["nothing"],
    "later": ["nothing"], "done": ["nothing"], "read": ["nothing"], "unread": ["nothing"],
    "import": ["{folder}/missing.opml"], "opml": ["{folder}/out.opml"], "highlight": ["nothing", "words"],
    "unhighlight": ["hl-nothing"], "note": ["A note"], "search": ["words"], "delete": ["nothing"],
    "history": ["nothing"], "check": ["nothing"], "draft": ["--title", "A draft"],
    "export": ["nothing", "--format", "html", "-o", "{folder}/x.html"], "publish": ["nothing", "--outlet", "none"],
}
GROUPS = {"outlet": [["outlet", "list"], ["outlet", "remove", "none"]]}


def verbs() -> list[list[str]]:
    lines: list[list[str]] = []
    for command in (*seek.VERBS, *sense.VERBS, *share.VERBS):
        name = str(command.name)
        lines += GROUPS[name] if isinstance(command, click.Group) else [[name, *ARGUMENTS.get(name, [])]]
    return lines


@pytest.mark.parametrize("line", verbs(), ids=lambda line: "-".join(line[:2]))
def test_a_verb_loads_no_qt(line: list[str], tmp_path: Path) -> None:
    words = [word.format(folder=tmp_path) for word in line]
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--data", str(tmp_path / "data"), "--vault", str(tmp_path / "vault"), *words],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
    assert "NO-QT" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_the_tests_without_a_window_can_be_read_without_qt() -> None:
    done = subprocess.run([sys.executable, "-c", COLLECT], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={**os.environ, "PKM_NO_WINDOW": "1", "PYTEST_ADDOPTS": ""})
    assert done.returncode == 0, done.stdout[-3000:]
    assert "tests/ui/" not in done.stdout
