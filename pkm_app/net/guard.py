"""Which network addresses are out in the world, and which are this machine or a private network.

Asked about the numeric address a socket is about to connect to, after the name was resolved: a name that
resolves to something else the next time, or an odd spelling of 127.0.0.1, gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket

IPv4 = ipaddress.IPv4Address
IPv6 = ipaddress.IPv6Address

# Not for the public net, by the registries of special-purpose addresses (RFC 6890 and its successors). What
# ``is_global`` says differs between versions of Python, so the lists stand here in full.
_CLOSED_V4 = tuple(map(ipaddress.IPv4Network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4",
)))
_OPEN_V6 = ipaddress.IPv6Network("2000::/3")  # all that has been given out for the public net
_CLOSED_V6 = tuple(map(ipaddress.IPv6Network, (
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",  # Teredo and 6to4, long given up, are among them
)))
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
_LOCAL_ENDINGS = (
    ".localhost", ".local", ".localdomain", ".internal", ".intranet", ".lan", ".home.arpa", ".corp", ".home",
)


def is_public(address: str) -> bool:
    """Say whether a numeric address (IPv4 or IPv6, a zone after ``%`` allowed) is out in the world.

    An IPv6 address that carries an IPv4 address in it is public only when both are. Raises ValueError for what
    is no numeric address.
    """
    plain, _, zone = address.partition("%")
    ip = ipaddress.ip_address(plain)
    if isinstance(ip, IPv4):
        return not any(ip in network for network in _CLOSED_V4)
    if zone:
        return False  # a zone has meaning on this machine only
    inner = _carried(ip)
    if inner is not None and not is_public(str(inner)):
        return False
    if ip.ipv4_mapped is not None or ip in _NAT64:
        return True
    return ip in _OPEN_V6 and not any(ip in network for network in _CLOSED_V6)


def names_this_side(host: str) -> bool:
    """Say whether a host, as written, is plainly this machine or a private network; nothing is looked up.

    All the spellings count that a system's own reading of addresses knows: ``127.1``, ``2130706433``,
    ``0177.0.0.1``, ``0x7f.1``, ``localhost.``. This is for connections through a proxy, which looks names up itself.
    """
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(_LOCAL_ENDINGS):
        return True
    try:
        return not is_public(name)
    except ValueError:
        pass
    try:
        return not is_public(socket.inet_ntoa(socket.inet_aton(name)))
    except (OSError, UnicodeError):
        return "." not in name  # one word is never a name of the public net


def is_this_machine(host: str) -> bool:
    """Say whether a host, as written, is this very machine: such a one is never asked through a proxy."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _carried(ip: IPv6) -> IPv4 | None:
    """Return the IPv4 address that an IPv6 address stands for, where it does."""
    number = int(ip)
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip in _NAT64 or number >> 32 & 0xFFFFFFFF in _ISATAP:  # RFC 6052, RFC 5214
        return IPv4(number & 0xFFFFFFFF)
    return None
