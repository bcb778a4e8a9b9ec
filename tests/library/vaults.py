"""Small vaults and the index beside them, for tests."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pkm_app.base.events import Event
from pkm_app.library.database import Connection, Database
from pkm_app.library.indexer import Indexer


@dataclass
class Bench:
    """A vault, a database and an indexer that calls the worker's functions here."""

    root: Path
    db: Database
    indexer: Indexer
    calls: list[str]

    @property
    def folder(self) -> Path:
        return self.root / "cache" / "index"

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files (None: delete), and queue them as the vault's cache does."""
        for name, text in files.items():
            path = self.root / "vault" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        queue(self.db, *files)

    def drain(self) -> list[Event]:
        return list(self.indexer.drain())

    def find(self, query: str, *kinds: str, limit: int = 20) -> list[str]:
        """The ids that a search finds, best first."""
        return [hit.id for hit in self.indexer.search(query, kinds, limit)[0]]


def queue(db: Database, *paths: str) -> None:
    """Put paths in the queue and, where the vault's cache knows files, among them."""
    columns = ("name", "digest", "file_id", "title", "lang", "created", "updated", "maturity", "value", "question",
               "url", "author", "kind", "excerpt")

    def run(connection: Connection) -> None:
        for path in paths:
            connection.execute(
                f"""INSERT OR IGNORE INTO vault_files (path, conflict, mtime_ns, size, type, tags, private,
                    {', '.join(columns)}) VALUES (?, 0, 0, 0, 'note', '[]', 0{", ''" * len(columns)})""", (path,))
            connection.execute("INSERT OR REPLACE INTO index_queue (path, queued) VALUES (?, ?)",
                               (path, os.urandom(8).hex()))

    db.write(run)


def make_bench(root: Path) -> Bench:
    """Make an empty vault with its database; the index is not there yet."""
    (root / "vault").mkdir()
    (root / "cache").mkdir()
    db = Database(root / "data" / "pkm.db")
    calls: list[str] = []

    def call(function, *arguments, seconds: float | None = None):
        calls.append(function.__name__)
        return function(*arguments)

    return Bench(root, db, Indexer(db, root / "vault", root / "cache" / "index", call), calls)
