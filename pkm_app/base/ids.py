"""Identifiers: made once, safe in file names, readable aloud."""

from __future__ import annotations

import hashlib
import secrets
from base64 import b32encode
from datetime import datetime

TIME = 9  # characters at the beginning of the id of a file that say when it was made; the others are chance
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32, lower case
_FROM_RFC_4648 = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _ALPHABET.encode())
_HIGHLIGHT = "0123456789abcdefghijklmnopqrstuvwxyz"


def _base32(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, rest = divmod(number, 32)
        digits.append(_ALPHABET[rest])
    return "".join(reversed(digits))


def new_file_id(now: datetime) -> str:
    """Return a sortable id for a vault file: 9 characters of milliseconds, 7 of chance."""
    return _base32(int(now.timestamp() * 1000), TIME) + _base32(secrets.randbits(35), 7)


def new_file_id_after(earlier: str, now: datetime) -> str:
    """Return a new_file_id that sorts behind an earlier one, also where the clock has not gone on since."""
    made = new_file_id(now)
    if made[:TIME] > earlier[:TIME] or not set(earlier[:TIME]) <= set(_ALPHABET):  # one that a person made says no time
        return made
    time = sum(_ALPHABET.index(char) * 32**place for place, char in enumerate(reversed(earlier[:TIME])))
    return _base32(time + 1, TIME) + made[TIME:]


def new_highlight_id() -> str:
    """Return ``hl-`` and ten of [a-z0-9], as the vault format asks."""
    return "hl-" + "".join(secrets.choice(_HIGHLIGHT) for _ in range(10))


def derived_id(*parts: str) -> str:
    """Return an id of 16 characters that is the same for the same parts: feeds and articles."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest[:10]).translate(_FROM_RFC_4648).decode("ascii")


def new_device_id() -> str:
    """Return a name for this machine in a vault: told apart from others, telling nothing of the person."""
    return "device-" + _base32(secrets.randbits(40), 8)
