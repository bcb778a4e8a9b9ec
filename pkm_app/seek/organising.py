"""Keeping one's own list in order: names, reasons, folders within folders, and feeds that are not counted.

Everything is written into the list in the vault, and every act returns what puts it back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.seek.model import Feed, Subscription
from pkm_app.seek.opml import folder_path, one_line
from pkm_app.seek.ports import ArticleStore, SubscriptionFile
from pkm_app.seek.subscribing import Subscribing


@dataclass(frozen=True, slots=True)
class Placement:
    """A feed where it stands in the list; one that stands in two folders has two. ``folder`` is "" at the top."""

    folder: str
    feed: Feed
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be changed about a subscription; None leaves it as it is. ``folders`` are all it shall stand in."""

    title: str | None = None
    why: str | None = None
    folders: Sequence[str] | None = None
    quiet: bool | None = None


Former = tuple[Subscription, ...]


class Organising:
    """Edits the list of subscriptions."""

    def __init__(self, store: ArticleStore, file: SubscriptionFile, subscribing: Subscribing) -> None:
        self._store, self._file, self._subscribing = store, file, subscribing

    def placements(self) -> Sequence[Placement]:
        """Return every feed in each of its folders, in order of folder and title.

        Where the list cannot be read now, each feed stands in the folder that is remembered.
        """
        feeds = {feed.address: feed for feed in self._store.feeds()}
        try:
            items = self._file.load()
        except StorageProblem:  # said where the list is brought in step; whom one follows is still shown
            items = ()
        found = [Placement(item.folder, feeds[item.address], item.quiet) for item in items if item.address in feeds]
        placed = {one.feed.feed_id for one in found}
        found += [Placement(feed.folder, feed) for feed in feeds.values() if feed.feed_id not in placed]
        return sorted(found, key=lambda one: (one.folder.casefold(), (one.feed.title or one.feed.address).casefold(),
                                              one.feed.feed_id))

    def feeds_in(self, folder: str) -> tuple[str, ...]:
        """Return the ids of the feeds in a folder and in those within it. Raises NotFound for one without any."""
        wanted = folder_path(folder)
        found = dict.fromkeys(one.feed.feed_id for one in self.placements() if _is_in(one.folder, wanted))
        if not found:
            raise NotFound("There is no folder “{name}”.", name=wanted)
        return tuple(found)

    def edit(self, feed: Feed, wishes: Wishes) -> Former:
        """Change what is asked about a subscription, wherever it stands, and return how it was.

        Raises NotFound, and Refused for an empty name.
        """
        folders = None if wishes.folders is None else list(dict.fromkeys(map(folder_path, wishes.folders))) or [""]
        title = None if wishes.title is None else one_line(wishes.title)
        if title == "":
            raise Refused("A source needs a name.")

        def changed(item: Subscription) -> Subscription:
            return replace(item, title=item.title if title is None else title,
                           why=item.why if wishes.why is None else wishes.why.strip(),
                           quiet=item.quiet if wishes.quiet is None else wishes.quiet)

        def edit(mine: Former) -> Sequence[Subscription]:
            if folders is None:
                return [changed(item) for item in mine]
            stays = {item.folder: item for item in mine}
            return [changed(replace(stays.get(folder, mine[0]), folder=folder)) for folder in folders]

        return self._exchange(feed.address, edit)

    def put_back(self, former: Former) -> None:
        """Undo an edit of one feed or of many: each stands again as it stood then. Those unfollowed since stay away."""
        by_address: dict[str, list[Subscription]] = {}
        for item in former:
            by_address.setdefault(item.address, []).append(item)

        def edit(now: Sequence[Subscription]) -> Sequence[Subscription]:
            done: set[str] = set()
            result: list[Subscription] = []
            for item in now:
                if item.address not in by_address:
                    result.append(item)
                elif item.address not in done:
                    done.add(item.address)
                    result.extend(by_address[item.address])
            return result

        self._subscribing.rewrite(edit)

    def rename_folder(self, name: str, new: str) -> Former:
        """Give a folder, with all in it, another name or place; where that exists the two become one.

        Return how its feeds stood. Raises NotFound, and Refused for an empty name or a folder led into itself.
        """
        old, goal = folder_path(name), folder_path(new)
        if not goal:
            raise Refused("A folder needs a name.")
        if goal.startswith(f"{old}/"):
            raise Refused("“{name}” cannot be moved into itself.", name=old)
        return self._move_folder(old, lambda inside: f"{goal}{inside}")

    def remove_folder(self, name: str) -> Former:
        """Take a folder away; what is in it moves up. Return how its feeds stood. Raises NotFound."""
        old = folder_path(name)
        above = old.rpartition("/")[0]
        return self._move_folder(old, lambda inside: folder_path(f"{above}/{inside}"))

    def _move_folder(self, old: str, place: Callable[[str], str]) -> Former:
        former: list[Subscription] = []

        def edit(now: Sequence[Subscription]) -> Sequence[Subscription]:
            moving = {item.address for item in now if old and _is_in(item.folder, old)}
            if not moving:
                raise NotFound("There is no folder “{name}”.", name=old)
            former[:] = [item for item in now if item.address in moving]
            return _once_each([
                replace(item, folder=place(item.folder[len(old):])) if _is_in(item.folder, old) else item
                for item in now])

        self._subscribing.rewrite(edit)
        return tuple(former)

    def _exchange(self, address: str, edit: Callable[[Former], Sequence[Subscription]]) -> Former:
        former: list[Subscription] = []

        def whole(now: Sequence[Subscription]) -> Sequence[Subscription]:
            former[:] = [item for item in now if item.address == address]
            if not former:
                raise NotFound("You follow no feed “{name}”. `feeds` lists those you follow.", name=address)
            result: list[Subscription] = []
            for item in now:
                if item.address != address:
                    result.append(item)
                elif item is former[0]:
                    result.extend(edit(tuple(former)))
            return result

        self._subscribing.rewrite(whole)
        return tuple(former)


def _is_in(folder: str, parent: str) -> bool:
    return folder == parent or folder.startswith(f"{parent}/")


def _once_each(items: Sequence[Subscription]) -> list[Subscription]:
    """The same feed twice in one folder is once there."""
    return list({(item.address, item.folder): item for item in reversed(items)}.values())[::-1]

