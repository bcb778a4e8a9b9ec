"""One of something is said as one: a sentence with a count has another for a single thing, or never speaks of one."""

from __future__ import annotations

import ast
import re

from pkm_app.cli.counted import counted
from tests.ui.words import PACKAGE

_NEVER_ONE = (  # by their beginnings: what is counted there is at least two, or stands alone
    "{count} searches are saved", "The term list holds {count} groups", "This picture is too large",
    "“{name}” fits {count} feeds", "{page} has {count} feeds", "These words stand in {count} places",
    "“{title}” was not sent to {outlet}, mend this first", "There is no version {number}",
    "{count} files are gone from your PKM folder at once", "This quotation is long", "{vanished} of {known} files",
    "(?<!",
)
_MANY = re.compile(r"\{(?:count|number|[^{}]*\blen\([^{}]*\))\} (?!is\b|has\b|was\b)(?:[a-z]+s|people)\b"
                   r"|\{[^{}]*\} (?:articles|notes|feeds|files|sources|highlights|pictures|replies)\b")


def written(tree: ast.AST) -> list[str]:
    """Every text of a file that stands outside of a choice between two."""
    chosen = {id(part) for node in ast.walk(tree) if isinstance(node, ast.IfExp)
              for branch in (node.body, node.orelse) for part in ast.walk(branch)}
    found = []
    for node in ast.walk(tree):
        if id(node) in chosen:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
        elif isinstance(node, ast.JoinedStr):
            found.append(ast.unparse(node)[2:-1])
    return found


def test_a_sentence_with_a_count_has_one_for_a_single_thing() -> None:
    silent = [f"{path.name}: {text}" for path in sorted(PACKAGE.rglob("*.py"))
              for text in written(ast.parse(path.read_text(encoding="utf-8")))
              if ("{count}" in text or _MANY.search(text)) and not text.startswith(_NEVER_ONE)]
    assert silent == []


def test_one_is_counted_as_one() -> None:
    assert [counted(number, "reply", "replies") for number in (0, 1, 2)] == ["0 replies", "1 reply", "2 replies"]
