"""Where drafts can be sent: one file for each kind of outlet."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.errors import Refused
from pkm_app.net.exchange import Exchanges
from pkm_app.net.fetch import agent
from pkm_app.net.outlets.confluence import Confluence
from pkm_app.net.outlets.ghost import Ghost
from pkm_app.net.outlets.imap import ImapDrafts
from pkm_app.net.outlets.mediawiki import MediaWiki
from pkm_app.net.outlets.micropub import Micropub
from pkm_app.net.outlets.rest import Rest
from pkm_app.net.outlets.wordpress import WordPress
from pkm_app.net.proxy import Routes, routes_of_this_system
from pkm_app.share.model import OutletSettings
from pkm_app.share.ports import Outlet

_MADE: dict[str, Callable[[OutletSettings, str, Rest], Outlet]] = {
    "wordpress": WordPress, "mediawiki": MediaWiki, "imap": ImapDrafts, "ghost": Ghost, "confluence": Confluence,
    "micropub": Micropub,
}


class Outlets:
    """Implements ``share.ports.OutletMaker``. ``version`` is told to servers, ``routes`` gives the proxies."""

    def __init__(self, version: str, routes: Callable[[], Routes] | None = None) -> None:
        self._exchanges = Exchanges(agent(version))
        self._routes = routes or routes_of_this_system()

    def open(self, settings: OutletSettings, secret: str) -> Outlet:
        """Give the outlet; nothing is asked yet. Raises Refused for an unknown kind or an address that will not do."""
        make = _MADE.get(settings.kind)
        if make is None:
            raise Refused("“{kind}” is no kind of outlet: choose from {known}.", kind=settings.kind,
                          known=", ".join(_MADE))
        return make(settings, secret, Rest(self._exchanges, self._routes()))

    def close(self) -> None:
        """Hang up."""
        self._exchanges.close()
