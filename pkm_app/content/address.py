"""An address found in strangers' HTML, made absolute and harmless, or refused.

Browsers repair addresses before they obey them: blanks and control characters at the ends fall away, tabs and
line ends vanish anywhere, a backslash counts as a slash (URL Standard, "basic URL parser"). What looks harmless
before the repair may be ``javascript:`` after it, so the repair comes first here too and the scheme is read last.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

MAX_ADDRESS = 4096

# Controls, and the invisible characters of format (zero-width, bidi, soft hyphen, byte-order mark, tags).
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]+"
)
_BLANK = re.compile(r"\s+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_FRAGMENT = re.compile(r"#[\w:.\-]{1,120}\Z")
_HOST = re.compile(r"[^\s\"'<>\\^`{|}%@/?#]+\Z")
_MAIL = re.compile(r"mailto:([^\s?&#:;,/\\<>\"'`]+@[^\s?&#:;,/\\<>\"'`@]+)", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:\.\./)*[^\s/\\:?#.][^\s\\:?]*\Z")
# What nearly all addresses look like: complete, nothing to repair, no name or password.
_PLAIN = re.compile(r"https?://[a-z0-9.\-]+(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9\-._~!$&()*+,;=:@%/?#\[\]]*)?")
_LOGIN = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]{0,20}://)[^\s/?#<>\"'@:]{0,500}:[^\s/?#<>\"']{0,500}@(?=[^\s/@])")
_UNSAFE = str.maketrans({letter: f"%{ord(letter):02X}" for letter in "\"'<>`{}|^"})


def absolute(value: str, base: str = "", *, mail: bool = False, relative: bool = False) -> str | None:
    """Return ``value`` as an ``http://`` or ``https://`` address, or None where it can be none.

    ``base`` is the address of the page it stood on (without one, only complete addresses pass; a bare
    ``#fragment`` stays as it is). With ``mail`` a ``mailto:`` address passes, cut before its ``?``, for what follows
    can attach files. With ``relative`` a plain relative path passes unchanged when it has no base (files of the
    vault). Names and passwords in an address are taken out. Applying it again changes nothing.
    """
    if len(value) <= MAX_ADDRESS and _PLAIN.fullmatch(value):
        return value
    text = _BLANK.sub("%20", _INVISIBLE.sub("", value.strip(" \t\n\f\r\x00")).strip())
    if not text or len(text) > MAX_ADDRESS:
        return None
    scheme = _SCHEME.match(text)
    if scheme is not None:
        name = scheme.group().lower()
        if name == "mailto:":
            found = _MAIL.match(text) if mail else None
            return f"mailto:{found.group(1)}" if found else None
        if name not in ("http:", "https:"):
            return None
    if not base:
        if _FRAGMENT.match(text):
            return text
        if relative and scheme is None and _RELATIVE.match(text):
            return text.translate(_UNSAFE)
    return _complete(text, base)


def without_passwords(words: str) -> str:
    """Return words with no password before the host of an address in them; whoever writes or pastes one means the
    address."""
    return _LOGIN.sub(r"\1", words) if "://" in words else words


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address; of what is none, such as ``http://[::1``, all of them are empty."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def is_web(address: str) -> bool:
    """Whether ``address`` is a complete http or https address."""
    return address[:8].lower().startswith(("http://", "https://"))


def _complete(text: str, base: str) -> str | None:
    end = min((at for at in (text.find("?"), text.find("#")) if at >= 0), default=len(text))
    text = text[:end].replace("\\", "/") + text[end:]
    try:
        joined = urljoin(base, text) if base else text
        if joined.startswith("//"):
            joined = "https:" + joined
        parts = urlsplit(joined)
        host = parts.netloc.rpartition("@")[2]
        parts.port  # noqa: B018  reading it raises ValueError where it is no number
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.match(host):
        return None
    whole = urlunsplit(parts._replace(netloc=host)).translate(_UNSAFE)
    return whole if len(whole) <= MAX_ADDRESS else None
