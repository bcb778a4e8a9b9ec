"""All places that take drafts: on the net, and in folders of this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkm_app.share.model import OutletSettings
    from pkm_app.share.ports import Outlet, OutletMaker


class Places:
    """Implements ``share.ports.OutletMaker`` over those of net and library. ``net`` is made when first needed."""

    def __init__(self, net: Callable[[], OutletMaker], vault: Path, cache: Path) -> None:
        self._net = net
        self._vault = vault
        self._cache = cache

    def open(self, settings: OutletSettings, secret: str) -> Outlet:
        """Give the outlet. Raises Refused for an unknown kind or an address that will not do."""
        from pkm_app.library.gitsite import GitSite, is_git_address
        from pkm_app.library.sitefolder import LAYOUTS, SiteFolder

        if settings.kind not in LAYOUTS:
            return self._net().open(settings, secret)
        if is_git_address(settings.address):
            return GitSite(settings, self._vault, self._cache)
        return SiteFolder(settings, self._vault)
