"""A web address taken apart once, so that what is checked and what is asked cannot be two things."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote, urljoin, urlsplit

from pkm_app.base.errors import NetworkProblem

MAX_ADDRESS = 8192
PORTS = {"http": 80, "https": 443}

_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,252})")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_ZONE = re.compile(r"%(?:25)?[a-z0-9_.~-]{1,32}\Z")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE = _PATH_SAFE + "?[]{}|^`\\"


@dataclass(frozen=True, slots=True)
class Target:
    """Where to ask: ``host`` in lower case without brackets, ``path`` with the query as it goes on the line.

    ``credentials`` is ``user:password`` out of the address; it is in no text this class makes.
    """

    scheme: str
    host: str
    port: int
    path: str
    credentials: str = field(default="", repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        """What must stay the same for credentials and cookies to be sent again."""
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """Host, and port where it is not the usual one, as they stand in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if PORTS[self.scheme] == self.port else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address, without credentials."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def bare_host(self) -> str:
        """The host without the closing dot of a full name, for telling hosts apart."""
        return self.host.rstrip(".")

    def follow(self, location: str) -> Target:
        """Return where a redirect leads; credentials stay only with the same scheme, host and port.

        Raises NetworkProblem (``not-allowed``) when it leads to anything but http and https.
        """
        # Header bytes arrive as Latin-1; what servers put there beyond ASCII is UTF-8 as a rule.
        text = location.encode("latin-1", "replace").decode("utf-8", "replace")
        try:
            there = parse(urljoin(self.address, _CONTROL.sub("", text).strip()))
        except ValueError:
            raise _odd("") from None
        mine = self.credentials if there.origin == self.origin else ""
        return replace(there, credentials=mine)


def parse(address: str) -> Target:
    """Take an address apart. Raises NetworkProblem (``not-allowed``) unless it is a whole http(s) address."""
    text = _CONTROL.sub("", address).strip()
    try:
        parts = urlsplit(text)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        raise _odd("") from None
    if parts.scheme not in PORTS:
        raise NetworkProblem("Only http and https addresses are fetched, and this one begins with “{scheme}:”.",
                             kind="not-allowed", scheme=parts.scheme[:30])
    host = _host(name)
    if not host or port == 0 or len(text) > MAX_ADDRESS or "\\" in parts.netloc:
        raise _odd(name)
    path = quote(parts.path or "/", safe=_PATH_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_QUERY_SAFE)
    credentials = ""
    if parts.username or parts.password:
        credentials = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    return Target(parts.scheme, host, port or PORTS[parts.scheme], path, credentials)


def _host(name: str) -> str:
    """Return a host name as the name service wants it, "" where it can be none."""
    if ":" in name:
        zone = _ZONE.search(name)
        plain = name[:zone.start()] if zone else name
        try:
            ipaddress.IPv6Address(plain)
        except ValueError:
            return ""
        return plain + (zone.group().replace("%25", "%") if zone else "")
    try:
        ascii_name = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return ascii_name if _NAME.fullmatch(ascii_name) else ""


def _odd(name: str) -> NetworkProblem:
    if name:
        return NetworkProblem("“{host}” is no host that can be asked: check the address.", kind="not-allowed",
                              host=name)
    return NetworkProblem("This is not a complete web address, so it was not fetched.", kind="not-allowed")
