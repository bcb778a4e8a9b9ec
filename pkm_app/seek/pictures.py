"""Pictures of articles: only after consent, for a source or for all; fetched, made safe and kept within a bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from pkm_app.base.errors import Problem, Refused
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
        return self._allows(source_key(article))

    def allows_feed(self, feed_id: str) -> bool:
        """Whether the person allowed the pictures of a feed, or all."""
        return self._allows(feed_id)

    def allow(self, article: Article, scope: Scope, on: bool = True) -> None:
        """Remember consent, or that it was taken back."""
        if scope == "all":
            self.allow_all(on)
            return
        self._remember(source_key(article), on)

    def allow_feed(self, feed_id: str, on: bool) -> None:
        """Remember consent to the pictures of one feed, or that it was taken back. Raises Refused where all are
        allowed: one alone cannot be left out then."""
        if not on and self._choices.get(ALL) == "on":
            raise Refused("The pictures of all sources are allowed. Forbid them in the settings, or with "
                          "`road --pictures none`, and allow those you want one by one.")
        self._remember(feed_id, on)

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

    def _allows(self, key: str) -> bool:
        return self._choices.get(ALL) == "on" or key in self._sources()

    def _remember(self, key: str, on: bool) -> None:
        kept = [one for one in self._sources() if one != key]
        self._choices.put(SOURCES, " ".join([*kept, key] if on else kept))

    def _sources(self) -> list[str]:
        return self._choices.get(SOURCES).split()


def source_key(article: Article) -> str:
    """By what an article's source is remembered: its feed, or the host of a page that came by itself."""
    return article.feed_id or f"host:{host_of(article.url)}"
