"""The parts of Seek that find people to follow and keep the stream in hand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.app.seek_parts import SeekParts

if TYPE_CHECKING:
    from pkm_app.seek.organising import Organising
    from pkm_app.seek.recommend import Recommending


class FollowParts(SeekParts):
    """Services beside seek.service, over the same adapters."""

    @cached_property
    def recommending(self) -> Recommending:
        """The recommended sources, and looking whether their feeds answer."""
        from pkm_app.library.looks import Looks
        from pkm_app.seek.follow import Following
        from pkm_app.seek.recommend import Recommending
        from pkm_app.work.strangers import Strangers

        following = Following(
            self._fetcher, Strangers(self.strangers), self.articles, self._subscribing, self._catalogue, now)
        return Recommending(self._catalogue, self.articles, following, Looks(self.db), now)

    @cached_property
    def organising(self) -> Organising:
        """Names, reasons and folders of whom I follow."""
        from pkm_app.seek.organising import Organising

        return Organising(self.articles, self._subscriptions, self._subscribing)
