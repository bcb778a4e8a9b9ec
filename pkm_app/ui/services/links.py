"""What the window needs of the links between files. Nothing here is quick: all of it goes through ``relay.call``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.sense.changes import Done
    from pkm_app.sense.linking import Linked, LinkName, LinkPlace


class Links(Protocol):
    """sense.linking."""

    def names(self) -> Sequence[LinkName]:
        """Every name that can be linked to, of the latest changed file first: titles, file names, aliases."""

    def outgoing(self, path: str) -> Sequence[LinkPlace]:
        """The links in a file, in order; ``leads_to`` is "" where there is nothing."""

    def backlinks(self, path: str) -> Sequence[LinkPlace]:
        """The places in other files that link here."""

    def mentions(self, path: str) -> Sequence[LinkPlace]:
        """The places in other files that name this file without a link."""

    def link_mention(self, place: LinkPlace, path: str) -> Linked:
        """Turn such a place into a link to ``path``; what was written."""

    def unlink(self, linked: Linked) -> None:
        """Turn such a link into the words it was made of."""

    def rename(self, path: str, title: str) -> Done:
        """Give a file another title and name, and rewrite the links to it."""

    def undo_rename(self, path: str) -> Done:
        """Take the last rename of this file back, its links as well."""
