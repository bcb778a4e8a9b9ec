"""A refresh of many feeds in a process of its own, with its own hold of the database (work.apart)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pkm_app.app.parts import App
from pkm_app.base.events import Failed, Operation
from pkm_app.library.profile import Profile
from pkm_app.library.settings import Settings
from pkm_app.seek.model import RefreshResult
from pkm_app.work.apart import run_apart

MEMORY_MB = 1024  # sixteen answers of 20 MB, and what is made of them


def refresh(profile: Profile, vault: Path, feeds: Sequence[str], force: bool) -> Operation[tuple[RefreshResult, ...]]:
    """As SeekService.refresh, on a profile that lies ready; what the person must be told comes as Failed."""
    app = App(profile, vault, Settings(profile.config))
    try:
        results = yield from app.seek.refresh(feeds, force)
        for notice in app.take_notices():
            yield Failed("", notice.template, notice.values)
    finally:
        app.close()
    return results


def refresh_apart(app: App, feeds: Sequence[str], force: bool) -> Operation[tuple[RefreshResult, ...]]:
    """Return the operation that does it for an app."""
    return run_apart(refresh, app.profile, app.vault_folder, tuple(feeds), force, name="refresh", memory_mb=MEMORY_MB,
                     nice=app.nice)
