"""The proxies this system is set up with, as browsers use them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.desktop import Desktop
from pkm_app.net.guard import is_this_machine
from pkm_app.net.target import Target


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy. ``headers`` holds its own credentials, for nobody else."""

    host: str
    port: int
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def address(self) -> str:
        """Its address, without credentials."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


class Routes:
    """Which proxy leads to a place, as the system said when this was made; make a new one for each undertaking."""

    def __init__(self, proxies: Mapping[str, str] | None = None,
                 bypass: Callable[[str], object] = proxy_bypass) -> None:
        self._proxies = getproxies() if proxies is None else proxies
        self._bypass = bypass

    def to(self, target: Target) -> Proxy | None:
        """Return the proxy for a target, None for none.

        This machine itself is never asked through a proxy. Raises NetworkProblem where the system names a kind
        of proxy that is not spoken here: going around it would not be what its owner wants.
        """
        if not self._proxies or is_this_machine(target.host):
            return None
        address = self._proxies.get(target.scheme) or self._proxies.get("all")
        if not address or self._bypass(target.authority):
            return None
        return _parse(address)


def system_routes(desktop: Desktop, environment: Callable[[], Mapping[str, str]] = getproxies) -> Routes:
    """Return the routes of the moment: variables (on Windows and macOS the system's settings), else the desktop's."""
    said = environment()
    if said:
        return Routes(said)
    found = desktop.proxies()
    return Routes(found.proxies, found.bypass)


def _parse(address: str) -> Proxy:
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    else:
        if parts.scheme == "http" and host:
            headers: tuple[tuple[str, str], ...] = ()
            if parts.username or parts.password:
                pair = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
                headers = (("Proxy-Authorization", "Basic " + b64encode(pair.encode()).decode("ascii")),)
            return Proxy(host, port or 80, headers)
    raise NetworkProblem("This system is set to reach the net through a proxy of a kind that is not known here: "
                         "set an http:// proxy, or none.", kind="unreachable")
