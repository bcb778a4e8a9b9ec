"""What became of a post, by what stands there: only placed, published, or gone; and who it waits for meanwhile."""

from __future__ import annotations

from typing import Literal

from pkm_app.share.model import Remote

Fate = Literal["placed", "published", "gone"]

_DRAFTS = frozenset(("draft", "auto-draft"))
_FOR_EVERYBODY = frozenset(("publish", "published", "sent"))
_CALLED = {"future": "scheduled"}  # two words for one state


def fate_of(remote: Remote | None) -> Fate:
    """Return what became of a post. Published is only what can be read by everybody whom the place lets in: not what
    waits for its day or for somebody's consent, and not what few may read."""
    if remote is None:
        return "gone"
    return "published" if remote.status in _FOR_EVERYBODY else "placed"


def is_draft(remote: Remote) -> bool:
    """Say whether a post is still a draft, on which a person or its editor works."""
    return remote.status in _DRAFTS or remote.status == "pending"


def state_of(remote: Remote | None) -> str:
    """Return in what state a post is that is neither a plain draft nor published: "scheduled", "pending", "private",
    "protected" (by a password), "members" (for some readers only), or what the place calls it; "" for all others."""
    if remote is None or remote.status in _DRAFTS or fate_of(remote) == "published":
        return ""
    return _CALLED.get(remote.status, remote.status)
