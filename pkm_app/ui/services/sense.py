"""What the window needs of Sense: highlights, notes, search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.content.vaultfile import VaultFile
    from pkm_app.flow.highlighting import PlacedHighlight
    from pkm_app.seek.model import Article
    from pkm_app.sense.model import FileCard, FileType, Highlight, Loaded, Saved, Version
    from pkm_app.sense.notes import NewNote


class Highlighting(Protocol):
    """flow.highlighting: places count characters of the article's canonical text."""

    def add(
        self, article: Article, words: str, prefix: str = "", suffix: str = "", comment: str = "",
        colour: str = "yellow",
    ) -> Highlight:
        """Highlight the place with these words."""

    def add_at(
        self, article: Article, start: int, end: int, comment: str = "", colour: str = "yellow",
    ) -> Highlight:
        """Highlight these characters of the article's canonical text."""

    def of_article(self, article: Article) -> Sequence[PlacedHighlight]:
        """The article's highlights, each with its place as the text stands now."""

    def listing(self, unsensed: bool = False) -> Sequence[PlacedHighlight]:
        """Every highlight; ``unsensed``: only those that wait for own words."""


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
        self, path: str, body: str, loaded: Loaded,
        fields: Mapping[str, str | bool | Sequence[str] | None] | None = None,
    ) -> tuple[Loaded, Saved]:
        """Save an open file."""

    def set_field(self, path: str, key: str, value: str | bool | Sequence[str] | None) -> Saved:
        """Change one line of a file's front matter."""

    def new_note(self, note: NewNote, quotes: Sequence[str] = ()) -> tuple[str, str]:
        """Write a new note; its (id, path)."""

    def quotation(self, highlight_name: str) -> str:
        """A highlight as a quotation with its credit, in Markdown."""

    def linked(self, target: str, from_path: str) -> FileCard | None:
        """The file that a link's target means in a file, None when there is none."""

    def history(self, name: str) -> tuple[str, Sequence[Version]]:
        """The path of a file and its former versions, oldest first."""

    def former(self, name: str, number: int) -> VaultFile:
        """A former version, to look at."""

    def restore(self, name: str, number: int) -> Saved:
        """Put a former version back as a copy beside the file."""

    def delete(self, name: str) -> FileCard:
        """Move a file to the trash."""

    def discard(self, name: str) -> tuple[FileCard, str]:
        """Move a file to the trash; what it was, and where it lies there."""

    def undelete(self, trashed: str) -> str:
        """Move a file from the trash to where it was; its path."""

    def set_comment(self, highlight_name: str, comment: str) -> Highlight:
        """Write what the person thinks about a highlight."""

    def remove_highlight(self, highlight_name: str) -> Highlight:
        """Take a highlight and its comment out of its source; both stay in the history."""
