"""What only the real store promises: lists without sorting, counters and words that stay in step, many processes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkm_app.library.article_lists import ArticleLists
from pkm_app.library.articles import Articles
from pkm_app.library.database import Connection, Database
from pkm_app.seek.lists import Wanted
from pkm_app.seek.model import Entry, Feed, FeedUpdate
from tests.library.processes import in_processes

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path):
    database = Database(tmp_path / "pkm.db")
    yield database
    database.close()


def entry(name: str, n: int = 0, text: str = "some words") -> Entry:
    return Entry(f"uid-{name}", f"http://a.example/{name}", f"Title {name}", "Ann", NOW - timedelta(minutes=n), None,
                 f"<p>{text}</p>", text, "en", text)


def fill(store: Articles, feed_id: str, count: int, text: str = "some words") -> None:
    feed = Feed(feed_id, f"http://{feed_id}.example/feed", title=feed_id)
    store.put_feed(feed)
    store.apply(FeedUpdate(feed, tuple((f"{feed_id}-{n}", entry(f"{feed_id}-{n}", n, text)) for n in range(count))),
                NOW)


def words_in_step(db: Database) -> None:
    """Raise where the full-text table does not say what the bodies say."""
    db.write(lambda c: c.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)"))


def counters_in_step(db: Database) -> None:
    kept = {tuple(row) for row in db.read(lambda c: c.execute(
        "SELECT feed_id, total, unread, kept, later FROM article_counts WHERE total > 0").fetchall())}
    counted = {tuple(row) for row in db.read(lambda c: c.execute(
        """SELECT feed_id, count(*), sum(is_read = 0 AND kept = 0 AND later = 0 AND done = 0), sum(kept), sum(later)
           FROM articles GROUP BY feed_id""").fetchall())}
    assert kept == counted


class Watching:
    """A database that remembers the statements that were read through it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.statements: list[str] = []

    def read(self, fn):
        def watched(connection: Connection):
            connection.set_trace_callback(self.statements.append)
            try:
                return fn(connection)
            finally:
                connection.set_trace_callback(None)
        return self._db.read(watched)


@pytest.mark.parametrize("before", [None, (NOW.isoformat(), "f-3")])
@pytest.mark.parametrize("feed_id", ["", "f"])
@pytest.mark.parametrize("view", ["inbox", "kept", "later", "all"])
def test_a_list_walks_an_index_and_never_sorts_or_scans(db: Database, view, feed_id, before):
    fill(Articles(db), "f", 5)
    watching = Watching(db)
    Articles(watching).articles(view, feed_id, before=before)
    statement = next(s for s in watching.statements if s.startswith("SELECT"))
    plan = [row["detail"] for row in db.read(lambda c: c.execute("EXPLAIN QUERY PLAN " + statement).fetchall())]
    assert not any("TEMP B-TREE" in step for step in plan)
    index = "articles_feed" if feed_id else f"articles_{view}"
    assert f"USING INDEX {index}" in plan[0]
    assert plan[0].startswith("SEARCH" if feed_id or before else "SCAN")  # SCAN of an index, ended by the LIMIT


@pytest.mark.parametrize("before", [None, (NOW.isoformat(), "f-3")])
@pytest.mark.parametrize(("view", "index"), [("inbox", "articles_unread"), ("all", "articles_unread"),
                                             ("kept", "articles_kept"), ("later", "articles_later")])
def test_what_is_unread_is_found_without_looking_at_what_was_read(db: Database, view, index, before):
    fill(Articles(db), "f", 5)
    watching = Watching(db)
    ArticleLists(watching).listing(Wanted(view, unread=True), before=before)
    statement = next(s for s in watching.statements if s.startswith("SELECT"))
    plan = [row["detail"] for row in db.read(lambda c: c.execute("EXPLAIN QUERY PLAN " + statement).fetchall())]
    assert not any("TEMP B-TREE" in step for step in plan)
    assert f"USING INDEX {index}" in plan[0]


@pytest.mark.parametrize(("wanted", "without", "found"), [
    (Wanted("inbox", unread=True), (), 8), (Wanted("inbox", unread=True), ("g",), 4), (Wanted("all"), (), 10),
    (Wanted("inbox", ("g", "f", "g"), unread=True), ("f",), 4), (Wanted("kept"), (), 1),
    (Wanted("inbox", words="gemeenschap"), (), 9), (Wanted("inbox", words="?!"), (), 0),
    (Wanted("inbox", ("-",)), (), 0), (Wanted("inbox", language="xx"), (), 0),
])
def test_a_list_is_counted_as_it_would_be_read_but_only_so_far(db: Database, wanted, without, found):
    store, lists = Articles(db), ArticleLists(db)
    for feed_id in ("f", "g"):
        fill(store, feed_id, 5, "over gemeenschappen")
    store.set_mark(["f-0"], "kept", True)
    store.set_mark(["g-1"], "read", True)
    assert lists.count(wanted, 100, without) == found
    if not without:
        assert found == len(lists.listing(wanted))
    assert lists.count(wanted, 3, without) == min(3, found)


