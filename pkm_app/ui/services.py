"""What the window needs of the program, as one frozen value that app.py makes and hands in.

Rooms talk to these protocols and to nothing else. Names and meanings are those of the services themselves
(seek.service, flow.*, sense.service, share.service, work.runner), so that app.py passes them as they are.
Reads marked "quick" keep under 10 ms and may be called on the main thread; everything else goes through
``relay.call`` or ``relay.start``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from pkm_app.base.errors import Problem
from pkm_app.base.events import Event, Operation
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.flow.search import Found
from pkm_app.seek.model import Article, ArticleBody, Feed, Mark, RefreshResult, View
from pkm_app.sense.model import FileCard, FileType, Highlight, Loaded, Saved
from pkm_app.sense.notes import NewNote
from pkm_app.share.model import CheckResult, OutletSettings, Published, Rendered

R = TypeVar("R")


class Task(Protocol):
    """Work under way on a runner thread."""

    def cancel(self) -> None:
        """Ask it to stop at its next step."""


class Runner(Protocol):
    """work.runner: drives operations on a few threads; every callback comes on one of those."""

    def start(
        self, operation: Operation[R], on_event: Callable[[Event], Any], on_result: Callable[[R], Any],
        on_problem: Callable[[Problem], Any],
    ) -> Task:
        """Start an operation."""


class Settings(Protocol):
    """What this machine remembers between two starts: window state, choices, unsaved words."""

    def get(self, key: str, default: str = "") -> str:
        """Quick. The text kept under a key."""

    def put(self, key: str, value: str) -> None:
        """Keep a text under a key; written soon, and whole or not at all."""


class CatalogueSource(Protocol):
    """One recommended source, as the catalogue describes it."""

    @property
    def id(self) -> str:
        """Its own id; ``follow`` takes it in place of an address."""

    @property
    def name(self) -> str:
        """Person, blog or organisation."""

    @property
    def homepage(self) -> str:
        """Its site."""

    @property
    def feed(self) -> str:
        """Its feed, "" when none is known."""

    @property
    def language(self) -> str:
        """nl or en."""

    @property
    def chapter(self) -> str:
        """1, 2, 3 or about."""

    @property
    def cited_for(self) -> str:
        """What it is quoted for, in one or two sentences."""

    @property
    def followed(self) -> bool:
        """Whether the person follows it."""


class Followed(Protocol):
    """What came of following an address."""

    @property
    def feed_id(self) -> str:
        """The feed that was found."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def new(self) -> int:
        """How many articles came in at once."""


class Seek(Protocol):
    """seek.service."""

    def feeds(self) -> Sequence[Feed]:
        """Quick. Whom I follow, in order of folder and title."""

    def articles(
        self, view: View = "inbox", feed_id: str = "", search: str = "", limit: int = 200,
        before: tuple[str, str] | None = None,
    ) -> Sequence[Article]:
        """Quick. Newest first; ``before`` is the (time, id) of the last row already had."""

    def find_article(self, prefix: str) -> Article:
        """Quick. One article. Raises NotFound, Ambiguous."""

    def body(self, article_id: str) -> ArticleBody | None:
        """The matter of an article."""

    def mark(self, article_ids: Sequence[str], mark: Mark, on: bool) -> None:
        """Set or take away a mark."""

    def follow(self, address: str, folder: str = "", why: str = "") -> Operation[Followed]:
        """Find the feed behind an address (or a catalogue id) and subscribe."""

    def unfollow(self, feed: str) -> Feed:
        """End a subscription; what was kept stays."""

    def refresh(self, feeds: Sequence[str] = (), force: bool = False) -> Operation[tuple[RefreshResult, ...]]:
        """Fetch what is due."""

    def catalogue(self, chapter: str = "", lang: str = "") -> Sequence[CatalogueSource]:
        """The recommended sources, in the order in which the eBook's reader meets them."""

    def import_opml(self, data: bytes, allow_private: bool = False) -> object:
        """Take in subscriptions; fetches nothing yet."""


