"""A refresh of many feeds in a process of its own, with its own hold of the database (work.apart)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pkm_app.app.parts import App
from pkm_app.base.events import Changed, Event, Failed, Operation, Progress
from pkm_app.library.profile import Profile
from pkm_app.library.settings import Settings
from pkm_app.seek.model import Feed, RefreshResult
from pkm_app.seek.service import SeekService
from pkm_app.work.apart import run_apart
from pkm_app.work.worker import Crashed, NeededTooMuch, NotStarted

MEMORY_MB = 1024  # many times what the fetcher lets be about at once
PARTS = 8  # into so many a refresh is divided whose process ended in the middle
MOST_ENDS = 12  # processes that may end so in one refresh: with more it is not the feeds

Part = Callable[[Sequence[str], bool], Operation[tuple[RefreshResult, ...]]]


def refresh(profile: Profile, vault: Path, feeds: Sequence[str], force: bool) -> Operation[tuple[RefreshResult, ...]]:
    """As SeekService.refresh, on a profile that lies ready; what the person must be told comes as Failed."""
    app = App(profile, vault, Settings(profile.config))
    try:
        results = yield from app.seek.refresh(feeds, force)
        for notice in app.take_notices():
            yield Failed("", notice.template, notice.values)
    finally:
        app.close()
    return results


def refresh_apart(app: App, feeds: Sequence[str], force: bool) -> Operation[tuple[RefreshResult, ...]]:
    """Return the operation that does it for an app."""
    def part(some: Sequence[str], forced: bool) -> Operation[tuple[RefreshResult, ...]]:
        return run_apart(refresh, app.profile, app.vault_folder, tuple(some), forced, name="refresh",
                         memory_mb=MEMORY_MB, nice=app.nice)

    return Bearing(app.seek, part).refresh(feeds, force)


class Bearing:
    """A refresh that goes on when its process ended in the middle, for want of memory or by a crash.

    What was stored stays. The feeds that nothing is known of yet are divided and fetched by further processes, until
    those that end a process stand alone: they fail, and are put off as others that fail.
    """

    def __init__(self, seek: SeekService, part: Part) -> None:
        self._seek = seek
        self._part = part
        self._ends = 0

    def refresh(self, feeds: Sequence[str], force: bool) -> Operation[tuple[RefreshResult, ...]]:
        """Do it. Raises NeededTooMuch or Crashed when that happens too often."""
        before = {feed.feed_id: feed for feed in self._seek.feeds()}
        due = self._seek.due(feeds, force)
        try:
            return (yield from self._part(feeds, force))
        except NotStarted:
            raise
        except (NeededTooMuch, Crashed):
            self._ends += 1
        yield from self._divided(before, due)
        after = {feed.feed_id: feed for feed in self._seek.feeds()}
        chosen = [feed_id for feed_id in (feeds or before) if feed_id in after]
        return tuple(_result(before.get(feed_id), after[feed_id], feed_id in due) for feed_id in chosen)

    def _divided(self, before: dict[str, Feed], due: Sequence[str]) -> Operation[None]:
        """Fetch those of the feeds that are as they were before."""
        now = {feed.feed_id: feed for feed in self._seek.feeds()}
        left = [feed_id for feed_id in due if feed_id in now and not _heard_of(before.get(feed_id), now[feed_id])]
        size = max(1, -(-len(left) // PARTS))
        for start in range(0, len(left), size):
            some = left[start:start + size]
            try:
                yield from _counted(self._part(some, True), len(due) - len(left) + start, len(due))
            except (NeededTooMuch, Crashed) as problem:
                self._ends += 1
                if self._ends > MOST_ENDS or isinstance(problem, NotStarted):
                    raise
                if len(some) > 1:
                    yield from self._divided(before, some)
                else:
                    self._seek.note_failure(some[0], problem)
                    yield Changed("feeds", tuple(some))
                    yield Failed(some[0], problem.template, problem.values)


def _heard_of(before: Feed | None, now: Feed) -> bool:
    return before is None or (before.last_ok, before.failures, before.next_due) != (
        now.last_ok, now.failures, now.next_due)


def _counted(part: Operation[tuple[RefreshResult, ...]], done: int, total: int) -> Operation[None]:
    """Give the events of a part with the progress of the whole."""
    def told(event: Event) -> Event:
        return Progress(done + event.done, total, event.label) if isinstance(event, Progress) else event

    try:
        for event in part:
            yield told(event)
    finally:
        part.close()


def _result(before: Feed | None, after: Feed, due: bool) -> RefreshResult:
    """Tell from what is stored how it went."""
    if not due or (before is not None and not _heard_of(before, after)):
        return RefreshResult(after.feed_id, "waiting")
    if after.failures:
        return RefreshResult(after.feed_id, "failed", reason=after.reason)
    new = max(0, after.unread - (before.unread if before else 0))
    return RefreshResult(after.feed_id, "fetched" if new else "unchanged", new)
