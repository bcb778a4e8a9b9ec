"""What the window needs of reading: highlights that are edited, full texts, pictures, the road."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.base.events import Operation
    from pkm_app.content.pictures import Picture
    from pkm_app.flow.highlight_edits import Edited
    from pkm_app.flow.road import Packed, RoadBook
    from pkm_app.flow.versions import ReadVersion
    from pkm_app.seek.model import Article, ArticleBody
    from pkm_app.seek.pictures import Got, Scope


class HighlightEdits(Protocol):
    """flow.highlight_edits: places count characters of the article's canonical text."""

    def recolour(self, name: str, colour: str) -> Edited:
        """Give a highlight another colour."""

    def reshape(self, article: Article, name: str, start: int, end: int) -> Edited:
        """Let a highlight stand for other characters."""

    def join(self, article: Article, names: Sequence[str], start: int = -1, end: int = -1) -> Edited:
        """Make one highlight of several."""

    def remove(self, name: str) -> Edited:
        """Take a highlight and its comment away."""

    def undo(self, edited: Edited) -> None:
        """Take an edit back."""


class FullTexts(Protocol):
    """seek.fulltext."""

    def fetch(self, article: Article) -> ArticleBody:
        """Get the article from its page and read it from now on. Raises Problem, and then nothing changed."""

    def forget(self, article: Article) -> ArticleBody | None:
        """Read the article again as its feed gave it."""


class Versions(Protocol):
    """flow.versions."""

    def highlighted(self, article: Article) -> Sequence[ReadVersion]:
        """Each version of an article that was highlighted, the last one first."""

    def of_highlight(self, name: str) -> tuple[str, int, int]:
        """The text in which a highlight was made, and from where to where it stands in it."""


class Pictures(Protocol):
    """seek.pictures: nothing is fetched but by ``fetch``, and that is called after consent only."""

    def allowed(self, article: Article) -> bool:
        """Quick. Whether the person allowed the pictures of this article's source."""

    def allow(self, article: Article, scope: Scope, on: bool = True) -> None:
        """Remember consent, or that it was taken back."""

    def cached(self, html: str) -> Mapping[str, Picture]:
        """The pictures of a text that are here already, by address."""

    def fetch(self, html: str) -> Operation[Got]:
        """Fetch those that are not."""


class Road(Protocol):
    """flow.road: Later, ready to be read without a network."""

    def prepare(self) -> Operation[Packed]:
        """Fetch everything whole."""

    def book(self, title: str, language: str, day: Callable[[datetime], str]) -> RoadBook:
        """Later as one EPUB."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything of reading."""

    edits: HighlightEdits
    full_texts: FullTexts
    pictures: Pictures
    road: Road
    versions: Versions
