"""The rows of the side list of Seek: Inbox, Kept, Later, folders within folders with their feeds, searches."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt

from pkm_app.seek.addresses import site_of
from pkm_app.seek.health import is_ill, reason_of
from pkm_app.seek.model import CAPTURED, View
from pkm_app.seek.organising import Placement
from pkm_app.seek.triage import COUNTED, SavedSearch
from pkm_app.ui.i18n import figures, noop, problem_text, tr
from pkm_app.ui.rows import Index, KeyedRows

VIEWS: tuple[tuple[View, str, str], ...] = (
    ("inbox", noop("Inbox"), "inbox"), ("kept", noop("Kept"), "star"), ("later", noop("Later"), "clock"),
)


@dataclass(frozen=True, slots=True)
class SideRow:
    """``text`` is shown as it is; ``reason`` says in a sentence why a feed is ill. A heading cannot be chosen.

    ``id`` of a folder is its path, of a search its name. ``site`` of a feed gives it its colour. ``folder`` is where a
    feed stands; one that stands in a second folder is ``again`` there. ``open`` tells whether what is in a folder is
    shown.
    """

    kind: Literal["view", "page", "captured", "heading", "folder", "feed", "search"]
    id: str
    text: str
    icon: str = ""
    count: int = 0
    reason: str = ""
    depth: int = 0
    folder: str = ""
    again: bool = False
    open: bool = True
    quiet: bool = False
    site: str = ""

    def is_same(self, other: SideRow | None) -> bool:
        """Return whether both stand for the same thing, whatever is counted or said of it."""
        return other is not None and (self.kind, self.id) == (other.kind, other.id)

    def number(self) -> str:
        """Return the count as it is shown; a search is counted only so far."""
        return f"{figures(COUNTED - 1)}+" if self.kind == "search" and self.count >= COUNTED else figures(self.count)


def side_rows(placements: Sequence[Placement], counts: bool, searches: Sequence[SavedSearch] = (),
              closed: Collection[str] = (), found: Mapping[str, int] | None = None) -> list[SideRow]:
    """Return the rows of the side list; ``counts`` says whether numbers of unread articles are shown, ``closed`` are
    the folders whose content is not, ``found`` how many each search finds as far as that is known."""
    feeds = {one.feed.feed_id: one for one in placements}
    unread = sum(one.feed.unread for one in feeds.values() if not one.quiet) if counts else 0
    rows = [SideRow("view", view, tr(words), icon, unread if view == "inbox" else 0) for view, words, icon in VIEWS]
    rows.append(SideRow("captured", CAPTURED, tr("Captured"), "plus"))
    ill = sum(is_ill(one.feed) for one in feeds.values())
    if ill:
        rows.append(SideRow("page", "health", tr("Feed health"), "triangle-alert", ill))
    seen: set[str] = set()
    for folder in _folders(placements):
        if any(folder.startswith(f"{name}/") for name in closed):
            continue
        depth = folder.count("/")
        inside = {one.feed.feed_id: one.feed.unread for one in placements
                  if f"{one.folder}/".startswith(f"{folder}/") and not one.quiet} if counts else {}
        rows.append(SideRow("folder", folder, folder.rpartition("/")[2], count=sum(inside.values()), depth=depth,
                            folder=folder, open=folder not in closed))
        if folder not in closed:
            rows += [_feed(one, counts, depth, seen) for one in placements if one.folder == folder]
    loose = [one for one in placements if not one.folder]
    if loose:
        rows += [SideRow("heading", "loose", tr("Sources")), *(_feed(one, counts, 0, seen) for one in loose)]
    if searches:
        rows.append(SideRow("heading", "searches", tr("Saved searches")))
        numbers = found if found and counts else {}
        rows += [SideRow("search", one.name, one.name, "search", numbers.get(one.name, 0)) for one in searches]
    return rows


def _folders(placements: Sequence[Placement]) -> list[str]:
    """Every folder and those that hold it, each before what is in it."""
    found = {"/".join(parts[:number]) for one in placements if one.folder
             for parts in [one.folder.split("/")] for number in range(1, len(parts) + 1)}
    return sorted(found, key=lambda folder: [part.casefold() for part in folder.split("/")])


def _feed(one: Placement, counts: bool, depth: int, seen: set[str]) -> SideRow:
    feed = one.feed
    again = feed.feed_id in seen
    seen.add(feed.feed_id)
    reason = (problem_text(reason_of(feed)) or tr("This source does not answer.")) if is_ill(feed) else ""
    return SideRow("feed", feed.feed_id, feed.title or feed.address, "triangle-alert" if reason else "",
                   feed.unread if counts and not one.quiet else 0, reason, depth, one.folder, again, quiet=one.quiet,
                   site=site_of(feed.address))


class SideRows(KeyedRows[SideRow]):
    """The model of the side list."""

    def key(self, row: SideRow) -> Hashable:
        return (row.kind, row.id, row.folder) if row.again else (row.kind, row.id)

    def sentence(self, row: SideRow) -> str:
        said = tr("%n ill" if row.kind == "page" else "%n unread", row.count) if row.count else ""
        if row.number().endswith("+"):
            said = tr("more than {most} unread", most=figures(COUNTED - 1))
        state = tr("quiet") if row.quiet else "" if row.kind != "folder" else tr("open") if row.open else tr("closed")
        parts = [row.text, said, state, row.reason]
        return ", ".join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return None  # the sentence under the list's title says it; tips would guess at HTML
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
