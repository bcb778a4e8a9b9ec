"""What the window needs of the links between files. Nothing here is quick: all of it goes through ``relay.call``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class LinkPlace(Protocol):
    """A place in a file that links to another, names it without a link, or links to nothing."""

    @property
    def path(self) -> str:
        """The file in which it stands."""

    @property
    def title(self) -> str:
        """That file's title."""

    @property
    def target(self) -> str:
        """What the link says, or the words that name the file."""

    @property
    def context(self) -> str:
        """The sentence or line around it, as plain text."""


class RenamedFile(Protocol):
    """What came of a rename."""

    @property
    def path(self) -> str:
        """Where the file is now."""

    @property
    def changed(self) -> Sequence[str]:
        """The files whose links were rewritten."""


class Links(Protocol):
    """Links of the vault as the cache and the files have them."""

    def backlinks(self, path: str) -> Sequence[LinkPlace]:
        """The places in other files that link here."""

    def mentions(self, path: str) -> Sequence[LinkPlace]:
        """The places in other files that name this file's title or alias without a link."""

    def link_mention(self, place: LinkPlace, path: str) -> str:
        """Turn such a place into a link to ``path``; the path of the file that was written."""

    def broken(self, path: str = "") -> Sequence[LinkPlace]:
        """The links to nothing, of one file or of all."""

    def rename(self, path: str, title: str) -> RenamedFile:
        """Give a file another title and name, and rewrite the links to it."""

    def undo_rename(self, path: str) -> RenamedFile:
        """Take the last rename of this file back, its links as well."""
