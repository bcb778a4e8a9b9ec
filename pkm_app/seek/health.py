"""From what went wrong with a feed to a word for its state and a sentence for a person."""

from __future__ import annotations

from pkm_app.base.errors import NetworkProblem, NotAFeed, Problem
from pkm_app.seek.model import FeedStatus

_BY_KIND: dict[str, FeedStatus] = {
    "timeout": "timeout", "unreachable": "unreachable", "gone": "gone", "blocked": "blocked",
    "certificate": "certificate",
}
_BY_STATUS: dict[int, FeedStatus] = {
    401: "blocked", 403: "blocked", 404: "gone", 410: "gone", 429: "blocked", 451: "blocked",
}


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
