"""Reading for the demonstration: the real services over its feeds, and a web that is a dictionary."""

from __future__ import annotations

from pkm_app.flow.highlight_edits import HighlightEdits
from pkm_app.flow.sources import Sources
from pkm_app.seek.fulltext import FullTexts
from pkm_app.sense.ports import Vault
from pkm_app.ui.services import Reading
from tests.fakes.seek import LocalReader, ScriptedWeb
from tests.ui.demo_seek import DemoSeek


def demo_reading(seek: DemoSeek, vault: Vault, sources: Sources, web: ScriptedWeb) -> Reading:
    """Return the services of reading."""
    return Reading(HighlightEdits(vault, sources), FullTexts(web, LocalReader(), seek))
