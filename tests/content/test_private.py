"""Private parts: never in what leaves, whatever stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.private import Cut, cut_places, cut_private

SECRET = "Zq7secret"


@pytest.mark.parametrize(
    ("body", "left", "count"),
    [
        ("One\n\n%% private\nonly me\n%%\n\nTwo\n", "One\n\nTwo\n", 1),
        ("One %% aside %% two", "One two", 1),
        ("One%%x%%two", "Onetwo", 1),
        ("One <!-- note --> two.\n", "One two.\n", 1),
        ("One\n<!-- a\n\nb -->\nTwo", "One\nTwo", 1),
        ("One\n\n%% a %%\n", "One\n", 1),
        ("%% a %%\n\nOne\n", "One\n", 1),
        ("One %%a%%\nTwo <!--b--> %%c%%\n", "One\nTwo\n", 3),
        ("> quoted\n> %% private\n> x\n> %%\n> more", "> quoted\n>\n> more", 1),
        ("%% <!-- %% shown %% --> %%", "shown", 2),
        ("<!-- 100%% sure --> shown", " shown", 1),
        ("%%%%", "", 1),
        ("100% of 5 % %", "100% of 5 % %", 0),
        ("", "", 0),
        ("%<!-- x -->% y %% z", "", 3),
    ],
)
def test_cuts_private_parts(body: str, left: str, count: int) -> None:
    cut = cut_private(body, "public")
    assert (cut.text.strip(), cut.count) == (left.strip(), count)
    assert cut.text.count("\n") == left.count("\n")


@pytest.mark.parametrize("body", ["One\n\n%% two\n\nthree", "One\n\n<!-- two\n\nthree -- >", "One\n\n%% a %%%% b"])
def test_unclosed_is_private_to_the_end_and_said(body: str) -> None:
    assert cut_private(body, "public") == Cut("One\n", body.count("%%") // 2 + 1 if "%%" in body else 1, True)


def test_internal_leaves_for_the_team_only_and_without_its_marks() -> None:
    body = "One\n\n%% internal\nfor us <!-- not them -->\n%%\n\nTwo %% private %%\n"
    assert cut_private(body, "team") == Cut("One\n\nfor us\n\nTwo\n", 2, False)
    for audience in ("public", "community", "", "Team"):
        assert cut_private(body, audience) == Cut("One\n\nTwo\n", 2, False)


@pytest.mark.parametrize("body", ["%% internal memo: x %%", "%% internally\nx\n%%", "%% internal\nnever closed",
                                  "%% private internal\nx\n%%", "%%internal x%%"])
def test_what_is_not_plainly_internal_is_private_for_the_team_too(body: str) -> None:
    assert cut_private(body, "team").text.strip() == ""


@pytest.mark.parametrize(
    "body",
    [
        f"`%%` opens a comment %% {SECRET} %%",
        f"\\%% not one %% {SECRET} %%",
        f"```\n%%time\n```\n\n%% {SECRET} %%",
        f"```\nnever closed\n\n%% private\n{SECRET}\n%%",
        f"%% private\n```\n%%time\n```\n{SECRET}\n%%",
        f"`<!--` begins one <!-- {SECRET} -->",
        f"%% private\n`%%`\n{SECRET}\n%%",
        f"Open ```\ncode\n```\n`%%` %% {SECRET} %%",
        f"```\n%% {SECRET} %%\n```",
        f"so: `a %% {SECRET} %%` b",
        f"\\%% {SECRET} %%",
        f"~~~\n%% internal\n~~~\n%% {SECRET} %%",
    ],
)
def test_marks_in_code_never_turn_private_inside_out(body: str) -> None:
    """Reading only the marks outside code, or only all of them, each lets the words out in some of these."""
    for audience in ("public", "team"):
        cut = cut_private(body, audience)
        assert SECRET not in cut.text
        assert cut.count


_PUBLIC = st.sampled_from(["Open words. ", "\n\n", "\n", "# Head\n", "> quote\n", "`code` ",
                           "\n```\ncode\n```\n",
                           "5 % ", "- item\n", "**bold** ", "[[Link]] ", "é\u0301😀 ", "\\%\\% ", "-- > ", "<b> "])
_PRIVATE = st.sampled_from([f"%% {SECRET} %%", f"%% private\n{SECRET}\n%%\n", f"<!-- {SECRET} -->", f"%%{SECRET}%%",
                            f"<!--\n{SECRET} %% -->", f"%% <!-- {SECRET} %%", f"%% private\n```\n{SECRET}\n```\n%%"])
_DOUBT = st.sampled_from([" `%%` ", "\\%%", " `<!--` ", "\n```\n%%a\n```\n", "a ``` %% ``` "])


@settings(deadline=None)
@given(st.lists(st.one_of(_PUBLIC, _PRIVATE), max_size=10), st.sampled_from(["public", "community", "team"]))
def test_no_secret_leaves_and_no_open_words_stay(parts: list[str], audience: str) -> None:
    cut = cut_private("".join(parts), audience)
    assert SECRET not in cut.text
    assert cut.text.count("Open words.") == parts.count("Open words. ")
    assert not cut.unclosed
    assert cut_private(cut.text, audience) == Cut(cut.text, 0, False)


@settings(deadline=None)
@given(st.lists(st.one_of(_PUBLIC, _PRIVATE, _DOUBT), max_size=10), st.sampled_from(["public", "team"]))
def test_no_secret_leaves_where_marks_stand_in_code(parts: list[str], audience: str) -> None:
    assert SECRET not in cut_private("".join(parts), audience).text


@settings(deadline=None)
@given(st.text("%<!->\n `\\aintrl", max_size=40), st.sampled_from(["public", "team"]))
def test_cutting_what_was_left_changes_nothing(body: str, audience: str) -> None:
    cut = cut_private(body, audience)
    assert cut_private(cut.text, audience) == Cut(cut.text, 0, False)
    if "%%" not in body and "<!--" not in body:
        assert cut == Cut(body, 0, False)


BITS = ["One", " ", "\n", "\n\n", "%%", "%% private\n", "%% internal\n", "<!--", "-->", "`", "```\n", "> q", "%", "\\"]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=14), st.sampled_from(["public", "team"]))
def test_the_places_of_what_is_cut_are_what_is_cut(parts: list[str], audience: str) -> None:
    body, left, end = "".join(parts), "", 0
    for start, until, _ in cut_places(body, audience):
        assert end <= start < until <= len(body)
        left, end = left + body[end:start], until
    assert "".join((left + body[end:]).split()) == "".join(cut_private(body, audience).text.split())


def test_two_readings_of_one_mark_leave_nothing_of_it() -> None:
    assert "internal" not in cut_private("\\%% internal\n%% internal\n%%", "team").text


def test_places_tell_marks_from_what_stays_in() -> None:
    body = "One %% internal\nus <!-- me -->\n%% Two %% x %%"
    assert [(body[a:b], mark) for a, b, mark in cut_places(body, "team")] == [
        ("%% internal", True), ("<!-- me -->", False), ("%%", True), ("%% x %%", False)]
