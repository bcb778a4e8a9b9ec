"""Private parts: never in what leaves, whatever stands around them."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.private import Cut, cut_places, cut_private, for_a_draft

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


@pytest.mark.parametrize(
    ("body", "team"),
    [
        ("Open.\n\n%% internal\nUs.\n\n%% private\nZq7secret\n%%\n\nUs too.\n%%\n\nEnd.\n",
         "Open.\n\nUs.\n\nUs too.\n\nEnd.\n"),
        ("Open.\n\n%% internal\nUs. %% private Zq7secret %%\n%%\n\nEnd.\n", "Open.\n\nUs.\n\nEnd.\n"),
        ("Open.\n\n%% private\nx %% internal Zq7secret %% Zq7secret\n%%\n\nEnd.\n", "Open.\n\nEnd.\n"),
        ("Open.\n\n%% Private\nx\n> %% internal\n> Zq7secret\n> %%\nZq7secret\n%%\n\nEnd.\n", "Open.\n\nEnd.\n"),
        ("Open.\n\n%% internal\nUs.\n%% Zq7secret note %%\n%%\n\nEnd.\n", "Open.\n\nUs.\n\nEnd.\n"),
        ("Open.\n\n%% internal\nUs %% private things %% Zq7secret %%\n\nEnd.\n", None),
    ],
)
def test_a_part_within_a_part_does_not_end_it(body: str, team: str | None) -> None:
    """Whatever stands between is not for everybody, and what is private in it not for the team."""
    open_words = "Open.\n\nEnd.\n"
    if team is not None:
        for audience, left in (("public", open_words), ("community", open_words), ("team", team)):
            cut = cut_private(body, audience)
            assert (cut.text, cut.unclosed) == (left, False)
    assert "Us" not in cut_private(body, "public").text
    assert SECRET not in cut_private(body, "team").text
    assert SECRET not in for_a_draft(body)


def test_a_part_within_another_that_is_never_closed_is_told() -> None:
    cut = cut_private("Open.\n\n%% internal\nUs.\n\n%% private\nx\n%%\n\nUs too.\n", "public")
    assert cut == Cut("Open.\n", 1, True)


_NESTED = st.recursive(
    st.sampled_from(["Inner words.\n", "- item\n", "> quote\n", "<!-- Zq7secret -->\n"]),
    lambda inner: st.tuples(st.sampled_from(["private", "internal"]), st.lists(inner, max_size=4)).map(
        lambda part: f"%% {part[0]}\n{SECRET * (part[0] == 'private')}{''.join(part[1])}\n%%\n"), max_leaves=12)


@settings(deadline=None)
@given(st.lists(st.one_of(st.just("Open words.\n"), _NESTED), max_size=6))
def test_parts_within_parts_stay_in_whole(parts: list[str]) -> None:
    body = "".join(parts).replace("Open words.\n", "\nOpen words.\n")
    public, team = cut_private(body, "public"), cut_private(body, "team")
    assert SECRET not in team.text + public.text
    outside = sum(part == "Inner words.\n" for part in parts)
    assert public.text.count("Inner words.") == outside
    for cut in (public, team):
        assert cut.text.count("Open words.") == parts.count("Open words.\n")
        assert not cut.unclosed
        assert "%%" not in cut.text
    assert SECRET not in for_a_draft(body)


@pytest.mark.parametrize("body", [
    "%% private " * 100_000, "x %% " * 400_000, "%% private\n" + ">" * 500_000 + "%% x %%"])
def test_what_is_hostile_takes_no_longer_than_it_is_long(body: str) -> None:
    begun = process_time()
    cut_private(body, "team")
    assert process_time() - begun < 10
