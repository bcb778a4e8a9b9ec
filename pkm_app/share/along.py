"""What goes along with a text - excerpt, tags, categories, featured picture - beside what an outlet tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Literal

from pkm_app.share.model import Remote, Rendered

_TAG = re.compile(r"<[^<>]*>")
Beside = Literal["title", "excerpt", "tags", "categories", "featured"]


@dataclass(frozen=True, slots=True)
class Differs:
    """Something beside the text that is one thing at the outlet and another here, in words ("" for nothing)."""

    what: Beside
    theirs: str
    mine: str


def missing_of(draft: Rendered, there: Remote) -> tuple[str, ...]:
    """Return the tags and categories of a draft that did not arrive: the person may not make them there."""
    return tuple(name for sent, told in ((draft.tags, there.tags), (draft.categories, there.categories))
                 if told is not None for name in _without(sent, told))


def has_others(draft: Rendered, there: Remote) -> bool:
    """Say whether something stands beside the text there that this draft would write over: an excerpt, tags, categories
    or a featured picture of somebody else. Where a draft has no categories, those that were chosen there stay."""
    return bool(_other_excerpt(draft, there)
                or _without(there.tags or (), draft.tags)
                or (draft.categories and _without(there.categories or (), draft.categories))
                or (draft.featured >= 0 and there.featured and not is_featured(draft, there.featured)))


def _other_excerpt(draft: Rendered, there: Remote) -> bool:
    """Say whether another excerpt stands there; one that was cut off there is the same, and words of the text there are
    nobody's own: an earlier version of the draft may have begun with them."""
    mine, theirs = " ".join(draft.excerpt.split()), " ".join((there.excerpt or "").split())
    cut = len(theirs) > 1 and theirs.endswith("…") and mine.startswith(theirs[:-1].rstrip())
    return there.excerpt is not None and theirs != mine and not cut and not (
        theirs and _letters(theirs) in _letters(unescape(_TAG.sub(" ", there.html))))


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def is_featured(draft: Rendered, name: str) -> bool:
    """Say whether this is the name of the picture that stands for a draft; a place may number names that are taken."""
    return re.fullmatch(rf"{re.escape(featured_name(draft))}(?:-\d{{1,3}})?", name) is not None


def featured_name(draft: Rendered) -> str:
    """Return the name of the picture that stands for a draft without its ending, as places tell it; "" for none."""
    return draft.pictures[draft.featured].name.rpartition(".")[0] if draft.featured >= 0 else ""


def beside(draft: Rendered, there: Remote) -> tuple[Differs, ...]:
    """Return what differs beside the text, as far as the outlet tells. What a draft leaves to the outlet - categories,
    featured picture - does not differ where it has none."""
    pairs: list[tuple[Beside, str | None, str]] = [
        ("title", there.title, draft.title),
        ("excerpt", there.excerpt if _other_excerpt(draft, there) else None, draft.excerpt),
        ("tags", _told(there.tags), ", ".join(draft.tags)),
        ("categories", _told(there.categories) if draft.categories else None, ", ".join(draft.categories)),
        ("featured", there.featured if draft.featured >= 0 and not is_featured(draft, there.featured or "") else None,
         featured_name(draft))]
    return different(pairs)


def different(pairs: Iterable[tuple[Beside, str | None, str]]) -> tuple[Differs, ...]:
    """Return those of (what, theirs, mine) that differ; None is not told there. Names in another order are the same,
    and so are words with other white space."""
    return tuple(Differs(what, theirs, mine) for what, theirs, mine in pairs
                 if theirs is not None and _plain(what, theirs) != _plain(what, mine))


def _plain(what: Beside, words: str) -> list[str]:
    if what in ("tags", "categories"):
        return sorted(name.strip().casefold() for name in words.split(","))
    return words.casefold().split() if what == "featured" else words.split()


def _told(names: tuple[str, ...] | None) -> str | None:
    return None if names is None else ", ".join(names)


def _without(names: Iterable[str], others: Iterable[str]) -> list[str]:
    known = {_key(name) for name in others}
    return [name for name in dict.fromkeys(names) if _key(name) and _key(name) not in known]


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
