"""Files that hold nothing but an address: .url of Windows, .webloc of macOS, .desktop of Linux, or one line of text."""

from __future__ import annotations

import plistlib
import re
from xml.parsers.expat import ExpatError

from pkm_app.content.address import absolute, is_web
from pkm_app.seek.charset import to_text
from pkm_app.seek.document import Unreadable

_LINE = re.compile(r"^[ \t]*URL(?:\[[^\]\n]*\])?[ \t]*=[ \t]*(\S.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_MOST = 64 * 1024


def read_link(data: bytes, name: str) -> str:
    """Return the web address a file leads to. Raises Unreadable when it holds none."""
    found = ""
    if len(data) <= _MOST:
        if data.lstrip()[:5].lower() in (b"<?xml", b"<!doc", b"<plis") or data.startswith(b"bplist"):
            found = _from_plist(data)
        else:
            line = _LINE.search(to_text(data).replace("\r", "\n"))
            found = line[1] if line else ""
    address = absolute(found) if found else None
    if not address or not is_web(address):
        raise Unreadable("“{name}” holds no web address.", name=name)
    return address


def only_address(text: str) -> str:
    """Return the address of a text that is one web address and nothing else, else ""."""
    line = text.strip()
    if not re.fullmatch(r"https?://\S+", line, re.IGNORECASE):
        return ""
    address = absolute(line)
    return address if address and is_web(address) else ""


def _from_plist(data: bytes) -> str:
    try:
        value = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError, IndexError, OverflowError,
            RecursionError, AttributeError):
        return ""
    found = value.get("URL") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""
