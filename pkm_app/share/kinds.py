"""The kinds of outlet, and what each wants to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HeadField = Literal["tags", "categories", "excerpt", "featured"]
_ALL: tuple[HeadField, ...] = ("tags", "categories", "excerpt", "featured")
Place = Literal["viva", "sharepoint", "teams", "linkedin", "confluence", "substack"]


@dataclass(frozen=True, slots=True)
class OutletKind:
    """``name`` as its makers write it; ``example`` an address of this kind; ``user`` and ``secret``: whether it asks
    who somebody is, and for a password, key or token. ``readable``: what stands there can be read by others though it
    is a draft. ``target``: the program for which it takes Markdown files, "" where it takes posts. ``place``: the
    editor into which a person pastes it by hand (share.richtext), "" where the program places it; ``composer``
    opens that editor where every member has the same; ``limit``: the most characters it takes, 0 for any.
    ``pictures``: whether the program places pictures there; else their words stand in their place. ``takes``: what of
    the head of a draft goes along."""

    kind: str
    name: str
    example: str
    user: bool = True
    secret: bool = True
    readable: bool = False
    target: str = ""
    place: Place | Literal[""] = ""
    composer: str = ""
    limit: int = 0
    pictures: bool = False
    takes: tuple[HeadField, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether a person pastes the text there: such a place takes no drafts from programs."""
        return bool(self.place)


def _pasted(kind: str, name: str, example: str, place: Place, composer: str = "", limit: int = 0) -> OutletKind:
    return OutletKind(kind, name, example, user=False, secret=False, place=place, composer=composer, limit=limit)


KINDS = {one.kind: one for one in (
    OutletKind("wordpress", "WordPress", "https://example.org/", pictures=True, takes=_ALL),
    OutletKind("mediawiki", "MediaWiki", "https://wiki.example.org/", readable=True, pictures=True,
               takes=("categories",)),
    OutletKind("imap", "IMAP", "imaps://mail.example.org", pictures=True),
    OutletKind("ghost", "Ghost", "https://example.org/", user=False, takes=_ALL),
    OutletKind("confluence", "Confluence", "https://example.atlassian.net/wiki/spaces/TEAM"),
    OutletKind("micropub", "Micropub", "https://example.org/", user=False, takes=_ALL),
    *(OutletKind(kind, name, f"/home/me/{kind}", user=False, secret=False, target=target,
                 pictures=True, takes=_ALL[:3]) for kind, name, target in (
        ("hugo", "Hugo", "hugo"), ("jekyll", "Jekyll", "jekyll"), ("pelican", "Pelican", "pelican"),
        ("quarto", "Quarto", "quarto"), ("obsidian", "Obsidian", "obsidian"), ("folder", "Markdown", "plain"))),
    _pasted("viva-engage", "Viva Engage", "https://engage.cloud.microsoft/main/feed", "viva",
            "https://engage.cloud.microsoft/main/feed"),
    _pasted("sharepoint", "SharePoint", "https://example.sharepoint.com/sites/team", "sharepoint"),
    _pasted("linkedin", "LinkedIn", "https://www.linkedin.com/feed/?shareActive=true", "linkedin",
            "https://www.linkedin.com/feed/?shareActive=true", 3000),
    _pasted("teams", "Teams", "https://teams.microsoft.com/v2/", "teams", "https://teams.microsoft.com/v2/"),
    _pasted("substack", "Substack", "https://example.substack.com/publish/post", "substack"),
    _pasted("confluence-page", "Confluence, by hand", "https://example.atlassian.net/wiki/spaces/TEAM", "confluence"),
)}


def wants_secret(kind: str) -> bool:
    """Say whether an outlet of this kind is opened with a secret; of an unknown one it is taken to be."""
    return kind not in KINDS or KINDS[kind].secret


def is_by_hand(kind: str) -> bool:
    """Say whether a person pastes the text into an outlet of this kind."""
    return kind in KINDS and KINDS[kind].by_hand
