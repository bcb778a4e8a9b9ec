"""Spelling in a process of its own: a dictionary takes a third of a second to load, and typing never waits.

How to use it: ``Spelling(pool)``; the process keeps the dictionaries it loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pkm_app.content.proofing import is_known
from pkm_app.work.worker import WorkerPool

if TYPE_CHECKING:
    from spellchecker import SpellChecker

LANGUAGES = ("nl", "en", "de", "fr", "es", "it", "pt")
SECONDS, MEMORY_MB = 20.0, 768
_SUGGESTED = 6
_NEAR = 2  # letters by which a suggestion may differ


class Spelling:
    """Looks words up. Safe for any thread, never for the main one: it waits for the process."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    def wrong(self, words: Sequence[str], language: str) -> frozenset[str]:
        """Return the words that the dictionary of a language does not know; none where there is no dictionary."""
        if language not in LANGUAGES or not words:
            return frozenset()
        return self._pool.call(wrong, tuple(words), language)

    def suggest(self, word: str, language: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first."""
        return self._pool.call(suggest, word, language) if language in LANGUAGES else ()


def wrong(words: Sequence[str], language: str) -> frozenset[str]:
    """Return the words that are not known; runs in the process."""
    known = _dictionary(language).word_frequency.dictionary
    return frozenset(word for word in words if not is_known(word, known, language))


def suggest(word: str, language: str) -> tuple[str, ...]:
    """Return the nearest words, by distance and then by how often they are used; runs in the process."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    often = _dictionary(language).word_frequency.dictionary
    near = process.extract(word.lower(), _by_length(language, len(word)), scorer=OSA.distance, score_cutoff=_NEAR,
                           limit=200)
    ranked = sorted(near, key=lambda one: (one[1], one[0][:1] != word[:1].lower(), -often[one[0]]))
    found = [one[0] for one in ranked[:_SUGGESTED]]
    return tuple(one.capitalize() for one in found) if word[:1].isupper() else tuple(found)


@lru_cache(maxsize=3)
def _dictionary(language: str) -> SpellChecker:
    from spellchecker import SpellChecker

    return SpellChecker(language=language)


@lru_cache(maxsize=12)
def _by_length(language: str, length: int) -> list[str]:
    return [word for word in _dictionary(language).word_frequency.dictionary if abs(len(word) - length) <= _NEAR]
