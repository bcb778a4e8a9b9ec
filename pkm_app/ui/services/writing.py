"""What the window needs for writing: spelling, pictures, templates, previews. None of it is quick: ``relay.call``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.flow.related import Related
    from pkm_app.sense.model import Saved
    from pkm_app.sense.notes import NewNote
    from pkm_app.sense.review import LookBack, Rhythm
    from pkm_app.sense.templates import Template
    from pkm_app.ui.services.links import Links


class Spelling(Protocol):
    """work.spelling: dictionaries in a process of their own."""

    def wrong(self, words: Sequence[str], language: str) -> frozenset[str]:
        """The words that a language's dictionary does not know; none where there is no dictionary."""

    def suggest(self, word: str, language: str) -> Sequence[str]:
        """Words that may have been meant, the likeliest first."""


class OwnWords(Protocol):
    """library.own_words: what a person added to the dictionary, kept in the vault."""

    def load(self) -> frozenset[str]:
        """The words."""

    def add(self, word: str) -> None:
        """Add a word."""


class Pictures(Protocol):
    """library.attachments: pictures of notes, cleaned on the way in and on the way to the screen."""

    def put(self, data: bytes, name: str = "") -> str:
        """Take a picture in; its path in the vault. Raises Refused for what is no picture."""

    def put_file(self, path: str) -> str:
        """The same for a file of this machine, under its own name."""

    def shown(self, path: str) -> bytes:
        """A picture of the vault as it may be shown. Raises NotFound, Refused."""


class TemplateList(Protocol):
    """sense.templates."""

    def listing(self, language: str) -> Sequence[Template]:
        """The templates for a language, own ones first."""

    def begin(self, name: str, note: NewNote, language: str) -> NewNote:
        """A note as its template has it."""


class Previews(Protocol):
    """sense.preview."""

    def html(self, body: str, path: str) -> str:
        """Cleaned HTML of a text that stands in ``path``, with what it shows of other files written out."""


class Reviews(Protocol):
    """sense.review."""

    def rhythm(self) -> Rhythm:
        """How often a person wants to look back."""

    def set_rhythm(self, days: int) -> Rhythm:
        """Look back every so many days, 0 for only when asked."""

    def is_time(self, last: str) -> bool:
        """Whether the rhythm asks for a look back; ``last`` is the day of the last one, "" for never."""

    def listing(self, limit: int = 12) -> Sequence[LookBack]:
        """What to look back at."""

    def seen(self, name: str) -> Saved:
        """A note was looked at: still true, or it may wait."""

    def ripen(self, name: str, maturity: str) -> Saved:
        """Give a note another maturity."""

    def mark(self, name: str, on: bool) -> Saved:
        """Mark a note to be looked at again, or take the mark away."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Everything around the writing pane. ``related`` gives what else speaks of the same as a file (flow.related),
    at most so many."""

    spelling: Spelling
    own_words: OwnWords
    pictures: Pictures
    templates: TemplateList
    preview: Previews
    links: Links
    related: Callable[[str, int], Sequence[Related]]
    review: Reviews
