"""Small rooms: files and functions stay readable; exceptions are listed by name, with their reason."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 300
LONGEST_FUNCTION = 50
EXCEPTED_FILES: dict[str, str] = {}
EXCEPTED_FUNCTIONS: dict[str, str] = {}


def sources() -> list[Path]:
    return sorted(p for folder in ("pkm_app", "tests", "packaging") for p in (ROOT / folder).rglob("*.py"))


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines for path in sources()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert set(long) == set(EXCEPTED_FILES), long


def test_functions_are_short() -> None:
    long = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                length = node.end_lineno - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    long.add(f"{path.relative_to(ROOT)}:{node.name}")
    assert long == set(EXCEPTED_FUNCTIONS)


def test_nothing_is_called_utils() -> None:
    assert [p for p in sources() if p.stem in ("utils", "util", "helpers", "common", "misc")] == []
