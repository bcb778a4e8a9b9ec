"""Finding words in the stream: any form of a word, the very words first.

With SQLite FTS5 (https://www.sqlite.org/fts5.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pkm_app.content.stems import fold, stems, words
from pkm_app.library.database import Connection, Row
from pkm_app.sense.model import Hit

MAX_WORDS = 12
MAX_LETTERS = 64
_SHORTEST_PREFIX = 4  # "hui*" would find half a dictionary
_WEIGHTS = "bm25(8.0, 4.0, 1.0)"  # a word in the title says most, then the author, then the text
_HALF_WAY = 4.0  # the bm25 at which a score is half of its tier
_CLOSED = re.compile(r"(.*[^aeou])?(aa|ee|oo|uu)([bcdfghjklmnpqrstvwxz])")
_VOICED = {"f": "v", "s": "z"}

_FIND = f"""
    SELECT rowid AS seq, rank FROM article_words
    WHERE article_words MATCH :words AND rank MATCH '{_WEIGHTS}' ORDER BY rank LIMIT :limit"""
_SHOW = """
    SELECT a.article_id, a.title, snippet(article_words, 2, '⟦', '⟧', '…', 24) AS snippet
    FROM article_words JOIN articles AS a ON a.seq = article_words.rowid
    WHERE article_words MATCH :words AND article_words.rowid = :seq"""


def search(connection: Connection, query: str, limit: int) -> list[Hit]:
    """Return the articles that hold all words of a query, best first, scores from 1 down to 0.

    Those with the very words score above a half, those with other forms of them below. Whatever is typed is
    taken as words: there is no syntax to get wrong.
    """
    exact, any_form = match_exact(query), match_any_form(query)
    if not exact or limit < 1:
        return []
    found = {row["seq"]: _hit(connection, row, any_form, 0.5)
             for row in connection.execute(_FIND, {"words": exact, "limit": limit})}
    if len(found) < limit:
        # As many again as were found already, since those come back among them.
        for row in connection.execute(_FIND, {"words": any_form, "limit": limit + len(found)}).fetchall():
            if row["seq"] not in found and len(found) < limit:
                found[row["seq"]] = _hit(connection, row, any_form, 0.0)
    return list(found.values())


def match_exact(query: str) -> str:
    """Return an FTS5 expression for texts with all words of a query as they are typed, "" without any word."""
    return " AND ".join(_quoted(word) for word in _words(query))


def match_any_form(query: str) -> str:
    """Return an FTS5 expression for texts with any Dutch or English form of each word, "" without any word."""
    return " AND ".join(f"({' OR '.join(_forms(word))})" for word in _words(query))


def _words(query: str) -> list[str]:
    found = dict.fromkeys(fold(word.text)[:MAX_LETTERS] for word in words(query))
    return [word for word in found if any(letter.isalnum() for letter in word)][:MAX_WORDS]


def _forms(word: str) -> Iterator[str]:
    yield _quoted(word)
    seen = set()
    for stem in stems(word):
        for beginning in _beginnings(stem):
            if len(beginning) >= _SHORTEST_PREFIX and beginning not in seen:
                seen.add(beginning)
                yield _quoted(beginning) + "*"


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


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""').replace("\0", "") + '"'


def _hit(connection: Connection, row: Row, any_form: str, floor: float) -> Hit:
    shown = connection.execute(_SHOW, {"words": any_form, "seq": row["seq"]}).fetchone()
    strength = max(0.0, -row["rank"])
    snippet = " ".join(shown["snippet"].split())
    return Hit("article", shown["article_id"], shown["title"], snippet, floor + 0.5 * strength / (strength + _HALF_WAY))
