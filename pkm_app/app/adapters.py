"""The adapters of the program to disk, network and processes, each built when first asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pkm_app import __version__
from pkm_app.base.errors import Problem
from pkm_app.library.database import Database
from pkm_app.library.filecache import FileCache
from pkm_app.library.vault import FileVault

if TYPE_CHECKING:  # each is loaded where it is built: a verb waits for what it uses, and for nothing else
    from pkm_app.library.articles import Articles
    from pkm_app.library.indexer import Indexer
    from pkm_app.library.profile import Profile
    from pkm_app.library.settings import Settings
    from pkm_app.net.later import LaterFetcher
    from pkm_app.seek.service import Elsewhere
    from pkm_app.work.worker import WorkerPool

DATABASE = "pkm.db"
_INDEX_SECONDS, _INDEX_MB = 120.0, 1024
_FINDING_SECONDS = 20.0
IDLE = 120.0  # seconds without work after which a process ends and gives its memory back
IDLE_AT_HAND = 900.0  # of one for which a person waits


def now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


class Adapters:
    """One profile and one vault, opened; ``close`` ends what was begun."""

    def __init__(self, profile: Profile, vault: Path, settings: Settings) -> None:
        self.profile = profile
        self.settings = settings
        self.vault_folder = vault
        self._notices: list[Problem] = []
        self._told_away: tuple[str, ...] = ()
        self.elsewhere: Elsewhere | None = None  # where many feeds are fetched, if not here; a window wants it
        self.nice = 0  # how much the processes that are still to come let others go first, 0 to 19 (POSIX)
        self.db = Database(profile.data / DATABASE)

    @cached_property
    def vault(self) -> FileVault:
        """The vault. ``settle`` takes in what other programs changed."""
        return FileVault(self.vault_folder, self._cache, self.profile.data / "history", self._device, now)

    @cached_property
    def indexer(self) -> Indexer:
        """The full-text index of the vault."""
        from pkm_app.library.indexer import Indexer

        return Indexer(self.db, self.vault.root, self.profile.cache / "index", self._index_pool.call,
                       self._finding_pool.call)

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

        return WorkerPool("strangers", 2, SECONDS, MEMORY_MB, self.nice, IDLE)

    @cached_property
    def _index_pool(self) -> WorkerPool:
        from pkm_app.work.worker import WorkerPool

        return WorkerPool("index", 1, _INDEX_SECONDS, _INDEX_MB, self.nice, IDLE)

    @cached_property
    def _finding_pool(self) -> WorkerPool:
        """A process of its own for searching: it never waits for what is being indexed."""
        from pkm_app.work.worker import WorkerPool

        return WorkerPool("finding", 1, _FINDING_SECONDS, _INDEX_MB, idle=IDLE_AT_HAND)

    @cached_property
    def _fetcher(self) -> LaterFetcher:
        from pkm_app.library.wishes import HostWishes
        from pkm_app.net.later import LaterFetcher

        return LaterFetcher(__version__, HostWishes(self.db))

    @cached_property
    def _cache(self) -> FileCache:
        return FileCache(self.db)

    @cached_property
    def _device(self) -> str:
        name = self.settings.get("device")
        if not name:
            from pkm_app.base.ids import new_device_id

            name = new_device_id()
            self.settings.put("device", name)
        return name

    def close(self) -> None:
        """End processes, connections and the database."""
        for name in ("writing", "strangers", "_index_pool", "_finding_pool", "_fetcher", "_outlet_maker"):
            part = self.__dict__.get(name)  # only what was begun
            if part is not None:
                part.close()
        self.db.close()
