import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkm_app.content.clean import MAX_BODY, MAX_DEPTH, clean_html
from pkm_app.content.elements import KEPT
from pkm_app.content.nesting import bounded, depth
from pkm_app.content.plaintext import canonical_text
from tests.content.payloads import judge
from tests.content.soup import SOUP

BASE = "https://blog.example/2026/post/"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    SOUP,
    st.sampled_from(
        ["<div>", "<b lang=a>", "<ul><li>", "<span><p>", "<table><tr><td>", "<section>", "<object><p>", "<form><div>"]
    ),
)
def test_nesting_is_bounded_whatever_stands_in_it(soup: str, opening: str) -> None:
    cleaned = clean_html(opening * 300 + soup + "end", BASE)
    assert depth(cleaned) <= MAX_DEPTH
    assert judge(cleaned) == []
    assert clean_html(cleaned, BASE) == cleaned
    assert "end" in cleaned or soup


# Each took between half a second and for ever when it was handed to the parser as it is.
HEAVY = {
    "deep": "<div>" * 40_000 + "bottom",
    "deep in items": "<ul><li>" * 20_000 + "bottom",
    "deep in unknown elements": "<p><object>" * 20_000 + "bottom",
    "hidden ends": "<div><!-- </div> -->" * 20_000 + "bottom",
    "quoted ends": "<div title='</div>'>" * 20_000 + "bottom",
    "ends out of reach": "<div><table><tr><td></div>" * 15_000 + "bottom",
    "links across blocks": "<a href=x><div>" * 10_000 + "bottom",
    "forms": "<form><div></form>" * 20_000 + "bottom",
    "formatting that is never closed": "<p>"
    + "".join(f"<b lang=a{n}>" for n in range(250))
    + "<p>x" * 20_000
    + "bottom",
    "formatting that is left open": "".join(f"<p><i lang=a{n}></p>" for n in range(5_000)) + "<p>x" * 5_000 + "bottom",
    "formatting across blocks": "<b><div></b>" * 20_000 + "bottom",
    "unknown elements across blocks": "<x-y><div></x-y>" * 20_000 + "bottom",
    "attributes": "<a " + " ".join(f"a{n}" for n in range(250_000)) + ">bottom</a>",
    "scripts without an end": "bottom" + "<script>" * 100_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_trap_04_what_would_take_the_parser_for_ever_is_made_shallow_first(name: str) -> None:
    cleaned = clean_html(HEAVY[name], BASE)
    assert depth(cleaned) <= MAX_DEPTH
    assert "bottom" in canonical_text(cleaned)
    assert len(cleaned) < 4 * len(HEAVY[name])
    assert judge(cleaned) == []


@pytest.mark.parametrize("name", HEAVY)
def test_trap_04_the_parser_never_sees_what_would_take_it_for_ever(name: str) -> None:
    seen = bounded(HEAVY[name], KEPT)
    assert seen != HEAVY[name]
    assert depth(seen) <= MAX_DEPTH
    assert seen.count("<") <= 2 * HEAVY[name].count("<")
    assert max(len(tag.partition(">")[0]) for tag in seen.split("<")[1:] or [""]) < 10_000


def test_trap_04_only_so_many_ampersands() -> None:
    cleaned = clean_html("top" + "&" * 500_000)
    assert cleaned.startswith("top&amp;&amp;")
    assert 100_000 < cleaned.count("&") <= 200_000


def test_trap_04_text_past_the_limit_stays_and_words_do_not_run_together() -> None:
    words = [f"w{n}" for n in range(400)]
    assert canonical_text(clean_html("".join(f"<div>{word}" for word in words))).split() == words
    assert canonical_text(clean_html("<div>" * 300 + "".join(f"<p>{word}</p>" for word in words))).split() == words


def test_a_long_ordinary_article_comes_through_as_it_is() -> None:
    section = (
        '<h2>Part</h2>\n<p>One <b>two</b> <a href="https://e.org/x">three</a> four.</p>\n'
        "<ul><li>five</li><li>six</li></ul>\n<p>&lt;div&gt; &amp; so on</p>\n"
    )
    article = section * 800
    assert clean_html(article) == article


def test_sloppy_long_markup_keeps_its_paragraphs_items_and_links() -> None:
    article = "".join(
        f"<p>par {n} <a name=n{n}>\n<a href=https://e.org/{n}>link</a><ul><li>a<li>b</ul>" for n in range(2000)
    )
    cleaned = clean_html(article)
    assert cleaned.count('href="') == 2000
    assert cleaned.count("<li>") == 4000
    assert depth(cleaned) < 6


def test_trap_04_a_body_is_capped_at_two_megabytes_in_and_out() -> None:
    for letter in ("é", "<p>x"):
        cleaned = clean_html(letter * (3 * MAX_BODY // len(letter)), BASE)
        assert MAX_BODY // 3 < len(cleaned.encode()) <= MAX_BODY
        assert clean_html(cleaned, BASE) == cleaned


def test_trap_04_a_long_base_does_not_multiply_short_addresses() -> None:
    cleaned = clean_html("<a href=y>z</a>" * 20_000, "https://e.org/" + "b" * 2000 + "/")
    assert len(cleaned.encode()) <= MAX_BODY
    assert canonical_text(cleaned) == "z" * 20_000  # addresses go, words stay
