"""Whatever the pieces in which a body arrives, the whole comes out, and never more than the limit."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.net.unpack import BadPacking, Body, TooBig


def pieces_of(data: bytes, sizes: list[int]) -> list[bytes]:
    found, at = [], 0
    for size in sizes:
        found.append(data[at:at + size])
        at += size
    return [*found, data[at:]]


def unpack(encoding: str, pieces: list[bytes], limit: int) -> bytes:
    body = Body(encoding, limit)
    for piece in pieces:
        body.add(piece)
    return body.done()


sizes = st.lists(st.integers(0, 40), max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.binary(max_size=200), min_size=1, max_size=3), sizes, st.binary(max_size=3))
def test_gzip_in_any_pieces_and_members(members: list[bytes], sizes: list[int], padding: bytes) -> None:
    whole = b"".join(members)
    packed = b"".join(map(gzip.compress, members)) + b"\0" + padding
    assert unpack("gzip", pieces_of(packed, sizes), 10_000) == whole


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), sizes, st.booleans())
def test_deflate_in_either_form(data: bytes, sizes: list[int], bare: bool) -> None:
    packer = zlib.compressobj(wbits=-15 if bare else 15)
    packed = packer.compress(data) + packer.flush()
    pieces = [packed] if bare else pieces_of(packed, sizes)  # the form is told by the first two bytes
    assert unpack("deflate", pieces, 10_000) == data


@settings(max_examples=150, deadline=None)
@given(st.binary(min_size=1, max_size=300), sizes, st.integers(1, 20))
def test_a_gzip_that_is_cut_off_is_noticed(data: bytes, sizes: list[int], missing: int) -> None:
    packed = gzip.compress(data)[:-missing]
    with pytest.raises(BadPacking):
        unpack("gzip", pieces_of(packed, sizes), 10_000)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 3000), st.integers(-2, 2), st.sampled_from(["", "gzip"]), sizes)
def test_trap_08_the_limit_holds_to_the_byte(limit: int, more: int, encoding: str, sizes: list[int]) -> None:
    data = bytes(max(0, limit + more))
    packed = gzip.compress(data) if encoding else data
    if len(data) > limit or len(packed) > limit:
        with pytest.raises(TooBig):
            unpack(encoding, pieces_of(packed, sizes), limit)
    else:
        assert unpack(encoding, pieces_of(packed, sizes), limit) == data


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "identity"]), sizes)
def test_rubbish_is_refused_or_read_and_nothing_else(data: bytes, encoding: str, sizes: list[int]) -> None:
    try:
        assert len(unpack(encoding, pieces_of(data, sizes), 200)) <= 200
    except (BadPacking, TooBig):
        assert encoding != "identity" or len(data) > 200


@pytest.mark.parametrize("encoding", ["gzip, gzip", "gzip,deflate", "br", "zstd", "aes128gcm", "gzip gzip"])
def test_trap_08_one_packing_only(encoding: str) -> None:
    with pytest.raises(BadPacking):
        Body(encoding, 100)
