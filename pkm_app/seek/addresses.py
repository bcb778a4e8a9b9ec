"""What a person types, pastes or takes in, as addresses that may be fetched: http and https, no passwords.

Nothing here asks the network: whether a name leads to a private machine is seen by the fetcher, which looks
at the address it connects to.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from pkm_app.base.errors import Refused

MAX_ADDRESS = 4096

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_INSIDE = re.compile(r"(?:feeds?:(?://)?)?https?://[^\s<>\"“”]+|feeds?://[^\s<>\"“”]+", re.IGNORECASE)
_FEED = re.compile(r"feed(s?):(//)?", re.IGNORECASE)
_HOST = re.compile(
    r"(?:(?<=\s)|^)(?:localhost|[\w-]+(?:\.[\w-]+)*\.[^\W\d_][\w-]+|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\])"
    r"(?::\d{1,5})?(?:[/?][^\s<>\"“”]*)?(?=[\s<>\"“”,;.!]|$)",
    re.IGNORECASE,
)
_FEDIVERSE = re.compile(r"@([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
# What nearly all addresses look like, and how they are kept: nothing to take out, to fold or to refuse.
_PLAIN = re.compile(r"https?://[a-z0-9][a-z0-9.\-]*/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*(?:\?[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]+)?")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def admit(address: str) -> str:
    """Return an address as it may be kept and fetched: http(s), a host, no fragment, host in lower case.

    ``feed:`` or ``feeds:`` before it is dropped. Raises Refused for any other scheme, for a user name or password in it
    (they must never reach a file) and for what is no address at all.
    """
    if len(address) <= MAX_ADDRESS and _PLAIN.fullmatch(address):
        return address
    return _admit(address)


def _admit(address: str) -> str:
    text = _unfeed("".join(ch for ch in address if ch.isprintable()).strip())
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        hidden = re.sub(r"//\S*@", "//", text)  # the @ may stand behind a slash that belongs to the password
        raise Refused("“{address}” is not a complete web address.", address=hidden) from None
    if parts.scheme and parts.scheme not in _DEFAULT_PORTS:
        raise Refused("“{address}” begins with “{scheme}:”, but only http and https addresses can be followed.",
                      address=without_password(text), scheme=parts.scheme)
    if not parts.scheme or not parts.hostname or len(text) > MAX_ADDRESS:
        raise Refused("“{address}” is not a complete web address.", address=without_password(text))
    if "@" in parts.netloc:
        raise Refused("“{address}” has a user name or password in it, which would end up in files: "
                      "give the address without it.", address=without_password(text))
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        host += f":{port}"
    return urlunsplit((parts.scheme, host, parts.path or "/", parts.query, ""))


def candidates(typed: str) -> tuple[str, ...]:
    """Return the addresses meant by what was typed or pasted, the likeliest first.

    A bare host name is tried with https and then with http; on this machine, or with a port, http comes
    first. Raises Refused, saying why, when there is no address in it that may be followed.
    """
    text = " ".join(typed.split()).strip("<>\"'“”‘’ ")
    if not text:
        raise Refused("Give the address of a site or a feed.")
    if fediverse := _FEDIVERSE.fullmatch(text):
        user, host = fediverse.groups()
        return (admit(f"https://{host}/@{user}.rss"), admit(f"https://{host}/@{user}"))
    if " " not in text:
        if _INSIDE.match(text):
            return (admit(text),)
        if _HOST.fullmatch(text):
            return _both_schemes(text)
        if _SCHEME.match(text):
            return (admit(text),)  # refuses it with the reason
    for pattern in (_INSIDE, _HOST):
        if found := pattern.search(text):
            inside = _trim(found.group())
            return (admit(inside),) if pattern is _INSIDE else _both_schemes(inside)
    raise Refused("There is no web address in “{text}”.", text=without_password(text))


def key(address: str) -> str:
    """Return what two spellings of one address have in common: neither scheme nor closing slash."""
    return address.partition("://")[2].rstrip("/")


def host_of(address: str) -> str:
    """Return the host name of an address in lower case, "" when there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def site_of(address: str) -> str:
    """Return what the addresses of one site have in common, a feed and a page: the host name without www."""
    return host_of(address).removeprefix("www.")


def same_place(address: str, typed: str) -> bool:
    """Say whether an address leads to the very host (and port) that a person typed.

    The usual ports of http and https count as one: who types a name means both.
    """
    try:
        one, other = urlsplit(address), urlsplit(typed)
        return bool(one.hostname) and one.hostname == other.hostname and _port(one) == _port(other)
    except ValueError:
        return False


def looks_private(address: str) -> bool:
    """Say whether an address plainly names this machine or a private network. Names are not looked up."""
    host = host_of(address).rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def without_password(text: str) -> str:
    """Return text in which what stands between ``//`` and ``@`` is gone, fit to be shown."""
    return re.sub(r"//[^/?#\s]{0,2000}@", "//", text)


def _both_schemes(bare: str) -> tuple[str, ...]:
    secure, plain = admit(f"https://{bare}"), admit(f"http://{bare}")
    parts = urlsplit(plain)
    here = looks_private(plain) or urlsplit(f"//{bare}").port is not None
    if here and not (parts.port is None and ":443" in bare):
        return (plain, secure)
    return (secure, plain)


def _unfeed(text: str) -> str:
    """Return the address behind ``feed:`` or ``feeds:`` (the same over https); what else begins so stays as it is."""
    found = _FEED.match(text)
    if not found:
        return text
    rest = text[found.end():]
    if rest.lower().startswith(("http://", "https://")):
        return rest
    return f"http{found[1].lower()}://{rest}" if found[2] or _HOST.fullmatch(rest) else text


def _trim(found: str) -> str:
    """Drop the punctuation of the sentence around an address; a bracket stays when it was opened inside."""
    while found and (found[-1] in ".,;:!?'’*_" or (found[-1] in ")]}" and not _balanced(found))):
        found = found[:-1]
    return found


def _balanced(text: str) -> bool:
    opening = {")": "(", "]": "[", "}": "{"}[text[-1]]
    return text.count(opening) >= text.count(text[-1])


def _port(parts: SplitResult) -> int:
    port = parts.port
    return 0 if port in (None, _DEFAULT_PORTS.get(parts.scheme)) else int(port or 0)
