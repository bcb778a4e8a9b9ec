"""What may stand in a post of ours: who says what in which language, and nothing that runs or fetches."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

from pkm_app.content.clean import PARKED
from pkm_app.content.postable import postable
from tests.content.payloads import PAYLOADS, judge
from tests.content.soup import SOUP

_MORE = re.compile(r" (?:class=\"(?:quotation|whole|notes|tasks)\"|role=\"(?:img|doc-[a-z]+)\"|aria-label=\"[^\"]*\"|"
                   r"scope=\"(?:col|row)\"|style=\"text-align: (?:left|center|right)\"|cite=\"https?:[^\"]*\"|"
                   r"id=\"notes\")")
_BOXES = re.compile(r"<(/?)(?:figure|figcaption|aside|section)(?=[ >])")


def faults(html: str) -> list[str]:
    """What the judge of cleaned HTML finds, apart from what a post may hold beyond it."""
    less = _BOXES.sub(r"<\1div", _MORE.sub("", html))
    return list(judge(less.replace(' src="http', f' {PARKED}="http')))


@pytest.mark.parametrize("html", [
    '<p style="color: red">x</p>', '<p onclick="x">y</p>', '<p role="button">x</p>', '<a href="data:x">x</a>',
    '<blockquote cite="javascript:x">y</blockquote>'])
def test_the_judge_sees_what_is_wrong(html: str) -> None:
    assert faults(html)
    assert faults(postable(html)) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_trap_24_nothing_of_an_attack_is_left(payload: str) -> None:
    for around in ("{}", "<figure><blockquote>{}</blockquote><figcaption>{}</figcaption></figure>",
                   "<table><tr><td>{}</table>"):
        cleaned = postable(around.format(payload, payload))
        assert faults(cleaned) == []
        assert postable(cleaned) == cleaned


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SOUP)
def test_cleaning_is_safe_and_cleaning_twice_changes_nothing(soup: str) -> None:
    cleaned = postable(soup)
    assert faults(cleaned) == []
    assert postable(cleaned) == cleaned


def test_what_tells_who_says_what_stays() -> None:
    html = ('<figure class="quotation">\n<blockquote cite="https://a.example/" lang="nl">\n<p>Woorden</p>\n'
            '</blockquote>\n<figcaption>— Jan · <a class="whole" href="https://a.example/">Lees</a></figcaption>\n</figure>\n'
            '<p>x<sup><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup></p>\n<ul class="tasks">\n'
            '<li><span role="img" aria-label="gedaan">☑</span> een</li>\n</ul>\n<aside>\n<p>y</p>\n</aside>\n'
            '<section class="notes" role="doc-endnotes">\n<h2 id="notes">Noten</h2>\n</section>\n'
            '<table><tbody><tr><td style="text-align: right">1</td></tr></tbody></table>')
    assert postable(html) == html


def test_a_text_without_end_is_cut_and_does_not_take_long() -> None:
    assert len(postable("<div>" * 40_000 + "x" * 3_000_000)) <= 2 * 1024 * 1024
