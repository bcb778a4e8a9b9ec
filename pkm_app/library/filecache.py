"""What is known of the vault's files without opening them: a cache over the files, which are the truth.

Deleting the database and scanning the vault again gives the same answers.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from pkm_app.base.errors import Ambiguous, NotFound
from pkm_app.content.sameplace import place, same_page
from pkm_app.content.wikilinks import resolve
from pkm_app.library.database import Connection, Database
from pkm_app.library.filerows import (
    CARD,
    HIGHLIGHT,
    OTHER_COMES_FIRST,
    OWN_ID,
    card_of,
    folded_name,
    highlight_of,
    values_of,
)
from pkm_app.library.synchronisers import is_conflict_copy
from pkm_app.sense.model import FileCard, FileType, Highlight

_PATHS_SHOWN = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """By what a change is noticed: time of change in nanoseconds, size in bytes, SHA-256 of the bytes."""

    mtime_ns: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything the cache keeps of one file. ``links`` are (target, block id) once each; ``data`` are its bytes, kept
    so that they can be put into history."""

    card: FileCard
    known: Known
    highlights: tuple[Highlight, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    data: bytes = b""


class FileCache:
    """The tables ``vault_*`` and ``index_queue``. Thread-safe. Knows one vault at a time."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, root: str) -> None:
        """Say which vault this is; what was known of another one is forgotten."""
        def run(connection: Connection) -> None:
            row = connection.execute("SELECT root FROM vault_root").fetchone()
            if row is not None and row["root"] != root:
                paths = [row["path"] for row in connection.execute("SELECT path FROM vault_files")]
                _drop(connection, paths)
            connection.execute("INSERT OR REPLACE INTO vault_root (one, root) VALUES (1, ?)", (root,))

        known = self._db.read(lambda c: c.execute("SELECT root FROM vault_root").fetchone())
        if known is None or known["root"] != root:
            self._db.write(run)
        unplaced = self._db.read(lambda c: c.execute(
            "SELECT path, url FROM vault_files WHERE place = '' AND url <> ''").fetchall())
        if unplaced:  # read by a version of the program that did not know of places
            self._db.write(lambda connection: connection.executemany(
                "UPDATE vault_files SET place = ? WHERE path = ? AND url = ?",
                [(place(row["url"]), row["path"], row["url"]) for row in unplaced]).rowcount)

    def known(self) -> dict[str, Known]:
        """Return by path what each file was like when it was last read."""
        rows = self._db.read(lambda c: c.execute("SELECT path, mtime_ns, size, digest FROM vault_files").fetchall())
        return {row["path"]: Known(row["mtime_ns"], row["size"], row["digest"]) for row in rows}

    def put(self, card: FileCard, known: Known, highlights: Sequence[Highlight], links: Sequence[tuple[str, str]],
            data: bytes = b"") -> None:
        """Take in one file, and queue it for the index, in one transaction."""
        self.put_all([Record(card, known, tuple(highlights), tuple(links), data)])

    def put_all(self, records: Sequence[Record]) -> None:
        """The same for many files in one transaction."""
        def run(connection: Connection) -> None:
            for record in records:
                _put(connection, record)
            _queue(connection, [record.card.path for record in records])

        if records:
            self._db.write(run)

    def touch(self, known: Mapping[str, Known]) -> None:
        """Note new times of files whose words stayed; nothing is queued."""
        def run(connection: Connection) -> None:
            connection.executemany("UPDATE vault_files SET mtime_ns = ?, size = ? WHERE path = ?",
                                   [(item.mtime_ns, item.size, path) for path, item in known.items()])

        if known:
            self._db.write(run)

    def drop(self, paths: Sequence[str]) -> None:
        """Forget files that are gone, and queue them for the index."""
        if paths:
            self._db.write(lambda connection: _drop(connection, paths))

    def ids(self, paths: Sequence[str]) -> dict[str, str]:
        """Return the ids that these files say they have, by path; those without one are left out."""
        found: dict[str, str] = {}
        for path in paths:
            row = self._db.read(lambda c, path=path: c.execute(  # type: ignore[misc]  # each asks for its own
                "SELECT file_id FROM vault_files WHERE path = ? AND file_id <> ''", (path,)).fetchone())
            if row is not None:
                found[path] = row["file_id"]
        return found

    def words(self, path: str) -> bytes | None:
        """Return the bytes a file had when it was last seen, None when they were not kept."""
        row = self._db.read(lambda c: c.execute("SELECT data FROM vault_words WHERE path = ?", (path,)).fetchone())
        return None if row is None else zlib.decompress(row["data"])

    def cards(self, types: Sequence[FileType] = (), limit: int = 1000, offset: int = 0) -> list[FileCard]:
        """Return the files of these types (of all types but ``shared`` when none is named), latest change first."""
        where = f"type IN ({','.join('?' * len(types))})" if types else "type <> 'shared'"
        return self._cards(f"WHERE {where} ORDER BY mtime_ns DESC, seq DESC LIMIT ? OFFSET ?", *types, limit, offset)

    def find(self, name: str) -> FileCard:
        """Return a file by path, id, or unambiguous beginning of an id. Raises NotFound, Ambiguous."""
        for path in (name, f"{name}.md"):
            found = self._cards("WHERE path = ?", path)
            if found:
                return found[0]
        own = f"WHERE {OWN_ID} <> '' AND file_id"
        found = self._cards(f"{own} = ?", name) if name else []
        if not found and name:
            found = self._cards(f"{own} >= ? AND file_id < ? ORDER BY path LIMIT 20", name, name + "\U0010ffff")
        if not found and name:
            called = self._cards("WHERE title = ? COLLATE NOCASE ORDER BY conflict, path LIMIT 4", name)
            if called:
                raise NotFound("“{name}” is a title. Say which file you mean: {shown}.", name=name,
                               shown=", ".join(card.path for card in called))
        return _the_one(name, found, lambda card: f"{card.file_id} ({card.title})")

    def by_url(self, url: str) -> FileCard | None:
        """Return the source with this address, or with another spelling of it, None when there is none."""
        if not url:
            return None
        found = self._cards("WHERE place = ? AND place <> '' AND type = 'source' "
                            "ORDER BY url <> ?, conflict, length(path), path LIMIT 100", place(url), url)
        return next((card for card in found if same_page(card.url, url)), None)

    def resolve(self, target: str, from_path: str) -> str | None:
        """Return the path a wikilink's target means when it stands in ``from_path``."""
        last = target.strip().rpartition("/")[2]
        rows = self._db.read(lambda c: c.execute(
            "SELECT path FROM vault_files WHERE name IN (?, ?)", (folded_name(last), folded_name(last + ".md")),
        ).fetchall())
        return resolve(target, from_path, [row["path"] for row in rows])

    def is_linked(self, name: str) -> bool:
        """Say whether links lead to a file of this name, so that another one of that name could take them."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT DISTINCT path, target FROM vault_links WHERE name = ? LIMIT 1000", (folded_name(name),)).fetchall())
        return any(self.resolve(row["target"], row["path"]) for row in rows if row["target"])

    def backlinks(self, path: str) -> list[str]:
        """Return the paths of the files that link to a file, in order."""
        name = _name_of(path)
        rows = self._db.read(lambda c: c.execute(
            "SELECT path, target FROM vault_links WHERE name = ? ORDER BY path, place", (name,)).fetchall())
        candidates = [row["path"] for row in self._db.read(lambda c: c.execute(
            "SELECT path FROM vault_files WHERE name = ?", (name,)).fetchall())]
        found = dict.fromkeys(
            row["path"] for row in rows
            if row["path"] != path and resolve(row["target"], row["path"], candidates) == path)
        return list(found)

    def highlights(self, source_path: str = "") -> list[Highlight]:
        """Return the highlights of one file or of all, in the order of the files; each id once."""
        if source_path:
            return self._highlights("WHERE h.path = ?", source_path)
        return self._highlights("")

    def find_highlight(self, prefix: str) -> Highlight:
        """Return a highlight by id or unambiguous beginning. Raises NotFound, Ambiguous."""
        found = self._highlights("WHERE h.highlight_id = ?", prefix)
        if not found and prefix:
            found = self._highlights("WHERE h.highlight_id >= ? AND h.highlight_id < ?", prefix, prefix + "\U0010ffff")
        return _the_one(prefix, found, lambda highlight: highlight.highlight_id)

    def fill_anchor(self, highlight: Highlight) -> None:
        """Note where a highlight sits, once that is known."""
        self._db.write(lambda connection: connection.execute(
            "UPDATE vault_highlights SET exact = ?, prefix = ?, suffix = ?, start = ?, colour = ?, made = ?, "
            "digest = ? WHERE highlight_id = ? AND source_id = ?",
            (highlight.exact, highlight.prefix, highlight.suffix, highlight.start, highlight.colour, highlight.made,
             highlight.digest, highlight.highlight_id, highlight.source_id)))

    def _cards(self, rest: str, *values: object) -> list[FileCard]:
        rows = self._db.read(lambda c: c.execute(f"SELECT {CARD} FROM vault_files AS f {rest}", values).fetchall())
        return [card_of(row) for row in rows]

    def _highlights(self, where: str, *values: object) -> list[Highlight]:
        of_all = "AND" if where else "WHERE"
        once = "h.path = o.path AND o.place < h.place" if where.startswith("WHERE h.path") else OTHER_COMES_FIRST
        sql = (f"SELECT {HIGHLIGHT} FROM vault_highlights AS h JOIN vault_files AS f USING (path) {where} {of_all} "
               "NOT EXISTS (SELECT 1 FROM vault_highlights AS o JOIN vault_files AS g USING (path) "
               f"WHERE o.highlight_id = h.highlight_id AND {once}) ORDER BY h.path, h.place")
        users = ("SELECT DISTINCT l.block, l.path FROM vault_links AS l JOIN vault_files AS f USING (path) "
                 "WHERE l.block <> '' AND f.type <> 'shared' ORDER BY l.path")

        def run(connection: Connection) -> list[Highlight]:
            rows = connection.execute(sql, values).fetchall()
            if len(rows) == 1:
                links = connection.execute(users.replace("l.block <> ''", "l.block = ?"), (rows[0]["highlight_id"],))
            else:
                links = connection.execute(users)
            used: dict[str, list[str]] = {}
            for link in links:
                used.setdefault(link["block"], []).append(link["path"])
            return [highlight_of(row, used.get(row["highlight_id"], ())) for row in rows]

        return self._db.read(run)


def _put(connection: Connection, record: Record) -> None:
    path, known = record.card.path, record.known
    connection.execute("DELETE FROM vault_files WHERE path = ?", (path,))
    values = {
        "path": path, "name": _name_of(path), "conflict": int(is_conflict_copy(path.rpartition("/")[2])),
        "mtime_ns": known.mtime_ns, "size": known.size, "digest": known.digest, **values_of(record.card),
        "place": place(record.card.url),
    }
    connection.execute(
        f"INSERT INTO vault_files ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        tuple(values.values()))
    connection.execute("INSERT INTO vault_words (path, data) VALUES (?, ?)", (path, zlib.compress(record.data, 1)))
    connection.executemany(
        "INSERT INTO vault_highlights (path, place, highlight_id, source_id, exact, prefix, suffix, start, colour, "
        "comment, made, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(path, place, h.highlight_id, h.source_id, h.exact, h.prefix, h.suffix, h.start, h.colour, h.comment, h.made,
          h.digest) for place, h in enumerate(record.highlights)])
    connection.executemany(
        "INSERT INTO vault_links (path, place, target, name, block) VALUES (?, ?, ?, ?, ?)",
        [(path, place, target, folded_name(target.rpartition("/")[2]), block.removeprefix("^"))
         for place, (target, block) in enumerate(record.links)])


def _drop(connection: Connection, paths: Sequence[str]) -> None:
    connection.executemany("DELETE FROM vault_files WHERE path = ?", [(path,) for path in paths])
    _queue(connection, paths)


def _queue(connection: Connection, paths: Iterable[str]) -> None:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    connection.executemany(
        "INSERT OR REPLACE INTO index_queue (path, queued) VALUES (?, ?)",
        [(path, now) for path in paths])


def _name_of(path: str) -> str:
    return folded_name(path.rpartition("/")[2])


def _the_one(name: str, found: Sequence[T], label: Callable[[T], str]) -> T:
    if not found:
        raise NotFound("Nothing here is called {name}.", name=name)
    if len(found) > 1:
        shown = ", ".join(label(item) for item in found[:_PATHS_SHOWN])
        raise Ambiguous("“{name}” fits several: {shown}. Give more of it.", name=name, shown=shown)
    return found[0]
