"""The sample library: laid out in a folder of its own, never in a person's."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.base.events import finish
from pkm_app.library.profile import Profile

if TYPE_CHECKING:
    from pkm_app.app.parts import App
    from pkm_app.flow.sample import LaidOut


def lay_out_sample(folder: Path, language: str, profile: Profile | None = None) -> LaidOut:
    """Lay the sample out in a new or empty folder; ``profile`` is the one that will open it, if that is known.

    Raises Refused for a folder that holds anything, StorageProblem where it cannot be written; then it is as before.
    """
    from pkm_app.app.parts import App
    from pkm_app.library.settings import Settings

    fresh = not folder.exists()
    _refuse_full(folder)
    place = None if profile else tempfile.TemporaryDirectory(prefix="pkm-sample-", ignore_cleanup_errors=True)
    used = profile or Profile(*(Path(place.name) / name for name in ("data", "config", "cache")))  # type: ignore[union-attr]
    try:
        used.prepare(folder)
        app = App(used, folder, Settings(used.config))
        try:
            finish(app.settle())
            return _fill(app, language)
        except BaseException:
            if fresh:
                shutil.rmtree(folder, ignore_errors=True)
            raise
        finally:
            app.close()
    finally:
        if place is not None:
            place.cleanup()


def _fill(app: App, language: str) -> LaidOut:
    from pkm_app.flow.drafting import Drafting
    from pkm_app.flow.highlighting import Highlighting
    from pkm_app.flow.marking import Marking
    from pkm_app.flow.questions import Questions
    from pkm_app.flow.sample import Clock, SampleLibrary
    from pkm_app.flow.sources import Sources
    from pkm_app.library.draft_templates import DraftTemplates
    from pkm_app.library.sample import read_sample
    from pkm_app.sense.service import SenseService

    clock = Clock(now)
    vault, store = app.vault, app.articles
    sense, sources = SenseService(vault, clock), Sources(store, vault, clock)
    drafting = Drafting(store, vault, sense, sources, clock, DraftTemplates(vault.root))
    library = SampleLibrary(
        vault, store, sources, sense, Highlighting(store, vault, sources, sense), Marking(app.seek, sources),
        Questions(vault, sense, sources, app.seek, clock), drafting, clock)
    return library.lay_out(read_sample(language))


def _refuse_full(folder: Path) -> None:
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused("The sample library wants a folder of its own: name a new or empty one instead of {folder}.",
                          folder=folder)
    except OSError as error:
        raise StorageProblem("The folder {folder} cannot be used: {reason}.", folder=folder,
                             reason=error.strerror or str(error)) from error
