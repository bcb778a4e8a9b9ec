"""How the feeds of the demonstration are: nothing is fetched, a test and a move do as the real ones would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pkm_app.base.errors import NetworkProblem, Problem
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.seek.health import Health, health_of, listing, told
from pkm_app.seek.model import Feed, FeedStatus
from tests.ui.demo_seek import NOW, DemoSeek


@dataclass(frozen=True)
class DemoTested:
    health: Health


class DemoTending:
    """``heals`` says whether a test finds the feed well; ``fail_with`` is what a move runs into."""

    def __init__(self, seek: DemoSeek) -> None:
        self._seek = seek
        self.heals = True
        self.fail_with: Problem | None = None
        self.tested: list[str] = []

    def make_ill(self, feed_id: str, status: FeedStatus, problem: Problem) -> None:
        with self._seek.lock:
            feed = self._seek.feeds_by_id[feed_id]
            self._seek.feeds_by_id[feed_id] = replace(
                feed, status=status, reason=str(problem), told=told(problem), last_ok=NOW - timedelta(days=9))

    def fill(self) -> None:
        """Make one feed ill in each way."""
        kinds: list[tuple[FeedStatus, Problem]] = [
            ("gone", NetworkProblem("{host} says this address is gone for good.", "gone", host="learning.example")),
            ("certificate", NetworkProblem(
                "The certificate of {host} has expired, so nothing was fetched.", host="blog.example")),
            ("timeout", NetworkProblem("{host} did not answer in full within {seconds} seconds.", host="slow.example",
                                       seconds=30)),
            ("moved", Problem("This source has moved to {address}. PKM takes that address over once it has led there "
                              "for some days.", address="https://new.example/feed/")),
        ]
        for feed, (status, problem) in zip(self._seek.feeds(), kinds, strict=False):
            self.make_ill(feed.feed_id, status, problem)

    def health(self, remarkable: bool = False) -> Sequence[Health]:
        newest = {article.feed_id: article.published or NOW for article in self._seek.articles("all")[::-1]}
        found = listing({feed.feed_id: feed for feed in self._seek.feeds()}, newest, NOW)
        return [health for health in found if health.remarkable] if remarkable else found

    def test(self, feed_ids: Sequence[str]) -> Operation[Sequence[DemoTested]]:
        yield Progress(0, len(feed_ids))
        self.tested += feed_ids
        for feed_id in feed_ids:
            with self._seek.lock:
                feed = self._seek.feeds_by_id[feed_id]
                if self.heals:
                    feed = replace(feed, status="fine", reason="", told="", last_ok=NOW)
                self._seek.feeds_by_id[feed_id] = feed
        yield Changed("feeds", tuple(feed_ids))
        return [DemoTested(health_of(self._seek.feeds_by_id[name], NOW, NOW)) for name in feed_ids]

    def move(self, feed_id: str, address: str, untested: bool = False) -> Operation[Feed]:
        yield Progress(0, 0, address)
        if self.fail_with:
            raise self.fail_with
        with self._seek.lock:
            feed = replace(self._seek.feeds_by_id[feed_id], address=address, status="fine", reason="", told="")
            self._seek.feeds_by_id[feed_id] = feed
        yield Changed("feeds", (feed_id,))
        return feed

    def put_back(self, former: Feed) -> Feed:
        with self._seek.lock:
            self._seek.feeds_by_id[former.feed_id] = former
        return former
