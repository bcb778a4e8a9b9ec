"""Reading for the demonstration: the real services over its feeds, and a web that is a dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pkm_app.content.pictures import Picture
from pkm_app.flow.highlight_edits import HighlightEdits
from pkm_app.flow.road import Road
from pkm_app.flow.roadbook import RoadArticle, road_book
from pkm_app.flow.sources import Sources
from pkm_app.flow.versions import Versions
from pkm_app.library.picture_cache import PictureCache
from pkm_app.seek.fulltext import FullTexts
from pkm_app.seek.pictures import Pictures
from pkm_app.sense.ports import Vault
from pkm_app.ui.services import Reading, Settings
from tests.fakes.seek import LocalReader, ScriptedWeb
from tests.ui.demo_seek import DemoSeek


class LocalMaker:
    """flow.road.BookMaker without a process."""

    def road_book(self, title: str, language: str, modified: str, style: str, articles: tuple[RoadArticle, ...],
                  pictures: Mapping[str, Picture]) -> bytes:
        return road_book(title, language, modified, style, articles, pictures)


def demo_reading(seek: DemoSeek, vault: Vault, sources: Sources, web: ScriptedWeb, folder: Path,
                 settings: Settings) -> Reading:
    """Return the services of reading."""
    texts = FullTexts(web, LocalReader(), seek)
    pictures = Pictures(web, LocalReader(), PictureCache(folder / "pictures"), settings)
    return Reading(HighlightEdits(vault, sources), texts, pictures,
                   Road(seek, texts, pictures, sources, LocalMaker(), "p {}"), Versions(seek, vault, sources))
