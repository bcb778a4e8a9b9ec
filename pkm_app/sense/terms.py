"""Terms that mean the same, in Dutch and English above all: those that come with the program, and a person's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.stems import fold, words
from pkm_app.sense.search import Groups

MOST_GROUPS = 2000
_LONGEST = 80  # characters of a term
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class TermChoices:
    """What a person chose, as the vault keeps it: own groups, each with a first term it is known by, and the first
    terms of those groups of the program that do not count."""

    groups: Groups = ()
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms for the same. ``own``: a person's; ``off``: one of the program's that does not count."""

    terms: tuple[str, ...]
    own: bool = False
    off: bool = False


class TermsFile(Protocol):
    """Where terms are kept (library.terms)."""

    def supplied(self) -> Groups:
        """The groups that come with the program."""

    def load(self) -> TermChoices:
        """What the person chose. Raises StorageProblem when it cannot be understood."""

    def save(self, choices: TermChoices) -> None:
        """Write it, keeping what others put there. Raises StorageProblem."""


class Terms:
    """The term list."""

    def __init__(self, file: TermsFile) -> None:
        self._file = file

    def listing(self) -> Sequence[TermGroup]:
        """Return all groups, own ones first. Raises StorageProblem."""
        choices = self._file.load()
        off = {_key(term) for term in choices.off}
        return [*(TermGroup(group, own=True) for group in choices.groups),
                *(TermGroup(group, off=_key(group[0]) in off) for group in self._file.supplied())]

    def groups(self) -> Groups:
        """Return the groups that count, own ones first. Raises StorageProblem."""
        return tuple(group.terms for group in self.listing() if not group.off)

    def add(self, terms: Iterable[str]) -> TermGroup:
        """Add a group, or terms to an own group that has one of them already. Raises Refused, StorageProblem."""
        tidy = _tidied(terms)
        if len(tidy) < 2:
            raise Refused("Give at least two terms that mean the same.")
        choices = self._file.load()
        keys = {_key(term) for term in tidy}
        mine = [group for group in choices.groups if keys & {_key(term) for term in group}]
        others = tuple(group for group in choices.groups if group not in mine)
        if len(others) >= MOST_GROUPS:
            raise Refused("The term list holds {count} groups; take one away first.", count=MOST_GROUPS)
        group = _tidied([term for one in mine for term in one] + list(tidy))
        self._file.save(replace(choices, groups=(*others, group)))
        return TermGroup(group, own=True)

    def remove(self, term: str) -> TermGroup:
        """Take away the own group with this term, or let one of the program's not count. Raises NotFound."""
        group = self._with(term)
        choices = self._file.load()
        if group.own:
            self._file.save(replace(choices, groups=tuple(one for one in choices.groups if one != group.terms)))
        else:
            self._file.save(replace(choices, off=(*choices.off, group.terms[0])))
        return group

    def restore(self, term: str) -> TermGroup:
        """Let a group of the program count again. Raises NotFound."""
        choices = self._file.load()
        for group in self._file.supplied():
            if _key(term) in map(_key, group):
                left = tuple(one for one in choices.off if _key(one) != _key(group[0]))
                self._file.save(replace(choices, off=left))
                return TermGroup(group)
        raise NotFound("“{term}” is not in the term list.", term=term)

    def _with(self, term: str) -> TermGroup:
        for group in self.listing():
            if not group.off and _key(term) in map(_key, group.terms):
                return group
        raise NotFound("“{term}” is not in the term list.", term=term)


def _tidied(terms: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for term in terms:
        tidy = " ".join(term.split())
        found = [word.text for word in words(tidy)]
        if not found:
            continue
        if len(tidy) > _LONGEST or len(found) > _MOST_WORDS:
            raise Refused("“{term}” is too long for a term: at most {words} words.", term=tidy[:_LONGEST],
                          words=_MOST_WORDS)
        kept.setdefault(_key(tidy), tidy)
    return tuple(kept.values())


def _key(term: str) -> str:
    return " ".join(fold(word.text) for word in words(term))
