"""Whether a draft that stands somewhere may be written anew: the same rule at every outlet."""

from __future__ import annotations

from collections.abc import Collection

from pkm_app.base.errors import Refused
from pkm_app.share.along import has_others, missing_of
from pkm_app.share.model import Remote, Rendered


def is_version(there: Remote, version: str) -> bool:
    """Say whether a post stands there in a version that was noted, be it by an earlier release: that noted less of it,
    with which what is told now begins."""
    return bool(version) and (there.version == version or there.version.startswith(f"{version} "))


class ForeignEdit(Refused):
    """Somebody else wrote in a post after it was sent: a person looks at both versions and chooses."""


def to_update(there: Remote | None, draft: Rendered, seen_version: str, imprint: str, host: object,
              ours: Collection[str] = ("draft",)) -> tuple[Remote, bool]:
    """Return the post that may be written anew, and whether it stands there already as it would be written.

    ``there`` is the post as it stands now, ``seen_version`` the version last seen ("" for none), ``imprint`` the one
    that the draft leaves, ``ours`` the states of a draft. Raises Refused when it is gone or no draft any more,
    ForeignEdit when it was changed there since.
    """
    if there is None:
        raise Refused("“{title}” is no longer at {host}, so nothing was changed.", title=draft.title, host=host)
    if there.status not in ours:
        raise Refused("“{title}” is no draft at {host} any more ({status}), so nothing was sent: change it there.",
                      title=there.title, host=host, status=there.status)
    if seen_version and not is_version(there, seen_version):
        if there.imprint == imprint and not has_others(draft, there):
            return there, not missing_of(draft, there)  # what is missing is tried again
        raise changed_there(there, host)
    return there, False


def changed_there(there: Remote, host: object) -> ForeignEdit:
    """Return what to say of a post that somebody changed after it was sent."""
    return ForeignEdit("“{title}” was changed at {host} after it was sent from here, so nothing was sent. Look at both "
                       "versions and choose: keep what stands there, or send yours all the same.",
                       title=there.title, host=host)
