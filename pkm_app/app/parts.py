"""Every object of the program, built once and passed in. The only place that wires adapters to ports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pkm_app import __version__
from pkm_app.base.errors import Problem, Refused, StorageProblem
from pkm_app.base.events import Operation, finish
from pkm_app.library.database import Database
from pkm_app.library.filecache import FileCache
from pkm_app.library.vault import FileVault

if TYPE_CHECKING:  # each is loaded where it is built: a verb waits for what it uses, and for nothing else
    from pkm_app.flow.drafting import Drafting
    from pkm_app.flow.highlighting import Highlighting
    from pkm_app.flow.marking import Marking
    from pkm_app.flow.publishing import Publishing
    from pkm_app.flow.search import Found, SearchAll
    from pkm_app.flow.sources import Sources
    from pkm_app.library.articles import Articles
    from pkm_app.library.indexer import Indexer
    from pkm_app.library.journal import Journal
    from pkm_app.library.marks import Marks
    from pkm_app.library.profile import Profile
    from pkm_app.library.scan import Scanned
    from pkm_app.library.settings import Settings
    from pkm_app.library.subscriptions import Subscriptions
    from pkm_app.net.later import LaterFetcher
    from pkm_app.net.outlets import Outlets
    from pkm_app.seek.service import SeekService
    from pkm_app.seek.subscribing import Subscribing
    from pkm_app.sense.service import SenseService
    from pkm_app.share.service import OutletService
    from pkm_app.work.worker import WorkerPool

DATABASE = "pkm.db"
_INDEX_SECONDS, _INDEX_MB = 120.0, 1024


def now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


class App:
    """One profile and one vault, opened. Parts are built when first asked for; ``close`` ends what was begun."""

    def __init__(self, profile: Profile, vault: Path, settings: Settings) -> None:
        self.profile = profile
        self.settings = settings
        self.vault_folder = vault
        self._notices: list[Problem] = []
        self.nice = 0  # how much the processes that are still to come let others go first, 0 to 19 (POSIX)
        self.db = Database(profile.data / DATABASE)

    # --- adapters -----------------------------------------------------------------------------------

    @cached_property
    def vault(self) -> FileVault:
        """The vault. ``settle`` takes in what other programs changed."""
        return FileVault(self.vault_folder, self._cache, self.profile.data / "history", self._device, now)

    @cached_property
    def indexer(self) -> Indexer:
        """The full-text index of the vault."""
        from pkm_app.library.indexer import Indexer

        return Indexer(self.db, self.vault.root, self.profile.cache / "index", self._index_pool.call)

    @cached_property
    def articles(self) -> Articles:
        """The stream."""
        from pkm_app.library.articles import Articles

        return Articles(self.db)

    @cached_property
    def strangers(self) -> WorkerPool:
        """The processes that read what strangers send."""
        from pkm_app.work.strangers import MEMORY_MB, SECONDS
        from pkm_app.work.worker import WorkerPool

        return WorkerPool("strangers", 2, SECONDS, MEMORY_MB, self.nice)

    @cached_property
    def _index_pool(self) -> WorkerPool:
        from pkm_app.work.worker import WorkerPool

        return WorkerPool("index", 1, _INDEX_SECONDS, _INDEX_MB, self.nice)

    @cached_property
    def _fetcher(self) -> LaterFetcher:
        from pkm_app.net.later import LaterFetcher

        return LaterFetcher(__version__)

    @cached_property
    def _outlet_maker(self) -> Outlets:
        from pkm_app.net.outlets import Outlets

        return Outlets(__version__)

    @cached_property
    def _cache(self) -> FileCache:
        return FileCache(self.db)

    @cached_property
    def _journal(self) -> Journal:
        from pkm_app.library.journal import Journal

        return Journal(self.db)

    @cached_property
    def _marks(self) -> Marks:
        from pkm_app.library.marks import Marks

        return Marks(self.vault.root, self._device)

    @cached_property
    def _subscriptions(self) -> Subscriptions:
        from pkm_app.library.subscriptions import Subscriptions

        return Subscriptions(self.vault.root, self.profile.data)

    @cached_property
    def _subscribing(self) -> Subscribing:
        from pkm_app.seek.subscribing import Subscribing

        return Subscribing(self.articles, self._subscriptions)

    @cached_property
    def _device(self) -> str:
        name = self.settings.get("device")
        if not name:
            from pkm_app.base.ids import new_device_id

            name = new_device_id()
            self.settings.put("device", name)
        return name

    # --- services -----------------------------------------------------------------------------------

    @cached_property
    def seek(self) -> SeekService:
        """Whom I follow and what came in; the list in the vault is the truth."""
        from pkm_app.base.resources import resources_folder
        from pkm_app.seek.catalogue import read_catalogue
        from pkm_app.seek.service import SeekService
        from pkm_app.work.strangers import Strangers

        catalogue = read_catalogue((resources_folder() / "catalogue" / "sources.yaml").read_bytes())
        return SeekService(
            self._fetcher, Strangers(self.strangers), self.articles, self._subscriptions, self._marks, catalogue, now)

    @cached_property
    def sense(self) -> SenseService:
        """Notes and highlights."""
        from pkm_app.sense.service import SenseService

        return SenseService(self.vault, now)

    @cached_property
    def outlets(self) -> OutletService:
        """Where drafts can be sent."""
        from pkm_app.library.choices import OutletChoices
        from pkm_app.library.secrets import KeyringSecrets
        from pkm_app.share.service import OutletService

        return OutletService(OutletChoices(self.vault.root), KeyringSecrets(), self._outlet_maker)

    @cached_property
    def sources(self) -> Sources:
        """From articles to source files."""
        from pkm_app.flow.sources import Sources

        return Sources(self.articles, self.vault, now)

    @cached_property
    def highlighting(self) -> Highlighting:
        """Highlights in articles."""
        from pkm_app.flow.highlighting import Highlighting

        return Highlighting(self.articles, self.vault, self.sources, self.sense)

    @cached_property
    def marking(self) -> Marking:
        """Marks on articles."""
        from pkm_app.flow.marking import Marking

        return Marking(self.seek, self.sources)

    @cached_property
    def drafting(self) -> Drafting:
        """New drafts."""
        from pkm_app.flow.drafting import Drafting

        return Drafting(self.articles, self.vault, self.sense, self.sources, now)

    @cached_property
    def publishing(self) -> Publishing:
        """Check, export, send."""
        from pkm_app.base.resources import resources_folder
        from pkm_app.flow.publishing import Publishing
        from pkm_app.library.turns import SendingTurns

        style = (resources_folder() / "styles" / "export.css").read_text(encoding="utf-8")
        return Publishing(self.vault, self.outlets, self._journal, style, now, SendingTurns(self.profile.data))

    @cached_property
    def search_all(self) -> SearchAll:
        """One search over everything."""
        from pkm_app.flow.search import SearchAll

        return SearchAll(self.indexer, self.articles)

    # --- what crosses them --------------------------------------------------------------------------

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50) -> Found:
        """Search everything, with what was written just now already in the index."""
        finish(self.indexer.drain())
        return self.search_all.search(query, places, limit)

    def settle(self) -> Operation[Scanned]:
        """Bring what is cached in step with the vault: at the start, and when other programs may have written."""
        from pkm_app.library.marksync import adopt_marks

        self.vault.prepare()
        found = yield from self.vault.scan()
        self._tell_scan(found)
        self._subscribing.sync()
        self._notices += adopt_marks(self._marks, self.articles, self.db, str(self.vault.root))
        return found

    def write_outside(self, path: Path, data: bytes, force: bool) -> int:
        """Write a file a person named, never inside the vault; return its size.

        Raises Refused when it exists and ``force`` is not given, or lies in the vault; StorageProblem when it
        cannot be written, and then what stood there stands there still.
        """
        from pkm_app.library.files import AlreadyThere, digest, read_file, save_file

        try:
            target = path.expanduser().absolute()
            real, is_file = target.resolve(), target.is_file()
            is_folder, is_there, has_place = target.is_dir(), target.exists(), target.parent.is_dir()
        except (OSError, RuntimeError) as error:  # no such user, a link that leads to itself, a locked folder
            raise StorageProblem("{path} cannot be written: {reason}.", path=path,
                                 reason=getattr(error, "strerror", None) or error) from error
        if real.is_relative_to(self.vault_folder.resolve()):
            raise Refused("{path} lies in your PKM folder; choose a place outside it.", path=path)
        if is_folder:
            raise Refused("{path} is a folder; name a file in it.", path=path)
        if is_there and not is_file:
            raise Refused("{path} is a device, not a file; name a file.", path=path)
        if not has_place:
            raise Refused("There is no folder {folder}; make it first.", folder=target.parent)
        before = digest(read_file(target)) if force and is_there else None
        try:
            save_file(target, data, before)
        except AlreadyThere:
            raise Refused("{path} exists already; give --force to write over it.", path=path) from None
        return len(data)

    def take_notices(self) -> list[Problem]:
        """Return what a person should be told since this was last asked."""
        notices, self._notices = self._notices + self.settings.take_notices() + self.db.take_notices(), []
        if "vault" in self.__dict__:
            notices += self.vault.take_notices()
        return notices

    def close(self) -> None:
        """End processes, connections and the database."""
        for name in ("strangers", "_index_pool", "_fetcher", "_outlet_maker"):
            part = self.__dict__.get(name)  # only what was begun
            if part is not None:
                part.close()
        self.db.close()

    def _tell_scan(self, found: Scanned) -> None:
        if found.held:
            self._notices.append(Problem(
                "{count} files are gone from your PKM folder at once, or empty. Nothing was done about it: if a "
                "synchroniser is at work, wait for it; if you removed them yourself, restore or remove the rest there.",
                count=len(found.vanished) + len(found.emptied)))
        elif found.vanished:
            self._notices.append(Problem(
                "{count} files are gone from your PKM folder: {names}. `pkm history` can put them back.",
                count=len(found.vanished), names=", ".join(found.vanished[:3])))
