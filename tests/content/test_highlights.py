"""Highlights in a source file: read as the vault format says, written without touching anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.highlights import (
    HighlightBlock,
    add_highlight,
    read_highlights,
    remove_highlight,
    set_comment,
)
from pkm_app.content.private import cut_private
from pkm_app.content.wikilinks import links

A, B, C = "hl-aaaaaaaaaa", "hl-b2b2b2b2b2", "hl-0123456789"

BODY = f"""\
What this source is about.

> Social Learning is about the conversations
>
> that surround this
> p. 14

^{A}

What I think about it.

> a quotation without an id

> [!note] Mine
> more

> Second ^{B}
Right below.

---

Not a comment.

> Third

^{C}
# Heading

Not a comment either.
"""

WORDS = st.one_of(
    st.text(max_size=40),
    st.text("\\`*_{}[]<>#^~$|%=&;!-+:. \t\n1aé\u0301😀—p", max_size=30),
    st.sampled_from(["p. 14", "x\np. 14", "12:40", "a\n\n12:40", "— Ann", f"x ^{A}", f"x\n\n^{A}", "> q", "```", "# h",
                     "---", "a\n===", "<!-- x", "%% x", "\u2028p. 3", "  indented", "a\n    b", "end  ", "[!note] x"]),
).filter(lambda text: text.strip())
# Bodies with every kind of neighbour, open fences included.
PIECES = st.sampled_from([
    "Words.\n", "\n", "# Head\n", "Title\n===\n", "---\n", "> quote\n", "> [!tip] t\n> x\n", "- item\n  - deeper\n",
    "```\n> code\n```\n", "~~~\nopen\n", f"> one\n\n^{A}\n", f"> two ^{B}\n", "\nMy comment.\n", "    indented\n",
    "%% p\n", "end without line end", "> # not a heading\n", "`^x`\n", " \n", f"\n^{A}\n", "| a |\n|---|\n",
])
BODIES = st.lists(PIECES, max_size=10).map("".join)


def by_id(body: str, highlight_id: str) -> HighlightBlock:
    (found,) = [highlight for highlight in read_highlights(body) if highlight.highlight_id == highlight_id]
    return found


def canonical(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").strip()
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def test_reads_what_the_format_says() -> None:
    first, second, third = read_highlights(BODY)
    assert (first.highlight_id, second.highlight_id, third.highlight_id) == (A, B, C)
    assert first.quote == "Social Learning is about the conversations\n\nthat surround this"
    assert first.locator == "p. 14"
    assert first.comment == ("What I think about it.\n\n> a quotation without an id\n\n> [!note] Mine\n> more")
    assert (second.quote, second.comment, second.locator) == ("Second", "Right below.", "")
    assert (third.quote, third.comment) == ("Third", "")
    assert BODY[first.start :].startswith("> Social")
    assert first.end == second.start
    assert BODY[second.end :].startswith("---")
    assert BODY[third.end :].startswith("# Heading")


@pytest.mark.parametrize(
    ("body", "comment"),
    [
        (f"> q\n\n^{A}\n\none\n\nTitle\n===\nbelow", "one"),
        (f"> q\n\n^{A}\n\n```\n# no heading\n---\n```\nend", "```\n# no heading\n---\n```\nend"),
        (f"> q\n\n^{A}\n\none\n~~~\n===\n~~~", "one\n~~~\n===\n~~~"),
        (f"> q\n\n^{A}\n\n#tag is no heading\n", "#tag is no heading"),
        (f"> q\n\n^{A}\n\none\n\n----\n\ntwo", "one"),
        (f"> q\n\n^{A}\n\n> # in a quotation\n", "> # in a quotation"),
        (f"> q\n\n^{A}\n\n> other\n\n^other-id\n\nmine", "> other\n\n^other-id\n\nmine"),
        (f"> q\n^{A}", ""),
    ],
)
def test_a_comment_ends_where_the_format_says(body: str, comment: str) -> None:
    assert by_id(body, A).comment == comment


@pytest.mark.parametrize("body", [f"```\n> q\n\n^{A}\n```", "> q\n\n^other", f"> q\n\nwords ^{A}", f"> q \\^{A}",
                                  "> q\n\n^hl-short", f"words\n\n^{A}"])
def test_what_is_no_highlight(body: str) -> None:
    assert read_highlights(body) == []


def test_of_two_with_one_id_the_first_counts() -> None:
    body = f"> one\n\n^{A}\n\n> two\n\n^{A}\n\ncomment\n"
    (only,) = read_highlights(body)
    assert (only.quote, only.comment) == ("one", "")


def test_a_new_one_stands_after_the_last_and_before_what_follows() -> None:
    body = f"Intro\n\n> one\n\n^{A}\n\nMine.\n\n## Afterwards\n\nRest.\n"
    assert add_highlight(body, B, "two", "Thought.", "12:40") == (
        f"Intro\n\n> one\n\n^{A}\n\nMine.\n\n> two\n>\n> 12:40\n\n^{B}\n\nThought.\n\n## Afterwards\n\nRest.\n")
    assert add_highlight("", A, "one") == f"> one\n\n^{A}\n"
    assert add_highlight("Words", A, "one") == f"Words\n\n> one\n\n^{A}\n"
    assert add_highlight("", A, "100%% of [[x]] #y", "c") == f"> 100\\%\\% of \\[\\[x\\]\\] \\#y\n\n^{A}\n\nc\n"


@settings(deadline=None)
@given(BODIES, WORDS, st.sampled_from(["", "p. 14", "pp. 3–5", "12:40", "1:02:03"]))
def test_what_is_added_is_read_back_and_nothing_else_changes(body: str, words: str, locator: str) -> None:
    before = read_highlights(body)
    changed = add_highlight(body, C, words, "", locator)
    added = by_id(changed, C)
    assert (added.quote, added.comment, added.locator) == (canonical(words), "", locator)
    assert [h.highlight_id for h in read_highlights(changed) if h.highlight_id != C] == [h.highlight_id for h in before]
    longer = len(changed) - len(body)
    place = next(at for at in range(len(body) + 1) if changed[:at] + changed[at + longer :] == body)
    inserted = changed[place : place + longer]  # all else is as it was, byte for byte
    assert links(inserted) == []
    assert cut_private(inserted, "public").count == 0


@settings(deadline=None)
@given(BODIES, WORDS, st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=4).map("".join)))
def test_a_comment_stays_with_its_highlight_and_leaves_the_others_alone(body: str, words: str, comment: str) -> None:
    changed = add_highlight(body, C, words)
    others = {h.highlight_id: (h.quote, h.comment) for h in read_highlights(changed) if h.highlight_id != C}
    commented = set_comment(changed, C, comment)
    added = by_id(commented, C)
    assert added.quote == canonical(words)
    assert {h.highlight_id: (h.quote, h.comment) for h in read_highlights(commented)
            if h.highlight_id != C} == others
    assert set_comment(commented, C, added.comment) == commented  # reading and writing again changes nothing
    letters = [char for char in comment if char.isalnum()]
    assert [char for char in added.comment if char.isalnum()] == letters
    assert by_id(set_comment(commented, C, ""), C).comment == ""


@settings(deadline=None)
@given(st.text("ab *_\n😀é", min_size=1, max_size=20))
def test_a_plain_comment_is_read_back_as_written(comment: str) -> None:
    changed = add_highlight("Words\n\n# Head\n", A, "one", comment)
    expected = comment.strip("\n").rstrip()
    assert by_id(changed, A).comment == (expected if expected.strip() else "")


@settings(deadline=None)
@given(BODIES, WORDS)
def test_removing_takes_the_highlight_with_its_comment_and_nothing_else(body: str, words: str) -> None:
    changed = add_highlight(body, C, words, "My comment.")
    removed = remove_highlight(changed, C)
    assert removed.replace("\n", "") in (body.replace("\n", ""), "---" + body.replace("\n", ""))
    assert len(removed) - len(body) in range(7)


def test_a_comment_may_be_changed_and_taken_away() -> None:
    changed = set_comment(BODY, B, "Better.\n\n# Not a heading\n---")
    assert by_id(changed, B).comment == "Better.\n\n\\# Not a heading\n\\---"
    assert by_id(changed, A).comment == by_id(BODY, A).comment
    assert changed.endswith("---\n\nNot a comment.\n" + BODY.split("Not a comment.\n")[1])
    assert by_id(set_comment(BODY, A, ""), A).comment == ""
    assert set_comment(BODY, A, by_id(BODY, A).comment) == BODY


def test_an_open_fence_in_a_comment_is_closed_before_it_swallows_the_next_highlight() -> None:
    changed = set_comment(BODY, A, "look:\n```\ncode")
    assert [h.highlight_id for h in read_highlights(changed)] == [A, B, C]
    assert by_id(changed, A).comment == "look:\n```\ncode\n```"


def test_one_that_is_not_there_cannot_be_changed_or_removed() -> None:
    for change in (lambda: set_comment(BODY, "hl-zzzzzzzzzz", "x"), lambda: remove_highlight(BODY, "hl-zzzzzzzzzz")):
        with pytest.raises(NotFound, match="hl-zzzzzzzzzz"):
            change()


def test_a_place_must_be_one_and_a_highlight_needs_words() -> None:
    with pytest.raises(Refused, match="chapter 3"):
        add_highlight("", A, "words", "", "chapter 3")
    with pytest.raises(Refused, match="needs words"):
        add_highlight("", A, " \n ")
