"""The values of Share: drafts, outlets, what is found before something leaves, what left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Audience = Literal["public", "community", "team"]


@dataclass(frozen=True, slots=True)
class OutletSettings:
    """Where to: an outlet without its secret, as .pkm/outlets.toml holds it."""

    name: str
    kind: str
    address: str
    user: str
    audience: Audience = "public"


TakenOff = Literal["categories", "featured"]

PLACE_OF_PICTURE = 0xE100  # the sign that stands in a text where its first picture goes; the next ones follow
MOST_PICTURES = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that goes along with a draft, hidden data taken off: ``name`` is made of what is in it, so that one
    picture has one name; ``alt`` are its words, ``rights`` those that say whose it is ("" where nothing does)."""

    name: str
    data: bytes
    media_type: str
    alt: str
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A draft made ready to leave: private parts are out (``cut`` says how many), links are plain words or
    addresses. ``html``, ``markdown`` and ``plain`` are the same text in three forms, with its credits. ``file`` is the
    draft as a file, for outlets that take one. Where ``pictures`` go along, a sign stands for each in ``html`` (see
    PLACE_OF_PICTURE); ``featured`` is the number of the one that stands for the whole, -1 for none. ``taken_off`` is
    what an earlier sending gave to the outlet and the draft has no more: it goes there too; else what was chosen there
    stays."""

    title: str
    html: str
    markdown: str
    language: str
    cut: int
    excerpt: str = ""
    tags: tuple[str, ...] = ()
    file: bytes = b""
    categories: tuple[str, ...] = ()
    pictures: tuple[Shown, ...] = ()
    featured: int = -1
    plain: str = ""
    taken_off: tuple[TakenOff, ...] = ()


Markup = Literal["html", "wikitext", "markdown"]


@dataclass(frozen=True, slots=True)
class Remote:
    """A post as it stands at an outlet; its words are in ``html``, written in ``markup``. ``version`` is what the
    outlet tells versions by; ``imprint`` tells title and words alone (see ``share.ports.Outlet.imprint``). ``lost``
    is how many pictures the person may not place there: their words stand in their place; ``placed`` how many
    pictures of ours stand in its text, -1 where nobody counted. ``due`` is when it will be published by itself, as ISO
    8601, "" where it will not. ``excerpt`` in plain words, the names of ``tags`` and ``categories``, and ``featured``,
    the name of the picture that stands for the whole ("" for none), are None where the outlet does not tell."""

    remote_id: str
    url: str
    edit_url: str
    title: str
    html: str
    status: str
    version: str
    imprint: str = ""
    lost: int = 0
    placed: int = -1
    markup: Markup = "html"
    due: str = ""
    excerpt: str | None = None
    tags: tuple[str, ...] | None = None
    categories: tuple[str, ...] | None = None
    featured: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A sending that began and of whose end nobody knows: the mark it carries, a digest of what was given to the
    outlet, and the imprint it leaves there if it arrived ("" where that was not noted)."""

    marker: str
    digest: str = ""
    imprint: str = ""


def signs_in(html: str) -> int:
    """Return how many pictures go into the text of a draft (see PLACE_OF_PICTURE)."""
    return sum(PLACE_OF_PICTURE <= ord(char) <= PLACE_OF_PICTURE + MOST_PICTURES for char in html)


MendKind = Literal["credit", "write", "words", "out", "alt", "licence", "close", "restore", "internal", "title", "head",
                   "unknown", "show", "author", "author-unknown", "as-read", "newer", "source"]


@dataclass(frozen=True, slots=True)
class Mend:
    """What puts a finding right: these characters of the text become ``text``. ``caret`` is where in it a person goes
    on writing, -1 where nothing is left to write.

    Where a ``field`` of the front matter is named, the text below it stays as it is: ``text`` is what goes out of a
    list there, "" for all of the field, and in the title the words for which a person writes others.

    Two kinds put no ``text`` in: of ``newer`` it is the id of a highlight, whose place in the source reads otherwise by
    now and is quoted as it is there; of ``source`` it is what a link to the source says, where a person goes on."""

    kind: MendKind
    start: int
    end: int
    text: str
    caret: int = -1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check found: ``rule`` a stable word, ``where`` a path or quoted words.

    ``start`` and ``end`` are its place in the text that was checked, or in the file ``path`` of the draft where one
    is named; -1 where it has none. ``mend`` is what the program offers, ``more`` what else would put it right.
    """

    rule: str
    level: Literal["must", "should", "note"]
    where: str
    message: str
    path: str = ""
    start: int = -1
    end: int = -1
    mend: Mend | None = None
    more: tuple[Mend, ...] = ()

    def mends(self) -> tuple[Mend, ...]:
        """Return all that would put it right, what is offered first."""
        return (self.mend, *self.more) if self.mend else self.more


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Result of the check before something leaves. ``quoted_share`` is quoted words / all words, 0 to 1."""

    passed: bool
    quoted_share: float
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What came of sending a draft; ``lost`` as in :class:`Remote`, ``left_out`` the tags and categories that the
    person may not make there."""

    remote_id: str
    url: str
    edit_url: str
    action: Literal["created", "updated", "unchanged"]
    cut: int = 0
    lost: int = 0
    left_out: tuple[str, ...] = ()
