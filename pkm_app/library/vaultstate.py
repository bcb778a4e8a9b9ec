"""What is not as it should be in a vault, from what is cached of it and from a look at its folders."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from pkm_app.content.sameplace import same_page
from pkm_app.library.database import Database, Row
from pkm_app.library.files import digest
from pkm_app.library.synchronisers import is_stray, original_name

_EMPTY = digest(b"")
_PLACEHOLDER = re.compile(r"\.(?P<name>.+\.md)\.icloud|(?P<cloud>.+\.md)\.(?:cloud|cloudf|placeholder|nextcloud)",
                          re.IGNORECASE)
# FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN and _RECALL_ON_DATA_ACCESS: the words are elsewhere (OneDrive and others)
_ELSEWHERE = 0x1000 | 0x40000 | 0x400000


class VaultLook:
    """Implements sense.doctor.VaultState for the vault ``root``."""

    def __init__(self, db: Database, root: Path) -> None:
        self._db = db
        self._root = root

    def conflict_copies(self) -> Sequence[tuple[str, str]]:
        """Return (copy, path of the file it is a copy of) in order."""
        found = []
        for row in self._rows("SELECT path FROM vault_files WHERE conflict ORDER BY path"):
            folder, slash, name = row["path"].rpartition("/")
            found.append((row["path"], folder + slash + original_name(name)))
        return found

    def double_ids(self) -> Sequence[tuple[str, str]]:
        """Return (path, path of the file that keeps the id); no conflict copies."""
        rows = self._rows("SELECT path, file_id AS same FROM vault_files WHERE file_id <> '' AND NOT conflict AND "
                          "file_id IN (SELECT file_id FROM vault_files WHERE NOT conflict GROUP BY file_id "
                          "HAVING count(*) > 1) ORDER BY file_id, length(path), path")
        return _after_the_first(rows)

    def twins(self) -> Sequence[tuple[str, str]]:
        """Return (path, path of another file with the very same bytes); no conflict copies, no empty files."""
        rows = self._rows("SELECT path, digest AS same FROM vault_files WHERE NOT conflict AND type <> 'shared' AND "
                          "digest <> ? AND digest IN (SELECT digest FROM vault_files WHERE NOT conflict "
                          "GROUP BY digest HAVING count(*) > 1) ORDER BY digest, length(path), path", _EMPTY)
        return _after_the_first(rows)

    def same_sources(self) -> Sequence[tuple[str, str]]:
        """Return (path, path of another source with the same address); no conflict copies."""
        rows = self._rows("SELECT path, place, url FROM vault_files WHERE type = 'source' AND NOT conflict AND "
                          "place <> '' AND place IN (SELECT place FROM vault_files WHERE type = 'source' AND "
                          "NOT conflict GROUP BY place HAVING count(*) > 1) ORDER BY place, length(path), path")
        found = []
        for number, row in enumerate(rows):
            first = next((one for one in rows[:number] if one["place"] == row["place"]
                          and same_page(one["url"], row["url"])), None)
            if first:
                found.append((row["path"], first["path"]))
        return found

    def not_here(self) -> Sequence[str]:
        """Return the paths of files that a synchroniser has not fetched yet, or that are gone and stayed known."""
        known = {row["path"]: row["digest"] for row in self._rows("SELECT path, digest FROM vault_files")}
        found: set[str] = set()
        for path, its_digest in known.items():
            try:
                info = os.stat(self._root / path)
            except OSError:
                found.add(path)
                continue
            if (not info.st_size and its_digest != _EMPTY) or getattr(info, "st_file_attributes", 0) & _ELSEWHERE:
                found.add(path)
        for folder, folders, names in os.walk(self._root):
            folders[:] = [name for name in folders if not is_stray(name)]
            for name in names:
                match = _PLACEHOLDER.fullmatch(name)
                if match:
                    found.add((Path(folder) / (match["name"] or match["cloud"])).relative_to(self._root).as_posix())
        return sorted(found)

    def unreadable(self) -> Sequence[str]:
        """Return the paths of files that are private and say nothing else of themselves: those to be looked at."""
        return [row["path"] for row in self._rows(
            "SELECT path FROM vault_files WHERE private AND file_id = '' AND created = '' AND tags = '[]' "
            "ORDER BY path")]

    def _rows(self, sql: str, *values: object) -> list[Row]:
        return self._db.read(lambda c: c.execute(sql, values).fetchall())


def _after_the_first(rows: Sequence[Row]) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    found = []
    for row in rows:
        owner = first.setdefault(row["same"], row["path"])
        if owner != row["path"]:
            found.append((row["path"], owner))
    return found
