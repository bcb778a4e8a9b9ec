"""The vault: the folder of files a person owns. Implements ``sense.ports.Vault`` over real files.

Files are the truth. Each change is first on the disk, then in the cache; where the cache could not follow, the next
scan mends it. A path is relative to the vault, uses ``/`` and never leads outside it.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from pkm_app.base.errors import NotFound, Problem, StorageProblem
from pkm_app.base.events import Operation
from pkm_app.content.filenames import file_name
from pkm_app.content.vaultfile import VaultFile, parse_vault_file
from pkm_app.library.database import Database
from pkm_app.library.filecache import FileCache
from pkm_app.library.filecards import with_anchor
from pkm_app.library.files import AlreadyThere, digest, move_file, read_file, save_file
from pkm_app.library.history import History
from pkm_app.library.linkmap import VaultLinkMap
from pkm_app.library.paths import VaultPaths
from pkm_app.library.scan import Scanned, Scanner, read_record
from pkm_app.library.snapshots import Snapshots
from pkm_app.library.trash import Trash
from pkm_app.sense.model import FileCard, FileType, Highlight, Loaded, Saved, Version

_HIGHLIGHT_ID = re.compile(rb"\^(hl-[a-z0-9]{10})\b")


class FileVault:
    """One vault. Thread-safe; several processes may work in it at once.

    ``history`` is a folder outside the vault. The vault's folder is made at the first write, but only while
    nothing is known of it: a folder that is gone is not begun anew. ``device`` is this machine's name in the vault.
    """

    def __init__(self, root: Path, cache: FileCache, history: Path, device: str, now: Callable[[], datetime]) -> None:
        self._paths = VaultPaths(root)
        self._cache = cache
        self.device = device
        self._now = now
        # Two vaults of one profile do not share versions of files that happen to have one name.
        of_this = sha256(str(self._paths.real_root).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._history = History(history / of_this, now)
        self._snapshots = Snapshots(self._paths.real_root)
        self._trash = Trash(self._paths.real_root)
        self._recording = threading.RLock()
        self._notices: list[Problem] = []
        self._begin()

    @property
    def root(self) -> Path:
        """The vault's folder."""
        return self._paths.root

    def link_map(self, db: Database) -> VaultLinkMap:
        """Return which files link where, over the database in which they are cached."""
        return VaultLinkMap(db, self._paths)

    def prepare(self) -> None:
        """Make the vault's folder if this is its beginning. Raises StorageProblem when it cannot be used."""
        self._ready()

    def load(self, path: str) -> Loaded:
        """Read a file. Raises NotFound, StorageProblem, Refused for a path that leads out of the vault."""
        path, file = self._paths.locate(path)
        data = self._read(path, file)
        return Loaded(path, parse_vault_file(data), digest(data))

    def save(self, path: str, file: VaultFile, loaded_digest: str) -> Saved:
        """Replace a file atomically; what others wrote meanwhile is kept beside it as a conflict copy.

        The former version goes to the history first. A save that changes nothing writes nothing. Raises
        StorageProblem, and then nothing changed.
        """
        path, target = self._paths.locate(path)
        data = file.to_bytes()
        self._ready()
        self._paths.make_folder(target.parent)
        if digest(data) != loaded_digest:
            with suppress(NotFound):
                former = self._read(path, target)
                if former != data:
                    self._history.keep(path, former, always=_loses(former, data))
        outcome = save_file(target, data, loaded_digest, at=self._now().astimezone())
        conflict = "" if outcome.conflict is None else self._paths.relative(outcome.conflict)
        if outcome.written:
            self._record(path)
        if conflict:
            self._record(conflict)
        return Saved(path, outcome.digest, conflict, outcome.written)

    def create(self, folder: str, title: str, file: VaultFile) -> Saved:
        """Write a new file under a free name made from the title; ``folder`` "" is the vault itself.

        A name by which links mean a file in another folder is not free: the new file would take them.
        """
        where, directory = self._paths.locate_folder(folder)
        self._ready()
        self._paths.make_folder(directory)
        data = file.to_bytes()
        for _ in range(100):
            name = file_name(title, ".md", self._taken(directory))
            path = f"{where}/{name}" if where else name
            with suppress(AlreadyThere):  # somebody took the name meanwhile
                outcome = save_file(directory / name, data, None)
                self._record(path)
                return Saved(path, outcome.digest)
        raise StorageProblem("No free name was found for “{title}” in {folder}.", title=title, folder=directory)

    def _taken(self, folder: Path) -> Callable[[str], bool]:
        here = self._paths.names_in(folder)
        return lambda name: here(name) or self._cache.is_linked(name)

    def move(self, old: str, new: str) -> None:
        """Give a file another path, never over anything; its history goes along. Raises NotFound, StorageProblem."""
        old, source = self._paths.locate(old)
        new, target = self._paths.locate(new)
        self._read(old, source)
        self._paths.make_folder(target.parent)
        move_file(source, target, new)
        self._history.follow(old, new)
        self._told(lambda: self._cache.drop([old]))
        self._record(new)

    def delete(self, path: str) -> str:
        """Move a file to the trash; return where it lies now. Raises NotFound, StorageProblem."""
        path, file = self._paths.locate(path)
        self._read(path, file)
        trashed = self._trash.put(path, self._now().astimezone())
        self._told(lambda: self._cache.drop([path]))
        return trashed

    def trash(self) -> list[str]:
        """Return the paths of what lies in the trash."""
        return self._trash.contents()

    def put_back(self, trashed: str) -> str:
        """Move a file from the trash to where it was, or beside what stands there now; return its path."""
        if trashed not in self._trash.contents():
            raise NotFound("There is no {path} in the trash.", path=trashed)
        path = self._trash.put_back(trashed)
        self._record(path)
        return path

    def history(self, path: str) -> Sequence[Version]:
        """Return former versions, oldest first."""
        return self._history.versions(self._paths.locate(path)[0])

    def version(self, path: str, number: int) -> bytes:
        """Return the bytes of a former version. Raises NotFound."""
        return self._history.read(self._paths.locate(path)[0], number)

    def put_back_version(self, path: str, number: int) -> Saved:
        """Write a version of a file that is gone to where it was. Raises AlreadyThere when something is there."""
        path, target = self._paths.locate(path)
        data = self._history.read(path, number)
        self._ready()
        self._paths.make_folder(target.parent)
        outcome = save_file(target, data, None)
        self._record(path)
        return Saved(path, outcome.digest)

    def cards(self, types: Sequence[FileType] = (), limit: int = 1000, offset: int = 0) -> Sequence[FileCard]:
        """Return the files of these types, latest change first."""
        return self._cache.cards(types, limit, offset)

    def find(self, name: str) -> FileCard:
        """Return a file by id, unambiguous beginning of an id, or path. Raises NotFound, Ambiguous."""
        return self._cache.find(self._paths.as_named(name))

    def resolve(self, target: str, from_path: str) -> str | None:
        """Return the path a wikilink's target means when it stands in ``from_path``."""
        return self._cache.resolve(target, from_path)

    def backlinks(self, path: str) -> Sequence[str]:
        """Return the paths of the files that link to a file."""
        return self._cache.backlinks(path)

    def by_url(self, url: str) -> FileCard | None:
        """Return the source with this address, or with another spelling of it."""
        return self._cache.by_url(url)

    def put_snapshot(self, source_id: str, html: str) -> str:
        """Keep the version that was read; return its digest. The same version twice is one file."""
        self._ready()
        return self._snapshots.put(source_id, html)

    def snapshot(self, source_id: str, digest: str) -> str:
        """Return the HTML of a version, cleaned again. Raises NotFound."""
        return self._snapshots.read(source_id, digest)

    def snapshots_of(self, source_id: str) -> Sequence[str]:
        """Return the digests of the versions kept of a source, the latest first."""
        return self._snapshots.kept(source_id)

    def put_anchor(self, source_id: str, highlight: Highlight) -> None:
        """Write where a highlight sits; refuses to write it twice."""
        self._ready()
        self._snapshots.put_anchor(source_id, highlight)
        self._told(lambda: self._cache.fill_anchor(replace(highlight, source_id=source_id)))

    def move_anchor(self, source_id: str, highlight: Highlight) -> None:
        """Write where a highlight sits from now on; what was written of it before stays, and counts no more."""
        self._ready()
        self._snapshots.move_anchor(source_id, highlight, self._now())
        self._told(lambda: self._cache.fill_anchor(replace(highlight, source_id=source_id)))

    def anchor(self, source_id: str, highlight_id: str) -> Highlight | None:
        """Return where a highlight sits, None when no readable anchor is there."""
        anchor = self._snapshots.anchor(source_id, highlight_id)
        if anchor is not None:
            with suppress(NotFound):
                return replace(anchor, source_path=self._cache.find(source_id).path)
        return anchor

    def highlights(self, source_path: str = "") -> Sequence[Highlight]:
        """Return the highlights of one source or of all, from the files, in the order of the files."""
        return [self._anchored(highlight) for highlight in self._cache.highlights(source_path)]

    def find_highlight(self, prefix: str) -> Highlight:
        """Return a highlight by id or unambiguous beginning. Raises NotFound, Ambiguous."""
        return self._anchored(self._cache.find_highlight(prefix))

    def scan(self, absence_is_meant: bool = False) -> Operation[Scanned]:
        """Take in what other programs changed; see :class:`scan.Scanner`. Do so at start and now and then."""
        self._begin()  # another window or command may have had another vault in this profile meanwhile
        scanner = Scanner(self._paths.real_root, self._cache, self._history, self._snapshots.anchor,
                          lambda: self._recording)
        return scanner.scan(absence_is_meant)

    def take_notices(self) -> list[Problem]:
        """Return what a person should be told since this was last asked: where the cache could not follow."""
        with self._recording:
            notices, self._notices = self._notices, []
        return notices

    def _begin(self) -> None:
        self._cache.begin(str(self._paths.real_root).encode("utf-8", "replace").decode("utf-8"))

    def _ready(self) -> None:
        """Make the vault's folder if this is its beginning."""
        if not self._paths.real_root.is_dir():
            self._paths.make_root(nothing_known=not self._cache.known())

    def _read(self, path: str, file: Path) -> bytes:
        try:
            return read_file(file)
        except NotFound:
            raise NotFound("There is no file {path}.", path=path) from None

    def _anchored(self, highlight: Highlight) -> Highlight:
        # An anchor may come later than its file, when a synchroniser brings them.
        if highlight.start >= 0 or highlight.digest or not highlight.source_id:
            return highlight
        anchored = with_anchor(highlight, self._snapshots.anchor(highlight.source_id, highlight.highlight_id))
        if anchored != highlight:
            self._told(lambda: self._cache.fill_anchor(anchored))
        return anchored

    def _record(self, path: str) -> None:
        """Take a file that was written into the cache."""
        def run() -> None:
            with self._recording:
                record = read_record(self._paths.real_root, path, self._snapshots.anchor)
                self._cache.put_all([record])

        self._told(run)

    def _told(self, run: Callable[[], None]) -> None:
        # The words are safe on the disk; to say now that the save failed would be wrong. The next scan mends it.
        try:
            run()
        except Problem as problem:
            with self._recording:
                self._notices.append(problem)


def _loses(former: bytes, data: bytes) -> bool:
    """Say whether more goes than an ordinary edit takes: a highlight, or half of the words."""
    return len(data) * 2 < len(former) or bool(
        set(_HIGHLIGHT_ID.findall(former)) - set(_HIGHLIGHT_ID.findall(data)))
