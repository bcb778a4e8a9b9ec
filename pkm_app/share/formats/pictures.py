"""Pictures made ready to leave: written anew, so that no hidden data (where, when, by what) goes along."""

from __future__ import annotations

from pkm_app.content.repainting import NotAPicture, Picture, repainted

MOST_BYTES = 40 * 1024 * 1024
_SMALL = 64  # pixels: a photo is decoded to its end for it all the same, and hardly written
_WIDEST = 1600  # pixels; enough for a page on paper, and for a screen


def opens_whole(data: bytes) -> bool:
    """Say whether :func:`clean_picture` would make a picture of this, in a small part of its time. For the worker."""
    try:
        return len(data) <= MOST_BYTES and bool(repainted(data, (_SMALL, _SMALL), "photos").data)
    except NotAPicture:
        return False


def clean_picture(data: bytes) -> Picture | None:
    """Return a picture as JPEG or PNG, upright, at most 1600 pixels wide or high; None where it cannot be read.

    To be called where strangers' material may do harm (the worker): pictures are made of it.
    """
    if len(data) > MOST_BYTES:
        return None
    try:
        return repainted(data, (_WIDEST, _WIDEST), "photos")
    except NotAPicture:
        return None  # its words stand there
