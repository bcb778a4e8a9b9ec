"""Keeping the stream small and quiet: what is old goes and does not come back, what holds a muted word leaves the
inbox. Both work in small transactions, so that nobody waits for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pkm_app.library.article_changes import forget
from pkm_app.library.article_rows import to_iso
from pkm_app.library.article_search import match_phrase
from pkm_app.library.database import Connection, Database

# What was highlighted has a source file; the addresses are those that flow.sources gives one.
_OLD = """
    FROM articles AS a INDEXED BY articles_all LEFT JOIN feeds AS f USING (feed_id)
    WHERE a.sorted_at < :cutoff AND a.fetched < :cutoff AND a.kept = 0 AND a.later = 0 AND NOT EXISTS (
        SELECT 1 FROM vault_files AS v WHERE v.type = 'source' AND v.url <> '' AND v.url IN (
            a.url, 'urn:pkm:article:' || a.article_id,
            coalesce(nullif(f.site, ''), f.address, '') || '#pkm-' || a.article_id))"""
_REMEMBER = """
    INSERT OR REPLACE INTO pruned (feed_id, article_id, uid, url, digest, title, published)
    SELECT feed_id, article_id, uid, url, digest, title, published FROM articles
    WHERE seq = ? AND feed_id IN (SELECT feed_id FROM feeds)"""

_MUTE = """
    INSERT OR IGNORE INTO muted (seq)
    SELECT a.seq FROM article_words AS w JOIN articles AS a ON a.seq = w.rowid
    WHERE w.article_words MATCH :phrase AND w.rowid > :after AND w.rowid <= :upto
        AND a.done = 0 AND a.kept = 0 AND a.later = 0"""
# Who said Done of it meant it, whatever was muted.
_SPEAK = """
    UPDATE articles SET done = 0 WHERE done = 1 AND seq IN (SELECT seq FROM muted) AND NOT EXISTS (
        SELECT 1 FROM marks WHERE marks.article_id = articles.article_id AND marks.done = 1)"""


class Tidying:
    """Implements seek.triage.Tidying on the profile's database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count_old(self, before: datetime) -> int:
        """How many articles would go: from before that moment, neither kept, in Later nor highlighted."""
        values = {"cutoff": to_iso(before)}
        return int(self._db.read(lambda c: c.execute(f"SELECT count(*) {_OLD}", values).fetchone()[0]))

    def prune(self, before: datetime, limit: int) -> int:
        """Let at most ``limit`` of them go, remembering what their feeds call them; return how many went."""
        def run(connection: Connection) -> int:
            going = [row[0] for row in connection.execute(
                f"SELECT a.seq {_OLD} LIMIT :limit", {"cutoff": to_iso(before), "limit": limit})]
            connection.executemany(_REMEMBER, ((seq,) for seq in going))
            forget(connection, going)
            return len(going)

        return self._db.write(run)

    def mute(self, phrases: Sequence[str], limit: int) -> bool:
        """Take at most ``limit`` articles further through the muted phrases; return whether there are more to look at.

        Where the phrases are others than last time, what was muted comes back first and all are looked at again.
        """
        wanted = sorted({match for phrase in phrases if (match := match_phrase(phrase))})

        def run(connection: Connection) -> bool:
            row = connection.execute("SELECT state FROM adopted WHERE subject = 'muted'").fetchone()
            before: dict[str, Any] = json.loads(row[0]) if row else {"phrases": [], "after": 0}
            phrases, after = list(before["phrases"]), int(before["after"])
            last = int(connection.execute("SELECT coalesce(max(seq), 0) FROM articles").fetchone()[0])
            if phrases != wanted:
                connection.execute(_SPEAK)
                connection.execute("DELETE FROM muted")
                after = 0 if wanted else last
            upto = min(last, after + limit) if wanted else last
            if phrases == wanted and after == upto:
                return False
            for phrase in wanted:
                connection.execute(_MUTE, {"phrase": phrase, "after": after, "upto": upto})
            if wanted:
                connection.execute(
                    "UPDATE articles SET done = 1 WHERE done = 0 AND seq IN (SELECT seq FROM muted WHERE seq > ?)",
                    (after,))
            connection.execute("INSERT OR REPLACE INTO adopted VALUES ('muted', ?)",
                               (json.dumps({"phrases": wanted, "after": upto}),))
            return upto < last

        return self._db.write(run)
