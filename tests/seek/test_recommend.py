"""Discover: honest cards, the living first, and looks that follow nothing."""

from datetime import timedelta
from pathlib import Path

import pytest

from pkm_app.base.errors import NetworkProblem, NotFound, Problem
from pkm_app.base.events import Failed
from pkm_app.library.database import Database
from pkm_app.library.looks import Looks
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.follow import Following
from pkm_app.seek.recommend import Look, Recommending
from pkm_app.seek.subscribing import Subscribing
from tests.fakes.seek import Page, html, rss
from tests.seek.conftest import run
from tests.seek.test_catalogue import bundled

SOURCES = b"""
sources:
  - {id: quiet, name: Quiet, homepage: "https://quiet.example/", feed: "https://quiet.example/feed/",
     feed_evidence: inferred, language: en, chapter: 1, cited_for: x, last_known: "2015"}
  - {id: named, name: Only a name, homepage: null, feed: null, language: nl, chapter: 1, cited_for: x}
  - {id: page, name: A page, homepage: "https://page.example/", feed: null, language: nl, chapter: 1, cited_for: x}
  - {id: post, name: A post, homepage: null, feed: null, language: nl, chapter: 2, cited_for: x,
     post_title: The post, post_url: "https://post.example/1", post_kind: cited}
  - {id: seen, name: Seen, homepage: "https://seen.example/", feed: "https://seen.example/feed/",
     feed_evidence: observed, language: en, chapter: 2, cited_for: x, last_known: "2026-09"}
  - {id: likely, name: Likely, homepage: "https://likely.example/", feed: "https://likely.example/feed/",
     feed_evidence: inferred, language: en, chapter: 3, cited_for: x}
"""


@pytest.fixture
def looks(tmp_path: Path):
    db = Database(tmp_path / "pkm.db")
    yield Looks(db)
    db.close()


@pytest.fixture
def recommending(world, looks):
    following = Following(world.web, world.reader, world.store, Subscribing(world.store, world.subscriptions),
                          Catalogue(SOURCES), world.clock)
    return Recommending(Catalogue(SOURCES), world.store, following, looks, world.clock)


def acts(recommending) -> dict[str, str]:
    return {card.source.id: card.act for card in recommending.cards()}


def dated(*days_ago: int, clock) -> bytes:
    items = "".join(
        f"<item><guid>{n}</guid><title>{n}</title><pubDate>{(clock() - timedelta(days=n)).isoformat()}</pubDate></item>"
        for n in days_ago)
    return f'<rss version="2.0"><channel><title>Dated</title>{items}</channel></rss>'.encode()


def test_a_card_offers_only_what_can_be_kept(recommending):
    assert acts(recommending) == {"seen": "follow", "likely": "look", "quiet": "look", "page": "site", "post": "none",
                                  "named": "none"}
    assert [card.source.id for card in recommending.cards() if card.readable] == ["post"]


def test_the_living_come_first_then_the_unsure_and_names_last(recommending):
    assert [card.source.id for card in recommending.cards()] == ["seen", "quiet", "likely", "post", "page", "named"]


def test_the_first_cards_of_the_bundled_list_can_be_followed_and_live(world, looks):
    catalogue = bundled()
    following = Following(world.web, world.reader, world.store, Subscribing(world.store, world.subscriptions),
                          catalogue, world.clock)
    cards = Recommending(catalogue, world.store, following, looks, world.clock).cards()
    assert len(cards) == 63
    assert all(card.act in ("follow", "look") and card.source.last_known >= "2023-11" for card in cards[:9])
    for chapter in ("1", "2", "3", "also"):
        first = Recommending(catalogue, world.store, following, looks, world.clock).cards(chapter)[0]
        assert first.act in ("follow", "look"), chapter


def test_a_look_follows_nothing_and_remembers_what_answered(world, recommending):
    world.serve("https://likely.example/feed/", dated(3, 90, clock=world.clock))
    (look,), events = run(recommending.look(["likely"]))
    assert (look.address, look.last_post) == ("https://likely.example/feed/", world.clock() - timedelta(days=3))
    card = recommending.card("likely")
    assert (card.act, card.last_post) == ("follow", look.last_post)
    assert recommending.cards()[0].source.id in ("likely", "seen")
    assert world.subscriptions.writes == 0
    assert world.store.feeds() == []
    assert not [event for event in events if isinstance(event, Failed)]


