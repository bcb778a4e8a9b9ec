"""A mail as Outlook keeps it (.msg), made for tests: an OLE compound file (MS-CFB) with properties (MS-OXMSG)."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def msg(subject: str, body: str, sender: str = "Anna de Vries", address: str = "anna@example.org",
        sent: datetime = datetime(2026, 11, 26, 7, tzinfo=UTC)) -> bytes:
    """A mail with these words."""
    texts = {0x001A: "IPM.Note", 0x0037: subject, 0x1000: body, 0x0C1A: sender, 0x0C1F: address}
    streams = {f"__substg1.0_{tag:04X}001F": text.encode("utf-16-le") for tag, text in texts.items()}
    properties = b"".join(
        struct.pack("<HHIII", 0x001F, tag, 6, len(text.encode("utf-16-le")) + 2, 0) for tag, text in texts.items())
    ticks = int((sent - _EPOCH).total_seconds() * 10_000_000)
    properties += struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    streams["__properties_version1.0"] = struct.pack("<8xIIII8x", 0, 0, 0, 0) + properties
    return _compound(streams)


def _compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file of streams that are all smaller than 4096 bytes, in one storage."""
    mini, table, entries = b"", [], []
    for name, data in sorted(streams.items(), key=lambda item: (len(item[0]), item[0].upper())):
        assert len(data) < _CUTOFF
        first = len(mini) // _MINI
        count = -(-len(data) // _MINI)
        table += [*range(first + 1, first + count), _END]
        mini += data.ljust(count * _MINI, b"\0")
        entries.append((name, first, len(data)))
    rows = [_entry("Root Entry", 5, child=1 + len(entries) // 2, start=3, size=len(mini))]
    links = _tree(0, len(entries))
    for number, (name, first, size) in enumerate(entries):
        left, right = links[number]
        rows.append(_entry(name, 2, left, right, start=first, size=size))
    directory = b"".join(rows).ljust(-(-len(rows) // 4) * _SECTOR, b"\0")
    mini = mini.ljust(-(-len(mini) // _SECTOR) * _SECTOR, b"\0")
    mini_fat = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    assert len(mini_fat) == _SECTOR
    sectors_of_mini, sectors_of_directory = len(mini) // _SECTOR, len(directory) // _SECTOR
    # sector 0: FAT, 1: mini FAT, 2: nothing, 3...: mini stream, then the directory
    start = 3 + sectors_of_mini
    fat = [_FAT, _END, _FREE, *range(4, start), _END, *range(start + 1, start + sectors_of_directory), _END]
    fat_sector = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, start, 0, _CUTOFF,
        1, 1, _END, 0, 0)
    return header.ljust(_SECTOR, b"\xff") + fat_sector + mini_fat + bytes(_SECTOR) + mini + directory


def _entry(name: str, kind: int, left: int = _FREE, right: int = _FREE, child: int = _FREE, start: int = 0,
           size: int = 0) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16xI8x8xIQ", letters, len(letters), kind, 1, left, right, child, 0, start, size)


def _tree(low: int, high: int) -> dict[int, tuple[int, int]]:
    """The children of each entry in a balanced tree; entry n of the directory is n + 1."""
    found: dict[int, tuple[int, int]] = {}

    def grow(first: int, end: int) -> int:
        if first >= end:
            return _FREE
        middle = (first + end) // 2
        found[middle] = (grow(first, middle), grow(middle + 1, end))
        return middle + 1

    grow(low, high)
    return found
