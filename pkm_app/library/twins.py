"""One article in several feeds: a site gives all its posts and those of a category, and one follows both.

Each feed has the article, yet it is new once: where one came in before, the next comes in as done, with what was read
of the first. What a person does with one of them counts for all, so that each list shows one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from pkm_app.library.database import Connection
from pkm_app.seek.model import Entry, Mark

_SAME = "t.url = a.url AND t.url <> '' AND t.seq <> a.seq AND (t.uid = a.uid OR t.digest = a.digest)"
_EARLIER = """SELECT is_read FROM articles WHERE url = :url AND url <> '' AND feed_id <> :feed_id
              AND (uid = :uid OR digest = :digest) LIMIT 1"""
_OTHERS = f"""SELECT t.seq FROM articles AS a JOIN articles AS t ON {_SAME}
              WHERE a.seq IN (SELECT value FROM json_each(?))"""
# The first of those that stay takes the place of one that goes while it waits in the inbox.
_HEIRS = f"""SELECT min(t.seq) AS seq, a.is_read FROM articles AS a JOIN articles AS t ON {_SAME}
             WHERE a.seq IN (SELECT value FROM json_each(:going)) AND a.done = 0
                 AND t.seq NOT IN (SELECT value FROM json_each(:going)) AND t.done = 1 AND t.kept = 0 AND t.later = 0
                 AND NOT EXISTS (SELECT 1 FROM articles AS o WHERE o.url = a.url AND o.uid = t.uid AND (
                     o.kept = 1 OR o.later = 1 OR (o.done = 0 AND o.seq <> a.seq)))
             GROUP BY a.seq"""


def marks_beside(connection: Connection, feed_id: str, entry: Entry) -> tuple[int, int, int, int] | None:
    """Return the marks (read, kept, later, done) with which an entry comes in that another feed brought before; None
    where none did."""
    row = connection.execute(_EARLIER, {"url": entry.url, "feed_id": feed_id, "uid": entry.uid,
                                        "digest": entry.digest}).fetchone()
    return None if row is None else (int(row["is_read"]), 0, 0, 1)


def mark_others(connection: Connection, seqs: Iterable[int], mark: Mark, on: bool) -> None:
    """Let a mark of articles count for those that are the same: read and unread as they are, and what left the inbox
    in any way is done there."""
    if mark != "read" and not on:
        return  # what comes back to the inbox comes back once
    others = json.dumps([row[0] for row in connection.execute(_OTHERS, (json.dumps(sorted(seqs)),))])
    if others == "[]":
        return
    column = "is_read" if mark == "read" else "done"
    kept = "" if mark == "read" else "AND kept = 0 AND later = 0"
    connection.execute(f"UPDATE articles SET {column} = :on WHERE seq IN (SELECT value FROM json_each(:others)) "
                       f"AND {column} <> :on {kept}", {"others": others, "on": int(on)})


def once(mark: Mark, on: bool) -> str:
    """Return a condition on the rows of ``articles`` that a mark of an address, which the vault tells of, is set for:
    of those that are the same one alone is kept, in Later or back in the inbox."""
    if mark == "read" or on == (mark == "done"):
        return "1"
    column = "done = 0" if mark == "done" else f"{mark} = 1"
    return (f"NOT EXISTS (SELECT 1 FROM articles AS o WHERE o.url = articles.url AND o.seq <> articles.seq "
            f"AND (o.uid = articles.uid OR o.digest = articles.digest) AND (o.{column} OR o.seq < articles.seq))")


def inherit(connection: Connection, going: Sequence[int]) -> None:
    """Put into the inbox what stands in another feed, too, when the one that waits there goes with its feed."""
    heirs = connection.execute(_HEIRS, {"going": json.dumps(list(going))}).fetchall()
    connection.executemany("UPDATE articles SET done = 0, is_read = ? WHERE seq = ?",
                           [(row["is_read"], row["seq"]) for row in heirs])
