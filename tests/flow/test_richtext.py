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


def test_the_clipboard_gets_html_and_words_without_pictures_and_links_to_nowhere() -> None:
    for place in PLACES:
        rich = rich_text(document(), place)
        tree = html.fromstring(rich.html)
        assert not tree.xpath("//img|//style|//script|//@style[contains(., 'url')]|//a[starts-with(@href, '#')]|//@id")
        assert rich.html.startswith('<meta charset="utf-8"><')
        assert "Een rode stip" in rich.html
        assert rich.plain.startswith(f"{TITLE}\n\nWaar dit over gaat")
        assert "Zie An introduction (https://blog.example/post?a=1&b=2)" in rich.plain
        assert "> Formal learning is what many" in rich.plain
        assert ".<sup>[1]</sup> Nog eens<sup>[1]</sup>" in rich.html
        assert "<p>[2] De tweede.</p>" in rich.html


def test_an_editor_gets_its_own_form_and_lines_of_words_for_what_it_has_none_for() -> None:
    viva, sharepoint, teams, confluence, substack = (rich_text(document(), place).html for place in (
        "viva", "sharepoint", "teams", "confluence", "substack"))
    assert "<p><strong>Onder de motorkap</strong></p>" in viva
    assert ["<mark>" in rich_text(document(), place).shown for place in ("viva", "teams", "substack")] == [
        False, True, False]
    assert "<p>&gt; Er is veel discussie over wat dit kenmerkt.<br>&gt; — Piet" in viva
    assert "<li>een<br>met een tweede alinea</li>\n<li>twee</li>\n<ul>\n<li>diep</li>" in viva
    for bare in (viva, substack):
        assert "<p><strong>Naam | Aantal</strong><br>a | b | <a" in bare
    assert "<h3>Onder de motorkap</h3>" in substack
    assert f"<h2>{TITLE}</h2>" in sharepoint
    assert "<p>* * *</p>" in sharepoint
    assert f"<h1>{TITLE}</h1>" in teams
    assert "<hr>" in teams
    assert '<mark><span style="background-color: #f8e6a0">dit hier</span></mark> en <strong>vet</strong>' in teams
    assert '<div data-task-local-id="" data-task-state="DONE">gedaan</div>' in confluence
    assert '<div data-panel-type="note"><p><strong>Let op</strong></p>\n<p>Een kader.</p></div>' in confluence
    row = rich_text(document("1. a\n\n   | b | c |\n   | --- | --- |\n   | d | e |\n\n2. f\n\n> - g\n"), "confluence")
    assert "<li><p>a</p>\n<p><strong>b | c</strong><br>d | e</p></li>" in row.html
    assert "<blockquote>\n<ul>\n<li>g</li>" in row.html
    assert row.fidelity == {"lists": "kept", "quotations": "kept", "tables": "changed"}
    code = rich_text(document("- see\n\n  ```\n  if a < b:\n      return\n  ```\n"), "viva").html
    assert "<li>see<br>if a &lt; b:<br>\u00a0\u00a0\u00a0\u00a0return</li>" in code


def test_every_place_says_what_becomes_of_everything_a_draft_can_hold() -> None:
    for place, fates in PLACES.items():
        assert rich_text(document(), place).fidelity == fates
    assert set(PLACES["viva"]) == set(FEATURES)
    assert PLACES["linkedin"]["stress"] == "lost"
    assert PLACES["sharepoint"]["headings"] == "kept"
    assert rich_text(document("Only **words**.\n"), "viva").fidelity == {"stress": "kept"}


@pytest.mark.parametrize(("body", "fate"), [
    ("- [ ] a\n  - [x] b\n- [x] c\n", "kept"), ("- [ ] a\n- b\n", "changed"), ("- [ ] a\n\n  more\n", "changed"),
    ("- [ ] a\n  - b\n", "changed")])
def test_a_list_that_is_not_of_tasks_alone_keeps_its_boxes_as_signs(body: str, fate: str) -> None:
    rich = rich_text(document(body), "confluence")
    assert rich.fidelity["tasks"] == fate
    assert ("☐" in rich.html) == (fate == "changed")
    assert "☐" in rich.shown


def test_what_stays_in_does_not_reach_the_clipboard(desk: Desk) -> None:
    path = desk.draft("Mine.\n\n%% me %%\n\n%% internal\nus\n%%\n")
    public, team = (desk.exporting.rich_text(path, who, "teams") for who in ("public", "team"))
    assert (public.plain, "us" in team.plain, " me" in team.html) == ("What grows\n\nMine.\n", True, False)
    with pytest.raises(Refused):
        desk.exporting.rich_text(desk.draft("x\n", title="Secret", private=True), "team", "teams")


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
