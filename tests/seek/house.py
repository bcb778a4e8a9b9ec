"""Seek's lists and choices over the real database, the real choices file and the real log of marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from pkm_app.library.article_lists import ArticleLists
from pkm_app.library.article_tidy import Tidying
from pkm_app.library.articles import Articles
from pkm_app.library.database import Database
from pkm_app.library.marks import Marks
from pkm_app.library.seek_choices import SeekChoicesFile
from pkm_app.seek.lists import Wanted
from pkm_app.seek.model import Entry, Feed, FeedUpdate
from pkm_app.seek.triage import Triage
from tests.fakes.seek import Clock


@dataclass
class House:
    db: Database
    store: Articles
    triage: Triage
    clock: Clock
    vault: Path
    keep: list[int]

    def put(self, name: str, feed: str = "anna", days_ago: float = 0, **fields) -> None:
        when = self.clock() - timedelta(days=days_ago)
        known = {"uid": name, "url": f"https://{feed}.example/{name}", "title": f"Title {name}", "author": feed.title(),
                 "published": when, "text": f"Text of {name}", "html": "<p>x</p>", "language": "en", "digest": name}
        entry = Entry(**{**known, **fields})
        subscription = self.store.feed(feed) or Feed(feed, f"https://{feed}.example/feed", feed.title())
        self.store.put_feed(subscription)
        self.store.apply(FeedUpdate(subscription, ((name, entry),)), when)

    def ids(self, **wanted) -> list[str]:
        return [article.article_id for article in self.triage.listing(Wanted(**wanted))]

    def unread(self) -> int:
        return self.store.count("inbox")


def open_house(tmp_path: Path) -> Iterator[House]:
    """Everything in a folder of its own."""
    db, clock, vault, keep = Database(tmp_path / "pkm.db"), Clock(), tmp_path / "vault", [0]
    vault.mkdir()
    store = Articles(db)
    triage = Triage(ArticleLists(db), store, Marks(vault, "here"), SeekChoicesFile(vault), Tidying(db),
                    lambda: keep[0], clock)
    yield House(db, store, triage, clock, vault, keep)
    db.close()
