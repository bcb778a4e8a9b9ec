"""The parts that take in what no feed brings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.app.vault_parts import VaultParts

if TYPE_CHECKING:
    from pkm_app.flow.capturing import Capturing
    from pkm_app.flow.passages import Passages
    from pkm_app.flow.reopening import Reopening


class CaptureParts(VaultParts):
    """Services of capture over the adapters."""

    @cached_property
    def reopening(self) -> Reopening:
        """From the name of an article or source to what can be read."""
        from pkm_app.flow.reopening import Reopening

        return Reopening(self.seek, self.articles, self.vault, self.sources)

    @cached_property
    def capturing(self) -> Capturing:
        """Pages, files and thoughts."""
        from pkm_app.flow.capturing import Capturing
        from pkm_app.library.originals import OriginalFiles
        from pkm_app.work.documents import Documents

        return Capturing(self._fetcher, Documents(self.strangers), self.articles, self.vault, self.sources, self.sense,
                         OriginalFiles(self.vault.root), now)

    @cached_property
    def passages(self) -> Passages:
        """Words with their page or time."""
        from pkm_app.flow.passages import Passages

        return Passages(self.capturing, self.reopening, self.highlighting, self.articles)
