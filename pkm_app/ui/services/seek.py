"""What the window needs of Seek."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.base.events import Operation
    from pkm_app.seek.model import Article, ArticleBody, Feed, Mark, RefreshResult, View


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

    def import_opml(self, data: bytes, allow_private: bool = False) -> object:
        """Return the operation that takes in subscriptions; it fetches nothing yet."""


class Marking(Protocol):
    """flow.marking: marks that first make safe what must outlive the stream."""

    def set(self, articles: Sequence[Article], mark: Mark, on: bool = True) -> None:
        """Mark articles; Keep and Later write source files, so not quick."""
