"""The list of outlets, the keyring and the journal in memory; tests/contracts/test_share_ports.py runs on them
and on the real ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from pkm_app.base.errors import Refused
from pkm_app.share.model import Begun, OutletSettings


class ListOutlets:
    """share.ports.OutletFile."""

    def __init__(self) -> None:
        self._outlets: tuple[OutletSettings, ...] = ()

    def load(self, unasked: bool = False) -> Sequence[OutletSettings]:
        return list(self._outlets)

    def save(self, outlets: Sequence[OutletSettings]) -> None:
        for outlet in outlets:
            if "@" in urlsplit(outlet.address).netloc:
                raise Refused("The address of “{name}” holds a password.", name=outlet.name)
        self._outlets = tuple(outlets)


class DictSecrets:
    """share.ports.Secrets. ``there`` False: a system without a keyring."""

    def __init__(self, there: bool = True) -> None:
        self.there = there
        self.kept: dict[tuple[str, str, str], str] = {}

    def get(self, settings: OutletSettings) -> str | None:
        self._look()
        return self.kept.get(_key(settings))

    def put(self, settings: OutletSettings, secret: str) -> None:
        self._look()
        self.kept[_key(settings)] = secret

    def forget(self, settings: OutletSettings) -> None:
        self.kept.pop(_key(settings), None)

    def _look(self) -> None:
        if not self.there:
            raise Refused("There is no keyring here.")


class DictJournal:
    """share.ports.SendJournal."""

    def __init__(self) -> None:
        self._begun: dict[tuple[str, str], Begun] = {}
        self._settled: dict[tuple[str, str], tuple[str, str, str]] = {}

    def intend(self, draft_id: str, outlet: str, begun: Begun) -> None:
        self._begun[draft_id, outlet] = begun

    def pending(self, draft_id: str, outlet: str) -> Begun | None:
        return self._begun.get((draft_id, outlet))

    def forget(self, draft_id: str, outlet: str) -> None:
        self._begun.pop((draft_id, outlet), None)

    def settle(self, draft_id: str, outlet: str, remote_id: str, version: str, digest: str) -> None:
        self._begun.pop((draft_id, outlet), None)
        self._settled[draft_id, outlet] = (remote_id, version, digest)

    def last(self, draft_id: str, outlet: str) -> tuple[str, str, str] | None:
        return self._settled.get((draft_id, outlet))


class ThreadTurns:
    """share.ports.Turns, for the threads of one process."""

    def __init__(self, patience: float = 60.0) -> None:
        self._patience = patience
        self._locks: dict[str, threading.Lock] = {}

    @contextmanager
    def take(self, name: str) -> Iterator[None]:
        lock = self._locks.setdefault(name, threading.Lock())
        if not lock.acquire(timeout=self._patience):
            raise Refused("This draft is just being sent.")
        try:
            yield
        finally:
            lock.release()


def _key(settings: OutletSettings) -> tuple[str, str, str]:
    parts = urlsplit(settings.address if "://" in settings.address else f"//{settings.address}")
    return settings.kind, f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}", settings.user
