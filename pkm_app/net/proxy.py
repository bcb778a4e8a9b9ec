"""The proxies this system is set up with, as browsers use them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.desktop import Desktop
from pkm_app.net.guard import is_this_machine
from pkm_app.net.target import Target

ProxyKind = Literal["http", "socks4", "socks4a", "socks5", "socks5h"]
_BY_NAME = ("socks4a", "socks5h")
_PORTS = {"http": 80}
_SOCKS_PORT = 1080


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy. ``login`` is its own user and password, for nobody else.

    ``socks4`` and ``socks5`` are told numeric addresses, which are looked up here; ``socks4a`` and ``socks5h`` names.
    """

    host: str
    port: int
    kind: ProxyKind = "http"
    login: tuple[str, str] = field(default=("", ""), repr=False)

    @property
    def is_http(self) -> bool:
        """Whether it understands HTTP; the others pass bytes on."""
        return self.kind == "http"

    @property
    def takes_names(self) -> bool:
        """Whether it looks names up itself."""
        return self.is_http or self.kind in _BY_NAME

    @property
    def headers(self) -> dict[str, str]:
        """What is said to an HTTP proxy beside the question."""
        if not self.is_http or self.login == ("", ""):
            return {}
        return {"Proxy-Authorization": "Basic " + b64encode(":".join(self.login).encode()).decode("ascii")}

    @property
    def address(self) -> str:
        """Its address, without credentials."""
        return f"{self.kind}://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


class Routes:
    """Which proxy leads to a place, as the system said when this was made; make a new one for each undertaking.

    ``script`` is where the script stands that would choose the proxy on this system, "" for none: it is not run.
    """

    def __init__(self, proxies: Mapping[str, str] | None = None,
                 bypass: Callable[[str], object] = proxy_bypass, script: str = "") -> None:
        self._proxies = getproxies() if proxies is None else proxies
        self._bypass = bypass
        self.script = script

    def to(self, target: Target) -> Proxy | None:
        """Return the proxy for a target, None for none.

        This machine itself is never asked through a proxy. Raises NetworkProblem where the system names a kind
        of proxy that is not spoken here: going around it would not be what its owner wants.
        """
        if not self._proxies or is_this_machine(target.host):
            return None
        address = self._proxies.get(target.scheme) or self._proxies.get("all")
        socks = self._proxies.get("socks", "")  # macOS names it so, and writes http:// before it
        if not (address or socks) or self._bypass(target.authority):
            return None
        return _parse(address or "socks://" + socks.rpartition("://")[2])


def system_routes(desktop: Desktop, environment: Callable[[], Mapping[str, str]] = getproxies) -> Routes:
    """Return the routes of the moment: variables (on Windows and macOS the system's settings), else the desktop's."""
    said = environment()
    if said:
        return Routes(said)
    found = desktop.proxies()
    return Routes(found.proxies, found.bypass, found.script)


def routes_of_this_system() -> Callable[[], Routes]:
    """Return what gives the routes of each moment."""
    desktop = Desktop()
    return lambda: system_routes(desktop)


def _parse(address: str) -> Proxy:
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port, kind = parts.hostname, parts.port, _kind(parts)
    except ValueError:
        host, port, kind = None, None, None
    if host and kind:
        return Proxy(host, port or _PORTS.get(kind, _SOCKS_PORT), kind,
                     (unquote(parts.username or ""), unquote(parts.password or "")))
    raise NetworkProblem("This system is set to reach the net through a proxy of a kind that is not known here: "
                         "set an http:// or socks5:// proxy, or none.", kind="unreachable")


def _kind(parts: SplitResult) -> ProxyKind | None:
    if parts.scheme == "socks":  # desktops say no more than that; what they name may be known beyond the proxy only
        return "socks5h"
    return next((kind for kind in get_args(ProxyKind) if kind == parts.scheme), None)
