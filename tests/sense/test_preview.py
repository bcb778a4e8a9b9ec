"""A note as it reads."""

from __future__ import annotations

import pytest

from pkm_app.content.highlights import add_highlight
from pkm_app.sense.preview import Preview
from tests.fakes.vault import MemoryVault

ONE = "hl-abcdefghij"


@pytest.fixture
def vault() -> MemoryVault:
    made = MemoryVault()
    made.outside("sources/Talk.md", add_highlight("", ONE, "the first words", "Mine.").encode())
    made.outside("notes/Parts.md", (
        b"# Parts\n\nBefore.\n\n## One\n\nIn one.\n\n### Below\n\nDeeper.\n\n## Two\n\nIn two.\n"))
    made.outside("notes/Loop.md", b"I show ![[Loop]] and ![[Other loop]].\n")
    made.outside("notes/Other loop.md", b"Back to ![[Loop]].\n")
    return made


def html(vault: MemoryVault, body: str) -> str:
    return Preview(vault).html(body, "notes/Mine.md")


def test_another_file_stands_in_a_quotation(vault: MemoryVault) -> None:
    shown = html(vault, "See:\n\n![[Parts]]\n\nAfter.")
    assert "<blockquote>" in shown
    assert "In one." in shown
    assert '<a href="notes/Parts.md"' in shown
    assert shown.index("In two.") < shown.index("</blockquote>") < shown.index("After.")


def test_a_section_is_shown_alone(vault: MemoryVault) -> None:
    shown = html(vault, "![[Parts#One]]")
    assert "In one." in shown
    assert "Deeper." in shown
    assert "In two." not in shown
    assert "Before." not in shown


def test_a_highlight_is_shown_with_what_one_thinks_of_it(vault: MemoryVault) -> None:
    shown = html(vault, f"![[Talk#^{ONE}]]")
    assert "the first words" in shown
    assert "Mine." in shown


def test_files_that_show_each_other_end(vault: MemoryVault) -> None:
    assert html(vault, "![[Loop]]").count("I show") == 1


def test_links_lead_to_paths_and_pictures_are_named(vault: MemoryVault) -> None:
    shown = html(vault, f"[[Talk#^{ONE}|there]] and [[Nothing]] ![[a picture.png]] <script>x</script>")
    assert f'href="sources/Talk.md#^{ONE}"' in shown or f'href="sources/Talk.md#%5E{ONE}"' in shown
    assert "<a" not in shown[shown.index("and") : shown.index("Nothing")]
    assert "attachments/a%20picture.png" in shown
    assert "<script" not in shown


def test_a_file_that_shows_another_a_thousand_times_is_bounded(vault: MemoryVault) -> None:
    vault.outside("notes/Big.md", b"word " * 20_000)
    assert len(html(vault, "![[Big]]\n\n" * 1000)) < 2_000_000
