"""The proxy that is set in a desktop and that no variable tells: in the family of GNOME and in KDE.

Where a script chooses the proxy (PAC, WPAD) it is said where that stands, on Windows and macOS too; it is not run.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from ipaddress import ip_address, ip_network
from pathlib import Path

_SCHEMA = "org.gnome.system.proxy"
_DESKTOPS = ("gnome", "unity", "cinnamon", "budgie", "pop", "mate")
_KDE_GROUP = "Proxy Settings"
WPAD = "WPAD"  # where a script is looked for in the network, and no address is known
_SECONDS = 3.0
_KEPT = 60.0  # seconds that an answer is believed


@dataclass(frozen=True, slots=True)
class DesktopProxies:
    """``proxies`` by scheme as urllib.request.getproxies gives them; ``spared`` are the hosts that go without, or
    with ``only`` those that alone go through. ``script`` is the address of a script that would choose, "" for none.
    """

    proxies: Mapping[str, str]
    spared: tuple[str, ...] = ()
    script: str = ""
    only: bool = False

    def bypass(self, authority: str) -> bool:
        """Say whether a host (a port may stand behind it) is to be asked without a proxy."""
        host = authority.rpartition("]")[0].lstrip("[") if authority.startswith("[") else authority.partition(":")[0]
        return self.only != any(_spared(host.lower(), pattern.lower()) for pattern in self.spared)


NONE = DesktopProxies({})


class Desktop:
    """Asks the desktop now and then. ``ask`` gives what is set in it, and is chosen by the system otherwise."""

    def __init__(self, ask: Callable[[], DesktopProxies] | None = None,
                 now: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask or asker()
        self._now = now
        self._known: DesktopProxies = NONE
        self._until = float("-inf")

    def proxies(self) -> DesktopProxies:
        """Return what is set there now; nothing where there is no such desktop or it does not answer."""
        if self._ask is None:
            return NONE
        if self._now() >= self._until:
            try:
                self._known = self._ask()
            except (OSError, subprocess.SubprocessError):
                self._known = NONE
            self._until = self._now() + _KEPT
        return self._known


def read(printed: str) -> DesktopProxies:
    """Read what ``gsettings list-recursively`` prints: a schema, a key and a value on each line.

    What is set by hand counts; of a script that decides for each address (``auto``) only where it stands.
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
    if values.get("mode") == "auto":
        return DesktopProxies({}, script=str(values.get("autoconfig-url") or WPAD))
    if values.get("mode") != "manual":
        return NONE
    found = {}
    for scheme in ("http", "https", "socks"):
        host, port = values.get(f"{scheme}/host"), values.get(f"{scheme}/port")
        if isinstance(host, str) and host and isinstance(port, int) and 0 < port < 65536:
            kind = "socks" if scheme == "socks" else "http"
            found[scheme] = f"{kind}://{f'[{host}]' if ':' in host else host}:{port}"
    spared = values.get("ignore-hosts")
    return DesktopProxies(found, tuple(map(str, spared)) if isinstance(spared, list) else ())


def _spared(host: str, pattern: str) -> bool:
    if "/" in pattern:
        try:
            return ip_address(host) in ip_network(pattern, strict=False)
        except ValueError:
            return False
    return fnmatch(host, pattern) or (pattern.startswith(".") and host.endswith(pattern))


def asker(platform: str = sys.platform, desktop: str | None = None) -> Callable[[], DesktopProxies] | None:
    """Return what asks the desktop that runs here, None where there is none that can be asked."""
    if platform == "win32":
        return lambda: DesktopProxies({}, script=_script_of_windows())
    if platform == "darwin":
        return lambda: DesktopProxies({}, script=script_of_macos(_printed("scutil", "--proxy")))
    names = (os.environ.get("XDG_CURRENT_DESKTOP", "") if desktop is None else desktop).lower().split(":")
    if "kde" in names:
        return lambda: read_kioslaverc(_kioslaverc())
    if any(known in name for name in names for known in _DESKTOPS) and shutil.which("gsettings") is not None:
        return lambda: read(_printed("gsettings", "list-recursively", _SCHEMA))
    return None


def _printed(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False).stdout


def script_of_macos(printed: str) -> str:
    """Return the address of the script out of what ``scutil --proxy`` prints, "" where there is none."""
    values = dict(part for line in printed.splitlines() if len(part := line.strip().split(" : ", 1)) == 2)
    if values.get("ProxyAutoConfigEnable") == "1":
        return values.get("ProxyAutoConfigURLString") or WPAD
    return WPAD if values.get("ProxyAutoDiscoveryEnable") == "1" else ""


def _script_of_windows() -> str:
    import winreg

    with winreg.OpenKey(  # type: ignore[attr-defined,unused-ignore]  # there is none elsewhere
            winreg.HKEY_CURRENT_USER,  # type: ignore[attr-defined,unused-ignore]
            r"Software\Microsoft\Windows\CurrentVersion\Internet Settings") as key:
        try:
            return str(winreg.QueryValueEx(key, "AutoConfigURL")[0])  # type: ignore[attr-defined,unused-ignore]
        except FileNotFoundError:
            return ""


def read_kioslaverc(texts: Iterable[str]) -> DesktopProxies:
    """Read KDE's files of proxies, the house's before the person's own: what stands later counts."""
    values: dict[str, str] = {}
    for text in texts:
        group = ""
        for line in text.splitlines():
            if line.startswith("["):
                group = line[1:].partition("]")[0]
            elif group == _KDE_GROUP and "=" in line:
                name, _, value = line.partition("=")
                values[name.partition("[")[0].strip()] = value.strip()  # "[$i]" behind a name: not to be changed
    kind = values.get("ProxyType", "0")
    if kind in ("2", "3"):
        return DesktopProxies({}, script=values.get("Proxy Config Script", "") if kind == "2" else WPAD)
    if kind not in ("1", "4"):
        return NONE
    found = {}
    for scheme in ("http", "https", "socks"):
        written = values.get(f"{scheme}Proxy", "")
        if kind == "4":  # the names of variables stand there
            written = os.environ.get(written, "")
        host, _, port = written.partition(" ")  # KDE writes a blank before the port
        if host:
            found[scheme] = f"{host.rstrip('/')}:{port}" if port else host
    spared = values.get("NoProxyFor", "")
    if kind == "4":
        spared = os.environ.get(spared, "")
    hosts = [host for host in re.split(r"[,\s]+", spared) if host]
    below = (f".{host}" for host in hosts if host[0].isalnum() and not host[-1].isdigit() and "/" not in host)
    return DesktopProxies(found, (*hosts, *below), only=values.get("ReversedException") == "true")


def _kioslaverc() -> Iterator[str]:
    house = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    own = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    for folder in (*reversed(house.split(":")), own):
        try:
            yield Path(folder, "kioslaverc").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # not everybody has one
