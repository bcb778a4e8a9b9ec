"""The guide names every verb and every option of the command line, and none that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from pkm_app.cli.root import pkm

ROOT = Path(__file__).resolve().parents[2]


def verbs(group: click.Group = pkm, before: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        line = f"{before}{name}"
        found |= verbs(command, f"{line} ") if isinstance(command, click.Group) else {line: command}
    return found


def options() -> set[str]:
    commands = [pkm, *verbs().values()]
    return {max(option.opts, key=len) for command in commands for option in command.params
            if isinstance(option, click.Option)}


def quoted_in_guide(language: str) -> list[str]:
    """What the guide shows as code: blocks and words between backticks."""
    pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs" / "guide" / language).glob("*.md"))]
    return [code for page in pages for code in re.findall(r"```.*?```|`[^`\n]+`", page, re.DOTALL)]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_verb_and_option_is_named(language: str) -> None:
    code = "\n".join(quoted_in_guide(language))
    missing = [verb for verb in verbs() if not re.search(rf"(?<![\w-]){re.escape(verb)}(?![\w-])", code)]
    missing += [option for option in options() if not re.search(rf"{re.escape(option)}(?![\w-])", code)]
    assert missing == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_verb_or_option_is_named_that_does_not_exist(language: str) -> None:
    lines = [line for block in quoted_in_guide(language) for line in block.strip("`").splitlines()]
    calls = [line.split() for line in lines if re.match(r"\s*(?:\$ )?pkm [a-z]", line)]
    assert calls
    known = {verb.split()[0] for verb in verbs()}
    assert [" ".join(words) for words in calls if words[words.index("pkm") + 1] not in known] == []
    named = {word.rstrip(".,:;)") for words in calls for word in words if re.match(r"--[a-z]", word)}
    assert {name.partition("=")[0] for name in named} <= options() | {"--help"}


def test_both_languages_have_the_same_pages() -> None:
    english, dutch = (sorted(page.name for page in (ROOT / "docs" / "guide" / language).glob("*.md"))
                      for language in ("en", "nl"))
    assert "index.md" in english
    assert english == dutch


def test_links_of_the_documents_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    links = [(page, target) for page in pages
             for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", page.read_text(encoding="utf-8"))]
    assert links
    assert [f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()] == []