def test_counting_a_list_walks_the_index_of_what_is_unread(db: Database):
    fill(Articles(db), "f", 5)
    watching = Watching(db)
    ArticleLists(watching).count(Wanted("inbox", unread=True), 100, ("g",))
    statement = next(s for s in watching.statements if s.startswith("SELECT"))
    plan = [row["detail"] for row in db.read(lambda c: c.execute("EXPLAIN QUERY PLAN " + statement).fetchall())]
    assert any("USING INDEX articles_unread" in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)


def test_counting_looks_at_no_article(db: Database):
    fill(Articles(db), "f", 5)
    watching = Watching(db)
    store = Articles(watching)
    for view in ("inbox", "kept", "later", "all"):
        store.count(view)
        store.count(view, "f")
    store.feeds()
    assert len(watching.statements) >= 9
    assert not any("FROM articles" in statement for statement in watching.statements)


FEEDS = ("f", "g")
STEPS = st.lists(st.one_of(
    st.tuples(st.just("fill"), st.sampled_from(FEEDS), st.integers(1, 4), st.sampled_from(["één woord", "two words"])),
    st.tuples(st.just("change"), st.sampled_from(FEEDS), st.integers(0, 4), st.sampled_from(["", "changed", "leren"])),
    st.tuples(st.just("mark"), st.sampled_from(FEEDS), st.integers(0, 4),
              st.tuples(st.sampled_from(["read", "kept", "later", "done"]), st.booleans())),
    st.tuples(st.just("drop"), st.sampled_from(FEEDS), st.just(0), st.just("")),
), max_size=12)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_counters_and_words_stay_in_step_whatever_is_done(db: Database, steps):
    store = Articles(db)
    for step, feed_id, number, what in steps:
        article_id = f"{feed_id}-{number}"
        if step == "fill":
            fill(store, feed_id, number, what)
        elif step == "change":
            changed = ((article_id, entry(article_id, 0, what)), (article_id, entry(article_id, 1, what + " twice")))
            store.apply(FeedUpdate(Feed(feed_id, "x"), (), changed), NOW)
        elif step == "mark":
            store.set_mark([article_id], *what)
        else:
            store.drop_feed(feed_id)
    words_in_step(db)
    counters_in_step(db)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(query=st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(['"', "(", ")", "*", "^", "-", "+", "NEAR(", "AND", "OR", "NOT", "title:", "{a b}:", ":",
                              "some", "words", "\0", "'", "’", "é", "ß", "🙂", "²", "_", "ـ", "\u0300"]),
             max_size=8).map(" ".join)))
def test_no_query_is_a_mistake(db: Database, query: str):
    store = Articles(db)
    if not store.feeds():
        fill(store, "f", 2)
    assert isinstance(store.search_articles(query, 5), list)
    store.articles("all", search=query)


def test_a_query_of_a_megabyte_is_answered(db: Database):
    fill(Articles(db), "f", 2)
    assert Articles(db).search_articles("some " * 200_000, 5)
    assert Articles(db).search_articles("x" * 1_000_000, 5) == []


@pytest.mark.parametrize("address", ["http://a.example/f-1", "urn:pkm:article:f-1", "http://f.example/feed#pkm-f-1"])
def test_what_has_a_source_file_stays_when_its_feed_goes(db: Database, address: str):
    store = Articles(db)
    fill(store, "f", 3)
    db.write(lambda c: c.execute(
        """INSERT INTO vault_files (path, name, conflict, mtime_ns, size, digest, file_id, type, title, tags, lang,
               created, updated, private, maturity, value, question, url, author, kind, excerpt)
           VALUES ('s.md', 's', 0, 0, 0, '', '', 'source', '', '', '', '', '', 0, '', '', '', ?, '', '', '')""",
        (address,)))
    store.drop_feed("f")
    assert [article.article_id for article in store.articles("all")] == ["f-1"]
    words_in_step(db)


def test_several_processes_bring_in_and_mark_at_once(tmp_path: Path):
    path = tmp_path / "pkm.db"
    in_processes(refresh_and_mark, [(str(path), n) for n in range(4)])
    db = Database(path)
    store = Articles(db)
    assert store.count("all") == 4 * 20 + 20  # four feeds of their own and one they shared
    assert store.count("kept") == 4
    words_in_step(db)
    counters_in_step(db)
    db.close()


def refresh_and_mark(path: str, number: int) -> None:
    db = Database(Path(path))
    store = Articles(db)
    fill(store, f"own{number}", 20)
    fill(store, "shared", 20)
    store.set_mark([f"own{number}-3"], "kept", True)
    for n in range(20):
        store.set_mark([f"shared-{n}"], "read", number % 2 == 0)
    db.close()
