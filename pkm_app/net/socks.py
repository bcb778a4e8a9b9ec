"""Through a proxy that passes bytes on: SOCKS 4 and 4a, and SOCKS 5 (RFC 1928) with a password (RFC 1929)."""

from __future__ import annotations

import socket
import struct
from ipaddress import IPv6Address, ip_address

from pkm_app.net.clock import ClockedSocket
from pkm_app.net.proxy import Proxy

_CONNECT = 1
_NO_LOGIN, _PASSWORD, _NONE_WILL_DO = 0, 2, 0xFF
_NAME_KIND, _LENGTHS = 3, {1: 4, 4: 16}  # of an IPv4 and an IPv6 address
_GRANTED_4 = 90
_LOGIN_4 = (92, 93)


class SocksError(OSError):
    """The proxy does not lead there. ``code`` is that of RFC 1928, section 6; ``LOGIN`` and ``NONE`` are our own."""

    LOGIN = -1
    NONE = -2

    def __init__(self, code: int) -> None:
        super().__init__(f"SOCKS {code}")
        self.code = code


def lead_to(sock: ClockedSocket, proxy: Proxy, host: str, port: int) -> None:
    """Let a proxy to which ``sock`` is connected pass on to a host, which is a numeric address or a name.

    The socket's clock bounds it. Raises SocksError, and OSError as a connection does.
    """
    if proxy.kind in ("socks4", "socks4a"):
        _lead_4(sock, proxy, host, port)
    else:
        _lead_5(sock, proxy, host, port)


def _lead_5(sock: ClockedSocket, proxy: Proxy, host: str, port: int) -> None:
    methods = (_NO_LOGIN, _PASSWORD) if any(proxy.login) else (_NO_LOGIN,)
    sock.sendall(bytes((5, len(methods), *methods)))
    version, method = _read(sock, 2)
    if version != 5:
        raise SocksError(SocksError.NONE)
    if method == _PASSWORD and any(proxy.login):
        user, password = (text.encode()[:255] for text in proxy.login)
        sock.sendall(bytes((1, len(user))) + user + bytes((len(password),)) + password)
        if _read(sock, 2)[1]:
            raise SocksError(SocksError.LOGIN)
    elif method == _NONE_WILL_DO or method != _NO_LOGIN:
        raise SocksError(SocksError.LOGIN)
    sock.sendall(bytes((5, _CONNECT, 0)) + _place(host) + struct.pack("!H", port))
    version, code, _, kind = _read(sock, 4)
    if version != 5:
        raise SocksError(SocksError.NONE)
    if code:
        raise SocksError(code)
    _read(sock, (_LENGTHS.get(kind) or _read(sock, 1)[0]) + 2)


def _lead_4(sock: ClockedSocket, proxy: Proxy, host: str, port: int) -> None:
    try:
        place, name = socket.inet_aton(str(ip_address(host))), b""
    except (ValueError, OSError):  # a name, or an IPv6 address, of which SOCKS 4 knows nothing
        place, name = b"\0\0\0\1", _name(host) + b"\0"
    user = proxy.login[0].encode().replace(b"\0", b"")
    sock.sendall(struct.pack("!BBH", 4, _CONNECT, port) + place + user + b"\0" + name)
    version, code = _read(sock, 8)[:2]
    if version:
        raise SocksError(SocksError.NONE)
    if code != _GRANTED_4:
        raise SocksError(SocksError.LOGIN if code in _LOGIN_4 else 1)


def _place(host: str) -> bytes:
    try:
        ip = ip_address(host)
    except ValueError:
        name = _name(host)
        return bytes((_NAME_KIND, len(name))) + name
    return bytes((4 if isinstance(ip, IPv6Address) else 1,)) + ip.packed


def _name(host: str) -> bytes:
    name = host.encode("ascii")
    if len(name) > 255:
        raise SocksError(4)
    return name


def _read(sock: ClockedSocket, count: int) -> bytes:
    """Read so many bytes, not one more: what follows is the other side's."""
    held = memoryview(bytearray(count))
    done = 0
    while done < count:
        got = sock.recv_into(held[done:])
        if not got:
            raise SocksError(SocksError.NONE)
        done += got
    return bytes(held)
