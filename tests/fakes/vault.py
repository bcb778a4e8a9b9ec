"""A vault in memory. It passes the contract suite of the real one (tests/contracts/vault.py)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pkm_app.base.errors import Ambiguous, NotFound, Refused, StorageProblem
from pkm_app.content.clean import clean_html
from pkm_app.content.filenames import file_name, taken_among
from pkm_app.content.sameplace import same_page
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.content.wikilinks import resolve
from pkm_app.library.filecache import Known, Record
from pkm_app.library.filecards import record_of
from pkm_app.library.files import digest
from pkm_app.library.synchronisers import is_conflict_copy
from pkm_app.sense.model import FileCard, FileType, Highlight, Loaded, Saved, Version


class MemoryVault:
    """Implements ``sense.ports.Vault``. ``files`` holds the bytes by path, the latest change last."""

    def __init__(self, now: datetime = datetime(2026, 11, 20, 14, 12, 3, tzinfo=UTC)) -> None:
        self.files: dict[str, bytes] = {}
        self._trash: dict[str, tuple[str, bytes]] = {}
        self._now = now
        self._versions: dict[str, list[bytes]] = {}
        self._snapshots: dict[tuple[str, str], str] = {}
        self._anchors: dict[tuple[str, str], Highlight] = {}

    def outside(self, path: str, data: bytes | None) -> None:
        """Another program writes a file, or removes it."""
        self.files.pop(path, None)
        if data is not None:
            self.files[path] = data

    def load(self, path: str) -> Loaded:
        path = _inside(path)
        data = self._trash[path][1] if path in self._trash else self.files.get(path)
        if data is None:
            raise NotFound("There is no file {path}.", path=path)
        return Loaded(path, parse_vault_file(data), digest(data))

    def save(self, path: str, file: VaultFile, loaded_digest: str) -> Saved:
        path, data = _inside(path), file.to_bytes()
        current = self.files.get(path)
        fresh = digest(data)
        if current is not None and (current == data or fresh == loaded_digest):
            return Saved(path, fresh, written=False)
        conflict = ""
        if current is not None:
            self._versions.setdefault(path, []).append(current)
            if digest(current) != loaded_digest:
                conflict = self._free(path, f" (conflict {self._now:%Y-%m-%d %H%M%S})")
                self.files[conflict] = current
        self.outside(path, data)
        return Saved(path, fresh, conflict)

    def create(self, folder: str, title: str, file: VaultFile) -> Saved:
        folder = _inside(folder)
        here = taken_among(path.rpartition("/")[2] for path in self.files if path.rpartition("/")[0] == folder)
        meant = taken_among(path.rpartition("/")[2] for path in self.files if self.backlinks(path))
        name = file_name(title, ".md", lambda name: here(name) or meant(name))
        path = f"{folder}/{name}" if folder else name
        self.files[path] = file.to_bytes()
        return Saved(path, digest(self.files[path]))

    def move(self, old: str, new: str) -> None:
        old, new = self.load(old).path, _inside(new)
        if new in self.files:
            raise StorageProblem("{path} is there already.", path=new)
        self.files[new] = self.files.pop(old)
        self._versions[new] = self._versions.pop(old, []) + self._versions.get(new, [])

    def delete(self, path: str) -> str:
        path = self.load(path).path
        number = sum(one.startswith(f".trash/{path}") for one in self._trash)
        trashed = f".trash/{path}" + (f" ({number})" if number else "")
        self._trash[trashed] = (path, self.files.pop(path))
        return trashed

    def trash(self) -> Sequence[str]:
        return sorted(self._trash)

    def put_back(self, trashed: str) -> str:
        if trashed not in self._trash:
            raise NotFound("There is no {path} in the trash.", path=trashed)
        path, data = self._trash.pop(trashed)
        while path in self.files:
            path = self._free(path, " (2)")
        self.files[path] = data
        return path

    def history(self, path: str) -> Sequence[Version]:
        return [Version(number, self._now, len(data)) for number, data in enumerate(self._versions.get(path, []), 1)]

    def version(self, path: str, number: int) -> bytes:
        versions = self._versions.get(path, [])
        if not 1 <= number <= len(versions):
            raise NotFound("There is no version {number} of {path}.", number=number, path=path)
        return versions[number - 1]

    def cards(self, types: Sequence[FileType] = (), limit: int = 1000, offset: int = 0) -> Sequence[FileCard]:
        found = [record.card for record in reversed(self._records())
                 if (record.card.type in types if types else record.card.type != "shared")]
        return found[offset:offset + limit]

    def find(self, name: str) -> FileCard:
        cards = [record.card for record in self._records()]
        for fits in (lambda card: card.path in (name, f"{name}.md"),
                     lambda card: name and card.file_id == name,
                     lambda card: name and card.file_id.startswith(name)):
            found = [card for card in cards if fits(card)]
            if found:
                return _one(name, found)
        return _one(name, [])

    def resolve(self, target: str, from_path: str) -> str | None:
        return resolve(target, from_path, self.files)

    def backlinks(self, path: str) -> Sequence[str]:
        records = sorted(self._records(), key=lambda record: record.card.path)
        return [record.card.path for record in records if record.card.path != path
                and any(resolve(target, record.card.path, self.files) == path for target, _ in record.links)]

    def by_url(self, url: str) -> FileCard | None:
        found = [r.card for r in self._records() if url and same_page(r.card.url, url) and r.card.type == "source"]
        return min(found, key=lambda card: (card.url != url, *_rank(card.path)), default=None)

    def put_snapshot(self, source_id: str, html: str) -> str:
        html = clean_html(html)
        self._snapshots[source_id, digest(html.encode())] = html
        return digest(html.encode())

    def snapshot(self, source_id: str, digest: str) -> str:
        if (source_id, digest) not in self._snapshots:
            raise NotFound("There is no version {version} of this source.", version=digest)
        return self._snapshots[source_id, digest]

    def snapshots_of(self, source_id: str) -> Sequence[str]:
        return [digest for known, digest in reversed(self._snapshots) if known == source_id]

    def put_anchor(self, source_id: str, highlight: Highlight) -> None:
        if (source_id, highlight.highlight_id) in self._anchors:
            raise Refused("Where the highlight {id} sits is written already.", id=highlight.highlight_id)
        bare = replace(highlight, source_path="", source_id=source_id, comment="", where="unchecked", used_in=())
        self._anchors[source_id, highlight.highlight_id] = bare

    def move_anchor(self, source_id: str, highlight: Highlight) -> None:
        self._anchors.pop((source_id, highlight.highlight_id), None)
        self.put_anchor(source_id, highlight)

    def anchor(self, source_id: str, highlight_id: str) -> Highlight | None:
        found = self._anchors.get((source_id, highlight_id))
        paths = [record.card.path for record in self._records() if record.card.file_id == source_id]
        return replace(found, source_path=paths[0]) if found and paths else found

    def highlights(self, source_path: str = "") -> Sequence[Highlight]:
        records = sorted(self._records(), key=lambda record: record.card.path)
        first: dict[str, tuple[object, ...]] = {}
        for record in records:
            for highlight in record.highlights:
                rank = (record.card.type != "source", *_rank(record.card.path))
                first[highlight.highlight_id] = min(rank, first.get(highlight.highlight_id, rank))
        return [
            replace(highlight, used_in=_users(records, highlight))
            for record in records for highlight in record.highlights
            if record.card.path == (source_path or first[highlight.highlight_id][-1])
        ]

    def find_highlight(self, prefix: str) -> Highlight:
        found = [highlight for highlight in self.highlights() if prefix and highlight.highlight_id.startswith(prefix)]
        return _one(prefix, [highlight for highlight in found if highlight.highlight_id == prefix] or found)

    def _records(self) -> list[Record]:
        records = [record_of(path, data, Known(0, len(data), digest(data)), self._anchor_of)
                   for path, data in self.files.items()]
        owners: dict[str, str] = {}
        for record in sorted(records, key=lambda record: _rank(record.card.path)):
            owners.setdefault(record.card.file_id, record.card.path)
        return [replace(record, card=replace(
            record.card, modified=self._now,
            file_id=record.card.file_id if owners[record.card.file_id] == record.card.path else "",
        )) for record in records]

    def _anchor_of(self, source_id: str, highlight_id: str) -> Highlight | None:
        return self._anchors.get((source_id, highlight_id))

    def _free(self, path: str, words: str) -> str:
        stem = path.removesuffix(".md")
        names = [f"{stem}{words}.md", *(f"{stem}{words} {number}.md" for number in range(2, 100))]
        return next(name for name in names if name not in self.files)


def _users(records: Sequence[Record], highlight: Highlight) -> tuple[str, ...]:
    return tuple(
        record.card.path for record in records
        if record.card.path != highlight.source_path and record.card.type != "shared"
        and any(block == highlight.highlight_id for _, block in record.links))


def _rank(path: str) -> tuple[bool, int, str]:
    return is_conflict_copy(path.rpartition("/")[2]), len(path), path


def _one(name, found):
    if not found:
        raise NotFound("Nothing here is called {name}.", name=name)
    if len(found) > 1:
        raise Ambiguous("“{name}” fits several.", name=name)
    return found[0]


def _inside(path: str) -> str:
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or path.startswith("/"):
        raise Refused("{path} leads out of your PKM folder.", path=path)
    return "/".join(parts)
