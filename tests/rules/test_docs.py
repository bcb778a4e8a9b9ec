"""Documentation that cannot lie: every verb and every option of it stands in the guide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from pkm_app.cli.root import pkm

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "guide" / "en.md").read_text(encoding="utf-8")


def verbs(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from verbs(command, f"{before}{name} ")
        else:
            yield before + name, command


@pytest.mark.parametrize(("name", "command"), list(verbs(pkm)), ids=lambda value: str(value))
def test_a_verb_is_in_the_guide(name: str, command: click.Command) -> None:
    lines = [line for line in GUIDE.splitlines() if line.startswith("| `pkm")]
    rows = [line for line in lines if f"`{name}" in line.replace("`pkm ", "`")]
    assert rows, f"{name} is not in the guide"
    everywhere = [name for parameter in pkm.params for name in parameter.opts]
    for parameter in command.params:
        for option in parameter.opts:
            if option.startswith("--") and option not in everywhere:
                assert any(option in row for row in rows), f"{name} {option}"


def test_the_global_options_are_in_the_guide() -> None:
    for parameter in pkm.params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert f"`{option}" in GUIDE, option


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"], ids=lambda p: p.name)
def test_links_and_pictures_are_there(page: Path) -> None:
    import re

    for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"
