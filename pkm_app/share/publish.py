"""Sending a draft: once it stands there, a second sending updates the same draft and never makes another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeAlias

from pkm_app.base.errors import NotTaken, Refused
from pkm_app.base.ids import derived_id
from pkm_app.share.along import has_others, missing_of
from pkm_app.share.fate import is_draft
from pkm_app.share.model import Begun, OutletSettings, Published, Remote, Rendered, signs_in
from pkm_app.share.ports import Outlet, SendJournal

if TYPE_CHECKING:
    from pkm_app.content.vaultfile import Field
    from pkm_app.share.preview import Fact
from pkm_app.share.updating import ForeignEdit, is_version

Sent: TypeAlias = tuple[str, str, str]  # remote id, the version it had then, a digest of what was sent


def content_digest(draft: Rendered) -> str:
    """Return a digest of everything of a draft that an outlet is given."""
    parts = [draft.title, draft.html, draft.excerpt, draft.language, *draft.tags]
    if draft.categories or draft.pictures:  # what was sent without them keeps the digest it had
        parts += [*draft.categories, *(f"{one.name} {one.alt}" for one in draft.pictures), str(draft.featured)]
    return hashlib.sha256("\x1f".join(parts).encode() + draft.file).hexdigest()


def goes_along(draft: Rendered, facts: Sequence[tuple[Fact, str]], there: Remote) -> dict[str, Field]:
    """Return what an outlet is given beside title and text, as the record of what left keeps it: ``sent_tags`` and so
    on. They are no tags of the record itself, so that nothing renames them. ``facts`` are those of the preview. What
    did not arrive ``there`` is not among them."""
    said, missing = dict(facts), missing_of(draft, there)
    lists = {"tags": draft.tags if said.get("tags") or draft.file else (),
             "categories": draft.categories if said.get("categories") or draft.file else (),
             "pictures": tuple(f"{one.name} {one.alt}".strip() for one in draft.pictures)}
    along: dict[str, Field] = {f"sent_{key}": left for key, items in lists.items()
                               if (left := [one for one in items if key == "pictures" or one not in missing])}
    for key in ("excerpt", "featured"):
        words = said.get(key)
        if words:
            along[f"sent_{key}"] = words
    return along


def marker_of(draft_id: str, outlet_name: str) -> str:
    """Return the mark by which a draft is found again at an outlet whose answer got lost.

    Two outlets may lead to one site, for two audiences: each has its own mark, and so its own post.
    """
    return f"pkm-{draft_id}-{derived_id(outlet_name)[:8]}"


def place_of(settings: OutletSettings) -> str:
    """Return an outlet as the journal knows it: the same name with another address is another place."""
    return f"{settings.name} {settings.address}"


def remembered(last: Sent | None, known: Sequence[Sent]) -> Sequence[Sent]:
    """Return what was sent, the latest first, of what the journal of this machine knows last and what is ``known`` in
    the vault (the latest first). What the vault holds may be of another machine or person, and later: so the journal
    goes before it only with what the vault does not hold."""
    return known if last is None or last in known else (last, *known)


def standing_of(outlet: Outlet, memory: Sequence[Sent]) -> tuple[Remote | None, Sent]:
    """Return the post as it stands there now, and the sending that left it like this; the last of that post where none
    did, since somebody changed it there."""
    for remote_id in dict.fromkeys(one[0] for one in memory):
        there = outlet.get(remote_id)
        if there is not None:
            ours = [one for one in memory if one[0] == remote_id]
            return there, next((one for one in ours if is_version(there, one[1])), ours[0])
    return None, memory[0] if memory else ("", "", "")


def send(draft: Rendered, draft_id: str, settings: OutletSettings, outlet: Outlet, journal: SendJournal,
         known: Sequence[Sent] = (), over: str = "") -> tuple[Published, Remote]:
    """Send a draft to one outlet and return what came of it, with the post as it stands there.

    The intent is noted first; nobody else may send the same draft meanwhile. ``known`` are the earlier sendings as the
    vault remembers them, from whatever machine, the latest first (see :func:`remembered`). ``over`` is a
    version with the words of others that a person saw and lets go: it is written over, and no other. Raises
    NetworkProblem and Refused from the outlet, and ForeignEdit for a post of which nobody knows whether its words are
    ours.
    """
    place = place_of(settings)
    outlet.check()
    digest = content_digest(draft)
    begun = journal.pending(draft_id, place)
    marker = begun.marker if begun else marker_of(draft_id, settings.name)
    standing, (_, version, sent) = standing_of(outlet, remembered(journal.last(draft_id, place), known))
    if standing is None and begun is not None and not outlet.can_find:
        journal.forget(draft_id, place)
        raise _doubtful(draft, settings)
    if outlet.can_find and (standing is None or not version):
        standing, version, sent = _marked(outlet, marker, standing), "", ""
    if standing is not None and over and standing.version == over:
        version, sent = over, ""
    if standing is not None and is_version(standing, version):
        version = standing.version
    elif standing is not None:
        if begun is not None and begun.imprint and standing.imprint == begun.imprint and not has_others(
                draft, standing):
            # It arrived, though its answer got lost, and nobody changed it there: now that is known for good.
            version, sent = standing.version, begun.digest
            journal.settle(draft_id, place, standing.remote_id, version, sent)
        elif not version and is_draft(standing):  # else the outlet says that it is no draft any more
            version, sent = _as_it_would_be(outlet, draft, standing), digest
    action: Literal["created", "updated", "unchanged"]
    same = standing is not None and sent == digest and standing.version == version
    # what did not arrive because the person might not make it there is tried each time
    if standing is not None and same and not (missing_of(draft, standing) and is_draft(standing)):
        journal.settle(draft_id, place, standing.remote_id, version, sent)
        return _published(standing, "unchanged", draft), standing
    journal.intend(draft_id, place, Begun(marker, digest, outlet.imprint(draft)))
    if standing is None:
        with _forgotten(journal, draft_id, place):
            action, remote = "created", outlet.create(draft, marker)
    else:
        remote = outlet.update(standing.remote_id, draft, version)
        action = "unchanged" if same and remote.version == standing.version else "updated"
    journal.settle(draft_id, place, remote.remote_id, remote.version, digest)
    return _published(remote, action, draft), remote


@contextmanager
def _forgotten(journal: SendJournal, draft_id: str, place: str) -> Iterator[None]:
    """What did not arrive is not begun: else it might have to be looked for there."""
    try:
        yield
    except NotTaken:
        journal.forget(draft_id, place)
        raise


def _doubtful(draft: Rendered, settings: OutletSettings) -> Refused:
    return Refused("It is not known whether “{title}” arrived at {outlet} the last time, and that cannot be asked "
                   "there. Look among your drafts there: if it is not there, publish again; if it is, add its "
                   "number to “outlets” in the draft, as “{outlet} NUMBER”.", title=draft.title,
                   outlet=settings.name)


def _marked(outlet: Outlet, marker: str, numbered: Remote | None) -> Remote | None:
    """The post that carries the mark. Raises Refused when the one that the vault names does not carry it."""
    marked = outlet.find(marker)
    if numbered is not None and (marked is None or marked.remote_id != numbered.remote_id):
        raise Refused("Nothing is known here of the post {id} at the outlet but its number, and it does not carry "
                      "the mark of this draft, so nothing was sent. Take its line out of “outlets” in the draft to "
                      "make a new post.", id=numbered.remote_id)
    return marked


def _as_it_would_be(outlet: Outlet, draft: Rendered, standing: Remote) -> str:
    """The version of a post of which nothing is known but that it is ours: it counts only as it would be sent now."""
    if standing.imprint != outlet.imprint(draft) or has_others(draft, standing):
        raise ForeignEdit("“{title}” stands at the outlet already ({url}), with other words, and it is not known here "
                          "who wrote them, so nothing was sent. Look at both versions and choose: keep what stands "
                          "there, or send yours all the same.", title=standing.title, url=standing.edit_url)
    return standing.version


def _published(remote: Remote, action: Literal["created", "updated", "unchanged"], draft: Rendered) -> Published:
    lost = remote.lost
    if action == "unchanged" and remote.placed >= 0:  # what stands there was placed earlier, its answer lost maybe
        lost = max(0, signs_in(draft.html) - remote.placed)
    return Published(remote.remote_id, remote.url, remote.edit_url, action, draft.cut, lost,
                     missing_of(draft, remote))
