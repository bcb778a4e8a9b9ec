"""The parts of Share: drafts, checks, outlets, and files that leave."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pkm_app import __version__
from pkm_app.app.adapters import now
from pkm_app.app.capture_parts import CaptureParts

if TYPE_CHECKING:
    from pkm_app.app.places import Places
    from pkm_app.content.repainting import Picture
    from pkm_app.flow.addresses import Addresses
    from pkm_app.flow.afterwards import Afterwards
    from pkm_app.flow.checking import Checking
    from pkm_app.flow.describing import Describing
    from pkm_app.flow.drafting import Drafting
    from pkm_app.flow.exporting import Exporting
    from pkm_app.flow.measuring import Measuring
    from pkm_app.flow.mending import Mending
    from pkm_app.flow.newer_words import NewerWords
    from pkm_app.flow.publishing import Publishing
    from pkm_app.library.internal_names import InternalNames
    from pkm_app.library.journal import Journal
    from pkm_app.library.pictures import VaultPictures
    from pkm_app.net.outlets import Outlets
    from pkm_app.sense.doctor import Trouble
    from pkm_app.share.service import OutletService


class ShareParts(CaptureParts):
    """Services of Share over the adapters."""

    @cached_property
    def outlets(self) -> OutletService:
        """Where drafts can be sent."""
        from pkm_app.library.choices import OutletChoices
        from pkm_app.library.secrets import KeyringSecrets
        from pkm_app.share.service import OutletService

        return OutletService(OutletChoices(self.vault.root), KeyringSecrets(), self._places)

    @cached_property
    def _places(self) -> Places:
        from pkm_app.app.places import Places

        return Places(lambda: self._outlet_maker, self.vault.root, self.profile.cache)

    @cached_property
    def drafting(self) -> Drafting:
        """New drafts."""
        from pkm_app.flow.drafting import Drafting
        from pkm_app.library.draft_templates import DraftTemplates

        return Drafting(self.articles, self.vault, self.sense, self.sources, now, DraftTemplates(self.vault.root))

    @cached_property
    def publishing(self) -> Publishing:
        """Check and send."""
        from pkm_app.flow.publishing import Publishing
        from pkm_app.library.turns import SendingTurns

        return Publishing(self.vault, self.outlets, self._journal, self._pictures, now,
                          SendingTurns(self.profile.data), self.exporting, self.checking, self._clean_picture)

    def _clean_picture(self, data: bytes) -> Picture | None:
        """Take what is hidden off a picture, in the process for what strangers made."""
        from pkm_app.share.formats.pictures import clean_picture

        return self.strangers.call(clean_picture, data)

    @cached_property
    def checking(self) -> Checking:
        """The check before something leaves."""
        from pkm_app.flow.authors import author_known
        from pkm_app.flow.checking import Checking, changed_since

        return Checking(self.vault, self._pictures, self.internal_names.load, changed_since(self.articles, self.vault),
                        self._opens, self.newer_words.now,
                        author_known(self.articles, self.vault, lambda: self._catalogue.sources))

    def _opens(self, data: bytes) -> bool:
        """Say whether a picture is whole, in the process for what strangers made."""
        from pkm_app.share.formats.pictures import opens_whole

        return self.strangers.call(opens_whole, data)

    @cached_property
    def measuring(self) -> Measuring:
        """How many words leave."""
        from pkm_app.flow.measuring import Measuring

        return Measuring(self.vault)

    @cached_property
    def describing(self) -> Describing:
        """What drafts say of themselves."""
        from pkm_app.flow.describing import Describing

        return Describing(self.vault, self.sense, self._pictures)

    @cached_property
    def mending(self) -> Mending:
        """Mends of the check."""
        from pkm_app.flow.mending import Mending

        return Mending(self.vault, self.checking, self.newer_words.quotation)

    @cached_property
    def newer_words(self) -> NewerWords:
        """What stands in a source where words were highlighted that are gone."""
        from pkm_app.flow.newer_words import NewerWords

        return NewerWords(self.articles, self.vault, self.highlighting, self.sense)

    @cached_property
    def addresses(self) -> Addresses:
        """Whether addresses still answer."""
        from pkm_app.flow.addresses import Addresses

        return Addresses(self.vault, self._fetcher)

    @cached_property
    def internal_names(self) -> InternalNames:
        """Words that only the team may read."""
        from pkm_app.library.internal_names import InternalNames

        return InternalNames(self.vault.root)

    @cached_property
    def exporting(self) -> Exporting:
        """Drafts as files."""
        from pkm_app.base.resources import resources_folder
        from pkm_app.flow.exporting import Exporting
        from pkm_app.share.formats import Styles
        from pkm_app.work.exports import Exports

        looks = resources_folder() / "styles"

        def styles() -> Styles:
            return Styles(*((looks / name).read_text(encoding="utf-8")
                            for name in ("export.css", "book.css", "export.typ")))

        return Exporting(self.vault, self._pictures, Exports(str(looks.parent / "fonts"), self.nice), styles)

    @cached_property
    def afterwards(self) -> Afterwards:
        """What became of what left."""
        from pkm_app.flow.afterwards import Afterwards

        return Afterwards(self.vault, self.outlets, self.sense, self.passages, now)

    def write_outside(self, path: Path, data: bytes, force: bool) -> int:
        """Write a file a person named, never inside the vault; return its size. See library.outside."""
        from pkm_app.library.outside import write_outside

        return write_outside(path, data, force, self.vault_folder)

    def may_write_outside(self, path: Path, force: bool) -> None:
        """Refuse now what could not be written later."""
        from pkm_app.library.outside import may_write_outside

        may_write_outside(path, force, self.vault_folder)

    @cached_property
    def _pictures(self) -> VaultPictures:
        from pkm_app.library.pictures import VaultPictures

        return VaultPictures(self.vault.root)

    @cached_property
    def _outlet_maker(self) -> Outlets:
        from pkm_app.net.outlets import Outlets

        return Outlets(__version__)

    def _machine_troubles(self) -> list[Trouble]:
        from pkm_app.library.checkup import machine_troubles

        readers: list[tuple[str, Callable[[], object]]] = [
            ("subscriptions.opml", self._subscriptions.load), (".pkm/outlets.toml", self.outlets.outlets)]
        return machine_troubles(self.db, self._marks, readers, self._has_keyring)

    def _has_keyring(self) -> bool:
        from pkm_app.base.errors import Problem, Refused
        from pkm_app.library.secrets import KeyringSecrets

        try:
            outlets = self.outlets.outlets()
        except Problem:
            return True  # what cannot be read is told by itself
        try:
            for outlet in outlets[:1]:
                KeyringSecrets().get(outlet)
        except Refused:
            return False
        return True

    @cached_property
    def _journal(self) -> Journal:
        from pkm_app.library.journal import Journal

        return Journal(self.db)
