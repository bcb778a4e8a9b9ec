"""Quotations: plain words stay plain words, credits stay with them, and words are counted for whom they are of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.private import cut_private
from pkm_app.content.quotation import (
    Quotation,
    WordCounts,
    escape_plain,
    quotation,
    read_quotations,
    unescape_plain,
    word_counts,
)
from pkm_app.content.wikilinks import links

NAME = "Julian Stodd - An introduction to Scaffolded Social Learning"
TRICKY = st.one_of(
    st.text(max_size=40),
    st.text("\\`*_{}[]<>#^~$|%=&;!-+:.)( \t\n1aé\u0301😀—'\"@/", max_size=30),
    st.lists(st.sampled_from(["%%", "[[x]]", "{{ x }}", "{% y %}", "<!-- c -->", "^hl-7f3k2m9qax", "# h", "---", "- a",
                              "1. b", "&amp;", "&#35;", "p. 14", "12:40", "— me", "\n", "\n\n", "==m==", "$x$",
                              "> q", "```", "<%", "  ", "\u2028", "\u0085", "\x0b", "a|b",
                              "![i](j)", "[!note]", "===", "\\", "    code"]),
             max_size=8).map("".join),
)


def canonical(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


@settings(deadline=None)
@given(TRICKY)
def test_plain_words_come_back(text: str) -> None:
    assert unescape_plain(escape_plain(text)) == canonical(text)


@settings(deadline=None)
@given(TRICKY)
def test_trap_23_plain_words_mean_nothing_to_markdown_and_templates(text: str) -> None:
    """Words quoted as they are would hide what follows them, link, tag, or run in the template of a site."""
    escaped = escape_plain(text)
    for mark in ("%%", "[[", "{{", "}}", "{%", "%}", "{#", "<", ">", "$", "==", "~~"):
        assert mark not in escaped.replace("\\" + mark[0], "")
    assert links(escaped) == []
    assert cut_private(escaped, "public").count == 0
    for line in escaped.split("\n"):
        assert not line.startswith((" ", "\t", "-", "+", "=", "#", "*", "_", "~", "`", ":", ">", "|", "^"))
        assert not line.endswith((" ", "\t"))
    assert len(escaped.splitlines()) <= escaped.count("\n") + 1


@pytest.mark.parametrize(
    ("markdown", "words"),
    [("a \\* b", "a * b"), ("&amp;&copy;&#8212;&#x2014;", "&©——"), ("&nosuch; &notit;", "&nosuch; &notit;"),
     ("&#0;&#xD800;", "\ufffd\ufffd"), ("\\a", "\\a")],
)
def test_markdown_written_by_others_is_read_as_words(markdown: str, words: str) -> None:
    assert unescape_plain(markdown) == words


def test_a_quotation_ends_with_its_credit() -> None:
    block = quotation("Social Learning is about the conversations that surround this", NAME, "hl-7f3k2m9qax",
                      "Julian Stodd", "An introduction to Scaffolded Social Learning")
    assert block == (
        "> Social Learning is about the conversations that surround this\n"
        ">\n"
        f"> — [[{NAME}#^hl-7f3k2m9qax|Julian Stodd, An introduction to Scaffolded Social Learning]]"
    )
    assert read_quotations(f"Mine.\n\n{block}\n\nMine.\n") == [Quotation(
        "Social Learning is about the conversations that surround this", NAME, "hl-7f3k2m9qax",
        "Julian Stodd, An introduction to Scaffolded Social Learning", 7, 7 + len(block) + 1)]


@settings(deadline=None)
@given(TRICKY, st.sampled_from([NAME, "a [b] c", "100%% #1", "x|y", "`x", "{{y}}", " z", "é\u0301 😀 (1)"]),
       TRICKY, TRICKY)
def test_any_quotation_is_read_back_with_its_credit(words: str, target: str, author: str, title: str) -> None:
    block = quotation(words, target, "hl-7f3k2m9qax", author, title)
    (read,) = read_quotations(f"Before\n\n{block}\n\nAfter\n")
    assert read.text == canonical(words).strip()
    assert (read.target, read.highlight_id) == (target.strip(), "hl-7f3k2m9qax")
    assert cut_private(block, "public").count == 0
    shown = " ".join(part for part in (canonical(author), canonical(title)) if part.strip())
    assert set(filter(str.isalnum, read.credit)) == set(filter(str.isalnum, shown or target))


def test_a_credit_without_author_or_title() -> None:
    assert quotation("x", "Name", "", "", "Title").endswith("> — [[Name|Title]]")
    assert quotation("x", "Name", "", "", "").endswith("> — [[Name|Name]]")
    assert "> — [[Name|A (b) c – d]]" in quotation("x", "Name", "", "", "A [b] c | d")


@pytest.mark.parametrize(
    ("body", "text", "target", "credit"),
    [
        ("> words", "words", "", ""),
        ("> words\n> — Ann, *Book*", "words", "", "Ann, *Book*"),
        ("> words\n>\n> -- [Ann](https://example.org/x_(y))", "words", "", "Ann"),
        ("> words\n> – [[Ann]]\n>\n", "words", "Ann", "Ann"),
        ("> [!quote] Ann\n> words", "words", "", "Ann"),
        ("> one\n>\n> two &amp; \\#three", "one\n\ntwo & #three", "", ""),
        ("  > words", "words", "", ""),
    ],
)
def test_quotations_written_by_hand(body: str, text: str, target: str, credit: str) -> None:
    (read,) = read_quotations(f"{body}\n")
    assert (read.text, read.target, read.credit) == (text, target, credit)


@pytest.mark.parametrize("body", ["> [!note] Mine\n> words", "```\n> code\n```", "    > code", "a > b", "\\> a", ""])
def test_what_is_no_quotation(body: str) -> None:
    assert read_quotations(body) == []


def test_code_within_a_quotation_belongs_to_it() -> None:
    assert len(read_quotations("> ```\n> code\n> ```\n> — Ann\n")) == 1


@pytest.mark.parametrize(
    ("body", "own", "quoted"),
    [
        ("one two three", 3, 0),
        ("> one two\n> — Ann Other\n\nthree", 1, 2),
        ("> one two\n\n^hl-7f3k2m9qax\n\nthree", 1, 2),
        ("> one ^hl-7f3k2m9qax", 0, 1),
        ("> [!quote] Ann\n> one two\n\n> [!tip] three four\n> five", 3, 2),
        ("see [[Note|these words]] and [[Name]]", 5, 0),
        ("see [this page](https://example.org/a-b) https://example.org/c", 3, 0),
        ("# Heading\n\n- item\n1. item\n\n---\n", 3, 0),
        ("don't well-known caf\u0065\u0301 e\u0301tude naïve", 5, 0),
        ("👩‍👩‍👧 😀 one — … two", 2, 0),
        ("学习 обучение תלמידים", 3, 0),
        ("", 0, 0),
    ],
)
def test_words_are_counted_for_whom_they_are_of(body: str, own: int, quoted: int) -> None:
    assert word_counts(body) == WordCounts(own, quoted)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["word", "e\u0301a", "ç😀"]), max_size=6),
       st.lists(st.just("theirs"), min_size=1, max_size=6), TRICKY, TRICKY)
def test_a_credit_counts_for_nobody(mine: list[str], theirs: list[str], author: str, title: str) -> None:
    body = " ".join(mine) + "\n\n" + quotation(" ".join(theirs), NAME, "hl-7f3k2m9qax", author, title)
    assert word_counts(body) == WordCounts(len(mine), len(theirs))
