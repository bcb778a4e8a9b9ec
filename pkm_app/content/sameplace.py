"""Whether two addresses lead to one page: feeds move to https, put a slash behind, add whom they counted."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}
# What those who count clicks add; it never chooses the page.
_COUNTED = re.compile(r"(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid)=", re.IGNORECASE)
# What most addresses look like: nothing in them to take apart with care, which takes several times as long.
_PLAIN = re.compile(r"https?://([a-z0-9][a-z0-9.\-]*)(/[!-\"$->@-~]*)?(?:\?([!-\"$-%'-~]*))?")
# A fragment that chooses what is shown: a mark of this program, or the path of a page that runs in the browser.
_CHOOSES = re.compile(r"(?:pkm-|[!/])")


def place(address: str) -> str:
    """Return what all spellings of an address have in common that lead to one page.

    Scheme (http or https), usual port, capitals of the host, closing slash, fragment and parameters that only count
    clicks do not matter; whatever else differs may be another page. What is no web address is its own place.
    """
    plain = _PLAIN.fullmatch(address)
    if plain is None:
        return _place(address)
    where, path, query = plain.groups()
    if not query:
        return where + (path or "").rstrip("/")
    return _place(address) if _COUNTED.match(query) else f"{where}{(path or '').rstrip('/')}?{query}"


def _place(address: str) -> str:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return address
    if parts.scheme not in _PORTS or not host:
        return address
    where = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    query = "&".join(part for part in parts.query.split("&") if part and not _COUNTED.match(part))
    fragment = parts.fragment if _CHOOSES.match(parts.fragment) else ""
    return where + parts.path.rstrip("/") + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def spellings(address: str) -> tuple[str, ...]:
    """Return the usual spellings of an address, itself first: http and https, with and without a closing slash."""
    if place(address) == address:
        return (address,)
    where = re.split("[?#]", place(address), maxsplit=1)[0]
    tail = place(address)[len(where):]
    return tuple(dict.fromkeys(
        (address, *(f"{scheme}://{where}{slash}{tail}" for scheme in ("https", "http") for slash in ("", "/")))))


def same_page(one: str, other: str) -> bool:
    """Say whether two addresses mean one page: of one place, and not two different parts of it."""
    if place(one) != place(other):
        return False
    parts = one.partition("#")[2], other.partition("#")[2]
    return parts[0] == parts[1] or "" in parts
