"""Pictures of articles: only after consent, for a source or for all; fetched, made safe and kept within a bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from pkm_app.base.errors import Problem
from pkm_app.base.events import Failed, Operation, Progress
from pkm_app.content.pictures import Picture, addresses
from pkm_app.seek.addresses import host_of
from pkm_app.seek.model import Article, FetchRequest, FetchResponse
from pkm_app.seek.ports import Fetcher

ACCEPT = "image/webp, image/png, image/jpeg, image/gif, image/*;q=0.5"
MOST_BYTES = 12 * 1024 * 1024
SECONDS = 20.0
ALL, SOURCES = "pictures.all", "pictures.sources"
Scope = Literal["source", "all"]


class PictureReader(Protocol):
    """Makes strangers' pictures safe away from the window (work.strangers)."""

    def picture(self, data: bytes) -> Picture:
        """Decode a picture and write it anew. Raises NotAPicture, or Problem when a limit was hit."""


class PictureCache(Protocol):
    """Keeps pictures within a bound (library.picture_cache)."""

    def get(self, address: str) -> Picture | None:
        """The picture of an address, None when it is not (or no longer) kept."""

    def put(self, address: str, picture: Picture) -> None:
        """Keep a picture; the longest unseen go when there is no room."""


class Choices(Protocol):
    """Where this machine remembers what a person allowed (library.settings)."""

    def get(self, key: str, default: str = "") -> str:
        """The text kept under a key."""

    def put(self, key: str, value: str) -> None:
        """Keep a text under a key."""


@dataclass(frozen=True, slots=True)
class Got:
    """``pictures`` by address, and ``failed`` addresses with the reason."""

    pictures: Mapping[str, Picture]
    failed: Mapping[str, Problem]


class Pictures:
    """Nothing is fetched but by ``fetch``; whoever calls it has asked ``allowed``, or the person, first."""

    def __init__(self, fetcher: Fetcher, reader: PictureReader, cache: PictureCache, choices: Choices) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._cache = cache
        self._choices = choices

    def allowed(self, article: Article) -> bool:
        """Whether the person allowed the pictures of this article's source, or all."""
        return self._choices.get(ALL) == "on" or source_key(article) in self._sources()

    def allow(self, article: Article, scope: Scope, on: bool = True) -> None:
        """Remember consent, or that it was taken back."""
        if scope == "all":
            self.allow_all(on)
            return
        kept = [key for key in self._sources() if key != source_key(article)]
        self._choices.put(SOURCES, " ".join([*kept, source_key(article)] if on else kept))

    def allow_all(self, on: bool) -> None:
        """Remember consent to the pictures of all sources, or that it was taken back: from single ones, too."""
        self._choices.put(ALL, "on" if on else "off")
        if not on:
            self._choices.put(SOURCES, "")

    def cached(self, html: str) -> dict[str, Picture]:
        """The pictures of a cleaned text that are here already."""
        found = ((address, self._cache.get(address)) for address in addresses(html))
        return {address: picture for address, picture in found if picture is not None}

    def fetch(self, html: str) -> Operation[Got]:
        """Fetch those that are not here. Private addresses are never asked, whoever names them."""
        got = self.cached(html)
        missing = [address for address in addresses(html) if address not in got]
        failed: dict[str, Problem] = {}
        requests = [FetchRequest(address, accept=ACCEPT, max_bytes=MOST_BYTES, seconds=SECONDS) for address in missing]
        arriving = self._fetcher.fetch_all(requests, self._made_safe)
        for request, result in (one for together in arriving for one in together):
            if isinstance(result, Picture):
                self._cache.put(request.address, result)
                got[request.address] = result
            else:
                failed[request.address] = result
                yield Failed(request.address, result.template, dict(result.values))
            yield Progress(len(got) + len(failed), len(got) + len(missing), host_of(request.address))
        return Got(got, failed)

    def _made_safe(self, response: FetchResponse) -> Picture:
        return self._reader.picture(response.body)

    def _sources(self) -> list[str]:
        return self._choices.get(SOURCES).split()


def source_key(article: Article) -> str:
    """By what an article's source is remembered: its feed, or the host of a page that came by itself."""
    return article.feed_id or f"host:{host_of(article.url)}"
