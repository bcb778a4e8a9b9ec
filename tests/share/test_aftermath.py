from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest

from pkm_app.share.aftermath import Piece, difference, is_changed, words_sent, words_there
from pkm_app.share.atom import FeedEntry, atom
from pkm_app.share.creditback import Quoted, messages
from pkm_app.share.fate import fate_of, is_draft, state_of
from pkm_app.share.model import Markup, Remote

REMOTE = Remote("1", "https://a.example/1", "", "T", "<p>One</p><p>Two &amp; <b>three</b></p>", "draft", "v")
WHEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("status", "fate"), [
    ("draft", "placed"), ("pending", "placed"), ("auto-draft", "placed"), ("publish", "published"),
    ("published", "published"), ("private", "placed"), ("future", "placed"), ("scheduled", "placed"),
    ("sent", "published"), ("protected", "placed"), ("members", "placed"), ("in-review", "placed")])
def test_only_what_everybody_can_read_is_published(status: str, fate: str) -> None:
    assert fate_of(replace(REMOTE, status=status)) == fate


@pytest.mark.parametrize(("status", "state", "draft"), [
    ("draft", "", True), ("auto-draft", "", True), ("publish", "", False), ("future", "scheduled", False),
    ("scheduled", "scheduled", False), ("pending", "pending", True), ("private", "private", False),
    ("in-review", "in-review", False)])
def test_what_is_neither_a_draft_nor_published_says_what_it_is(status: str, state: str, draft: bool) -> None:
    there = replace(REMOTE, status=status)
    assert (state_of(there), is_draft(there)) == (state, draft)
    assert state_of(None) == ""


def test_what_is_not_there_is_gone() -> None:
    assert fate_of(None) == "gone"


def test_the_same_words_are_no_difference_however_they_are_written() -> None:
    pieces = difference(words_sent("One\n\nTwo & **three**\n"), words_there(REMOTE))
    assert not is_changed(pieces)
    assert [piece.words for piece in pieces] == ["One", "Two & three"]


def test_a_difference_is_told_by_paragraphs() -> None:
    assert difference("One\n\nTwo\n\nThree", "One\n\n2\n\nThree\n\nFour") == (
        Piece("same", "One"), Piece("out", "Two"), Piece("in", "2"), Piece("same", "Three"), Piece("in", "Four"))


@pytest.mark.parametrize(("markup", "there"), [
    ("wikitext", "== A ==\n\nOne '''b''' &#123;x&#125;\n\n<blockquote>\n<div lang=\"nl\">\nTwee\n</div>\n\n"
                 "— [https://a.example/ Jan]\n</blockquote>\n\n* een\n* twee\n*# drie\n\n<pre>{{x}} == y</pre>\n\n"
                 "[[File:Pkm-1.png|frameless|alt=words]]"),
    ("markdown", "---\ntitle: \"A\"\ndraft: true\n---\n\n# A\n\nOne **b** {x}\n\n> Twee\n>\n> — "
                 "[Jan](<https://a.example/>)\n\n- een\n- twee\n  1. drie\n\n```\n{{x}} == y\n```\n"),
    ("markdown", "Title: A\nStatus: skip\n\n# A\n\nOne **b** {x}\n\n> Twee\n>\n> — [Jan](<https://a.example/>)\n\n"
                 "- een\n- twee\n  1. drie\n\n```\n{{x}} == y\n```\n"),
])
def test_words_are_compared_whatever_the_place_writes_them_in(markup: Markup, there: str) -> None:
    sent = words_sent("# A\n\nOne **b** {x}\n\n> Twee\n>\n> — [Jan](<https://a.example/>)\n\n- een\n- twee\n  1. drie\n"
                      "\n```\n{{x}} == y\n```\n\n![words](pkm-1.png)\n")
    found = difference(sent, words_there(replace(REMOTE, html=there, markup=markup)))
    assert [piece.words for piece in found if piece.kind != "same"] == []
    assert [piece.words for piece in found] == ["A", "One b {x}", "Twee", "— Jan", "een", "twee", "drie", "{{x}} == y"]


def test_each_author_gets_one_message_in_the_language_of_the_draft() -> None:
    quoted = [Quoted("Julian Stodd", "Post", "https://j.example/1", "Words " * 100), Quoted("", "x", "", "y"),
              Quoted("Jane Hart", "Ten ways", "", "More use"), Quoted("Julian Stodd", "Other", "", "Again")]
    julian, jane = messages("Vondsten", "nl", "https://me.example/p", quoted)
    assert (julian.author, julian.addresses) == ("Julian Stodd", ("https://j.example/1",))
    assert julian.subject == "Ik heb je geciteerd in “Vondsten”"
    assert "https://me.example/p" in julian.text
    assert julian.text.count("“") == 3
    assert max(map(len, julian.text.splitlines())) < 320
    assert "Dag Jane Hart" in jane.text
    english = messages("Finds", "en", "", quoted)[0].text
    assert "not public yet" in english


def test_a_feed_is_read_back_whole_whatever_is_in_it() -> None:
    entries = [FeedEntry("urn:1", "<b>A</b> & “B”\x00", "https://me.example/1", "<p>1 &lt; 2</p>", WHEN, WHEN, "nl"),
               FeedEntry("urn:2", "Later", "https://me.example/2", "<p>x</p>", WHEN, WHEN.replace(day=22))]
    data = atom("Mine & yours", "Me", "https://me.example/feed.xml", entries, WHEN)
    found = feedparser.parse(data)
    assert not found.bozo
    assert (found.version, found.feed.title, found.feed.author, found.feed.updated) == (
        "atom10", "Mine & yours", "Me", "2026-11-22T09:00:00+00:00")
    assert [entry.link for entry in found.entries] == ["https://me.example/2", "https://me.example/1"]
    assert found.entries[1].content[0].value == "<p>1 &lt; 2</p>"
    assert atom("Mine", "Me", "urn:x", [], WHEN) == atom("Mine", "Me", "urn:x", [], WHEN)
