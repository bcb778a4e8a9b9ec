"""What the window needs of reading: highlights that are edited, the whole text of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pkm_app.flow.highlight_edits import Edited
from pkm_app.seek.model import Article, ArticleBody


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


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything of reading."""

    edits: HighlightEdits
    full_texts: FullTexts
