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
    print("LOADED", *sorted(sys.modules), file=sys.stderr)
atexit.register(tell)
from pkm_app.__main__ import main
main()
"""


def loaded(folder: Path, *line: str) -> set[str]:
    """Run a verb in a fresh process; return which of the heavy libraries it ended with."""
    return HEAVY & {name.partition(".")[0] for name in modules(folder, *line)}


def modules(folder: Path, *line: str) -> set[str]:
    """Run a verb in a fresh process; return all modules that it ended with."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--data", str(folder / "data"), "--vault", str(folder / "vault"), *line],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode == 0, done.stderr
    said, _, names = done.stderr.rpartition("LOADED")
    assert not said.strip()
    return set(names.split())


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


@pytest.mark.parametrize(("line", "verbs"), [
    (("--help",), set()), (("articles",), {"triage", "seek"}), (("notes",), {"sense"}),
    (("shared",), {"afterwards", "asking"}),
])
def test_a_command_line_loads_the_module_of_its_own_verb_only(
        line: tuple[str, ...], verbs: set[str], tmp_path: Path) -> None:
    shared = {"context", "root", "table", "verbs"}
    own = {name.removeprefix("pkm_app.cli.") for name in modules(tmp_path, *line) if name.startswith("pkm_app.cli.")}
    assert own - {"counted"} == shared | verbs  # one function, for the nouns of several verbs


# The libraries of others that are loaded between the start of the process and a window that can be used. A new name
# here makes every start longer: import it where it is needed, or write it down with the reason that it cannot wait.
WAY_TO_THE_WINDOW = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "click", "platformdirs"}
# Rooms of our own that are loaded when they are first entered, and what they call; the first start shows Today.
NOT_ON_THE_WAY = {
    "flow.afterwards", "flow.ebooks", "flow.exporting", "flow.highlight_edits", "flow.measuring", "flow.offers",
    "flow.publishing", "flow.road", "flow.roadbook", "flow.trace", "flow.versions", "library.index",
    "library.index_search", "library.index_writing", "seek.fulltext", "seek.recommend", "sense.doctor",
    "share.document", "share.formats.container", "share.parse", "share.preview",
    "ui.about", "ui.capture", "ui.care.checkup_page", "ui.care.import_page", "ui.editor", "ui.guide", "ui.keys_dialog",
    "ui.question_picker", "ui.search_page", "ui.seek.page", "ui.sense.page", "ui.settings_page", "ui.share.page",
    "ui.trace_dialog",
}

WINDOW = """
import sys
from pathlib import Path
import pkm_app.cli.root
from pkm_app.app import open_app

def main():
    with open_app() as app:
        app.beginning._what.home.put("begun", "yes")  # as for who has taken the first steps
        from pkm_app.app.window import open_shell
        with open_shell(app) as opened:
            opened.shell.grab()
            print("LOADED", *sorted(sys.modules))

if __name__ == "__main__":
    main()
"""


@pytest.mark.window
def test_the_way_to_the_window_loads_only_what_is_listed(tmp_path: Path) -> None:
    probe = tmp_path / "probe.py"
    probe.write_text(WINDOW)
    account = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen",
               "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run([sys.executable, str(probe)], capture_output=True, text=True, check=False, env=account,
                          stdin=subprocess.DEVNULL, timeout=120)
    assert done.returncode == 0, done.stderr
    names = done.stdout.partition("LOADED")[2].split()
    tops = {name.partition(".")[0] for name in names}
    of_the_system = {*sys.stdlib_module_names, "sitecustomize", "usercustomize"}  # Debian's Python brings one
    foreign = {name for name in tops if name not in of_the_system and not name.startswith("_")}
    assert foreign - {"pkm_app"} == WAY_TO_THE_WINDOW
    assert not tops & {"asyncio", "http", "ssl", "unittest", "xml"}
    assert {f"pkm_app.{name}" for name in NOT_ON_THE_WAY}.intersection(names) == set()


UNCHANGED = """
import sys
from pkm_app.app import open_app
from pkm_app.base.events import finish
from pkm_app.library.database import Database

opened, written = [], []
write = Database.write

def counted(self, change):
    written.append(getattr(change, "__qualname__", str(change)))
    return write(self, change)

def hook(name, arguments):
    if name == "open" and str(arguments[0]).startswith(vault):
        opened.append(str(arguments[0]).removeprefix(vault))

def main():
    Database.write = counted
    sys.addaudithook(hook)
    with open_app(vault, sys.argv[2]) as app:
        finish(app.settle())
        finish(app.indexer.drain())
    print("OPENED", *opened, "WRITTEN", *written, "PROCESSES", "multiprocessing" in sys.modules)

if __name__ == "__main__":
    vault = sys.argv[1]
    main()
"""


def test_an_unchanged_folder_is_opened_without_reading_a_note_writing_anything_or_starting_a_process(
        tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    (vault / "notes").mkdir(parents=True)
    for number in range(12):
        file = vault / "notes" / f"{number}.md"
        file.write_text(f"note {number}\n", encoding="utf-8")
        os.utime(file, (1_700_000_000, 1_700_000_000))
    first, again = said_at_the_start(tmp_path), said_at_the_start(tmp_path)
    assert "/notes/3.md" in first
    assert "PROCESSES True" in first
    assert again.strip() == "OPENED /subscriptions.opml WRITTEN PROCESSES False"


def said_at_the_start(folder: Path) -> str:
    probe = folder / "unchanged.py"
    probe.write_text(UNCHANGED)
    done = subprocess.run([sys.executable, str(probe), str(folder / "vault"), str(folder / "data")], check=False,
                          capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120,
                          env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])})
    assert done.returncode == 0, done.stderr
    return done.stdout


SOURCES = """
import PySide6.QtCore
from shibokensupport import feature

read = []
feature._mod_uses_pyside = lambda module: read.append(module.__name__)
import json.tool
assert read, "Qt for Python looks at sources in another way than before"
from pkm_app.app import _window
read.clear()
_window()
print(*[name for name in read if name.startswith("pkm_app.") and name != "pkm_app.ui.features"])
"""


@pytest.mark.window
def test_qt_reads_the_source_of_no_module_on_the_way_to_the_window() -> None:
    done = subprocess.run([sys.executable, "-c", SOURCES], check=False, capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL, cwd=Path(__file__).resolve().parents[2])
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
