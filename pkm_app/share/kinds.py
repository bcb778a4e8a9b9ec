"""The kinds of outlet, and what each wants to know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutletKind:
    """``name`` as its makers write it; ``example`` an address of this kind; ``user`` and ``secret``: whether it asks
    who somebody is, and for a password, key or token. ``readable``: what stands there can be read by others though it
    is a draft. ``target``: the program for which it takes Markdown files, "" where it takes posts."""

    kind: str
    name: str
    example: str
    user: bool = True
    secret: bool = True
    readable: bool = False
    target: str = ""


KINDS = {one.kind: one for one in (
    OutletKind("wordpress", "WordPress", "https://example.org/"),
    OutletKind("mediawiki", "MediaWiki", "https://wiki.example.org/", readable=True),
    OutletKind("imap", "IMAP", "imaps://mail.example.org"),
    OutletKind("ghost", "Ghost", "https://example.org/", user=False),
    OutletKind("confluence", "Confluence", "https://example.atlassian.net/wiki/spaces/TEAM"),
    OutletKind("micropub", "Micropub", "https://example.org/", user=False),
    *(OutletKind(kind, name, f"/home/me/{kind}", user=False, secret=False, target=target) for kind, name, target in (
        ("hugo", "Hugo", "hugo"), ("jekyll", "Jekyll", "jekyll"), ("pelican", "Pelican", "pelican"),
        ("quarto", "Quarto", "quarto"), ("obsidian", "Obsidian", "obsidian"), ("folder", "Markdown", "plain"))),
)}


def wants_secret(kind: str) -> bool:
    """Say whether an outlet of this kind is opened with a secret; of an unknown one it is taken to be."""
    return kind not in KINDS or KINDS[kind].secret
