"""What a draft says of itself in the head of its file, beside its title: for whom reads it, and where it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from pkm_app.content.tags import clean_tag
from pkm_app.content.vaultfile import VaultFile

Line: TypeAlias = str | bool | Sequence[str] | None


@dataclass(frozen=True, slots=True)
class About:
    """``language`` is a code, "" for the one it is written in. ``compilers`` are who made it. ``excerpt`` tells in a
    line what it is about, ``featured`` is the picture of the vault that stands for all of it and ``words`` say it to
    who cannot see it. ``categories``, ``excerpt`` and ``featured`` are what blogs ask for."""

    language: str = ""
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    compilers: tuple[str, ...] = ()
    excerpt: str = ""
    featured: str = ""
    words: str = ""


def about_of(file: VaultFile) -> About:
    """Return what a file says of itself."""
    picture, words = featured_of(file)
    return About(file.text_field("lang"), file.list_field("tags"), file.list_field("categories"),
                 file.list_field("compilers"), _line(file.text_field("excerpt")), picture, words)


def featured_of(file: VaultFile) -> tuple[str, str]:
    """Return the picture that stands for the whole, written ``[[picture.jpg|words]]``, and its words."""
    picture, _, words = file.text_field("featured").strip().strip("[]!").partition("|")
    return picture.strip(), _line(words)


def changes(file: VaultFile, wanted: About) -> Mapping[str, Line]:
    """Return the lines of front matter that make a file say this, None for one that goes; those that say it already
    are not among them. Raises Refused for what can be no tag."""
    now, wanted = about_of(file), tidied(wanted)
    wanted = replace(wanted, tags=tuple(one if one in now.tags else clean_tag(one) for one in wanted.tags))
    lines: dict[str, tuple[object, object, Line]] = {
        "lang": (now.language, wanted.language, wanted.language or None),
        "tags": (now.tags, wanted.tags, list(wanted.tags) or None),
        "categories": (now.categories, wanted.categories, list(wanted.categories) or None),
        "compilers": (now.compilers, wanted.compilers, list(wanted.compilers) or None),
        "excerpt": (now.excerpt, wanted.excerpt, wanted.excerpt or None),
        "featured": ((now.featured, now.words), (wanted.featured, wanted.words), _link(wanted)),
    }
    return {key: value for key, (before, after, value) in lines.items() if before != after}


def tidied(wanted: About) -> About:
    """Return the same without needless blanks, empty ones and what stands there twice."""
    return About(
        wanted.language.strip().lower(), _several(tuple(one.strip().lstrip("#") for one in wanted.tags)),
        _several(wanted.categories), _several(wanted.compilers), _line(wanted.excerpt),
        wanted.featured.strip().strip("[]!"), _line(wanted.words) if wanted.featured.strip() else "")


def _link(wanted: About) -> str | None:
    words = wanted.words.replace("]]", ")").replace("[[", "(")
    if not wanted.featured:
        return None
    return f"[[{wanted.featured}|{words}]]" if words else f"[[{wanted.featured}]]"


def _several(items: tuple[str, ...]) -> tuple[str, ...]:
    known: dict[str, str] = {}
    for item in map(_line, items):
        if item:
            known.setdefault(item.casefold(), item)
    return tuple(known.values())


def _line(text: str) -> str:
    return " ".join(text.split())
