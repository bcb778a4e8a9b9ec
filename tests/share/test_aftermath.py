from __future__ import annotations

from datetime import UTC, datetime

import feedparser
import pytest

from pkm_app.share.aftermath import Piece, difference, fate_of, is_changed, words_sent, words_there
from pkm_app.share.atom import FeedEntry, atom
from pkm_app.share.creditback import Quoted, messages
from pkm_app.share.model import Remote

REMOTE = Remote("1", "https://a.example/1", "", "T", "<p>One</p><p>Two &amp; <b>three</b></p>", "draft", "v")
WHEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("status", "fate"), [
    ("draft", "placed"), ("pending", "placed"), ("auto-draft", "placed"), ("publish", "published"),
    ("published", "published"), ("private", "published"), ("future", "published"), ("sent", "published")])
def test_what_is_no_draft_any_more_is_published(status: str, fate: str) -> None:
    from dataclasses import replace

    assert fate_of(replace(REMOTE, status=status)) == fate


def test_what_is_not_there_is_gone() -> None:
    assert fate_of(None) == "gone"


def test_the_same_words_are_no_difference_however_they_are_written() -> None:
    pieces = difference(words_sent("One\n\nTwo & **three**\n"), words_there(REMOTE))
    assert not is_changed(pieces)
    assert [piece.words for piece in pieces] == ["One", "Two & three"]


def test_a_difference_is_told_by_paragraphs() -> None:
    assert difference("One\n\nTwo\n\nThree", "One\n\n2\n\nThree\n\nFour") == (
        Piece("same", "One"), Piece("out", "Two"), Piece("in", "2"), Piece("same", "Three"), Piece("in", "Four"))


def test_wikitext_is_compared_as_it_is() -> None:
    from dataclasses import replace

    assert words_there(replace(REMOTE, html="== A ==\n\n1 < 2 '''b'''")) == "== A ==\n\n1 < 2 '''b'''"


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
