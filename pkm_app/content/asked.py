"""What a person types to search, taken apart: words, beginnings, rows of words, and fields that narrow.

The same for the vault and for the stream. Nothing that is typed can be wrong: what is no field is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pkm_app.content.stems import fold, stems, words

MAX_CHARACTERS = 2000
MAX_WORDS = 12
MAX_FIELDS = 20
_SHORTEST_BEGINNING = 2
_LONGEST_TERM = 5  # words of one entry of the term list
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_FIELD = re.compile(
    r'(?<!\S)(-?)(tag|author|auteur|lang|taal|maturity|rijpheid|source|bron|before|tot|after|vanaf|year|jaar|is|kind|'
    r'soort):(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_DUTCH = {"auteur": "author", "taal": "lang", "rijpheid": "maturity", "bron": "source", "tot": "before",
          "vanaf": "after", "jaar": "year", "soort": "kind"}
_DUTCH_KINDS = {"privé": "private", "prive": "private", "openbaar": "public", "notitie": "note",
                "markering": "highlight", "artikel": "article", "concept": "draft", "bron": "source"}
_DUTCH_VALUES = {
    "kind": _DUTCH_KINDS, "is": _DUTCH_KINDS,
    "maturity": {"kiem": "seed", "uitgewerkt": "baked", "in de maak": "half-baked", "half": "half-baked"}}
_KINDS = ("note", "highlight", "article", "draft", "source")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_EXCLUDED = re.compile(r"(?<!\S)-$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that must be found: a word (``begins``: words that begin so as well; ``near``: words spelled nearly so
    as well), or one of ``instead``, rows of words that mean the same."""

    words: tuple[str, ...]
    begins: bool = False
    near: bool = False
    instead: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One narrowing. ``name`` is tag, author, lang, maturity, source, kind, is, before or after; a date is given as
    20260531, and what is found is before that day, or not before it. ``out``: what has it is left out."""

    name: str
    value: str
    out: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: all units, rows and fields must be found, and no word of ``without``. Words are folded."""

    units: tuple[Unit, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    fields: tuple[Field, ...] = ()
    without: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.units or any(not field.out for field in self.fields))

    @property
    def words(self) -> tuple[str, ...]:
        """The words that may have any form."""
        return tuple(dict.fromkeys(word for unit in self.units if not unit.begins for word in unit.words))

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The beginnings of words."""
        return tuple(word for unit in self.units if unit.begins for word in unit.words)

    @classmethod
    def of(cls, text: str, typing: bool = False, same: Sequence[Sequence[str]] = ()) -> Asked:
        """Take apart what was typed; beyond 2,000 characters, twelve words and twenty fields it is not read.

        ``typing``: the last word may go on. ``same``: groups of terms that mean the same.
        """
        text = text[:MAX_CHARACTERS].translate(_QUOTES)
        fields: list[Field] = []
        plain = _FIELD.sub(lambda match: _taken(match, fields), text)
        units: list[Unit] = []
        rows: list[tuple[str, ...]] = []
        without: list[str] = []
        for number, part in enumerate(plain.split('"')):
            row = []
            for word in words(part):
                folded = fold(word.text)
                if not any(letter.isalnum() for letter in folded) or len(units) + len(without) == MAX_WORDS:
                    continue
                if _EXCLUDED.search(part[:word.start]) and not number % 2:
                    without.append(folded)
                    continue
                after = part[word.end:word.end + 1]
                begins = after == "*" and len(folded) >= _SHORTEST_BEGINNING
                unit = Unit((folded,), begins, after == "~")
                if unit not in units:
                    units.append(unit)
                row.append(unit)
            if number % 2 and len(row) > 1 and not any(unit.begins for unit in row):
                rows.append(tuple(unit.words[0] for unit in row))
        if typing and units and plain[-1:].strip() and plain[-1:] not in '"*~':
            last = units.pop()
            if len(last.words[0]) >= _SHORTEST_BEGINNING:
                units.append(Unit(last.words, True))
            elif not units:
                units.append(last)  # one letter alone; beside other words it says nothing yet
        return cls(tuple(_joined(units, same) if same and not rows else units), tuple(rows), tuple(fields),
                   tuple(without))


def terms_in(text: str, same: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Return the groups of which a term stands in a text, in any form of its words."""
    standing = [frozenset(stems(word.text)) for word in words(text[:100_000])]
    at: dict[str, list[int]] = {}
    for place, forms in enumerate(standing):
        for form in forms:
            at.setdefault(form, []).append(place)
    return [group for group in same if any(_stands(_parts(term), standing, at) for term in group)]


