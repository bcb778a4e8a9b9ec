"""What the links of the vault lead to when a draft leaves: an address on the web, or their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from pkm_app.content.wikilinks import WikiLink

_ANONYMOUS = {"en": "an anonymous conversation", "nl": "een anoniem gesprek"}
_PRIVATE = {"en": "a note of my own", "nl": "een eigen notitie"}


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link of the vault points at. Only a source has an ``address`` that may leave.

    ``credit`` is how the program credits it, by language: a link that says so in one says it in that of the draft.
    ``anonymous`` is a conversation whose words may leave but not the name of who said them; of what is ``private``
    not even the title is told, but the name of a person: to name somebody is no secret. ``via`` is how the person came
    to a source, in their words, ``author`` who made it; ``path`` is where a file of one's own lies.
    """

    kind: Literal["source", "own", "private", "missing", "anonymous"]
    address: str = ""
    title: str = ""
    credit: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    source_kind: str = ""  # article, page, pdf, book, video, podcast, mail, conversation
    via: str = ""
    author: str = ""
    path: str = ""


_OFF_THE_WEB = ("conversation", "mail", "book", "pdf")
Resolve = Callable[[WikiLink], LinkTarget]


def once(resolve: Resolve) -> Resolve:
    """Return the same answers, each found once: where a link stands, and its words, change nothing of its target."""
    known = cache(resolve)
    return lambda link: known(replace(link, words="", start=0, end=0))


def lacks_address(target: LinkTarget, address: str) -> bool:
    """Say whether nobody knows where to find a source that one would look for on the web; ``address`` is its own."""
    return target.kind == "source" and not address and target.source_kind not in _OFF_THE_WEB


def shows_private(link: WikiLink, target: LinkTarget) -> bool:
    """Say whether a link brings words of a private file along: it embeds it, or credits a quotation of it."""
    return target.kind == "private" and (link.embed or link.block.startswith("hl-"))


def shown_words(written: str, link: WikiLink, target: LinkTarget, language: str) -> str:
    """Return the words that stand for a link: those ``written``, in the draft's language where the program wrote them;
    of an anonymous conversation that it is one, and of a private file without words of its own no name."""
    shown = written or target.title or link.target or link.heading
    if target.kind == "private" and not written:
        shown = target.title or private_words(language)
    if _plainly(shown) in map(_plainly, target.credit.values()):
        shown = target.credit.get(language[:2], target.credit["en"])
    if target.kind == "anonymous":
        shown = _ANONYMOUS.get(language[:2], _ANONYMOUS["en"])
    return " ".join(shown.split())


def private_words(language: str) -> str:
    """Return what stands for a private file whose link has no words of its own: its name may not leave."""
    return _PRIVATE.get(language[:2], _PRIVATE["en"])


def _plainly(words: str) -> str:
    return "".join(ch for ch in words.casefold() if ch.isalnum())