class Marking(Protocol):
    """flow.marking: marks that first make safe what must outlive the stream."""

    def set(self, articles: Sequence[Article], mark: Mark, on: bool = True) -> None:
        """Mark articles; Keep and Later write source files, so not quick."""


class Highlighting(Protocol):
    """flow.highlighting: places count characters of the article's canonical text."""

    def add(
        self, article: Article, words: str, prefix: str = "", suffix: str = "", comment: str = "",
        colour: str = "yellow",
    ) -> Highlight:
        """Highlight the place with these words."""

    def of_article(self, article: Article) -> Sequence[PlacedHighlight]:
        """The article's highlights, each with its place as the text stands now."""

    def listing(self, unsensed: bool = False) -> Sequence[PlacedHighlight]:
        """Every highlight; ``unsensed``: only those that wait for own words."""


class Search(Protocol):
    """flow.search: notes, highlights, articles, drafts and sources at once."""

    def search(self, query: str, places: Sequence[str] = (), limit: int = 50) -> Found:
        """Find, best first."""


class Sense(Protocol):
    """sense.service."""

    def cards(
        self, types: Sequence[FileType] = ("note",), tag: str = "", maturity: str = "", limit: int = 1000,
        offset: int = 0,
    ) -> Sequence[FileCard]:
        """Quick. Files of these types, latest change first."""

    def find(self, name: str) -> FileCard:
        """Quick. A file by id, beginning of an id, or path."""

    def load(self, path: str) -> Loaded:
        """Read a file for editing."""

    def save(
        self, path: str, body: str, loaded: Loaded, fields: Mapping[str, str | bool | None] | None = None,
    ) -> tuple[Loaded, Saved]:
        """Save an open file."""

    def new_note(self, note: NewNote, quotes: Sequence[str] = ()) -> tuple[str, str]:
        """Write a new note; its (id, path)."""

    def quotation(self, highlight_name: str) -> str:
        """A highlight as a quotation with its credit, in Markdown."""

    def delete(self, name: str) -> FileCard:
        """Move a file to the trash."""

    def set_comment(self, highlight_name: str, comment: str) -> Highlight:
        """Write what the person thinks about a highlight."""

    def remove_highlight(self, highlight_name: str) -> Highlight:
        """Take a highlight and its comment out of its source; both stay in the history."""


class Drafting(Protocol):
    """flow.drafting."""

    def new_draft(self, names: Sequence[str], title: str = "", template: str = "post") -> tuple[str, str]:
        """Compose a draft; its (id, path)."""


class Publishing(Protocol):
    """flow.publishing."""

    def check(self, name: str, audience: str) -> CheckResult:
        """What must or should be mended before a draft leaves."""

    def rendered(self, name: str, audience: str) -> Rendered:
        """A draft as it would leave."""

    def export(self, name: str, form: str, audience: str = "public") -> tuple[bytes, int]:
        """A draft as the bytes of a file, and how many private parts were cut."""

    def publish(self, name: str, outlet_name: str, secret: str = "", dry_run: bool = False) -> Operation[Published]:
        """Send a draft as a draft."""


class Outlets(Protocol):
    """share.service."""

    def outlets(self) -> Sequence[OutletSettings]:
        """Quick. All outlets."""

    def add(self, settings: OutletSettings, secret: str, keep_secret: bool = True) -> str:
        """Try an outlet and keep it; the name it knows the person by."""

    def remove(self, name: str) -> OutletSettings:
        """Forget an outlet and its secret."""


@dataclass(frozen=True, slots=True)
class Share:
    """Everything of Share. ``write_file(path, bytes)`` writes a file the person chose, never inside the vault."""

    drafting: Drafting
    publishing: Publishing
    outlets: Outlets
    write_file: Callable[[str, bytes], int]


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the window may call. ``now`` is the clock, aware and in the person's own zone;
    ``version`` is what the about line says."""

    seek: Seek
    marking: Marking
    highlighting: Highlighting
    search: Search
    sense: Sense
    share: Share
    runner: Runner
    settings: Settings
    now: Callable[[], datetime]
    version: str = ""
