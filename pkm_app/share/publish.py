"""Sending a draft: once it stands there, a second sending updates the same draft and never makes another."""

from __future__ import annotations

import hashlib
from typing import Literal

from pkm_app.base.errors import Refused
from pkm_app.base.events import Operation, Progress
from pkm_app.base.ids import derived_id
from pkm_app.share.model import OutletSettings, Published, Remote, Rendered
from pkm_app.share.ports import Outlet, SendJournal


def content_digest(draft: Rendered) -> str:
    """Return a digest of everything of a draft that an outlet is given."""
    parts = (draft.title, draft.html, draft.excerpt, draft.language, *draft.tags)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def marker_of(draft_id: str, outlet_name: str) -> str:
    """Return the mark by which a draft is found again at an outlet whose answer got lost.

    Two outlets may lead to one site, for two audiences: each has its own mark, and so its own post.
    """
    return f"pkm-{draft_id}-{derived_id(outlet_name)[:8]}"


def place_of(settings: OutletSettings) -> str:
    """Return an outlet as the journal knows it: the same name with another address is another place."""
    return f"{settings.name} {settings.address}"


def send(draft: Rendered, draft_id: str, settings: OutletSettings, outlet: Outlet, journal: SendJournal,
         known: tuple[str, str, str] | None = None) -> Operation[tuple[Published, Remote]]:
    """Send a draft to one outlet and return what came of it, with the post as it stands there.

    The intent is noted first. ``known`` is (remote id, version, digest) of an earlier sending as the vault
    remembers it; the journal's own memory goes before it. Raises NetworkProblem and Refused from the outlet, and
    Refused for a post of which nobody knows whether it is ours.
    """
    place = place_of(settings)
    yield Progress(0, 3, draft.title)
    outlet.check()
    marker = journal.pending(draft_id, place) or marker_of(draft_id, settings.name)
    digest = content_digest(draft)
    remote_id, version, sent = journal.last(draft_id, place) or known or ("", "", "")
    yield Progress(1, 3, draft.title)
    standing = outlet.get(remote_id) if remote_id else None
    if standing is None or not version:
        marked = outlet.find(marker)
        if standing is not None and (marked is None or marked.remote_id != standing.remote_id):
            raise Refused("Nothing is known here of the post {id} at the outlet but its number, and it does not carry "
                          "the mark of this draft, so nothing was sent. Take its line out of “outlets” in the draft to "
                          "make a new post.", id=remote_id)
        standing, version, sent = marked, marked.version if marked else "", ""
    action: Literal["created", "updated", "unchanged"]
    if standing is not None and sent == digest and standing.version == version:
        return _published(standing, "unchanged", draft), standing
    journal.intend(draft_id, place, marker)
    if standing is None:
        action, remote = "created", outlet.create(draft, marker)
    else:
        action, remote = "updated", outlet.update(standing.remote_id, draft, version)
    yield Progress(2, 3, draft.title)
    journal.settle(draft_id, place, remote.remote_id, remote.version, digest)
    return _published(remote, action, draft), remote


def _published(remote: Remote, action: Literal["created", "updated", "unchanged"], draft: Rendered) -> Published:
    return Published(remote.remote_id, remote.url, remote.edit_url, action, draft.cut)
