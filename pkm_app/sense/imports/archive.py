"""An export that comes as an archive (Pocket's): what is in it is read as if it had been taken out first."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from pkm_app.base.errors import Refused

MOST_FILES = 1000


def is_archive(data: bytes) -> bool:
    """Say whether a file is a ZIP archive."""
    return data.startswith(b"PK\x03\x04")


def files_in(data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the files of an archive; never more than ``most`` bytes in all.

    Raises Refused for an archive that is damaged, locked, or holds more than that.
    """
    left = most
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for info in [one for one in archive.infolist() if not one.is_dir()][:MOST_FILES]:
                with archive.open(info) as member:
                    content = member.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise Refused("What is in this archive is larger than 100 MB. Unpack it, and take in a part.")
                yield info.filename, content
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        raise Refused("This archive cannot be unpacked: it is damaged, or has a password.") from None
