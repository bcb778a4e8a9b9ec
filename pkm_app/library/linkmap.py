"""Which files link where, and which speak of a title, from what is cached of the vault."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.content.wikilinks import resolve
from pkm_app.library.database import Database
from pkm_app.library.filerows import folded_name
from pkm_app.library.paths import VaultPaths

_AT_ONCE = 500
_HEAD = 4096


class VaultLinkMap:
    """Implements sense.ports.LinkMap. Thread-safe."""

    def __init__(self, db: Database, paths: VaultPaths) -> None:
        self._db = db
        self._paths = paths

    def namesakes(self, paths: Sequence[str]) -> Sequence[str]:
        """Return the paths of the files that have the name of one of these, whatever their folder."""
        return self._by_name("SELECT path FROM vault_files WHERE name IN ({marks}) ORDER BY path", paths)

    def linking(self, paths: Sequence[str]) -> Sequence[str]:
        """Return the paths of the files with a link that names one of these; what was shared is not among them."""
        return self._by_name(
            "SELECT DISTINCT l.path FROM vault_links AS l JOIN vault_files AS f USING (path) "
            "WHERE l.name IN ({marks}) AND f.type <> 'shared' ORDER BY l.path", paths)

    def names_in(self, folder: str) -> Sequence[str]:
        """Return the names in a folder of the vault, as they are on the disk. Raises StorageProblem."""
        return self._paths.listing(folder)

    def named(self) -> Sequence[tuple[str, str, tuple[str, ...]]]:
        """Return (path, title, aliases) of every file but what was shared, latest change first."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT path, title, data FROM vault_files JOIN vault_words USING (path) WHERE type <> 'shared' "
            "ORDER BY mtime_ns DESC, path").fetchall())
        return [(row["path"], row["title"], _aliases(row["data"])) for row in rows]

    def broken(self) -> Sequence[tuple[str, str, str]]:
        """Return (path, target, block) of every link that leads to no Markdown file, in order."""
        rows = self._db.read(lambda c: c.execute(
            "SELECT l.path, l.target, l.block, l.name FROM vault_links AS l JOIN vault_files AS f USING (path) "
            "WHERE l.target <> '' AND f.type <> 'shared' ORDER BY l.path, l.place").fetchall())
        by_name: dict[str, list[str]] = {}
        for row in self._db.read(lambda c: c.execute("SELECT path, name FROM vault_files").fetchall()):
            by_name.setdefault(row["name"], []).append(row["path"])
        found = dict.fromkeys((row["path"], row["target"], row["block"]) for row in rows
                              if resolve(row["target"], row["path"], by_name.get(row["name"], ())) is None)
        return list(found)

    def mentioning(self, words: Sequence[str]) -> Sequence[str]:
        """Return the paths of the files in which one of these words stands, capitals aside, latest change first."""
        wanted = [word.casefold() for word in words if word.strip()]
        found: list[str] = []
        offset = 0
        while wanted:
            rows = self._db.read(lambda c, at=offset: c.execute(  # type: ignore[misc]  # a default, so that each asks for its own
                "SELECT path, data FROM vault_words JOIN vault_files USING (path) WHERE type <> 'shared' "
                "ORDER BY mtime_ns DESC, path LIMIT ? OFFSET ?", (_AT_ONCE, at)).fetchall())
            for row in rows:
                text = zlib.decompress(row["data"]).decode("utf-8", "replace").casefold()
                if any(word in text for word in wanted):
                    found.append(row["path"])
            if len(rows) < _AT_ONCE:
                break
            offset += _AT_ONCE
        return found

    def _by_name(self, sql: str, paths: Sequence[str]) -> list[str]:
        names = sorted({folded_name(path.rpartition("/")[2]) for path in paths})
        rows = self._db.read(lambda c: c.execute(sql.format(marks=",".join("?" * len(names))), names).fetchall())
        return [row["path"] for row in rows]


def _aliases(data: bytes) -> tuple[str, ...]:
    head = zlib.decompressobj().decompress(data, _HEAD)  # the words of long files are not needed for this
    if b"aliases" not in head or not head.lstrip(b"\xef\xbb\xbf").startswith(b"---"):
        return ()
    file = parse_vault_file(head)
    if "aliases" not in file.front:
        file = parse_vault_file(zlib.decompress(data))
    return file.list_field("aliases")
