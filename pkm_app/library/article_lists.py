"""Lists of the stream, narrowed in many ways, read in pages by key: no list ever sorts, none counts to its end."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import islice

from pkm_app.library.article_rows import ARTICLE_COLUMNS, article_of, to_iso
from pkm_app.library.article_search import match_any_form, match_beginnings
from pkm_app.library.database import Connection, Database, Row
from pkm_app.seek.lists import Place, Wanted
from pkm_app.seek.model import Article, View

# The index is named in the query: whatever the planner may think of the day, a list never sorts.
_VIEWS: dict[View, tuple[str, str]] = {
    "inbox": ("articles_inbox", "a.kept = 0 AND a.later = 0 AND a.done = 0"),
    "kept": ("articles_kept", "a.kept = 1"),
    "later": ("articles_later", "a.later = 1"),
    "all": ("articles_all", "1"),
}


class ArticleLists:
    """Implements seek.lists.ArticleLists on the profile's database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def listing(self, wanted: Wanted, limit: int = 200, before: Place | None = None) -> Sequence[Article]:
        """Articles, newest first; ``before`` is the place of the last row already had."""
        values = dict[str, object](limit=limit)
        index, conditions = _narrowed(wanted, values)
        if not conditions:
            return []
        if before:
            conditions.append("(a.sorted_at, a.article_id) < (:at, :article_id)")
            values.update(at=to_iso(datetime.fromisoformat(before[0])), article_id=before[1])
        if not wanted.feed_ids:
            sql = _sql(index, conditions)
            return [article_of(row) for row in self._db.read(lambda c: c.execute(sql, values).fetchall())]
        sql = _sql("articles_feed", ["a.feed_id = :feed_id", *conditions])
        feeds = dict.fromkeys(wanted.feed_ids)
        return [article_of(row) for row in self._db.read(lambda c: list(islice(_merged(c, sql, feeds, values), limit)))]


    def count(self, wanted: Wanted, most: int, without: Collection[str] = ()) -> int:
        """How many articles a list has, as far as ``most``; those of the sources in ``without`` are not counted."""
        values = dict[str, object](limit=most)
        index, conditions = _narrowed(wanted, values)
        if not conditions:
            return 0
        if not wanted.feed_ids:
            left_out = {f"not{number}": feed_id for number, feed_id in enumerate(without)}
            if left_out:
                conditions.append(f"a.feed_id NOT IN ({', '.join(f':{name}' for name in left_out)})")
            sql = _counting(index, conditions)
            return self._db.read(lambda c: int(c.execute(sql, {**values, **left_out}).fetchone()[0]))
        sql = _counting("articles_feed", ["a.feed_id = :feed_id", *conditions])
        feeds = [feed_id for feed_id in dict.fromkeys(wanted.feed_ids) if feed_id not in without]

        def counted(connection: Connection) -> int:
            found = 0
            for feed_id in feeds:
                if found >= most:
                    break
                found += int(connection.execute(sql, {**values, "feed_id": feed_id}).fetchone()[0])
            return min(found, most)

        return self._db.read(counted)


def _narrowed(wanted: Wanted, values: dict[str, object]) -> tuple[str, list[str]]:
    """Return the index of a list and its conditions, none where it can hold nothing; put their values in ``values``."""
    index, condition = _VIEWS[wanted.view]
    conditions = [condition]
    if match := _match(wanted):
        conditions.append("a.seq IN (SELECT rowid FROM article_words WHERE article_words MATCH :words)")
        values["words"] = match
    elif wanted.words.strip() or wanted.author.strip():
        return index, []  # nothing in it is a word
    if wanted.language:
        conditions.append("a.language = :language")
        values["language"] = wanted.language
    if wanted.unread:
        conditions.append("a.is_read = 0")
        index = "articles_unread" if wanted.view in ("inbox", "all") else index  # kept and Later are short
    return index, conditions


def _counting(index: str, conditions: Sequence[str]) -> str:
    return (f"SELECT count(*) FROM (SELECT 1 FROM articles AS a INDEXED BY {index} WHERE {' AND '.join(conditions)} "
            "LIMIT :limit)")


def _merged(connection: Connection, sql: str, feeds: dict[str, None], values: dict[str, object]) -> Iterator[Row]:
    """The rows of several feeds as one list: each is read only as far as the list goes."""
    lists = [iter(connection.execute(sql, {**values, "feed_id": feed_id})) for feed_id in feeds]
    return heapq.merge(*lists, key=lambda row: (row["published"] or row["fetched"], row["article_id"]), reverse=True)


def _sql(index: str, conditions: Sequence[str]) -> str:
    return (f"SELECT {ARTICLE_COLUMNS} FROM articles AS a INDEXED BY {index} "
            f"LEFT JOIN feeds AS f USING (feed_id) WHERE {' AND '.join(conditions)} "
            "ORDER BY a.sorted_at DESC, a.article_id DESC LIMIT :limit")


def _match(wanted: Wanted) -> str:
    """What the full-text table must hold: all words in any form, and the author's name as it is typed."""
    parts = [match_any_form(wanted.words)] if wanted.words.strip() else []
    if wanted.author.strip():
        names = match_beginnings(wanted.author)
        parts.append(f"author : ({names})" if names else "")
    return " AND ".join(f"({part})" for part in parts) if all(parts) else ""
