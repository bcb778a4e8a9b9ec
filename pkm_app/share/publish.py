"""Sending a draft: once it stands there, a second sending updates the same draft and never makes another."""

from __future__ import annotations

import hashlib
from typing import Literal

from pkm_app.base.events import Operation, Progress
from pkm_app.share.model import Published, Remote, Rendered
from pkm_app.share.ports import Outlet, SendJournal


def content_digest(draft: Rendered) -> str:
    """Return a digest of everything of a draft that an outlet is given."""
    parts = (draft.title, draft.html, draft.excerpt, draft.language, *draft.tags)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def marker_of(draft_id: str) -> str:
    """Return the mark by which a draft is found again at an outlet whose answer got lost."""
    return f"pkm-{draft_id}"


def send(draft: Rendered, draft_id: str, name: str, outlet: Outlet, journal: SendJournal,
         known: tuple[str, str, str] | None = None) -> Operation[tuple[Published, Remote]]:
    """Send a draft to one outlet and return what came of it, with the post as it stands there.

    The intent is noted first. ``known`` is (remote id, version, digest) of an earlier sending as the vault
    remembers it; the journal's own memory goes before it. Raises NetworkProblem and Refused from the outlet.
    """
    yield Progress(0, 3, name)
    outlet.check()
    marker = journal.pending(draft_id, name) or marker_of(draft_id)
    digest = content_digest(draft)
    remote_id, version, sent = journal.last(draft_id, name) or known or ("", "", "")
    yield Progress(1, 3, name)
    standing = outlet.get(remote_id) if remote_id else None
    if standing is None:
        standing = outlet.find(marker)
        version = standing.version if standing else ""
    action: Literal["created", "updated", "unchanged"]
    if standing is not None and sent == digest and standing.version == version:
        return _published(standing, "unchanged", draft), standing
    journal.intend(draft_id, name, marker)
    if standing is None:
        action, remote = "created", outlet.create(draft, marker)
    else:
        action, remote = "updated", outlet.update(standing.remote_id, draft, version)
    yield Progress(2, 3, name)
    journal.settle(draft_id, name, remote.remote_id, remote.version, digest)
    return _published(remote, action, draft), remote


def _published(remote: Remote, action: Literal["created", "updated", "unchanged"], draft: Rendered) -> Published:
    return Published(remote.remote_id, remote.url, remote.edit_url, action, draft.cut)
