"""The import rules of the house hold, and each of them notices when it is broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# contract -> (file, line to plant)
VIOLATIONS = {
    "the house is built in layers": ("pkm_app/content/clean.py", "import pkm_app.seek.model"),
    "Qt only in ui and app": ("pkm_app/flow/search.py", "import PySide6.QtCore"),
    "the domain does no I/O": ("pkm_app/seek/model.py", "import sqlite3"),
    "library, net and work are wired by app alone": ("pkm_app/cli/sense.py", "import pkm_app.library.database"),
    "the rooms of the window do not know one another": ("pkm_app/ui/seek/__init__.py", "import pkm_app.ui.share"),
    "no cycles": ("pkm_app/base/errors.py", "import pkm_app.cli.root"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False,
                          env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "HOME": str(folder)})


def test_the_rules_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_rule_is_tried() -> None:
    import tomllib

    rules = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert {rule["name"] for rule in rules} == set(VIOLATIONS)


@pytest.mark.parametrize("rule", VIOLATIONS)
def test_a_planted_violation_is_found(rule: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "pkm_app", tmp_path / "pkm_app", ignore=shutil.ignore_patterns("__pycache__"))
    name, line = VIOLATIONS[rule]
    planted = tmp_path / name
    planted.write_text(planted.read_text() + f"\n{line}\n")
    done = lint(tmp_path)
    assert done.returncode != 0
    assert f"{rule} BROKEN" in done.stdout


def test_a_package_outside_the_layers_is_found(tmp_path: Path) -> None:
    """The layers are exhaustive: a new package must be given its place."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "pkm_app", tmp_path / "pkm_app", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pkm_app" / "helpers").mkdir()
    (tmp_path / "pkm_app" / "helpers" / "__init__.py").write_text("")
    assert lint(tmp_path).returncode != 0
