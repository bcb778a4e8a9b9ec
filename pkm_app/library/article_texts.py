"""Full texts of articles: put in the place of what the feed gave, which is kept beside.

Every function takes the connection of a transaction that somebody else begins and ends.
"""

from __future__ import annotations

from pkm_app.library.database import Connection
from pkm_app.seek.model import ArticleBody

_WORDS_OUT = """INSERT INTO article_words (article_words, rowid, title, author, text)
    SELECT 'delete', seq, title, author, text FROM bodies WHERE seq = ?"""
_WORDS_IN = """INSERT INTO article_words (rowid, title, author, text)
    SELECT seq, title, author, text FROM bodies WHERE seq = ?"""


def put_full_text(connection: Connection, article_id: str, body: ArticleBody, author: str, language: str) -> bool:
    """Let an article be read with this matter. False: there is no such article any more."""
    seq = _seq(connection, article_id)
    if seq is None:
        return False
    connection.execute("""INSERT INTO feed_bodies (seq, text, html, digest) SELECT seq, text, html, digest FROM bodies
                          WHERE seq = ? ON CONFLICT (seq) DO NOTHING""", (seq,))
    _replace(connection, seq, body)
    connection.execute("UPDATE articles SET author = ?, language = ? WHERE seq = ?", (author, language, seq))
    return True


def drop_full_text(connection: Connection, article_id: str) -> None:
    """Let an article be read again as its feed gave it."""
    seq = _seq(connection, article_id)
    row = connection.execute("DELETE FROM feed_bodies WHERE seq = ? RETURNING html, text, digest", (seq,)).fetchone()
    if seq is not None and row is not None:
        _replace(connection, seq, ArticleBody(*row))


def held_apart(connection: Connection, seq: int, text: str, html: str, digest: str) -> str | None:
    """Take in what a feed now gives of an article that is read with its full text, and return that full text;
    None for an article that is read as its feed gives it."""
    if not connection.execute("UPDATE feed_bodies SET text = ?, html = ?, digest = ? WHERE seq = ?",
                              (text, html, digest, seq)).rowcount:
        return None
    return str(connection.execute("SELECT text FROM bodies WHERE seq = ?", (seq,)).fetchone()[0])


def _replace(connection: Connection, seq: int, body: ArticleBody) -> None:
    connection.execute(_WORDS_OUT, (seq,))
    connection.execute("UPDATE bodies SET text = ?, html = ?, digest = ? WHERE seq = ?",
                       (body.text, body.html, body.digest, seq))
    connection.execute(_WORDS_IN, (seq,))


def _seq(connection: Connection, article_id: str) -> int | None:
    row = connection.execute("SELECT seq FROM articles WHERE article_id = ?", (article_id,)).fetchone()
    return None if row is None else int(row[0])
