"""What the hosted workflow runs on Windows and macOS uses what those have, or says by a skip that they have it not.

By reading only: a test, fixture or stand-in that makes a link, takes a right away, forks, or sends a signal of Unix
bears a mark that skips it on Windows, or asks for the system itself.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
UNIX_CALLS = {
    "symlink_to", "symlink", "mkfifo", "fork", "geteuid", "getuid", "seteuid", "nice", "killpg", "setrlimit", "mknod",
    "statvfs", "getpgid", "setsid", "umask", "link_to", "hardlink_to",
}
UNIX_SIGNALS = {"SIGKILL", "SIGSEGV", "SIGHUP", "SIGSTOP", "SIGCONT", "SIGALRM", "SIGQUIT"}
OF_ONE_SYSTEM = {"jeepney", "secretstorage", "fcntl", "resource", "pwd", "grp", "termios", "winreg", "msvcrt"}
TAKEN_AWAY = {0, 0o500, 0o555, 0o770}  # of a folder: Windows takes no notice
ASKS = re.compile(r"skipif|platform|os\.name|hasattr\(os|hasattr\(signal|systems\.\w|importorskip")
# Called only by what is skipped there: the kills, the mail server, parameters that bear the mark themselves.
ONLY_FROM_SKIPPED = {
    "savers.py main", "test_files_kill.py lines_until_killed", "houses.py deny", "chores.py niceness",
    "test_index_damage.py looser", "test_index_damage.py linked", "test_index_damage.py with_link_inside",
}


def folders() -> list[Path]:
    """The places that the workflow's second job names."""
    flow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    commands = " ".join(step.get("run", "") for step in flow["jobs"]["elsewhere"]["steps"])
    return [ROOT / name for name in re.findall(r"tests/[\w/.]+", commands)]


def sources() -> Iterator[Path]:
    for place in folders():
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def of_unix(function: ast.AST) -> set[str]:
    """What stands in a function, the ones within it included, that Windows does not have or does not keep."""
    found = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr in UNIX_SIGNALS:
            found.add(node.attr)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("/proc"):
            found.add("/proc")
        if isinstance(node, ast.Attribute) and node.attr in UNIX_CALLS:
            found.add(node.attr)
        if isinstance(node, ast.Compare) and "st_mode" in ast.unparse(node.left):
            found.add("st_mode")
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "chmod"
                and any(isinstance(part, ast.Constant) and part.value in TAKEN_AWAY for part in ast.walk(node))):
            found.add("chmod")
    return found


def unasked(source: str) -> dict[str, list[str]]:
    """The functions of a module that use such a thing and do not ask, and what."""
    tree = ast.parse(source)
    told = [ast.unparse(node) for node in tree.body if isinstance(node, ast.Assign)]
    if any(line.startswith("pytestmark") and ASKS.search(line) for line in told):
        return {}
    marks = {line.partition(" = ")[0] for line in told if "skipif" in line}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        one.name: sorted(of_unix(one)) for one in functions
        if of_unix(one) and not ASKS.search(ast.unparse(one))
        and not {ast.unparse(mark) for mark in one.decorator_list} & marks}


def test_what_only_unix_has_is_skipped_elsewhere() -> None:
    wrong = {f"{file.name} {name}": what for file in sources()
             for name, what in unasked(file.read_text(encoding="utf-8")).items()}
    assert {name: what for name, what in wrong.items() if name not in ONLY_FROM_SKIPPED} == {}
    assert set(wrong) == ONLY_FROM_SKIPPED  # none that is not there any more


@pytest.mark.parametrize(("body", "what"), [
    ("p.symlink_to('x')", ["symlink_to"]), ("os.kill(1, signal.SIGKILL)", ["SIGKILL"]), ("p.chmod(0)", ["chmod"]),
    ("assert p.stat().st_mode & 0o777 == 0o600", ["st_mode"]), ("open('/proc/1/stat')", ["/proc"]),
])
def test_the_rule_above_sees(body: str, what: list[str]) -> None:
    assert unasked(f"def test_x(p):\n    {body}\n") == {"test_x": what}
    assert unasked(f"@systems.needs_rights\ndef test_x(p):\n    {body}\n") == {}
    assert unasked(f"def test_x(p):\n    if sys.platform != 'win32':\n        {body}\n") == {}


def test_libraries_of_one_system_are_asked_for_before_they_are_imported() -> None:
    """A test module that cannot be read ends the whole run."""
    wrong = []
    for file in sources():
        asked = False
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            asked = asked or "importorskip" in ast.unparse(node)
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else (
                [node.module or ""] if isinstance(node, ast.ImportFrom) else [])
            wrong += [f"{file.name}: {name}" for name in names
                      if not asked and name.partition(".")[0] in OF_ONE_SYSTEM]
    assert wrong == []


def test_a_checkout_is_the_same_on_every_system() -> None:
    rules = [line.split() for line in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]
    assert rules[0] == ["*", "-text"]


def test_the_folders_of_the_workflow_are_made_before_pytest_wants_them() -> None:
    """pytest makes the last part of its folder and not what lies above it."""
    flow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    made = ""
    for step in flow["jobs"]["elsewhere"]["steps"]:
        command = step.get("run", "")
        if "--basetemp" in command:
            assert 'mkdir -p "$HOME/$PKM_TEST_FOLDER"' in made + command.partition("--basetemp")[0]
        made += command
    assert made.count("--basetemp") == 2
