"""Links: which are read, and which file they mean."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.codespans import code_ranges, inside
from pkm_app.content.wikilinks import WikiLink, links, resolve


def parts(body: str) -> list[tuple[str, str, str, str, bool]]:
    return [(k.target, k.words, k.heading, k.block, k.embed) for k in links(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[[Name]]", ("Name", "", "", "", False)),
        ("[[Name|some words]]", ("Name", "some words", "", "", False)),
        ("[[Name#Heading]]", ("Name", "", "Heading", "", False)),
        ("[[Name#One#Two|w]]", ("Name", "w", "One#Two", "", False)),
        ("[[Name#^hl-7f3k2m9qax]]", ("Name", "", "", "hl-7f3k2m9qax", False)),
        ("![[Name]]", ("Name", "", "", "", True)),
        ("[[#Heading]]", ("", "", "Heading", "", False)),
        ("[[folder/Name.md]]", ("folder/Name.md", "", "", "", False)),
        ("| [[Name\\|words]] |", ("Name", "words", "", "", False)),
        ("[words](Note.md)", ("Note.md", "words", "", "", False)),
        ("[words](My%20note%23two.md#^hl-7f3k2m9qax)", ("My note#two.md", "words", "", "hl-7f3k2m9qax", False)),
        ("![alt](<attachments/a picture.png> \"title\")", ("attachments/a picture.png", "alt", "", "", True)),
        ("[a\nb](Note.md)", ("Note.md", "a b", "", "", False)),
        ("[[Name|a \\* b]]", ("Name", "a * b", "", "", False)),
        ("[x](Note(1).md)", ("Note(1).md", "x", "", "", False)),
    ],
)
def test_reads(body: str, expected: tuple[str, str, str, str, bool]) -> None:
    assert parts(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "`[[Name]]`", "```\n[[Name]]\n```", "~~~\n[[Name]]", "> ```\n> [[Name]]\n> ```", "\\[[Name]]", "[\\[Name]]",
        "[[]]", "[[\n]]", "[x](https://example.org/)", "[x](mailto:a@example.org)", "[x](#here)", "[x](//host/y)",
        "[x]()", "[x](javascript:alert(1))", "``a ` [[Name]]``", "- ```\n  [[Name]]\n  ```",
    ],
)
def test_reads_no_link(body: str) -> None:
    assert links(body) == []


def test_a_code_fence_ends_with_its_quotation() -> None:
    assert parts("> ```\n> code\n\n[[Name]]") == [("Name", "", "", "", False)]


def test_backticks_in_two_paragraphs_make_no_code() -> None:
    assert parts("a ` b\n\n[[Name]] ` c") == [("Name", "", "", "", False)]


def test_places_are_counted_in_characters_also_behind_emoji_and_combining_marks() -> None:
    body = "👩‍👩‍👧 e\u0301 [[Näme|wörds 😀]] and ![[Other]]"
    assert [body[k.start : k.end] for k in links(body)] == ["[[Näme|wörds 😀]]", "![[Other]]"]


@settings(deadline=None)
@given(st.text("[]()`~\\!|#^ab\n> -", max_size=60))
def test_any_text_gives_ordered_links_that_do_not_overlap(body: str) -> None:
    end = 0
    for link in links(body):
        assert end <= link.start < link.end <= len(body)
        assert body[link.start : link.end].endswith(("]]", ")"))
        end = link.end


@settings(deadline=None)
@given(st.text("`~\\a\n> -", max_size=60))
def test_code_is_ordered_and_inside_agrees_with_it(body: str) -> None:
    ranges = code_ranges(body)
    assert ranges == sorted(ranges)
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))
    for position in range(len(body)):
        assert inside(ranges, position) == any(s <= position < e for s, e in ranges)


PATHS = [
    "notes/Learning.md", "sources/Learning.md", "notes/deep/er/Learning.md", "Top.md", "notes/Top v1.2.md",
    "attachments/pic.png", "notes/Case.md", "notes/sub/Only.md", "notes/Ge\u0301ne\u0301.md",
]


@pytest.mark.parametrize(
    ("target", "from_path", "expected"),
    [
        ("Learning", "notes/a.md", "notes/Learning.md"),
        ("Learning", "sources/a.md", "sources/Learning.md"),
        ("Learning", "drafts/a.md", "notes/Learning.md"),
        ("Learning", "notes/deep/a.md", "notes/deep/er/Learning.md"),
        ("sources/Learning", "notes/a.md", "sources/Learning.md"),
        ("er/Learning", "notes/a.md", "notes/deep/er/Learning.md"),
        ("Learning.md", "sources/a.md", "sources/Learning.md"),
        ("Top v1.2", "a.md", "notes/Top v1.2.md"),
        ("pic.png", "notes/a.md", "attachments/pic.png"),
        ("CASE", "a.md", "notes/Case.md"),
        ("../Top", "notes/a.md", "Top.md"),
        ("./sub/Only", "notes/a.md", "notes/sub/Only.md"),
        ("/Top", "notes/a.md", "Top.md"),
        ("/Only", "notes/sub/a.md", None),
        ("G\u00e9n\u00e9", "a.md", "notes/Ge\u0301ne\u0301.md"),
        ("", "notes/a.md", "notes/a.md"),
        ("../../etc/passwd", "notes/a.md", None),
        ("earning", "notes/a.md", None),
        ("Nothing", "notes/a.md", None),
    ],
)
def test_resolves_as_obsidian_does(target: str, from_path: str, expected: str | None) -> None:
    assert resolve(target, from_path, PATHS) == expected
    assert resolve(target, from_path, reversed(PATHS)) == expected


def test_capitals_that_fit_come_before_those_that_do_not() -> None:
    assert resolve("case", "a.md", ["x/Case.md", "y/case.md"]) == "y/case.md"


def test_a_link_is_a_value() -> None:
    assert links("[[a]]")[0] == WikiLink("a", "", "", "", False, 0, 5)
