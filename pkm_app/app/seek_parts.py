"""The parts of Seek: whom I follow, what came in, and how articles become source files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import Adapters, now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pkm_app.base.events import Operation
    from pkm_app.flow.marking import Marking
    from pkm_app.flow.road import Road
    from pkm_app.flow.sources import Sources
    from pkm_app.library.lastread import LastRead
    from pkm_app.library.marks import Marks
    from pkm_app.library.subscriptions import Subscriptions
    from pkm_app.seek.catalogue import Catalogue
    from pkm_app.seek.fulltext import FullTexts
    from pkm_app.seek.model import RefreshResult
    from pkm_app.seek.pictures import Pictures
    from pkm_app.seek.service import SeekService
    from pkm_app.seek.subscribing import Subscribing
    from pkm_app.seek.tending import Tending
    from pkm_app.seek.triage import Triage


class SeekParts(Adapters):
    """Services of Seek over the adapters."""

    @cached_property
    def seek(self) -> SeekService:
        """Whom I follow and what came in; the list in the vault is the truth."""
        from pkm_app.seek.service import SeekService
        from pkm_app.work.strangers import Strangers

        return SeekService(self._fetcher, Strangers(self.strangers), self.articles, self._subscriptions, self._marks,
                           self._catalogue, now, lambda: self.triage.tidy(), self._elsewhere)

    @cached_property
    def triage(self) -> Triage:
        """Many articles at once: lists, saved searches, muted words, and what is old."""
        from pkm_app.library.article_lists import ArticleLists
        from pkm_app.library.article_tidy import Tidying
        from pkm_app.library.seek_choices import SeekChoicesFile
        from pkm_app.seek.triage import Triage

        return Triage(ArticleLists(self.db), self.articles, self._marks, SeekChoicesFile(self.vault.root),
                      Tidying(self.db), self._keep_days, now)

    @cached_property
    def last_read(self) -> LastRead:
        """What was marked as read at once the last time."""
        from pkm_app.library.lastread import LastRead

        return LastRead(self.profile.data / "read-all", self.vault.root)

    def _elsewhere(self, feeds: Sequence[str], force: bool) -> Operation[tuple[RefreshResult, ...]] | None:
        return None if self.elsewhere is None else self.elsewhere(feeds, force)

    def _keep_days(self) -> int:
        days = self.settings.get("seek.keep_days", "0")
        return int(days) if days.isdecimal() else 0

    @cached_property
    def full_texts(self) -> FullTexts:
        """Full texts from the pages of articles."""
        from pkm_app.seek.fulltext import FullTexts
        from pkm_app.work.strangers import Strangers

        return FullTexts(self._fetcher, Strangers(self.strangers), self.articles)

    @cached_property
    def tending(self) -> Tending:
        """How feeds are, and what can be mended."""
        from pkm_app.seek.tending import Tending
        from pkm_app.work.strangers import Strangers

        return Tending(self._fetcher, Strangers(self.strangers), self.articles, self._subscribing, now)

    @cached_property
    def pictures(self) -> Pictures:
        """Pictures of articles, by the person's consent."""
        from pkm_app.library.picture_cache import PictureCache
        from pkm_app.seek.pictures import Pictures
        from pkm_app.work.strangers import Strangers

        cache = PictureCache(self.profile.cache / "pictures")
        return Pictures(self._fetcher, Strangers(self.strangers), cache, self.settings)

    @cached_property
    def road(self) -> Road:
        """Later, ready to be read without a network."""
        from pkm_app.base.resources import resources_folder
        from pkm_app.flow.road import Road
        from pkm_app.work.strangers import Strangers

        style = (resources_folder() / "styles" / "book.css").read_text(encoding="utf-8")
        return Road(self.articles, self.full_texts, self.pictures, self.sources, Strangers(self.strangers), style)

    @cached_property
    def sources(self) -> Sources:
        """From articles to source files."""
        from pkm_app.flow.sources import Sources

        return Sources(self.articles, self.vault, now)

    @cached_property
    def marking(self) -> Marking:
        """Marks on articles."""
        from pkm_app.flow.marking import Marking

        return Marking(self.seek, self.sources)

    @cached_property
    def _catalogue(self) -> Catalogue:
        from pkm_app.base.resources import resources_folder
        from pkm_app.seek.catalogue import read_catalogue

        return read_catalogue((resources_folder() / "catalogue" / "sources.yaml").read_bytes())

    @cached_property
    def _marks(self) -> Marks:
        from pkm_app.library.marks import Marks

        return Marks(self.vault.root, self._device)

    @cached_property
    def _subscriptions(self) -> Subscriptions:
        from pkm_app.library.subscriptions import Subscriptions

        return Subscriptions(self.vault.root, self.profile.data)

    @cached_property
    def _subscribing(self) -> Subscribing:
        from pkm_app.seek.subscribing import Subscribing

        return Subscribing(self.articles, self._subscriptions)
