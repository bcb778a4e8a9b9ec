"""A password in an address leaves in no form, wherever it was written."""

from __future__ import annotations

import pytest

from pkm_app.content.address import without_passwords
from pkm_app.share.formats import Form
from pkm_app.share.model import Rendered
from tests.share.drafts import document, made
from tests.share.test_posting import rendered

BODY = ("See <https://me:geheim@example.org/x>, https://me:geheim@example.org/y, "
        "[here](https://me:geheim@example.org/) and `git clone https://me:geheim@example.org/z`.\n\n"
        "```\ncurl https://me:geheim@example.org/\n```\n\n> ftp://me:geheim@example.org/\n>\n> — Anne\n")


@pytest.mark.parametrize("form", ["markdown", "html", "eml"])
def test_no_file_shows_it(form: Form) -> None:
    text = made(form, document(BODY)).decode()
    assert "geheim" not in text
    assert "example.org/z" in text


def test_no_outlet_gets_it() -> None:
    draft: Rendered = rendered(BODY)
    for words in (draft.html, draft.markdown, draft.plain, draft.excerpt):
        assert "geheim" not in words
    assert "git clone https://example.org/z" in draft.html


@pytest.mark.parametrize(("words", "left"), [
    ("https://a:b@c.example/", "https://c.example/"), ("https://a:b@c@d.example", "https://d.example"),
    ("https://:b@c.example", "https://c.example"), ("mail me@example.org at 10:30", "mail me@example.org at 10:30"),
    ("https://example.org/@user:x@y", "https://example.org/@user:x@y"),
    ("https://social.example/@me", "https://social.example/@me"),
    ("https://example.org:8080/x", "https://example.org:8080/x"), ("a://b", "a://b"),
])
def test_only_what_stands_before_a_host_goes(words: str, left: str) -> None:
    assert without_passwords(words) == left
