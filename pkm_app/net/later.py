"""A fetcher that is made when something is fetched: most runs of the program never ask the network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from pkm_app.base.errors import NetworkProblem, Problem
from pkm_app.seek.model import FetchRequest, FetchResponse

if TYPE_CHECKING:
    from pkm_app.net.fetch import NetFetcher
    from pkm_app.net.hosts import WishMemory

T = TypeVar("T")


class LaterFetcher:
    """Implements ``seek.ports.Fetcher`` with one NetFetcher. Safe for any thread. ``version`` is told to servers."""

    def __init__(self, version: str, memory: WishMemory | None = None) -> None:
        self._version = version
        self._memory = memory
        self._lock = threading.Lock()
        self._made: NetFetcher | None = None
        self._closed = False

    def fetch(self, request: FetchRequest) -> FetchResponse:
        """Get one address. Raises NetworkProblem."""
        return self._fetcher().fetch(request)

    def fetch_all(
        self, requests: Iterable[FetchRequest], then: Callable[[FetchResponse], T]
    ) -> Iterator[Sequence[tuple[FetchRequest, T | Problem]]]:
        """Get many in parallel, in order of arrival."""
        return self._fetcher().fetch_all(requests, then)

    def close(self) -> None:
        """Stop what is under way; nothing can be fetched afterwards."""
        with self._lock:
            self._closed = True
            made = self._made
        if made is not None:
            made.close()

    def _fetcher(self) -> NetFetcher:
        from pkm_app.net.fetch import NetFetcher

        with self._lock:
            if self._closed:
                raise NetworkProblem("The program is closing, so nothing more was fetched.")
            if self._made is None:
                self._made = NetFetcher(self._version, memory=self._memory)
            return self._made
