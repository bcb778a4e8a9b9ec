"""A draft for the clipboard: HTML and words, and what becomes of it where it is pasted."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from pkm_app.base.errors import Refused
from pkm_app.share.kinds import KINDS
from pkm_app.share.richtext import FEATURES, PLACES, rich_text
from tests.flow.desk import Desk
from tests.share.drafts import TITLE, document


def test_the_clipboard_gets_html_and_words_without_pictures_and_styles() -> None:
    rich = rich_text(document())
    tree = html.fromstring(rich.html)
    assert tree.findtext(".//h1") == TITLE
    assert tree.xpath("//blockquote[@lang='en']")
    assert not tree.xpath("//img|//style|//script|//@style[contains(., 'url')]")
    assert "Een rode stip" in rich.html
    assert rich.plain.startswith(f"{TITLE}\n\nWaar dit over gaat")
    assert "Zie An introduction (https://blog.example/post?a=1&b=2)" in rich.plain
    assert "> Formal learning is what many" in rich.plain


def test_every_place_says_what_becomes_of_everything_a_draft_can_hold() -> None:
    rich = rich_text(document())
    assert set(FEATURES) == rich.features
    for place, fates in PLACES.items():
        assert set(fates) == set(FEATURES)
        assert rich.fidelity(place) == fates
    assert rich.fidelity("linkedin")["stress"] == "lost"
    assert rich.fidelity("sharepoint")["headings"] == "kept"
    few = rich_text(document("Only **words**.\n"))
    assert few.fidelity("viva") == {"stress": "kept"}


def test_what_stays_in_does_not_reach_the_clipboard(desk: Desk) -> None:
    path = desk.draft("Mine.\n\n%% me %%\n\n%% internal\nus\n%%\n")
    public, team = (desk.exporting.rich_text(path, who) for who in ("public", "team"))
    assert (public.plain, "us" in team.plain, " me" in team.html) == ("What grows\n\nMine.\n", True, False)
    with pytest.raises(Refused):
        desk.exporting.rich_text(desk.draft("x\n", title="Secret", private=True), "team")


@pytest.mark.parametrize(("language", "words"), [
    ("en", {"kept": "stays", "changed": "words", "lost": "–"}),
    ("nl", {"kept": "blijft", "changed": "woorden", "lost": "–"})])
def test_the_guide_tells_what_the_preview_tells(language: str, words: dict[str, str]) -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "guide" / language / "share.md"
    rows = [[cell.strip() for cell in line.strip("|").split("|")]
            for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head = next(place for place, row in enumerate(rows) if row[:2] == ["", "Viva Engage"])
    names = [KINDS[one].name for one in ("viva-engage", "sharepoint", "teams", "linkedin")]
    assert rows[head][1:] == [*names, "Confluence", "Substack"]
    told = [row[1:] for row in rows[head + 2 : head + 2 + len(FEATURES)]]
    assert told == [[words[PLACES[place][feature]] for place in PLACES] for feature in FEATURES]
