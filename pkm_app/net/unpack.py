"""A body unpacked piece by piece, never past a limit: a few kilobytes of gzip can hold gigabytes."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

GZIP, ZLIB, RAW = 31, 15, -15  # window sizes as zlib wants them told
_AT_ONCE = 256 * 1024  # bytes unpacked before somebody may object


class TooBig(Exception):  # noqa: N818  the name says it all
    """More than the limit came out, or went in."""


class BadPacking(Exception):  # noqa: N818  as above
    """The packing is not one we asked for, or its content is damaged."""


class Body:
    """Takes pieces of a body as they arrive (``add``) and gives the whole of it (``done``).

    ``encoding`` is the Content-Encoding header: one gzip, one deflate, or none. ``limit`` is in bytes and counts
    for what comes in as for what comes out. ``hold`` hears how large it has become before more is kept, and may raise.
    """

    def __init__(self, encoding: str, limit: int, hold: Callable[[int], None] = lambda size: None) -> None:
        name = encoding.strip().lower()
        if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise BadPacking(name)
        self._limit = limit
        self._arrived = 0
        self._size = 0
        self._hold = hold
        self._kept = io.BytesIO()
        self._deflate = name == "deflate"
        self._packed = name not in ("", "identity")
        self._unpacker = zlib.decompressobj(ZLIB if self._deflate else GZIP)
        self._between: bytes | None = None  # after the end of a member, the first byte of what may be another
        self._ended = False

    def add(self, piece: bytes) -> None:
        """Take the next piece. Raises TooBig and BadPacking."""
        self._arrived += len(piece)
        if self._arrived > self._limit:
            raise TooBig
        if not self._packed:
            self._keep(piece)
            return
        full = False
        while (piece or full) and not self._ended:
            if self._between is not None:
                piece = self._next_member(self._between + piece)
                continue
            unpacked = self._unpack(piece)
            self._keep(unpacked)
            full = len(unpacked) == _AT_ONCE and not self._unpacker.eof  # zlib may hold more of it back
            piece = self._unpacker.unconsumed_tail or self._unpacker.unused_data
            if self._unpacker.eof:
                self._between = b""

    def done(self) -> bytes:
        """Return the whole body. Raises BadPacking when its end is missing."""
        if self._packed and self._arrived and not self._ended and self._between is None:
            raise BadPacking("cut off")
        return self._kept.getvalue()  # the very bytes, no copy of them

    def _unpack(self, piece: bytes) -> bytes:
        room = min(self._limit - self._size + 1, _AT_ONCE)
        try:
            return self._unpacker.decompress(piece, room)
        except zlib.error as error:
            if not self._deflate or self._size:
                raise BadPacking(str(error)) from None
            # "deflate" means the zlib form (RFC 9110 8.4.1.2); many servers send the bare one.
            self._deflate = False
            self._unpacker = zlib.decompressobj(RAW)
            return self._unpack(piece)

    def _next_member(self, rest: bytes) -> bytes:
        """A gzip may have several members (RFC 1952 2.2); anything else behind an end is padding."""
        if rest == b"\x1f":
            self._between = rest
            return b""
        self._between = None
        self._ended = not rest.startswith(b"\x1f\x8b")
        self._unpacker = zlib.decompressobj(GZIP)
        return rest

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._limit:
            raise TooBig
        self._hold(self._size)
        self._kept.write(piece)
