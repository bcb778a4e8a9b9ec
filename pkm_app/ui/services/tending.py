"""What the window needs for tending feeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pkm_app.base.events import Operation
    from pkm_app.seek.health import Health
    from pkm_app.seek.model import Feed


class Tested(Protocol):
    """What came of a test."""

    @property
    def health(self) -> Health:
        """How the feed is now."""


class Tending(Protocol):
    """seek.tending."""

    def health(self, remarkable: bool = False) -> Sequence[Health]:
        """How each feed is, those that are ill first; ``remarkable``: only those that are not simply well."""

    def test(self, feed_ids: Sequence[str]) -> Operation[Sequence[Tested]]:
        """Fetch these feeds now, whatever was planned, and say how they are then."""

    def move(self, feed_id: str, address: str, untested: bool = False) -> Operation[Feed]:
        """Give a feed another address; the feed behind it is found and read first, unless ``untested``."""

    def put_back(self, former: Feed) -> Feed:
        """Give a feed the address it had, and what was known of it there. Nothing is fetched."""
