"""What belongs to taking things in, over a demonstration's vault: real services, a web that is a dictionary."""

from __future__ import annotations

from pathlib import Path

from pkm_app.base.events import Operation
from pkm_app.flow.captured import Captured, Facts
from pkm_app.flow.capturing import Capturing
from pkm_app.flow.highlighting import Highlighting
from pkm_app.flow.passages import Passages
from pkm_app.flow.people import People
from pkm_app.flow.questions import Questions
from pkm_app.flow.reopening import Reopening
from pkm_app.flow.sources import Sources
from pkm_app.flow.uncapturing import Uncapturing
from pkm_app.library.originals import OriginalFiles
from pkm_app.library.vault import FileVault
from pkm_app.sense.service import SenseService
from pkm_app.ui.services import Taking
from tests.fakes.seek import ScriptedWeb
from tests.flow.capture_desk import HereReader
from tests.ui.demo_seek import DemoSeek, now


def demo_taking(seek: DemoSeek, vault: FileVault, sources: Sources, highlighting: Highlighting, sense: SenseService,
                web: ScriptedWeb) -> Taking:
    """Return all that takes in."""
    store: object = seek
    reopening = Reopening(seek, store, vault, sources)  # type: ignore[arg-type]  # the part of a store that these ask
    capturing = Capturing(web, HereReader(), store, vault, sources, sense,  # type: ignore[arg-type]  # likewise
                          OriginalFiles(vault.root), now)
    passages = Passages(capturing, reopening, highlighting, store)  # type: ignore[arg-type]  # likewise

    def take_file(path: str, facts: Facts) -> Operation[Captured]:
        return passages.of_file(Path(path).read_bytes(), Path(path).name, facts=facts)

    return Taking(passages, capturing, reopening, Questions(vault, sense, sources, seek, now),
                  People(vault, sense, seek, now),
                  Uncapturing(sense, store, reopening),  # type: ignore[arg-type]  # likewise
                  take_file)
