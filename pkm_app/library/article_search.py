"""Finding words in the stream: any form of a word, the very words first.

With SQLite FTS5 (https://www.sqlite.org/fts5.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from pkm_app.content.stems import fold, stems, words
from pkm_app.library.database import Connection
from pkm_app.library.snippets import snippet
from pkm_app.seek.naming import name_of
from pkm_app.sense.model import Hit

MAX_WORDS = 12
MAX_LETTERS = 64
_SHORTEST_PREFIX = 4  # "hui*" would find half a dictionary
RANK = "bm25(article_words, 8.0, 4.0, 1.0)"  # a word in the title says most, then the author, then the text
_HALF_WAY = 4.0  # the bm25 at which a score is half of its tier
_READ_FOR_SNIPPET = 100_000  # characters
_CLOSED = re.compile(r"(.*[^aeou])?(aa|ee|oo|uu)([bcdfghjklmnpqrstvwxz])")
_VOICED = {"f": "v", "s": "z"}

# FTS5 itself, asked for its own ``rank``, would sort all finds before it gives the first: with a million articles that
# takes three times as long and a hundred megabytes.
_FIND = f"""
    SELECT rowid AS seq, {RANK} AS rank FROM article_words
    WHERE article_words MATCH :words ORDER BY {RANK}, rowid DESC LIMIT :limit"""
# FTS5's own snippets would gather every word with the same beginning once more for each of the finds.
_SHOW = f"""
    SELECT a.article_id, a.title, a.language, substr(a.sorted_at, 1, 10) AS day,
           substr(b.text, 1, {_READ_FOR_SNIPPET}) AS text
    FROM articles AS a JOIN bodies AS b USING (seq) WHERE a.seq = ?"""


def search(connection: Connection, query: str, limit: int) -> list[Hit]:
    """Return the articles that hold all words of a query, best first, scores from 1 down to 0.

    Those with the very words score above a half, those with other forms of them below. Whatever is typed is
    taken as words: there is no syntax to get wrong.
    """
    asked = _words(query)
    if not asked or limit < 1:
        return []
    found: dict[int, float] = {}
    for floor, expression in ((0.5, match_exact(query)), (0.0, match_any_form(query))):
        if len(found) < limit:
            # As many again as were found already, since those come back among them.
            for row in connection.execute(_FIND, {"words": expression, "limit": limit + len(found)}):
                strength = max(0.0, -row["rank"])
                found.setdefault(row["seq"], floor + 0.5 * strength / (strength + _HALF_WAY))
    stemmed = frozenset(stem for word in asked for stem in stems(word))
    beginnings = tuple(sorted({beginning for word in asked for beginning in _beginnings_of(word)}))
    return [hit_of(connection, seq, score, frozenset(asked), stemmed, beginnings)
            for seq, score in list(found.items())[:limit]]


def match_exact(query: str) -> str:
    """Return an FTS5 expression for texts with all words of a query as they are typed, "" without any word."""
    return " AND ".join(quoted(word) for word in _words(query))


def match_any_form(query: str) -> str:
    """Return an FTS5 expression for texts with any Dutch or English form of each word, "" without any word."""
    return " AND ".join(f"({' OR '.join(_forms(word))})" for word in _words(query))


def match_forms(word: str) -> str:
    """Return an FTS5 expression for texts with any Dutch or English form of a folded word."""
    return " OR ".join(_forms(word[:MAX_LETTERS]))


def match_beginnings(query: str) -> str:
    """Return an FTS5 expression for texts that hold words beginning like each word of a query, "" without any word."""
    return " AND ".join(quoted(word) + "*" for word in _words(query))


def match_phrase(query: str) -> str:
    """Return an FTS5 expression for texts that hold these very words one after another, "" without any word."""
    asked = [fold(word.text)[:MAX_LETTERS] for word in words(query)][:MAX_WORDS]
    return quoted(" ".join(asked)) if any(letter.isalnum() for word in asked for letter in word) else ""


def _words(query: str) -> list[str]:
    found = dict.fromkeys(fold(word.text)[:MAX_LETTERS] for word in words(query))
    return [word for word in found if any(letter.isalnum() for letter in word)][:MAX_WORDS]


def _forms(word: str) -> Iterator[str]:
    yield quoted(word)
    for beginning in _beginnings_of(word):
        yield quoted(beginning) + "*"


def _beginnings_of(word: str) -> dict[str, None]:
    return dict.fromkeys(beginning for stem in stems(word) for beginning in _beginnings(stem)
                         if len(beginning) >= _SHORTEST_PREFIX)


def _beginnings(stem: str) -> Iterator[str]:
    """Give the spellings with which forms of a stem begin; the index holds words as they are written."""
    yield stem
    yield "ge" + stem  # leer: geleerd
    if stem.endswith("i"):
        yield stem[:-1]  # communiti: community
    last = _VOICED.get(stem[-1:], stem[-1:])
    closed = _CLOSED.fullmatch(stem)
    if closed:
        yield (closed[1] or "") + closed[2][0] + last + "e"  # leer: leren; lees: lezen
    elif last != stem[-1:]:
        yield stem[:-1] + last + "e"  # schrijf: schrijven; huis: huizen


def quoted(word: str) -> str:
    """Return a word, or words in a row, as FTS5 takes them: no syntax."""
    return '"' + word.replace('"', '""').replace("\0", "") + '"'


def hit_of(connection: Connection, seq: int, score: float, exact: Set[str], stemmed: Set[str],
           beginnings: tuple[str, ...]) -> Hit:
    """Return an article as a find."""
    row = connection.execute(_SHOW, (seq,)).fetchone()
    title, text = name_of(row["title"], row["text"]), row["text"]
    return Hit("article", row["article_id"], title, snippet(text, exact, stemmed, beginnings), score,
               date=row["day"], lang=row["language"])
