"""What the window needs to find people to follow, to keep the list of them in order, and to keep up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.base.events import Operation
    from pkm_app.seek.lists import Place, Wanted
    from pkm_app.seek.model import Article, Feed
    from pkm_app.seek.organising import Former, Placement, Wishes
    from pkm_app.seek.recommend import Look, Recommended
    from pkm_app.seek.triage import MarkedRead, SavedSearch


class Recommending(Protocol):
    """seek.recommend."""

    def cards(self, chapter: str = "", lang: str = "", words: str = "") -> Sequence[Recommended]:
        """The recommended sources, the living first."""

    def card(self, source_id: str) -> Recommended:
        """One card."""

    def look(self, source_ids: Sequence[str]) -> Operation[tuple[Look, ...]]:
        """Ask whether feeds answer; follows nothing."""


class Taken(Protocol):
    """What came of taking a post in."""

    @property
    def article_id(self) -> str:
        """Its article."""

    @property
    def title(self) -> str:
        """Its title."""


class ReadingList(Protocol):
    """flow.reading_list."""

    def take(self, source_id: str) -> Operation[Taken]:
        """Take in the post that the eBook quotes of a source, for Later."""


class Organising(Protocol):
    """seek.organising."""

    def placements(self) -> Sequence[Placement]:
        """Every feed in each of its folders."""

    def edit(self, feed: Feed, wishes: Wishes) -> Former:
        """Change a subscription; how it was."""

    def put_back(self, former: Former) -> None:
        """Undo an edit."""

    def rename_folder(self, name: str, new: str) -> Former:
        """Give a folder another name or place."""

    def remove_folder(self, name: str) -> Former:
        """Take a folder away; what is in it moves up."""


class Triage(Protocol):
    """seek.triage."""

    def listing(self, wanted: Wanted, limit: int = 200, before: Place | None = None) -> Sequence[Article]:
        """Quick. A list of articles, newest first."""

    def mark_read(self, articles: Sequence[Article]) -> MarkedRead:
        """Mark these very articles as read."""

    def mark_all_read(self, wanted: Wanted, since: Place | None = None) -> Operation[MarkedRead]:
        """Mark all of a list as read."""

    def put_back(self, marked: MarkedRead) -> Operation[None]:
        """Make unread again what was marked at once."""

    def searches(self, unasked: bool = False) -> Sequence[SavedSearch]:
        """The saved searches."""

    def unread(self, searches: Sequence[SavedSearch], placements: Sequence[Placement]) -> Mapping[str, int]:
        """How many unread articles each search finds, by its name."""

    def save_search(self, search: SavedSearch) -> None:
        """Save a search."""

    def rename_search(self, name: str, new: str) -> None:
        """Give a saved search another name."""

    def remove_search(self, name: str) -> SavedSearch:
        """Forget a saved search."""

    def muted(self) -> Sequence[str]:
        """The muted words."""

    def mute(self, words: str, on: bool = True) -> Operation[None]:
        """Mute words, or let them be heard again."""


@dataclass(frozen=True, slots=True)
class Follow:
    """Everything of it. ``export_opml`` gives the list as a file's bytes, ``write_file`` writes what a person chose."""

    recommending: Recommending
    reading_list: ReadingList
    organising: Organising
    triage: Triage
    export_opml: Callable[[], bytes]
    write_file: Callable[[str, bytes], int]
