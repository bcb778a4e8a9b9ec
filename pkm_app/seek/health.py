"""From what went wrong with a feed to a word for its state, a sentence for a person, and what they can do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from pkm_app.base.errors import NetworkProblem, NotAFeed, Problem
from pkm_app.seek.model import Feed, FeedStatus

QUIET_AFTER = timedelta(days=180)

State = Literal["new", "fine", "quiet", "moved", "gone", "blocked", "not-a-feed", "certificate", "timeout",
                "unreachable", "failed"]

_BY_KIND: dict[str, FeedStatus] = {
    "timeout": "timeout", "unreachable": "unreachable", "gone": "gone", "blocked": "blocked", "wait": "blocked",
    "certificate": "certificate",
}
_BY_STATUS: dict[int, FeedStatus] = {
    401: "blocked", 403: "blocked", 404: "gone", 410: "gone", 429: "blocked", 451: "blocked",
}
_WELL = ("new", "fine", "quiet", "moved")
# What a person can do, by state: shown under the reason.
_ADVICE: dict[str, Problem] = {
    "quiet": Problem("Nothing need be done: what is written again comes in by itself."),
    "moved": Problem("Nothing need be done. Or change its address now; if you follow the new one already, unfollow "
                     "this one."),
    "gone": Problem("Look on its site for a new address and change it, or unfollow; what you kept stays."),
    "blocked": Problem("Wait some hours and test it again. If it stays so, open its site in your browser."),
    "not-a-feed": Problem("Open its site: if the feed has moved, change the address. PKM looks for a feed on a "
                          "page, too."),
    "certificate": Problem("Its owner has to mend this; PKM tries again by itself. If all sites say so, look at this "
                           "computer’s date and network."),
    "timeout": Problem("PKM tries again by itself, less and less often. If it lasts, look at its site."),
    "unreachable": Problem("Look at your own connection first. If other sources do come in, its site may have moved "
                           "or ended."),
    "failed": Problem("PKM tries again by itself. If it lasts, look at its site or tell its owner."),
}
_NOTHING = Problem("")


@dataclass(frozen=True, slots=True)
class Health:
    """How a feed is. ``reason`` and ``advice`` are sentences ("" as template where there is nothing to say);
    ``newest`` is when its newest post was written, None when nothing has come in."""

    feed: Feed
    state: State
    reason: Problem
    advice: Problem
    newest: datetime | None

    @property
    def well(self) -> bool:
        """Whether it does what a feed does, though perhaps quietly or from another address."""
        return self.state in _WELL

    @property
    def remarkable(self) -> bool:
        """Whether it belongs on a list of those that need a look."""
        return self.state not in ("new", "fine")


def diagnose(problem: Problem) -> tuple[FeedStatus, str]:
    """Return the state a feed is in after this problem, and the reason in one sentence."""
    return status_of(problem), str(problem)


def status_of(problem: Problem) -> FeedStatus:
    """Return the state a feed is in after this problem."""
    if isinstance(problem, NotAFeed):
        return "not-a-feed"
    if isinstance(problem, NetworkProblem):
        code = problem.values.get("status")
        if problem.kind == "http" and isinstance(code, int):
            return _BY_STATUS.get(code, "failed")
        return _BY_KIND.get(problem.kind, "failed")
    return "failed"


def nobody_there(problem: Problem) -> bool:
    """Say whether this problem means that no site answered, so that another spelling may be tried."""
    return isinstance(problem, NetworkProblem) and problem.kind in ("unreachable", "timeout", "certificate", "broken")


def told(problem: Problem) -> str:
    """Write a problem down so that ``reason_of`` gives it back."""
    return json.dumps([problem.template, problem.values], ensure_ascii=False)


def reason_of(feed: Feed) -> Problem:
    """Return why a feed is as it is, fit to be said in any language; without words where nothing is wrong.

    What an earlier version of the program stored is given as it was written.
    """
    try:
        template, values = json.loads(feed.told)
        problem = Problem(str(template), **values)
        str(problem)  # a value that it needs may be missing
    except (ValueError, TypeError, LookupError):
        return Problem("{reason}", reason=feed.reason) if feed.reason else _NOTHING
    return problem


def is_ill(feed: Feed) -> bool:
    """Say whether nothing comes from a feed any more, so that its person should hear of it."""
    return feed.status not in _WELL


def health_of(feed: Feed, newest: datetime | None, now: datetime) -> Health:
    """Return how a feed is; ``newest`` is when its newest post was written."""
    state: State = feed.status
    reason = reason_of(feed)
    if state == "fine" and (newest is None or now - newest > QUIET_AFTER):
        state = "quiet"
        reason = (Problem("Nothing has come in from it so far.") if newest is None else
                  Problem("Nothing new since {date}.", date=newest.date().isoformat()))
    return Health(feed, state, reason, _ADVICE.get(state, _NOTHING), newest)


def listing(feeds: Mapping[str, Feed], newest: Mapping[str, datetime], now: datetime) -> list[Health]:
    """Return the health of feeds, those that are ill first, then those that moved, the quiet ones, the others."""
    found = [health_of(feed, newest.get(feed_id), now) for feed_id, feed in feeds.items()]
    return sorted(found, key=lambda health: (health.well, not health.remarkable, health.state == "quiet"))