def test_who_has_fallen_silent_stands_behind_who_lives(world, recommending):
    world.serve("https://likely.example/feed/", dated(800, clock=world.clock))
    run(recommending.look(["likely"]))
    order = [card.source.id for card in recommending.cards()]
    assert order.index("likely") > order.index("post")
    assert recommending.card("likely").act == "follow"


def test_a_site_that_has_no_feed_after_all_becomes_site_only_with_the_reason(world, recommending):
    world.serve("https://likely.example/", html(), "text/html")
    _, events = run(recommending.look(["likely"]))
    card = recommending.card("likely")
    assert card.act == "site"
    assert "without a feed" in str(card.problem)
    assert [event.subject_id for event in events if isinstance(event, Failed)] == ["likely"]


def test_a_site_that_is_away_today_may_be_looked_at_again(world, recommending):
    away = Page(problem=NetworkProblem("{host} cannot be reached.", "unreachable", host="likely.example"))
    world.web.pages = {"https://likely.example/feed/": away, "https://likely.example/": away}
    run(recommending.look(["likely"]))
    card = recommending.card("likely")
    assert card.act == "look"
    assert "cannot be reached" in str(card.problem)


def test_one_that_was_seen_offers_follow_until_a_look_fails_and_again_when_one_answers(world, recommending):
    assert recommending.card("seen").act == "follow"
    away = Page(problem=NetworkProblem("{host} cannot be reached.", "unreachable", host="seen.example"))
    world.web.pages = {"https://seen.example/feed/": away, "https://seen.example/": away}
    run(recommending.look(["seen"]))
    card = recommending.card("seen")
    assert (card.act, "cannot be reached" in str(card.problem)) == ("look", True)
    world.web.pages = {}
    world.serve("https://seen.example/feed/", dated(1, clock=world.clock))
    run(recommending.look(["seen"]))
    assert recommending.card("seen").act == "follow"


def test_followed_sources_tell_their_last_post(world, recommending):
    world.serve("https://seen.example/feed/", dated(1, 5, clock=world.clock))
    run(world.seek.follow("https://seen.example/feed/"))
    card = recommending.card("seen")
    assert (card.act, card.last_post) == ("following", world.clock() - timedelta(days=1))
    assert card.feed_id == world.seek.feeds()[0].feed_id


def test_one_that_was_found_at_another_address_is_known_to_be_followed(world, recommending):
    world.serve("https://likely.example/", html("https://new.example/posts"), "text/html")
    world.serve("https://new.example/posts", rss(1))
    run(recommending.look(["likely"]))
    run(world.seek.follow("https://new.example/posts"))
    assert recommending.card("likely").act == "following"


def test_the_reading_list_of_a_chapter_is_what_the_ebook_quotes():
    catalogue = bundled()
    reading = Recommending(catalogue, None, None, None, None).reading_list
    assert {source.id for source in reading("1")} >= {"julian-stodd"}
    assert {source.id for source in reading("3")} >= {"pon", "deutsche-bank-wol"}
    everything = reading()
    assert len({source.post_url for source in everything}) == len(everything) == 14
    assert all(source.post_kind in ("cited", "related") for source in everything)


def test_an_unknown_source_is_not_found(recommending):
    with pytest.raises(NotFound, match="nobody"):
        recommending.card("nobody")
    with pytest.raises(NotFound):
        run(recommending.look(["nobody"]))


def test_a_look_is_remembered_with_its_problem_ready_for_any_language(looks, world):
    inner = NetworkProblem("{host} cannot be reached.", "unreachable", host="a.example")
    look = Look("a", world.clock(), problem=NotFound("Nothing: {first} {n}", first=inner, n=3), settled=False)
    looks.put(look)
    looks.put(Look("b", world.clock(), "https://b.example/feed", "B", world.clock()))
    read = looks.load()
    assert str(read["a"].problem) == "Nothing: a.example cannot be reached. 3"
    assert isinstance(read["a"].problem.values["first"], Problem)
    assert not read["a"].settled
    assert read["b"] == Look("b", world.clock(), "https://b.example/feed", "B", world.clock())
