"""Seek on the real store and the real list: many at once, and a program that ends in the middle."""

import threading

import pytest

from pkm_app.base.errors import Problem
from pkm_app.base.events import finish
from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.library.marks import Marks
from pkm_app.library.subscriptions import Subscriptions
from pkm_app.seek.addresses import key
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.service import SeekService
from tests.fakes.seek import Clock, LocalReader, Page, ScriptedWeb, rss
from tests.seek.conftest import CATALOGUE

HOSTS = [f"https://b{n}.example/feed" for n in range(8)]


@pytest.fixture
def profile(tmp_path):
    """Makes services that share nothing but the files, as processes do."""
    (tmp_path / "vault").mkdir()
    (tmp_path / "locks").mkdir()
    opened = []

    def service():
        database = Database(tmp_path / "articles.db")
        opened.append(database)
        web = ScriptedWeb({a: Page(rss(1, 2, title=f"B{n}", link=f"https://b{n}.example/"))
                           for n, a in enumerate(HOSTS)})
        subscriptions = Subscriptions(tmp_path / "vault", tmp_path / "locks")
        return SeekService(web, LocalReader(), Articles(database), subscriptions, Marks(tmp_path / "vault", "here"),
                           Catalogue(CATALOGUE), Clock())

    yield service
    for database in opened:
        database.close()


def at_once(*jobs):
    problems = []

    def guarded(job):
        try:
            job()
        except Problem as problem:
            problems.append(problem)

    threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


def test_many_follow_at_once_beside_a_refresh_and_nobody_is_lost(profile):
    services = [profile() for _ in HOSTS]
    refreshing = profile()
    problems = at_once(
        *(lambda s=s, a=a: finish(s.follow(a)) for s, a in zip(services, HOSTS, strict=True)),
        lambda: [finish(refreshing.refresh(force=True)) for _ in range(5)],
    )
    assert problems == []
    finish(refreshing.refresh())
    feeds = refreshing.feeds()
    assert sorted(feed.address for feed in feeds) == HOSTS
    assert len({feed.feed_id for feed in feeds}) == len(HOSTS)
    assert refreshing.count("all") == 2 * len(HOSTS)


def test_some_leave_while_others_come(profile):
    services = [profile() for _ in HOSTS]
    for address in HOSTS[:4]:
        finish(services[0].follow(address))
    problems = at_once(
        *(lambda s=s, a=a: s.unfollow(a) for s, a in zip(services[:4], HOSTS[:4], strict=True)),
        *(lambda s=s, a=a: finish(s.follow(a)) for s, a in zip(services[4:], HOSTS[4:], strict=True)),
    )
    assert problems == []
    services[0].sync_subscriptions()
    assert sorted(key(feed.address) for feed in services[1].feeds()) == [key(address) for address in HOSTS[4:]]


def test_two_who_follow_the_same_at_once_follow_it_once(profile):
    one, other = profile(), profile()
    problems = at_once(lambda: finish(one.follow(HOSTS[0])), lambda: finish(other.follow(HOSTS[0])))
    assert len(problems) <= 1
    assert all("already" in str(problem) for problem in problems)
    assert len(one.feeds()) == 1
    assert one.count("all") == 2


def test_marks_reach_the_vault_and_the_store(profile, tmp_path):
    seek = profile()
    finish(seek.follow(HOSTS[0]))
    first, _ = seek.articles()
    seek.mark([first.article_id], "kept", True)
    assert first.url in (tmp_path / "vault/.pkm/marks/here.jsonl").read_text(encoding="utf-8")
    assert [article.article_id for article in seek.articles("kept")] == [first.article_id]
    seek.unfollow(HOSTS[0])
    assert [article.article_id for article in seek.articles("all")] == [first.article_id]
