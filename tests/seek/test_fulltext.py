"""Full texts: fetched from the page, kept beside what the feed gave, and never a failure in an article's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.content.plaintext import canonical_text
from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.seek.fulltext import FullTexts, looks_cut
from pkm_app.seek.model import Article, ArticleBody, Entry, Feed, FeedUpdate
from pkm_app.seek.pagetext import NoArticle
from tests.fakes.seek import LocalReader, Page, ScriptedWeb
from tests.seek.test_pagetext import page, paragraphs

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FEED = Feed("feed-a", "https://blog.example.org/feed", title="Blog")
URL = "https://blog.example.org/2026/11/titel/"


def entry(text: str, digest: str = "one", url: str = URL) -> Entry:
    html = f"<p>{text}</p>"
    return Entry("uid", url, "Een titel", "", NOW, None, html, canonical_text(html), "", digest)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Articles]:
    db = Database(tmp_path / "pkm.db")
    articles = Articles(db)
    articles.put_feed(FEED)
    articles.apply(FeedUpdate(FEED, (("a", entry("Een samenvatting van niets …")),)), NOW)
    yield articles
    db.close()


def article(store: Articles) -> Article:
    found = store.article("a")
    assert found is not None
    return found


def body(store: Articles) -> ArticleBody:
    found = store.body("a")
    assert found is not None
    return found


def test_the_page_takes_the_place_of_the_summary_and_is_found(store: Articles) -> None:
    web = ScriptedWeb({URL: Page(page(paragraphs()), "text/html")})
    texts = FullTexts(web, LocalReader(), store)
    assert looks_cut(body(store))
    read = texts.fetch(article(store))
    assert body(store) == read
    assert read.full
    assert not looks_cut(read)
    assert article(store).author == "Jane Hart"
    assert article(store).language == "nl"
    assert [hit.id for hit in store.search_articles("toeval", 5)] == ["a"]
    assert store.search_articles("samenvatting", 5) == []
    assert texts.forget(article(store)) == ArticleBody("<p>Een samenvatting van niets …</p>",
                                                       "Een samenvatting van niets …", "one")
    assert store.search_articles("toeval", 5) == []
    assert [hit.id for hit in store.search_articles("samenvatting", 5)] == ["a"]


def test_what_the_feed_changes_later_stands_beside_the_full_text(store: Articles) -> None:
    texts = FullTexts(ScriptedWeb({URL: Page(page(paragraphs()), "text/html")}), LocalReader(), store)
    read = texts.fetch(article(store))
    store.apply(FeedUpdate(FEED, (), (("a", replace(entry("Een andere samenvatting", "two"), title="Nieuw"),),)), NOW)
    assert body(store) == read
    assert article(store).title == "Nieuw"
    assert [hit.id for hit in store.search_articles("nieuw toeval", 5)] == ["a"]
    again = texts.forget(article(store))
    assert again is not None
    assert again.text == "Een andere samenvatting"
    assert [hit.id for hit in store.search_articles("andere", 5)] == ["a"]


@pytest.mark.parametrize(("answer", "problem"), [
    (Page(page("<p>Please log in.</p>"), "text/html"), NoArticle),
    (Page(b"%PDF", "application/pdf"), NoArticle),
    (Page(problem=NetworkProblem("{host} did not answer.", kind="timeout", host="blog.example.org")), NetworkProblem),
])
def test_a_failure_is_told_and_leaves_all_as_it_was(
        store: Articles, answer: Page, problem: type[Exception]) -> None:
    before = body(store)
    with pytest.raises(problem):
        FullTexts(ScriptedWeb({URL: answer}), LocalReader(), store).fetch(article(store))
    assert body(store) == before


def test_a_page_that_gives_less_than_the_feed_changes_nothing(store: Articles) -> None:
    store.apply(FeedUpdate(FEED, (), (("a", entry("Een lang stuk. " * 400, "two")),)), NOW)
    before = body(store)
    with pytest.raises(NoArticle, match="less text"):
        FullTexts(ScriptedWeb({URL: Page(page(paragraphs()), "text/html")}), LocalReader(), store).fetch(article(store))
    assert body(store) == before
    assert not looks_cut(before)


def test_an_article_without_an_address_has_no_page(store: Articles) -> None:
    store.apply(FeedUpdate(FEED, (), (("a", entry("Kort", "two", url="")),)), NOW)
    with pytest.raises(Refused):
        FullTexts(ScriptedWeb(), LocalReader(), store).fetch(article(store))


def test_a_private_address_is_asked_only_where_a_person_named_the_host(store: Articles) -> None:
    web = ScriptedWeb({URL: Page(page(paragraphs()), "text/html")})
    FullTexts(web, LocalReader(), store).fetch(article(store))
    assert not web.requests[-1].typed
    store.put_feed(replace(FEED, local=True))
    FullTexts(web, LocalReader(), store).fetch(article(store))
    assert web.requests[-1].typed
    store.put_feed(replace(FEED, local=True, address="https://other.example/feed"))
    FullTexts(web, LocalReader(), store).fetch(article(store))
    assert not web.requests[-1].typed
