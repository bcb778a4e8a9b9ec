"""Finding people, the list in order and keeping up, over the demonstration's stream: the real services where they need
no database, else stand-ins in memory. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from pkm_app.base.errors import NotFound
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.library.seek_choices import SeekChoicesFile
from pkm_app.seek.lists import Place, Wanted, place_of
from pkm_app.seek.model import Article, Entry, Feed, Mark, ParsedFeed, Subscription
from pkm_app.seek.opmlwrite import write_opml
from pkm_app.seek.organising import Former, Placement, Wishes
from pkm_app.seek.recommend import Look, Recommending
from pkm_app.seek.triage import Triage
from pkm_app.ui.services import Follow
from tests.fakes.seek import MemoryMarks
from tests.ui.demo_content import Piece
from tests.ui.demo_seek import NOW, DemoSeek, bundled, now


@dataclass(frozen=True)
class DemoFound:
    address: str
    parsed: ParsedFeed


class DemoFinding:
    """Every source that is asked answers at its first address, unless the stream is told to fail."""

    def __init__(self, seek: DemoSeek) -> None:
        self._seek = seek

    def find(self, wish: object) -> Operation[DemoFound]:
        yield Progress(0, 1)
        if self._seek.fail_with:
            raise self._seek.fail_with
        post = Entry("1", "", "Post", published=NOW - timedelta(days=2))
        return DemoFound(wish.attempts[0][0], ParsedFeed("rss20", wish.title, entries=(post,)))  # type: ignore[attr-defined]


class DemoLooks:
    def __init__(self) -> None:
        self.kept: dict[str, Look] = {}

    def load(self) -> Mapping[str, Look]:
        return dict(self.kept)

    def put(self, look: Look) -> None:
        self.kept[look.source_id] = look


@dataclass(frozen=True)
class DemoTaken:
    article_id: str
    title: str


class DemoReading:
    """Takes the post of a source in."""

    def __init__(self, seek: DemoSeek) -> None:
        self._seek = seek

    def take(self, source_id: str) -> Operation[DemoTaken]:
        source = bundled().find(source_id)
        assert source is not None
        yield Progress(0, 1, source.post_url)
        if self._seek.fail_with:
            raise self._seek.fail_with
        article_id = f"post-{source_id}"
        feed = next(iter(self._seek.feeds_by_id))
        self._seek.put(article_id, Piece(feed, source.name, source.post_title, 5, "en", "<p>The post.</p>"))
        self._seek.mark([article_id], "later", True)
        yield Changed("articles", (article_id,))
        return DemoTaken(article_id, source.post_title)


class DemoOrganising:
    """The list of subscriptions in memory; ``others`` are further folders of a feed, ``quiet`` those not counted."""

    def __init__(self, seek: DemoSeek) -> None:
        self._seek = seek
        self.others: dict[str, tuple[str, ...]] = {}
        self.quiet: set[str] = set()

    def placements(self) -> Sequence[Placement]:
        found = [Placement(folder, feed, feed.feed_id in self.quiet) for feed in self._seek.feeds()
                 for folder in (feed.folder, *self.others.get(feed.feed_id, ()))]
        return sorted(found, key=lambda one: one.folder.casefold())

    def edit(self, feed: Feed, wishes: Wishes) -> Former:
        former = self._former([feed.feed_id])
        now = self._seek.feeds_by_id[feed.feed_id]
        if wishes.folders is not None:
            first, *rest = list(wishes.folders) or [""]
            now, self.others[feed.feed_id] = replace(now, folder=first), tuple(rest)
        if wishes.quiet is not None:
            (self.quiet.add if wishes.quiet else self.quiet.discard)(feed.feed_id)
        self._seek.feeds_by_id[feed.feed_id] = replace(
            now, title=wishes.title or now.title, why=now.why if wishes.why is None else wishes.why)
        return former

    def put_back(self, former: Former) -> None:
        for item in former:
            for name, feed in self._seek.feeds_by_id.items():
                if feed.address == item.address:
                    self._seek.feeds_by_id[name] = replace(feed, folder=item.folder, why=item.why, title=item.title)
                    (self.quiet.add if item.quiet else self.quiet.discard)(name)

    def rename_folder(self, name: str, new: str) -> Former:
        inside = [feed for feed in self._seek.feeds() if f"{feed.folder}/".startswith(f"{name}/")]
        if not inside:
            raise NotFound("There is no folder “{name}”.", name=name)
        former = self._former([feed.feed_id for feed in inside])
        for feed in inside:
            self._seek.feeds_by_id[feed.feed_id] = replace(feed, folder=new + feed.folder[len(name):])
        return former

    def remove_folder(self, name: str) -> Former:
        return self.rename_folder(name, name.rpartition("/")[0])

    def _former(self, ids: Sequence[str]) -> Former:
        feeds = [self._seek.feeds_by_id[name] for name in ids]
        return tuple(Subscription(feed.address, feed.title, feed.site, feed.folder, feed.why, quiet=feed.feed_id in
                                  self.quiet) for feed in feeds)


class DemoLists:
    def __init__(self, seek: DemoSeek) -> None:
        self._seek = seek

    def listing(self, wanted: Wanted, limit: int = 200, before: Place | None = None) -> Sequence[Article]:
        rows = [a for a in self._seek.articles(wanted.view, limit=10**6) if not wanted.feed_ids or a.feed_id in
                wanted.feed_ids]
        rows = [a for a in rows if all(word in f"{a.title} {a.excerpt} {a.author}".casefold() for word in
                wanted.words.casefold().split()) and wanted.author.casefold() in a.author.casefold()]
        rows = [a for a in rows if wanted.language in ("", a.language) and not (wanted.unread and a.read)]
        return [a for a in rows if before is None or place_of(a) < before][:limit]

    def count(self, wanted: Wanted, most: int, without: Collection[str] = ()) -> int:
        return min(most, sum(a.feed_id not in without for a in self.listing(wanted, 10**6)))


class DemoStore:
    def __init__(self, seek: DemoSeek) -> None:
        self._seek = seek

    def set_mark(self, article_ids: Sequence[str], mark: Mark, on: bool, places: Sequence[Place] = ()) -> None:
        self._seek.mark(article_ids, mark, on)


class DemoTidying:
    """Nothing is old here, and what is muted is done with."""

    def __init__(self, seek: DemoSeek) -> None:
        self._seek = seek

    def count_old(self, before: datetime) -> int:
        return 0

    def prune(self, before: datetime, limit: int) -> int:
        return 0

    def mute(self, phrases: Sequence[str], limit: int) -> bool:
        for article in list(self._seek.articles_by_id.values()):
            if any(phrase.casefold() in f"{article.title} {article.excerpt}".casefold() for phrase in phrases):
                self._seek.mark([article.article_id], "done", True)
        return False


def demo_follow(seek: DemoSeek, vault: Path) -> Follow:
    """Return everything of it over a demonstration's stream."""
    recommending = Recommending(bundled(), seek, DemoFinding(seek), DemoLooks(), now)  # type: ignore[arg-type]  # parts
    triage = Triage(DemoLists(seek), DemoStore(seek), MemoryMarks(), SeekChoicesFile(vault),  # type: ignore[arg-type]
                    DemoTidying(seek), lambda: 0, now)

    def export() -> bytes:
        return write_opml(Subscription(feed.address, feed.title, folder=feed.folder) for feed in seek.feeds())

    return Follow(recommending, DemoReading(seek), DemoOrganising(seek), triage, export,
                  lambda path, data: Path(path).write_bytes(data))
