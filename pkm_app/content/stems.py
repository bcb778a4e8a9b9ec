"""Words and their stems, so that a search for one form of a word finds the others, in Dutch and in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*(?:['\u2019][^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*)*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")  # the same, in a text of small letters without any other
_ACCENT = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d]+")
# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "\u2019": "'"}
)
_LONG = 64


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in a text, from ``start`` to before ``end``."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` in order: letters and digits, with an apostrophe inside (``foto's``)."""
    for match in _WORD.finditer(text):
        yield Word(match.group(), match.start(), match.end())


def fold(word: str) -> str:
    """Return the word in small letters without accents: the exact form that search compares."""
    if word.isascii():
        return word.lower()
    # twice, for what comes apart may have a capital in it: U+1D468, a bold A for formulas
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word.casefold()).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", apart).translate(_LETTERS))


def folded_words(text: str) -> list[str]:
    """Return the words of a text in order, folded: as ``fold`` of each of ``words``, and much quicker."""
    if text.isascii():
        return _PLAIN_WORD.findall(text.lower())
    return [folded for word in _WORD.findall(text) if (folded := _fold_once(word))]


@lru_cache(maxsize=100_000)
def _fold_once(word: str) -> str:
    return fold(word)


def stems(word: str) -> tuple[str, ...]:
    """Return the stems of a word, each once: Dutch first, then English (Snowball's algorithms).

    Every word is stemmed in both languages, for texts mix them. Two forms of a word share at least one stem. The
    stemmers see the folded word: an accent left out by the writer or the searcher makes no difference.
    """
    return _stems(fold(word))


@lru_cache(maxsize=100_000)
def other_stems(folded: str) -> tuple[str, ...]:
    """Return those stems of a folded word that are other than the word."""
    return tuple(stem for stem in _stems(folded) if stem != folded)


@lru_cache(maxsize=50_000)
def _stems(folded: str) -> tuple[str, ...]:
    if not folded or len(folded) > _LONG:
        return (folded,) if folded else ()
    import snowballstemmer  # here, for it brings all its languages with it

    # A stemmer keeps the word it works on in itself, so threads must not share one; making one costs a microsecond.
    dutch = _dutch(snowballstemmer.stemmer("dutch").stemWord(folded))
    english = str(snowballstemmer.stemmer("english").stemWord(folded))
    return (dutch,) if dutch == english else (dutch, english)


def _dutch(stem: str) -> str:
    """Join what Snowball leaves apart.

    ``ideeën`` and ``theorieën`` without their dots are ``ideeen`` and ``theorieen``; and of verbs in -eren it makes
    ``reflecteer`` from ``gereflecteerd``, ``reflecter`` from ``reflecteren`` and nothing from ``reflecteert``.
    """
    if stem.endswith(("eeen", "ieen")):
        return stem[:-2]
    if len(stem) > 6 and stem.endswith(("eer", "eert")):
        return stem[: stem.rindex("eer")] + "er"
    return stem