def _parts(term: str) -> list[str]:
    return [fold(word.text) for word in words(term)]


def _stands(parts: Sequence[str], standing: Sequence[frozenset[str]], at: dict[str, list[int]]) -> bool:
    if not parts:
        return False
    first = {place for stem in stems(parts[0]) for place in at.get(stem, ())}
    return any(place + len(parts) <= len(standing) and all(
        not standing[place + n].isdisjoint(stems(part)) for n, part in enumerate(parts)) for place in first)


def _joined(units: Sequence[Unit], same: Sequence[Sequence[str]]) -> list[Unit]:
    """Give each run of units that is a term the other terms of its group, to be found instead."""
    groups = [[tuple(_parts(term)) for term in group] for group in same]
    joined: list[Unit] = []
    place = 0
    while place < len(units):
        size, instead = _term_at(units, place, groups)
        run = units[place:place + max(size, 1)]
        if size:
            joined.append(Unit(tuple(word for unit in run for word in unit.words), run[-1].begins, False, instead))
        else:
            joined.extend(run)
        place += len(run)
    return joined


def _term_at(units: Sequence[Unit], place: int, groups: Sequence[Sequence[tuple[str, ...]]]
             ) -> tuple[int, tuple[tuple[str, ...], ...]]:
    for size in range(min(_LONGEST_TERM, len(units) - place), 0, -1):
        run = [unit.words[0] for unit in units[place:place + size]]
        others: dict[tuple[str, ...], None] = {}
        for group in groups:
            mine = [term for term in group if len(term) == size and all(map(_same_word, term, run))]
            if mine:
                others.update(dict.fromkeys(term for term in group if term and term not in mine))
        if others:
            return size, tuple(others)
    return 0, ()


def _same_word(one: str, other: str) -> bool:
    return one == other or not set(stems(one)).isdisjoint(stems(other))


def _taken(match: re.Match[str], fields: list[Field]) -> str:
    """Put a field into the list and give what is left of it as words: nothing, or all where it is none."""
    name, value = _meant(match)
    if len(fields) >= MAX_FIELDS or not value:
        return " "
    out = bool(match[1])
    if name in ("before", "after", "year"):
        day = _first_day(value)
        if day is None or (name == "year" and len(value) != 4):
            return match[0]
        if name == "year":
            fields += [Field("after", day), Field("before", f"{int(value) + 1:04}0101")]
        else:
            fields.append(Field(name, day))
    elif name in ("kind", "is"):
        if value in _KINDS:
            fields.append(Field("kind", value, out))
        elif value in ("private", "public"):
            fields.append(Field("is", "private", out != (value == "public")))
        else:
            return match[0]
    else:
        fields.append(Field(name, value, out))
    return " "


def _meant(match: re.Match[str]) -> tuple[str, str]:
    """Return the name and value of a field, in English where they were typed in Dutch, in small letters."""
    name = _DUTCH.get(match[2].casefold(), match[2].casefold())
    value = (match[3] if match[3] is not None else match[4]).strip().casefold()
    if name == "tag":
        value = value.lstrip("#").strip("/")
    return name, _DUTCH_VALUES.get(name, {}).get(value, value)


def field_text(name: str, value: str, language: str = "en") -> str:
    """Return what is typed to narrow a search to this, in the words of a language (``nl``, else English)."""
    if language == "nl":
        value = next((dutch for dutch, said in _DUTCH_VALUES.get(name, {}).items() if said == value), value)
        name = next((dutch for dutch, said in _DUTCH.items() if said == name), name)
    return f'{name}:"{value}"' if " " in value else f"{name}:{value}"


def is_narrowed(query: str, name: str, value: str) -> bool:
    """Return whether a query is narrowed to this, in either language."""
    return any(_is_field(match, name, value) for match in _FIELD.finditer(query.translate(_QUOTES)))


def toggled(query: str, name: str, value: str, language: str = "en") -> str:
    """Return a query narrowed to this, or no longer narrowed where it was, in whichever language."""
    if not is_narrowed(query, name, value):
        return " ".join([*query.split(), field_text(name, value, language)])
    kept, end = [], 0
    for match in _FIELD.finditer(query.translate(_QUOTES)):
        if _is_field(match, name, value):
            kept.append(query[end:match.start()])
            end = match.end()
    return " ".join("".join([*kept, query[end:]]).split())


def _is_field(match: re.Match[str], name: str, value: str) -> bool:
    return not match[1] and _meant(match) == (name, value.casefold())


def _first_day(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    month, day = int(match[2] or 1), int(match[3] or 1)
    return f"{match[1]}{month:02}{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
