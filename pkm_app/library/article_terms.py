"""The words that stand in the stream: which is spelled nearly as one that was typed.

SQLite lists them from the index itself (https://www.sqlite.org/fts5.html, "The fts5vocab Virtual Table Module").
"""

from __future__ import annotations

from collections.abc import Iterable

from pkm_app.content.asked import Asked
from pkm_app.content.stems import fold, words
from pkm_app.library.article_search import match_forms, quoted
from pkm_app.library.database import Connection

_SHORTEST = 4  # letters; of shorter words too many are spelled nearly so
_MOST = 12
_MOST_READ = 50_000  # words of one first letter
_RARE = "\U0010ffff"


def near(connection: Connection, word: str) -> list[str]:
    """Return words of the stream that are spelled nearly so, the nearest first, of those the most used."""
    if len(word) < _SHORTEST:
        return []
    from rapidfuzz import process  # takes its time to load
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 6 else 2
    times = dict(_beginning(connection, word[0], len(word), most))
    times.update(_beginning(connection, word[1] + word[0], len(word), most))  # the first two letters exchanged
    found = process.extract(word, list(times), scorer=OSA.distance, score_cutoff=most, limit=None)
    nearest = sorted((int(distance), -times[other], other) for other, distance, _ in found if distance)
    return [other for _, _, other in nearest[:_MOST]]


def other_spelling(connection: Connection, asked: Asked, query: str) -> str:
    """Give the query with each word that the stream has not replaced by the nearest one that it has, "" when there
    is none to replace."""
    changed = query
    for unit in asked.units:
        for word in unit.words:
            if unit.instead or _known(connection, word, unit.begins):
                continue
            others = near(connection, word)
            if others:
                changed = _replaced(changed, word, others[0])
    return changed if changed != query else ""


def _known(connection: Connection, word: str, begins: bool) -> bool:
    expression = f"{quoted(word)}*" if begins else match_forms(word)
    return connection.execute(
        "SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT 1", (expression,)).fetchone() is not None


def _beginning(connection: Connection, letters: str, size: int, most: int) -> Iterable[tuple[str, int]]:
    _list_words(connection)
    rows = connection.execute(
        """SELECT term, doc FROM temp.article_terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?
           LIMIT ?""", (letters, letters + _RARE, size - most, size + most, _MOST_READ))
    return ((row["term"], row["doc"]) for row in rows)


def _list_words(connection: Connection) -> None:
    """Let this connection list the words. The list is a view of the index: nothing is written to the database."""
    if connection.execute("SELECT 1 FROM sqlite_temp_master WHERE name = 'article_terms'").fetchone():
        return
    reading = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only = OFF")  # it forbids even what is in memory alone
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.article_terms USING fts5vocab('main', 'article_words', 'row')")
    finally:
        connection.execute(f"PRAGMA query_only = {int(reading)}")


def _replaced(query: str, word: str, other: str) -> str:
    for one in words(query):
        if fold(one.text) == word:
            return query[:one.start] + other + query[one.end:]
    return query
