from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.private import cut_private
from pkm_app.content.quotation import quotation, word_counts
from pkm_app.share.measure import Measure, measures
from pkm_app.share.outline import meters, moved, outline, part_at, placed

ONE = quotation("words of one author", "one", "hl-abcdefghij", "Anne", "One")
TWO = quotation("words of another author", "two", "hl-bcdefghijk", "Ben", "Two")
BODY = f"""Intro words.

## First

Mine here.

{ONE}

About one.

## Second

Ben says:

{TWO}

About two.

### Under it

![[Chapter]]
"""


def titles(body: str) -> list[str]:
    return [part.title for part in outline(body)]


def test_a_draft_is_sections_cards_and_chapters_with_their_words() -> None:
    parts = outline(BODY)
    assert [(part.kind, part.level) for part in parts] == [
        ("text", 7), ("section", 2), ("card", 7), ("section", 2), ("card", 7), ("section", 3), ("chapter", 7)]
    assert titles(BODY) == ["Intro words.", "First", "Anne, One", "Second", "Ben, Two", "Under it", "Chapter"]
    assert "".join(BODY[part.start : part.end] for part in parts) == BODY
    assert BODY[parts[4].start :].startswith("Ben says:"), "what leads to a quotation goes with it"
    assert (parts[1].own, parts[1].quoted) == (5, 4), "a section counts what stands under it"


def test_sections_move_with_what_stands_under_them() -> None:
    text, at = moved(BODY, 3, -1)
    assert at == 1
    assert titles(text) == ["Intro words.", "Second", "Ben, Two", "Under it", "Chapter", "First", "Anne, One"]
    back, at = moved(text, 1, 1)
    assert (back, at) == (BODY, 3)


def test_cards_move_within_and_beyond_their_section() -> None:
    text, at = moved(BODY, 2, -1)
    assert at == 1
    assert titles(text)[1:3] == ["Anne, One", "First"]
    text, at = moved(BODY, 2, 1)
    assert titles(text)[1:5] == ["First", "Second", "Anne, One", "Ben, Two"]
    assert at == 3


def test_ends_stay_where_they_are() -> None:
    assert moved(BODY, 0, -1) == (BODY, 0)
    assert moved(BODY, 6, 1) == (BODY, 6)
    assert moved(BODY, 99, 1) == (BODY, 99)
    assert moved("", 0, 1) == ("", 0)
    assert placed(BODY, 3, 5) == (BODY, 3), "nothing goes into itself"


@pytest.mark.parametrize("body", [
    "```\n## no heading\n> no quotation\n```\n", "%% private\n## hidden\n\n> hidden\n%%\n", "<!-- \n## hidden\n-->\n",
])
def test_what_is_hidden_or_code_is_never_torn(body: str) -> None:
    assert len(outline(body)) == 1


def test_an_empty_draft_has_no_parts() -> None:
    assert outline("") == outline("\n\n") == ()
    assert part_at((), 0) == -1
    assert part_at(outline(BODY), BODY.index("About one")) == 2


def test_how_much_is_from_whom() -> None:
    told = meters(f"{ONE}\n\nMine.\n\n{ONE}\n\nMine.\n\n> of nobody\n\n{TWO}\n")
    assert [(one.credit, one.words, one.times) for one in told] == [
        ("Anne, One", 8, 2), ("Ben, Two", 4, 1), ("", 2, 1)]


def test_words_are_counted_as_they_leave_and_what_stays_in_by_itself() -> None:
    body = (f"Open. %% private two words %%\n\n## One\n\nMine.\n\n%% internal\nFour for the team.\n\n{ONE}\n%%\n\n"
            "## Two\n\n<!-- three words more --> Mine.\n")
    for audience, counts in {"public": [(1, 0, 2), (2, 0, 8), (2, 0, 3)], "team": [(1, 0, 2), (6, 4, 0), (2, 0, 3)],
                             "": [(0, 0, 3), (0, 0, 10), (0, 0, 5)]}.items():
        assert [(one.own, one.quoted, one.kept) for one in outline(body, audience)] == counts


def test_a_line_that_shows_a_chapter_counts_as_the_chapter_does() -> None:
    parts = outline(BODY, "public", {"![[Chapter]]": Measure(10, 20, 30)})
    assert [(one.own, one.quoted, one.kept) for one in parts[-2:]] == [(12, 20, 30), (10, 20, 30)]
    hidden = outline("%% ![[Chapter]] %%\n", "public", {"![[Chapter]]": Measure(10)})
    assert hidden[0].own == 0


BLOCKS = ["# A", "## B", "words", ONE, TWO, "![[C]]", "%% x %%", "- [ ] it", "lead:", "", "```", "%%", "<!-- y", "-->"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(BLOCKS), max_size=9), st.integers(0, 8), st.integers(-1, 9))
def test_no_word_is_lost_and_none_let_out_whatever_moves(blocks: list[str], at: int, to: int) -> None:
    body = "\n\n".join(blocks) + "\n"
    parts = outline(body)
    if at >= len(parts):
        return
    text, _ = placed(body, at, to) if 0 <= to <= len(parts) else moved(body, at, 1)
    assert sorted(text.split()) == sorted(body.split())
    for audience in ("public", "team"):
        assert sorted(cut_private(text, audience).text.split()) == sorted(cut_private(body, audience).text.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*BLOCKS, "%% internal", "a %% b %% c"]), max_size=9),
       st.sampled_from(["public", "team"]))
def test_the_parts_together_hold_no_more_than_what_leaves(blocks: list[str], audience: str) -> None:
    body = "\n\n".join(blocks) + "\n"
    marks = [part.start for part in outline(body)]
    if not marks:
        return
    counts = measures(body, marks, audience, {})
    left = word_counts(cut_private(body, audience).text)
    assert sum(one.leaving for one in counts) == left.own + left.quoted
    assert all(one.kept >= 0 for one in counts)
