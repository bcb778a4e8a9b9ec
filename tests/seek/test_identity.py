"""An article is new once, whatever a server does to ids, addresses and dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.ids import derived_id
from pkm_app.seek import decide
from pkm_app.seek.identity import compare
from pkm_app.seek.model import Entry, Feed, FetchResponse, ParsedFeed, StoredEntry
from tests.fakes.seek import rss
from tests.seek.conftest import run
from tests.seek.test_refresh import blogs

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def post(number: int, **more) -> Entry:
    return replace(Entry(f"https://a.example/?p={number}", f"https://a.example/post-{number}", f"Post {number}",
                         published=NOW - timedelta(days=number + 1), digest=f"d{number}"), **more)


def stored(*entries: Entry) -> list[StoredEntry]:
    return [StoredEntry(derived_id("f", e.uid), e.uid, e.url, e.digest, e.title, e.published) for e in entries]


KNOWN = stored(*(post(n) for n in range(5)))


def came(*entries: Entry) -> tuple[list[str], list[str]]:
    new, changed = compare("f", KNOWN, entries, NOW)
    return [e.title for _, e in new], [e.title for _, e in changed]


def test_posts_without_a_date_whose_ids_and_addresses_change_are_known_by_title_and_content():
    known = stored(*(post(n, published=None) for n in range(5)))
    moved = [post(n, published=None, uid=f"new-{n}", url=f"https://new.example/{n}") for n in range(5)]
    new, changed = compare("f", known, moved, NOW)
    assert not new
    assert [entry.url for _, entry in changed] == [entry.url for entry in moved]
    assert [article_id for article_id, _ in changed] == [entry.article_id for entry in known]
    other = replace(moved[0], digest="other words under the same title")
    assert [entry.uid for _, entry in compare("f", known, [other], NOW)[0]] == ["new-0"]
    beside = [post(0, published=None), post(0, published=None, uid="again", url="https://a.example/again")]
    assert [entry.uid for _, entry in compare("f", known, beside, NOW)[0]] == ["again"]  # both are there at once


def test_a_site_that_moves_to_https_brings_nothing_again_and_is_found_there():
    plain = stored(*(post(n, uid=f"http://a.example/?p={n}", url=f"http://a.example/post-{n}") for n in range(3)))
    new, changed = compare("f", plain, [post(n) for n in range(3)], NOW)
    assert not new
    assert [(article_id, e.url) for article_id, e in changed] == [
        (derived_id("f", f"http://a.example/?p={n}"), f"https://a.example/post-{n}") for n in range(3)]
    assert compare("f", KNOWN, [post(n, url=f"http://a.example/post-{n}") for n in range(3)], NOW) == ((), ())


def test_other_spellings_of_an_address_are_the_same_post():
    for url in ("https://A.example/post-1", "https://a.example:443/post-1", "https://a.example/post-1/",
                "https://a.example/post-1?utm_source=rss", "https://a.example/post-1#comments"):
        assert came(post(1, uid="new", url=url)) == ([], [])


def test_a_site_with_new_ids_and_new_addresses_is_known_by_title_and_date():
    moved = [post(n, uid=f"tag:b.example:{n}", url=f"https://b.example/{n}.html", digest="other") for n in range(5)]
    assert came(*moved) == ([], [f"Post {n}" for n in range(5)])
    assert came(replace(moved[1], published=NOW)) == (["Post 1"], [])
    assert came(replace(moved[1], published=None)) == (["Post 1"], [])
    twins = [replace(moved[1], uid="x", url="https://b.example/x"), replace(moved[1], uid="y", url="https://b.example/y")]
    assert came(*twins) == (["Post 1", "Post 1"], [])  # who is who cannot be told: rather twice than lost


def test_a_post_given_twice_in_one_answer_comes_once_whichever_is_first():
    twice = post(9, uid="other-9")
    new, _ = compare("f", KNOWN, [post(9), twice], NOW)
    assert [e.uid for _, e in new] == [post(9).uid]
    known = [*KNOWN, *stored(post(9))]
    assert compare("f", known, [twice, post(9)], NOW) == ((), ())


def test_an_archive_that_a_server_gives_all_at_once_is_no_news():
    feed = Feed("f", "https://a.example/feed", last_ok=NOW - timedelta(hours=1), status="fine")
    archive = [post(n) for n in range(0, 400, 20)]
    update, result = decide.fetched(
        feed, KNOWN, FetchResponse(feed.address, 200), ParsedFeed("rss20", entries=tuple(archive)), "d", NOW)
    assert len(update.new) == 19
    assert {derived_id("f", e.uid) for e in archive[2:]} == set(update.old)
    assert result.new == 1  # the post of three weeks ago may have been forgotten; the others were there long before
    first = decide.fetched(replace(feed, last_ok=None), [], FetchResponse(feed.address, 200),
                           ParsedFeed("rss20", entries=tuple(archive)), "d", NOW)[0]
    assert not first.old
    away = decide.fetched(replace(feed, last_ok=NOW - timedelta(days=500)), KNOWN, FetchResponse(feed.address, 200),
                          ParsedFeed("rss20", entries=tuple(archive)), "d", NOW)[0]
    assert not away.old  # after a long absence all of it may be news


def test_old_posts_stay_out_of_the_inbox_and_can_be_found(world):
    blogs(world, 1)
    run(world.seek.refresh())
    old = ("<item><guid>a-1</guid><title>From long ago</title><pubDate>Mon, 05 Jan 2015 10:00:00 GMT</pubDate>"
           "<description>Archive</description></item>")
    body = rss(0, 1, 2, title="B0", link="https://b0.example/").replace(b"</channel>", old.encode() + b"</channel>")
    world.serve("https://b0.example/feed", body)
    results, _ = run(world.seek.refresh(force=True))
    assert results[0].new == 1
    assert {a.title for a in world.seek.articles("inbox")} == {"Post 0", "Post 1", "Post 2"}
    (article,) = [a for a in world.seek.articles("all") if a.title == "From long ago"]
    assert (article.read, article.done) == (True, True)


moves = st.sampled_from(["same", "https", "ids", "addresses", "words", "slash", "utm"])


def moved(entry: Entry, how: str, turn: int) -> Entry:
    """One thing that servers do to a post between two answers."""
    match how:
        case "https":
            return replace(entry, uid=entry.uid.replace("http://", "https://"),
                           url=entry.url.replace("http://", "https://"))
        case "ids":
            return replace(entry, uid=f"{turn}-{entry.title}")
        case "addresses":
            return replace(entry, url=f"https://host-{turn}.example/{entry.title.replace(' ', '-')}")
        case "words":
            return replace(entry, digest=f"{turn}-{entry.title}")
        case "slash":
            return replace(entry, url=entry.url + "/")
        case "utm":
            return replace(entry, url=f"{entry.url}?utm_medium={turn}")
    return entry


@given(st.lists(moves, max_size=6), st.integers(1, 6), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_whatever_a_server_does_one_thing_at_a_time_each_post_is_one_article(steps, count, chance):
    entries = [post(n, uid=f"http://a.example/?p={n}", url=f"http://a.example/post-{n}") for n in range(count)]
    known = {e.article_id: e for e in stored(*entries)}
    for turn, how in enumerate(steps):
        entries = [moved(e, how, turn) for e in entries]
        shown = [e for e in entries if chance.random() < 0.8]
        chance.shuffle(shown)
        fresh = post(100 + turn)
        new, changed = compare("f", list(known.values()), [*shown, fresh, *shown[:1]], NOW)
        assert [e.title for _, e in new] == [fresh.title]
        for article_id, e in (*new, *changed):
            known[article_id] = StoredEntry(article_id, e.uid, e.url, e.digest, e.title, e.published)
