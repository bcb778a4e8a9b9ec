"""The proxy that is set in a desktop of the GNOME family (GNOME, Unity, Cinnamon, Budgie), which no variable tells."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from ipaddress import ip_address, ip_network

_SCHEMA = "org.gnome.system.proxy"
_DESKTOPS = ("gnome", "unity", "cinnamon", "budgie", "pop", "mate")
_SECONDS = 3.0
_KEPT = 60.0  # seconds that an answer is believed


@dataclass(frozen=True, slots=True)
class DesktopProxies:
    """``proxies`` by scheme as urllib.request.getproxies gives them; ``spared`` are the hosts that go without."""

    proxies: Mapping[str, str]
    spared: tuple[str, ...] = ()

    def bypass(self, authority: str) -> bool:
        """Say whether a host (a port may stand behind it) is to be asked without a proxy."""
        host = authority.rpartition("]")[0].lstrip("[") if authority.startswith("[") else authority.partition(":")[0]
        return any(_spared(host.lower(), pattern.lower()) for pattern in self.spared)


NONE = DesktopProxies({})


class Desktop:
    """Asks the desktop now and then. ``ask`` gives what ``gsettings list-recursively`` prints."""

    def __init__(self, ask: Callable[[], str] | None = None, now: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask or (_gsettings if _is_there() else None)
        self._now = now
        self._known: DesktopProxies = NONE
        self._until = float("-inf")

    def proxies(self) -> DesktopProxies:
        """Return what is set there now; nothing where there is no such desktop or it does not answer."""
        if self._ask is None:
            return NONE
        if self._now() >= self._until:
            try:
                self._known = read(self._ask())
            except (OSError, subprocess.SubprocessError):
                self._known = NONE
            self._until = self._now() + _KEPT
        return self._known


def read(printed: str) -> DesktopProxies:
    """Read what ``gsettings list-recursively`` prints: a schema, a key and a value on each line.

    Only what is set by hand counts; a script that decides for each address (``auto``) is not run.
    """
    values: dict[str, object] = {}
    for line in printed.splitlines():
        schema, _, rest = line.partition(" ")
        name, _, written = rest.partition(" ")
        try:
            value = ast.literal_eval(written.removeprefix("@as ").strip())
        except (ValueError, SyntaxError):
            continue  # true and false of GVariant, and other types that are not needed
        values[f"{schema.removeprefix(_SCHEMA).lstrip('.')}/{name}".lstrip("/")] = value
    if values.get("mode") != "manual":
        return NONE
    found = {}
    for scheme in ("http", "https"):
        host, port = values.get(f"{scheme}/host"), values.get(f"{scheme}/port")
        if isinstance(host, str) and host and isinstance(port, int) and 0 < port < 65536:
            found[scheme] = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    spared = values.get("ignore-hosts")
    return DesktopProxies(found, tuple(map(str, spared)) if isinstance(spared, list) else ())


def _spared(host: str, pattern: str) -> bool:
    if "/" in pattern:
        try:
            return ip_address(host) in ip_network(pattern, strict=False)
        except ValueError:
            return False
    return fnmatch(host, pattern) or (pattern.startswith(".") and host.endswith(pattern))


def _is_there() -> bool:
    names = os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    return sys.platform.startswith("linux") and any(
        known in name for name in names for known in _DESKTOPS) and shutil.which("gsettings") is not None


def _gsettings() -> str:
    return subprocess.run(("gsettings", "list-recursively", _SCHEMA), capture_output=True, text=True,
                          timeout=_SECONDS, check=False).stdout
