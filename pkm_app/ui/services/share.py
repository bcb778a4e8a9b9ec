"""What the window needs of Share: drafts, checks, outlets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.base.events import Operation
    from pkm_app.flow.captured import Captured
    from pkm_app.flow.exporting import Exported
    from pkm_app.flow.measuring import Measured
    from pkm_app.flow.newer_words import Compared
    from pkm_app.flow.offers import Offer, OfferKind
    from pkm_app.flow.trace import Node
    from pkm_app.sense.model import Saved
    from pkm_app.share.about import About, Line
    from pkm_app.share.aftermath import Answer, Left, Piece
    from pkm_app.share.clash import Clash
    from pkm_app.share.creditback import Message
    from pkm_app.share.formats import Wanted
    from pkm_app.share.measure import Measure
    from pkm_app.share.model import CheckResult, Finding, OutletSettings, Published
    from pkm_app.share.preview import Preview
    from pkm_app.share.richtext import RichText


class Drafting(Protocol):
    """flow.drafting."""

    def templates(self) -> Sequence[str]:
        """What a draft can start from; a person's own last."""

    def new_draft(self, names: Sequence[str], title: str = "", template: str = "post",
                  language: str = "", compilers: Sequence[str] = (), days: int = 7, otherwise: str = ""
                  ) -> tuple[str, str]:
        """Compose a draft; its (id, path)."""

    def piece(self, name: str, draft: str) -> str:
        """A note, highlight, source or article as Markdown for a draft, with its credit."""

    def add_chapter(self, draft: str, names: Sequence[str], title: str = "") -> tuple[str, str]:
        """Write a chapter into an eBook; its (id, path)."""

    def take_out(self, chapter: str) -> None:
        """Show a chapter no more in its eBook; its file stays."""

    def put_back(self, chapter: str) -> None:
        """Show a chapter again in its eBook, as the last one."""


class Publishing(Protocol):
    """flow.publishing."""

    def check(self, name: str, audience: str, outlet: str = "") -> CheckResult:
        """What must or should be mended before a draft leaves, to an outlet."""

    def preview(self, name: str, audience: str, outlet: str = "") -> Operation[Preview]:
        """A draft as it would leave, to an outlet as it will be there."""

    def publish(self, name: str, outlet_name: str, secret: str = "", dry_run: bool = False,
                over: str = "") -> Operation[Published]:
        """Send a draft as a draft, over the version of others that was seen."""

    def clash(self, name: str, outlet_name: str, secret: str = "") -> Operation[Clash]:
        """A draft as it would leave beside what stands there."""

    def keep_theirs(self, clash: Clash) -> str:
        """Keep what stands there as a draft of its own; its path."""


class Exporting(Protocol):
    """flow.exporting."""

    def export(self, name: str, wanted: Wanted, audience: str = "public") -> Operation[Exported]:
        """A draft as a file, made in a process of its own."""

    def rich_text(self, name: str, audience: str, kind: str) -> RichText:
        """A draft for the clipboard, made for a kind of outlet, with what becomes of it there."""


class Outlets(Protocol):
    """share.service."""

    def outlets(self, unasked: bool = False) -> Sequence[OutletSettings]:
        """Quick. All outlets; ``unasked``, none of a file that is online only."""

    def add(self, settings: OutletSettings, secret: str, keep_secret: bool = True) -> str:
        """Try an outlet and keep it; the name it knows the person by."""

    def set_audience(self, name: str, audience: str) -> OutletSettings:
        """Say for whom an outlet is from now on."""

    def remove(self, name: str) -> OutletSettings:
        """Forget an outlet and its secret."""

    def keeps_secret(self, name: str) -> bool:
        """Whether the secret of an outlet is kept, held, or not needed."""

    def hold(self, name: str, secret: str) -> None:
        """Quick. Hold a secret in memory until the program ends."""


class Names(Protocol):
    """library.internal_names."""

    def load(self) -> Sequence[str]:
        """The names of the person's own house."""

    def save(self, names: Sequence[str]) -> Sequence[str]:
        """Write other ones."""


class Afterwards(Protocol):
    """flow.afterwards: what left, and what became of it."""

    def left(self, draft_id: str = "") -> Sequence[Left]:
        """What left, the latest of each draft and outlet."""

    def find(self, name: str) -> Left:
        """One record."""

    def sent_text(self, name: str) -> str:
        """The Markdown of what left."""

    def look(self, names: Sequence[str] = (), secret: str = "") -> Operation[tuple[Left, ...]]:
        """Ask the outlets what became of it."""

    def look_quietly(self) -> Operation[tuple[Left, ...]]:
        """Ask those outlets whose password is kept; what is otherwise by now."""

    def compared(self, name: str, secret: str = "") -> Operation[tuple[Left, tuple[Piece, ...]]]:
        """What was sent beside what stands there."""

    def published_at(self, name: str, address: str) -> Left:
        """Note where it can be read."""

    def answers(self, name: str) -> Sequence[Answer]:
        """The answers kept under a record."""

    def reply(self, name: str, words: str, by: str, consent: str = "no") -> Captured:
        """Keep an answer."""

    def credits(self, name: str) -> tuple[Message, ...]:
        """A ready message to each author who is quoted."""

    def for_everybody(self) -> Sequence[Left]:
        """What everybody can read: the entries of one's own feed."""

    def feed(self, title: str, author: str, feed_id: str) -> bytes:
        """One's own feed, as Atom."""


class Describing(Protocol):
    """flow.describing: what a draft says of itself in the head of its file."""

    def about(self, name: str) -> About:
        """What it says."""

    def changes(self, name: str, wanted: About) -> Mapping[str, Line]:
        """Which lines make it say this. Raises Refused for what cannot be."""

    def write(self, name: str, lines: Mapping[str, Line]) -> Saved:
        """Put lines into the head of its file."""


class Offers(Protocol):
    """flow.offers."""

    def find(self, query: str = "", kinds: Sequence[OfferKind] = ("highlight", "note", "article"),
             limit: int = 60) -> Sequence[Offer]:
        """What can go into a draft."""


class NewerWords(Protocol):
    """flow.newer_words: highlighted words that are gone from their source."""

    def compare(self, name: str) -> Compared:
        """A highlight's words, and what stands in their place now."""

    def quotation(self, name: str) -> str:
        """Highlight what stands there now; its quotation with its credit."""


class Measuring(Protocol):
    """flow.measuring."""

    def measure(self, path: str, audience: str, body: str | None = None) -> Measured:
        """How many words of a draft leave, part by part, and how many stay in."""

    def book(self, path: str, audience: str) -> Measure | None:
        """The same of the eBook of which it is a chapter; None where it is none."""


class Addresses(Protocol):
    """flow.addresses."""

    def tried(self, name: str, audience: str) -> Operation[tuple[Finding, ...]]:
        """The addresses of a draft that do not answer; asks the net."""


@dataclass(frozen=True, slots=True)
class Share:
    """Everything of Share. ``write_file(path, bytes)`` writes a file the person chose, never inside the vault;
    ``trace`` says what a file rests on and where it was used (flow.trace)."""

    drafting: Drafting
    publishing: Publishing
    exporting: Exporting
    outlets: Outlets
    write_file: Callable[[str, bytes], int]
    internal_names: Names
    addresses: Addresses
    offers: Offers
    afterwards: Afterwards
    trace: Callable[[str], Node]
    measuring: Measuring
    describing: Describing
    newer_words: NewerWords
