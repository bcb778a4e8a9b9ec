"""Keeps the list of subscriptions in the vault and the feeds in the store in step. The list is the truth."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from pkm_app.base.errors import Problem, Refused
from pkm_app.base.events import Changed, Operation, Progress
from pkm_app.base.ids import derived_id
from pkm_app.seek.addresses import key, looks_private
from pkm_app.seek.model import Feed, Subscription
from pkm_app.seek.opml import read_opml
from pkm_app.seek.ports import ArticleStore, SubscriptionFile

MANY = 20  # so many at once, or
SHARE = 20  # one in so many (but more than three), or all of them: nobody unfollows like that by hand
FEW = 3


@dataclass(frozen=True, slots=True)
class SyncResult:
    """Ids of the feeds that the store learnt of, forgot, and those that vanished from the list in such number
    that they are kept until a person decides."""

    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many feeds were added and how many were followed already, and a sentence for each that was not taken.
    ``told`` says what came of those followed already that stand elsewhere in the file, or for another reason."""

    added: int
    known: int
    failed: tuple[str, ...] = ()
    told: tuple[Problem, ...] = ()


class Subscribing:
    """Keeps list and store in step, under the list's lock: two at once never take the other's half-done change
    for a loss. Whatever a crash leaves, ``sync`` makes the store follow the list."""

    def __init__(self, store: ArticleStore, subscriptions: SubscriptionFile) -> None:
        self._store = store
        self._file = subscriptions

    def sync(self) -> SyncResult:
        """Make the store follow the list. Raises StorageProblem when the list cannot be read.

        A subscription of which only the address differs is the same feed at a new address. Feeds that vanished
        in great number are kept: a folder that is half synchronised looks like that. Those of another vault's list
        go: they are followed there. While the list is online only what is followed stays as it is.
        """
        result = SyncResult()
        if self._file.is_away():
            return result

        def edit(now: Sequence[Subscription]) -> Sequence[Subscription]:
            nonlocal result
            result = self._reconcile(now)
            return now

        self._file.change(edit)
        return result

    def _reconcile(self, now: Sequence[Subscription]) -> SyncResult:
        feeds = {feed.address: feed for feed in self._store.feeds()}
        wanted = _first_of_each(now)
        unknown = {address: item for address, item in wanted.items() if address not in feeds}
        gone = {address: feed for address, feed in feeds.items() if address not in wanted}
        for feed, item in _renamed(gone.values(), unknown.values()):
            del gone[feed.address], unknown[item.address]
            self._store.put_feed(_as_chosen(replace(
                feed, address=item.address, etag="", modified="", body_digest="", next_due=None), item))
        changed = [_as_chosen(feed, wanted[address]) for address, feed in feeds.items() if address in wanted]
        changed = [feed for feed in changed if feed != feeds[feed.address]]
        added = [_feed_of(self._store, item) for item in unknown.values()]
        if changed or added:
            self._store.put_feeds([*changed, *added])
        former = self._store.list_of()
        if _suspicious(len(gone), len(feeds)) and not self._file.is_another(former):
            return SyncResult(tuple(feed.feed_id for feed in added), (), tuple(f.feed_id for f in gone.values()))
        for feed in gone.values():
            self._store.drop_feed(feed.feed_id)
        if former != self._file.name:
            self._store.note_list(self._file.name)
        return SyncResult(tuple(feed.feed_id for feed in added), tuple(feed.feed_id for feed in gone.values()))

    def known(self, address: str) -> Feed | None:
        """Return the feed that is followed at this address, however it is spelled."""
        wanted = key(address)
        return next((feed for feed in self._store.feeds() if key(feed.address) == wanted), None)

    def add(self, item: Subscription) -> Feed:
        """Follow one more; the list is written first. Raises Refused when it is followed already."""
        def edit(now: Sequence[Subscription]) -> Sequence[Subscription]:
            if any(key(other.address) == key(item.address) for other in now):
                raise already_followed(item.title or item.address)
            return [*now, item]

        self._change(edit)
        feed = _feed_of(self._store, item)
        self._store.put_feed(feed)
        return feed

    def remove(self, feed: Feed) -> None:
        """Follow one less, in whatever folders it stands. Should the list then not be written, it is followed
        still, and the next refresh brings what was dropped."""
        def edit(now: Sequence[Subscription]) -> Sequence[Subscription]:
            self._store.drop_feed(feed.feed_id)
            return [item for item in now if item.address != feed.address]

        self._change(edit)

    def move(self, feed: Feed, address: str, local: bool) -> None:
        """Note that a feed has a new address for good, in the list and in the store."""
        self._change(lambda now: [
            replace(item, address=address, local=local) if item.address == feed.address else item for item in now])
        self._store.put_feed(replace(feed, address=address, local=local))

    def rewrite(self, edit: Callable[[Sequence[Subscription]], Sequence[Subscription]]) -> None:
        """Edit the list as a person asked, then bring the store in step. What ``edit`` raises changes nothing."""
        self._change(edit)
        self.sync()

    def take_in(self, data: bytes, allow_private: bool = False, dry_run: bool = False) -> Operation[ImportResult]:
        """Follow all feeds of an OPML file; nothing is fetched. Raises NotOpml when it is none.

        ``allow_private`` confirms that addresses on this machine or network may be fetched. The file's own word
        on that does not count.
        """
        yield Progress(0, 1)
        read = read_opml(data)
        failed = [reason for _, reason in read.refused]
        if not read.whole:
            failed.append("The end of this file is missing; what stands before it was taken in.")
        taken: list[Subscription] = []
        for item in read.subscriptions:
            if looks_private(item.address) and not allow_private:
                failed.append(str(Refused("“{address}” is on this machine or network: allow private addresses if "
                                          "you trust this file.", address=item.address)))
            else:
                taken.append(replace(item, local=allow_private))
        followed = {key(feed.address) for feed in self._store.feeds()}
        new = [item for item in taken if key(item.address) not in followed]
        fresh = _first_of_each(new)
        again = [item for item in taken if key(item.address) in followed]
        places, told = _elsewhere(again, self._file.load()) if again else ([], [])
        if (new or places) and not dry_run:
            self._change(lambda now: [*now, *_not_among(new, now), *_elsewhere(again, now)[0]])
            feeds = [_feed_of(self._store, item) for item in fresh.values()]
            self._store.put_feeds(feeds)
            yield Changed("feeds", tuple(feed.feed_id for feed in feeds))
        yield Progress(1, 1)
        return ImportResult(len(fresh), len(_first_of_each(taken)) - len(fresh), tuple(failed), tuple(told))

    def _change(self, edit: Callable[[Sequence[Subscription]], Sequence[Subscription]]) -> None:
        """Edit the list; feeds that vanished from it in great number are written back on this occasion."""
        def with_the_missing(now: Sequence[Subscription]) -> Sequence[Subscription]:
            missing = set(self._reconcile(now).missing)
            back = [Subscription(feed.address, feed.title, feed.site, feed.folder, feed.why, feed.local)
                    for feed in self._store.feeds() if feed.feed_id in missing]
            return edit([*now, *_not_among(back, now)])

        self._file.change(with_the_missing)


