"""Which entry of an answer is which article: an article is new once, whatever a server does to ids and addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property

from pkm_app.base.ids import derived_id
from pkm_app.content.sameplace import place
from pkm_app.seek.model import Entry, StoredEntry

LONG_BEFORE = timedelta(days=30)
_TOMORROW = timedelta(days=1)

Pairs = tuple[tuple[str, Entry], ...]


def compare(feed_id: str, known: Sequence[StoredEntry], entries: Sequence[Entry], now: datetime) -> tuple[Pairs, Pairs]:
    """Return (new, changed) entries, each with its article id.

    An entry is known by its uid; failing that by its uid or its address as another spelling of one place (sites move
    to https); failing that by title and date together (sites that move change both ids and addresses), without a date
    by title and content.
    Each of these counts only where it stands for one entry on both sides. A uid that a feed gives to several posts
    is no identity; their addresses are taken instead. What comes twice in one answer comes once.
    """
    entries = _told_apart(entries)
    by_uid = {entry.uid: entry for entry in known}
    found = [by_uid.get(entry.uid) for entry in entries]
    if known and None in found:
        found = _Known(known, entries, found).found()
    taken = {entry.article_id for entry in known}
    new: list[tuple[str, Entry]] = []
    changed: list[tuple[str, Entry]] = []
    for entry, stored in zip(entries, found, strict=True):
        entry = _believable(entry, now)
        if stored is not None:
            if stored.digest != entry.digest or _elsewhere(stored, entry):
                changed.append((stored.article_id, entry))
            continue
        article_id = derived_id(feed_id, entry.uid)
        if article_id in taken:  # a former uid of an entry that has another one now
            article_id = derived_id(feed_id, entry.uid, entry.url, entry.title)
        if article_id not in taken:
            taken.add(article_id)
            new.append((article_id, entry))
    return tuple(new), tuple(changed)


def long_ago(new: Pairs, last_ok: datetime | None, known: bool) -> frozenset[str]:
    """Return the ids of those entries that are new here but not new.

    They say that they were written long before the feed was last seen, when it did not have them: a server that
    suddenly gives its archive. ``known`` says whether anything of the feed was stored before.
    """
    if last_ok is None or not known:
        return frozenset()
    return frozenset(article_id for article_id, entry in new
                     if entry.published is not None and entry.published < last_ok - LONG_BEFORE)


class _Known:
    """The looser ways of knowing an entry, for answers with entries whose uid nobody knows."""

    def __init__(self, known: Sequence[StoredEntry], entries: Sequence[Entry],
                 found: Sequence[StoredEntry | None]) -> None:
        self._known = known
        self._entries = entries
        self._found = list(found)
        self._taken = {stored.article_id for stored in found if stored is not None}

    def found(self) -> list[StoredEntry | None]:
        """Return for each entry the stored one that it is."""
        for number, entry in enumerate(self._entries):
            if self._found[number] is None:
                stored = self._look(entry)
                if stored is not None and stored.article_id not in self._taken:
                    self._taken.add(stored.article_id)
                    self._found[number] = stored
        return self._found

    def _look(self, entry: Entry) -> StoredEntry | None:
        if "://" in entry.uid and (stored := self._by_uid.get(place(entry.uid))) is not None:
            return stored
        if entry.url and self._urls[place(entry.url)] == 1:
            stored = self._by_url.get(place(entry.url))
            if stored is not None:
                return stored
        words = _words(entry)
        return self._by_words.get(words) if words and self._all_words[words] == 1 else None

    @cached_property
    def _by_uid(self) -> dict[Hashable, StoredEntry]:
        return _unique((place(entry.uid), entry) for entry in self._known if "://" in entry.uid)

    @cached_property
    def _urls(self) -> Counter[str]:
        return Counter(place(entry.url) for entry in self._entries if entry.url)

    @cached_property
    def _by_url(self) -> dict[Hashable, StoredEntry]:
        return _unique((place(entry.url), entry) for entry in self._known if entry.url)

    @cached_property
    def _all_words(self) -> Counter[tuple[str, datetime | str] | None]:
        return Counter(map(_words, self._entries))

    @cached_property
    def _by_words(self) -> dict[Hashable, StoredEntry]:
        return _unique((words, entry) for entry in self._known if (words := _words(entry)))


def _unique(pairs: Iterable[tuple[Hashable, StoredEntry]]) -> dict[Hashable, StoredEntry]:
    """Those that alone have their key."""
    listed = list(pairs)
    often = Counter(key for key, _ in listed)
    return {key: entry for key, entry in listed if often[key] == 1}


def _words(entry: Entry | StoredEntry) -> tuple[str, datetime | str] | None:
    return (entry.title, entry.published or entry.digest) if entry.title else None


def _elsewhere(stored: StoredEntry, entry: Entry) -> bool:
    """Whether an entry has moved: with its uid to another place, or to the same one by https."""
    if stored.url == entry.url or not entry.url:
        return False
    if stored.uid != entry.uid and place(stored.url) != place(entry.url):
        return True
    return entry.url.startswith("https://") and stored.url.startswith("http://")


def _told_apart(entries: Sequence[Entry]) -> list[Entry]:
    """Give entries that share a uid but not an address their address as uid; drop repetitions."""
    addresses: dict[str, set[str]] = {}
    for entry in entries:
        addresses.setdefault(entry.uid, set()).add(entry.url)
    found: dict[str, Entry] = {}
    matter: set[tuple[str, str, str]] = set()
    for entry in entries:
        if len(addresses[entry.uid]) > 1 and entry.url:
            entry = replace(entry, uid=entry.url)
        said = (entry.url, entry.title, entry.digest)
        if entry.uid not in found and not (entry.url and said in matter):
            found[entry.uid] = entry
            matter.add(said)
    return list(found.values())


def _believable(entry: Entry, now: datetime) -> Entry:
    """A post from the future would stay on top of every list: then the time it came in counts."""
    if entry.published is not None and entry.published > now + _TOMORROW:
        return replace(entry, published=None)
    return entry
