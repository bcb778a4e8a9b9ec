"""Addresses that stand bare in a text."""

from __future__ import annotations

import re

import pytest

from pkm_app.content.markdown import to_html


def addresses(markdown: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', to_html(markdown))


@pytest.mark.parametrize(("markdown", "wanted"), [
    ("Lees https://kaal.example/pad_met_streep_en*ster*?a=1 eens.", ["https://kaal.example/pad_met_streep_en*ster*?a=1"]),
    ("**https://a.example/x_y_z**, *https://a.example/een_twee*",
     ["https://a.example/x_y_z", "https://a.example/een_twee"]),
    ("(zie https://a.example/x_(y)). Ook http://b.example/!", ["https://a.example/x_(y)", "http://b.example/"]),
    ("“https://a.example/b”, https://c.example…", ["https://a.example/b", "https://c.example"]),
    ("| a |\n|---|\n| https://a.example/x |", ["https://a.example/x"]),
    ("> Woorden.\n>\n> — Jan, https://jan.example/mijn_blog_post/", ["https://jan.example/mijn_blog_post/"]),
    ("> Zie https://a.example/mijn\\_blog\\_(x)\\~y en https://a.example/b\\_.",
     ["https://a.example/mijn_blog_(x)~y", "https://a.example/b"]),
    ("[w](https://a.example/b) en <https://a.example/c_d_e>", ["https://a.example/b", "https://a.example/c_d_e"]),
    ("[https://a.example/b](https://a.example/c)", ["https://a.example/c"]),
    ("`https://a.example` xhttps://a.example, https:// en http://.", []),
    ("javascript://a.example ftp://b.example <img src=\"http://c.example/x\">", []),
])
def test_it_is_a_link_as_far_as_it_goes(markdown: str, wanted: list[str]) -> None:
    assert addresses(markdown) == wanted


def test_its_words_are_the_address() -> None:
    assert ">https://a.example/x_y_z</a>" in to_html("Zie https://a.example/x_y_z.")


@pytest.mark.parametrize("words", ["x://" * 50_000, "https://" * 50_000, "https://a" + ")" * 200_000])
def test_what_is_hostile_takes_no_longer_than_it_is_long(words: str) -> None:
    assert to_html(words)  # ends, where a look back over all that came before would not
