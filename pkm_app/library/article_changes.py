"""Writing to the stream: what a fetch brought, what a person marked, what goes when a feed goes.

Every function takes the connection of a transaction that somebody else begins and ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pkm_app.library.article_rows import feed_values, optional_iso, to_iso
from pkm_app.library.article_texts import held_apart
from pkm_app.library.database import Connection
from pkm_app.library.twins import inherit, mark_others, marks_beside, once
from pkm_app.seek.lists import Place
from pkm_app.seek.model import CAPTURED, Entry, Feed, FeedUpdate, Mark

EXCERPT_CHARACTERS = 280
_WITHOUT_ADDRESS = "urn:pkm:article:"  # how the marks in the vault name an article that has no address

_COLUMN: Mapping[Mark, str] = {"read": "is_read", "kept": "kept", "later": "later", "done": "done"}

_PUT_FEED = """
    INSERT INTO feeds (feed_id, address, title, site, folder, why, local, status, reason, etag, modified,
                       body_digest, last_ok, next_due, failures, told, ttl_minutes, asleep, moving_to, moving_since,
                       moving_seen)
    VALUES (:feed_id, :address, :title, :site, :folder, :why, :local, :status, :reason, :etag, :modified,
            :body_digest, :last_ok, :next_due, :failures, :told, :ttl_minutes, :asleep, :moving_to, :moving_since,
            :moving_seen)
    ON CONFLICT (feed_id) DO UPDATE SET
        address = excluded.address, title = excluded.title, site = excluded.site, folder = excluded.folder,
        why = excluded.why, local = excluded.local, status = excluded.status, reason = excluded.reason,
        etag = excluded.etag, modified = excluded.modified, body_digest = excluded.body_digest,
        last_ok = excluded.last_ok, next_due = excluded.next_due, failures = excluded.failures,
        told = excluded.told, ttl_minutes = excluded.ttl_minutes, asleep = excluded.asleep,
        moving_to = excluded.moving_to, moving_since = excluded.moving_since, moving_seen = excluded.moving_seen"""

# What a person chooses (folder, why, local) is not touched: it may have been changed while the fetch ran.
_FETCHED_FEED = """
    UPDATE feeds SET address = :address, title = :title, site = :site, status = :status, reason = :reason,
        etag = :etag, modified = :modified, body_digest = :body_digest, last_ok = :last_ok, next_due = :next_due,
        failures = :failures, told = :told, ttl_minutes = :ttl_minutes, asleep = :asleep, moving_to = :moving_to,
        moving_since = :moving_since, moving_seen = :moving_seen
    WHERE feed_id = :feed_id"""

_NEW_ARTICLE = """
    INSERT INTO articles (article_id, feed_id, uid, url, title, author, published, fetched, sorted_at, language,
                          excerpt, digest, is_read, kept, later, done)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (article_id) DO NOTHING"""

# An article that has its source file is found there by its address: that one stays, wherever the site moves.
_CHANGED_ARTICLE = """
    UPDATE articles SET uid = :uid, title = :title, author = :author, published = :published,
        url = CASE WHEN EXISTS (
            SELECT 1 FROM vault_files AS v WHERE v.type = 'source' AND v.url = articles.url AND v.url <> '')
            THEN url ELSE :url END,
        sorted_at = coalesce(:published, fetched), language = :language, excerpt = :excerpt,
        changed = CASE WHEN digest = :digest THEN changed ELSE :now END, digest = :digest
    WHERE article_id = :article_id RETURNING seq"""

# What an archive brings is no news; what the person did with it before counts more.
_LONG_AGO = "UPDATE articles SET is_read = 1, done = 1 WHERE article_id = ? AND kept = 0 AND later = 0"

_EARLIER_MARKS = """
    SELECT max(is_read), max(kept), max(later), max(done) FROM (
        SELECT is_read, kept, later, done FROM marks WHERE article_id = :article_id
        UNION ALL
        SELECT is_read, kept, later, done FROM marks WHERE url = :url AND url <> ''
            AND NOT EXISTS (SELECT 1 FROM marks WHERE article_id = :article_id))"""

# What was highlighted has a source file; the addresses are those that flow.sources gives one.
_UNHELD = """
    SELECT a.seq FROM articles AS a LEFT JOIN feeds AS f USING (feed_id)
    WHERE a.feed_id = :feed_id AND a.kept = 0 AND a.later = 0 AND NOT EXISTS (
        SELECT 1 FROM vault_files AS v WHERE v.type = 'source' AND v.url <> '' AND v.url IN (
            a.url, 'urn:pkm:article:' || a.article_id,
            coalesce(nullif(f.site, ''), f.address, '') || '#pkm-' || a.article_id))"""

_THESE = "SELECT value FROM json_each(:ids)"
_AT_PLACES = """SELECT seq, article_id FROM articles WHERE (sorted_at, article_id) IN (
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:places))"""
_WORDS_OUT = "INSERT INTO article_words (article_words, rowid, title, author, text) VALUES ('delete', ?, ?, ?, ?)"
_WORDS_IN = "INSERT INTO article_words (rowid, title, author, text) VALUES (?, ?, ?, ?)"


def put_feed(connection: Connection, feed: Feed) -> None:
    """Add a feed or replace what is known of it."""
    connection.execute(_PUT_FEED, feed_values(feed))


def apply_updates(connection: Connection, updates: Iterable[FeedUpdate], now: datetime) -> None:
    """Store what fetches changed. A feed that was dropped meanwhile stays dropped."""
    words = _Words()
    for update in updates:
        if connection.execute(_FETCHED_FEED, feed_values(update.feed)).rowcount:
            for number, (article_id, entry) in enumerate(update.new):
                # What bears no date stands by when it came in: a little earlier each, so in the order of its feed.
                came = now if entry.published else now - timedelta(microseconds=number)
                _add(connection, words, update.feed.feed_id, article_id, entry, came)
            for article_id, entry in update.changed:
                _change(connection, words, article_id, entry, now)
            for article_id in update.old:
                connection.execute(_LONG_AGO, (article_id,))
    words.write(connection)


def put_captured(connection: Connection, article_id: str, entry: Entry, site: str, now: datetime) -> None:
    """Add an article of no feed, or replace what is known of it."""
    words = _Words()
    row = connection.execute("SELECT uid FROM articles WHERE article_id = ?", (article_id,)).fetchone()
    if row is not None:
        _change(connection, words, article_id, replace(entry, uid=row["uid"]), now)  # by which its feed knows it
    else:
        _add(connection, words, CAPTURED, article_id, entry, now)
    connection.execute("UPDATE articles SET feed_title = ? WHERE article_id = ? AND feed_id = ?",
                       (site, article_id, CAPTURED))
    words.write(connection)


def drop_captured(connection: Connection, article_id: str) -> None:
    """Forget an article of no feed."""
    rows = connection.execute("SELECT seq FROM articles WHERE article_id = ? AND feed_id = ?", (article_id, CAPTURED))
    forget(connection, [row["seq"] for row in rows.fetchall()])


def drop_feed(connection: Connection, feed_id: str) -> None:
    """Forget a feed and those of its articles that nothing holds: no mark that keeps, no source file."""
    going = [row["seq"] for row in connection.execute(_UNHELD, {"feed_id": feed_id})]
    connection.execute(
        """UPDATE articles SET feed_title = coalesce((SELECT title FROM feeds WHERE feed_id = :feed), feed_title)
           WHERE feed_id = :feed""", {"feed": feed_id})
    connection.execute("DELETE FROM feeds WHERE feed_id = ?", (feed_id,))
    inherit(connection, going)
    forget(connection, going)


def forget(connection: Connection, seqs: Sequence[int]) -> None:
    """Take articles out, with their matter and their words."""
    words = _Words()
    for seq in seqs:
        words.take_out(connection, seq)
    connection.executemany("DELETE FROM articles WHERE seq = ?", ((seq,) for seq in seqs))
    words.write(connection)


def set_mark(connection: Connection, article_ids: Sequence[str], mark: Mark, on: bool,
             places: Sequence[Place] = ()) -> None:
    """Set or take away a mark of articles; unknown ids are passed over. ``places``: where some of them stand."""
    column = _COLUMN[mark]
    seqs = _seqs(connection, article_ids, places)
    values = {"ids": json.dumps(sorted(seqs)), "on": int(on)}
    connection.execute(f"UPDATE articles SET {column} = :on WHERE seq IN ({_THESE}) AND {column} <> :on", values)
    connection.execute(
        f"""INSERT INTO marks (article_id, url, is_read, kept, later, done)
            SELECT article_id, url, is_read, kept, later, done FROM articles WHERE seq IN ({_THESE})
            ON CONFLICT (article_id, url) DO UPDATE SET {column} = excluded.{column}""", values)
    # What the vault's log once said of these addresses is outdated by what the person does now.
    connection.execute(
        f"""UPDATE marks SET {column} = :on WHERE article_id = '' AND url IN (
            SELECT url FROM articles WHERE seq IN ({_THESE}) AND url <> '')""", values)
    mark_others(connection, seqs, mark, on)


def _seqs(connection: Connection, article_ids: Sequence[str], places: Sequence[Place]) -> list[int]:
    """Look articles up, each once: by its id alone each one lies on a page of its own in a big stream, while those that
    stand beside each other in lists lie together."""
    pairs = [(to_iso(datetime.fromisoformat(at)), key) for at, key in places]
    here = {key: seq for seq, key in connection.execute(_AT_PLACES, {"places": json.dumps(pairs)})} if pairs else {}
    wanted = set(article_ids)
    found = [seq for key, seq in here.items() if key in wanted]
    others = json.dumps([key for key in article_ids if key not in here])
    found += [row[0] for row in connection.execute(
        f"SELECT seq FROM articles WHERE article_id IN ({_THESE})", {"ids": others})]
    return found


def adopt_marks(connection: Connection, marks: Iterable[tuple[str, Mark, bool]]) -> None:
    """Take over what the vault says of addresses, for articles that are here and for those still to come."""
    for url, mark, on in marks:
        if not url:
            continue
        column, value = _COLUMN[mark], int(on)
        if url.startswith(_WITHOUT_ADDRESS):
            own = url.removeprefix(_WITHOUT_ADDRESS)
            connection.execute(f"UPDATE articles SET {column} = ? WHERE article_id = ? AND {column} <> ?",
                               (value, own, value))
            connection.execute(
                f"""INSERT INTO marks (article_id, url, {column}) VALUES (?, '', ?)
                    ON CONFLICT (article_id, url) DO UPDATE SET {column} = excluded.{column}""", (own, value))
            continue
        connection.execute(f"UPDATE articles SET {column} = ? WHERE url = ? AND url <> '' AND {column} <> ? "
                           f"AND {once(mark, on)}", (value, url, value))
        connection.execute(f"UPDATE marks SET {column} = ? WHERE url = ? AND url <> ''", (value, url))
        connection.execute(
            f"""INSERT INTO marks (article_id, url, {column}) VALUES ('', ?, ?)
                ON CONFLICT (article_id, url) DO UPDATE SET {column} = excluded.{column}""", (url, value))


class _Words:
    """Gathers what the full-text table must hear, to tell it all at once at the end.

    Any other statement in between would make it write out what it has gathered so far.
    """

    def __init__(self) -> None:
        self._told: list[tuple[str, tuple[int, str, str, str]]] = []

    def take_out(self, connection: Connection, seq: int) -> None:
        """Forget a body, which must still stand as it was when its words came in."""
        row = connection.execute("SELECT seq, title, author, text FROM bodies WHERE seq = ?", (seq,)).fetchone()
        if row is not None:
            self._told.append((_WORDS_OUT, tuple(row)))

    def put_in(self, seq: int, entry: Entry) -> None:
        """Take in the words of a body."""
        self._told.append((_WORDS_IN, (seq, entry.title, entry.author, entry.text)))

    def write(self, connection: Connection) -> None:
        """Tell the full-text table, in the order in which it was said."""
        for sql, values in self._told:
            connection.execute(sql, values)


def _add(connection: Connection, words: _Words, feed_id: str, article_id: str, entry: Entry, now: datetime) -> None:
    url = entry.url or f"urn:pkm:article:{article_id}"  # as the vault's log of marks calls what has no address
    earlier = marks_beside(connection, feed_id, entry) or connection.execute(
        _EARLIER_MARKS, {"article_id": article_id, "url": url}).fetchone()
    published, fetched = optional_iso(entry.published), to_iso(now)
    added = connection.execute(_NEW_ARTICLE, (
        article_id, feed_id, entry.uid, entry.url, entry.title, entry.author, published, fetched,
        published or fetched, entry.language, _excerpt(entry), entry.digest, *(mark or 0 for mark in earlier)))
    if added.rowcount:  # 0 when another process brought the same article in at the same time
        seq = int(added.lastrowid or 0)
        connection.execute("INSERT INTO bodies (seq, title, author, text, html, digest) VALUES (?, ?, ?, ?, ?, ?)",
                           (seq, entry.title, entry.author, entry.text, entry.html, entry.digest))
        words.put_in(seq, entry)


def _change(connection: Connection, words: _Words, article_id: str, entry: Entry, now: datetime) -> None:
    row = connection.execute(_CHANGED_ARTICLE, {
        "uid": entry.uid, "url": entry.url, "title": entry.title, "author": entry.author,
        "published": optional_iso(entry.published), "language": entry.language, "excerpt": _excerpt(entry),
        "digest": entry.digest, "now": to_iso(now), "article_id": article_id}).fetchone()
    if row is not None:
        words.take_out(connection, row["seq"])
        full = held_apart(connection, row["seq"], entry.text, entry.html, entry.digest)
        if full is None:
            connection.execute("UPDATE bodies SET text = ?, html = ?, digest = ? WHERE seq = ?",
                               (entry.text, entry.html, entry.digest, row["seq"]))
        connection.execute("UPDATE bodies SET title = ?, author = ? WHERE seq = ?",
                           (entry.title, entry.author, row["seq"]))
        words.put_in(row["seq"], entry if full is None else replace(entry, text=full))


def _excerpt(entry: Entry) -> str:
    for read in (EXCERPT_CHARACTERS * 5 // 4, EXCERPT_CHARACTERS * 4):  # mostly a little is enough
        start = " ".join(entry.text[:read].split())
        if len(start) > EXCERPT_CHARACTERS:
            break
    else:
        return start
    return start[:EXCERPT_CHARACTERS].rpartition(" ")[0] + "…"