def already_followed(title: str) -> Refused:
    """Return the refusal to follow twice."""
    return Refused("You follow “{title}” already.", title=title)


def _first_of_each(items: Sequence[Subscription]) -> dict[str, Subscription]:
    found: dict[str, Subscription] = {}
    for item in items:
        found.setdefault(item.address, item)
    return found


def _not_among(items: Sequence[Subscription], present: Sequence[Subscription]) -> list[Subscription]:
    there = {key(item.address) for item in present}
    return [item for item in items if key(item.address) not in there]


def _elsewhere(items: Sequence[Subscription], now: Sequence[Subscription]) -> tuple[list[Subscription], list[Problem]]:
    """The further folders that a file gives to feeds of the list, as they then stand in it, and what to say of it."""
    mine: dict[str, Subscription] = {}
    for one in now:
        mine.setdefault(key(one.address), one)
    there = {(key(one.address), one.folder) for one in now}
    places: list[Subscription] = []
    told: list[Problem] = []
    for item in items:
        known, place = mine.get(key(item.address)), (key(item.address), item.folder)
        if known is None:
            continue
        name = known.title or known.address
        if item.folder and place not in there:
            there.add(place)
            places.append(replace(known, folder=item.folder, why=known.why or item.why))
            told.append(Problem("“{title}” stands in the folder “{folder}” now, too.", title=name, folder=item.folder))
        if item.why and known.why and item.why != known.why:
            told.append(Problem("“{title}”: your own reason stays; the file says “{why}”.", title=name,
                                why=" ".join(item.why.split())))
    return places, told


def _renamed(gone: Collection[Feed], unknown: Collection[Subscription]) -> list[tuple[Feed, Subscription]]:
    """Pairs of a vanished feed and a new subscription that say the same but for the address."""
    pairs: list[tuple[Feed, Subscription]] = []
    for feed in gone:
        alike = [item for item in unknown if _same_words(feed, item)]
        if feed.title and len(alike) == 1 and sum(_same_words(other, alike[0]) for other in gone) == 1:
            pairs.append((feed, alike[0]))
    return pairs


def _same_words(feed: Feed, item: Subscription) -> bool:
    return (feed.title, feed.folder, feed.why) == (item.title, item.folder, item.why)


def _as_chosen(feed: Feed, item: Subscription) -> Feed:
    """A feed with what the list says of it; where the list is silent, what the feed itself said stays."""
    return replace(feed, title=item.title or feed.title, site=item.site or feed.site, folder=item.folder,
                   why=item.why, local=item.local)


def _feed_of(store: ArticleStore, item: Subscription) -> Feed:
    """The feed of a subscription: as another process has just stored it, or a new one."""
    feed_id = derived_id(item.address)
    known = store.feed(feed_id)
    if known is not None and known.address == item.address:
        return known
    if known is not None:  # a feed that began here has moved, and now another one lives here
        feed_id = derived_id(item.address, item.title)
    return Feed(feed_id, item.address, item.title, item.site, item.folder, item.why, item.local)


def _suspicious(gone: int, all_feeds: int) -> bool:
    return gone > MANY or gone > max(FEW, all_feeds // SHARE) or 0 < gone == all_feeds
