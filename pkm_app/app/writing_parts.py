"""The parts around writing: spelling, pictures, templates and previews, each built when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now

if TYPE_CHECKING:
    from pkm_app.app.adapters import Adapters
    from pkm_app.library.attachments import Attachments
    from pkm_app.library.own_words import OwnWords
    from pkm_app.sense.preview import Preview
    from pkm_app.sense.review import Review
    from pkm_app.sense.templates import Templates
    from pkm_app.work.spelling import Spelling
    from pkm_app.work.worker import WorkerPool


class WritingParts:
    """Services of writing over the adapters; ``close`` ends the process of the dictionaries."""

    def __init__(self, adapters: Adapters) -> None:
        self._adapters = adapters

    @cached_property
    def spelling(self) -> Spelling:
        """Dictionaries."""
        from pkm_app.work.spelling import Spelling

        return Spelling(self._words_pool)

    @cached_property
    def own_words(self) -> OwnWords:
        """Words a person added."""
        from pkm_app.library.own_words import OwnWords

        return OwnWords(self._adapters.vault_folder)

    @cached_property
    def pictures(self) -> Attachments:
        """Pictures of notes."""
        from pkm_app.library.attachments import Attachments
        from pkm_app.work.pictures import without_traces

        def clean(data: bytes, longest: int) -> tuple[bytes, str]:
            return self._adapters.strangers.call(without_traces, data, longest)

        return Attachments(self._adapters.vault_folder, clean, now)

    @cached_property
    def templates(self) -> Templates:
        """Templates of notes."""
        from pkm_app.library.templates import TemplateFolder
        from pkm_app.sense.templates import Templates

        return Templates(TemplateFolder(self._adapters.vault_folder), lambda: now().astimezone())

    @cached_property
    def preview(self) -> Preview:
        """Notes as they read."""
        from pkm_app.sense.preview import Preview

        return Preview(self._adapters.vault)

    @cached_property
    def review(self) -> Review:
        """Looking back."""
        from pkm_app.library.rhythm import RhythmChoice
        from pkm_app.sense.review import Review
        from pkm_app.sense.service import SenseService

        return Review(SenseService(self._adapters.vault, now), RhythmChoice(self._adapters.vault_folder), now)

    @cached_property
    def _words_pool(self) -> WorkerPool:
        from pkm_app.app.adapters import IDLE_AT_HAND
        from pkm_app.work.spelling import MEMORY_MB, SECONDS
        from pkm_app.work.worker import WorkerPool

        return WorkerPool("words", 1, SECONDS, MEMORY_MB, self._adapters.nice, IDLE_AT_HAND)

    def close(self) -> None:
        """End what was begun."""
        if "_words_pool" in self.__dict__:
            self._words_pool.close()
