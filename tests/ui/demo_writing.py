"""What belongs to writing, over a demonstration's vault: real files and real dictionaries, without processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pkm_app.flow.related import Relating
from pkm_app.library.attachments import Attachments
from pkm_app.library.database import Database
from pkm_app.library.own_words import OwnWords
from pkm_app.library.plans import Plans
from pkm_app.library.rhythm import RhythmChoice
from pkm_app.library.templates import TemplateFolder
from pkm_app.library.vault import FileVault
from pkm_app.sense.linking import Linking
from pkm_app.sense.model import Hit
from pkm_app.sense.preview import Preview
from pkm_app.sense.renaming import Renaming
from pkm_app.sense.review import Review
from pkm_app.sense.search import Answer, Wanted
from pkm_app.sense.service import SenseService
from pkm_app.sense.templates import Templates
from pkm_app.ui.services import Writing
from pkm_app.work import spelling
from pkm_app.work.pictures import without_traces
from tests.ui.demo_seek import now


class SpellingHere:
    """The dictionaries in this process: as right as the other, only slower to begin."""

    def wrong(self, words: Sequence[str], language: str) -> frozenset[str]:
        return spelling.wrong(words, language) if language in spelling.LANGUAGES else frozenset()

    def suggest(self, word: str, language: str) -> Sequence[str]:
        return spelling.suggest(word, language) if language in spelling.LANGUAGES else ()


class NoIndex:
    """Finds nothing: what is related is so by links and tags."""

    def search(self, query: str, kinds: Sequence[str], limit: int) -> tuple[Sequence[Hit], str]:
        return (), ""

    def find(self, wanted: Wanted) -> Answer:
        return Answer()


def demo_writing(folder: Path, vault: FileVault, db: Database) -> Writing:
    """Return everything around the writing pane for a vault in ``folder``."""
    links, plans = vault.link_map(db), Plans(folder.parent / "changes", folder)
    linking = Linking(vault, links, Renaming(vault, links, plans, now), plans, now)
    return Writing(SpellingHere(), OwnWords(folder), Attachments(folder, without_traces, now),
                   Templates(TemplateFolder(folder), now), Preview(vault),
                   linking, Relating(vault, NoIndex()).related,
                   Review(SenseService(vault, now), RhythmChoice(folder), now))
