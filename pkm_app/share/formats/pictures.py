"""Pictures made ready to leave: decoded and written anew, so that no hidden data (where, when, by what) goes along."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from pkm_app.share.document import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 40 * 1024 * 1024
_MOST_PIXELS = 60_000_000
_WIDEST = 1600  # pixels; enough for a page on paper, and for a screen
_KINDS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")


def clean_picture(data: bytes) -> Picture | None:
    """Return a picture as JPEG or PNG, upright, at most 1600 pixels wide or high; None where it cannot be read.

    To be called where strangers' material may do harm (the worker): pictures are made of it.
    """
    from PIL import Image as Images
    from PIL import ImageOps

    if len(data) > MOST_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a picture a little too big is measured below
            opened = Images.open(io.BytesIO(data), formats=_KINDS)
            if opened.width * opened.height > _MOST_PIXELS:
                return None
            opened.draft(None, (_WIDEST, _WIDEST))
            opened.load()
            kind = opened.format or ""
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((_WIDEST, _WIDEST))
    except Exception:  # noqa: BLE001  a broken picture raises whatever its decoder likes: its words stand there
        return None
    return _written(upright, kind)


def _written(image: Image, kind: str) -> Picture:
    out = io.BytesIO()
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    few_colours = image.mode in ("1", "L", "P") or kind == "PNG"
    if see_through or few_colours or image.mode not in ("RGB", "CMYK", "YCbCr"):
        made = image.convert("RGBA" if see_through else "RGB" if image.mode not in ("1", "L") else "L")
        made.info.clear()
        made.save(out, "PNG", optimize=False)
        return Picture(out.getvalue(), "image/png", made.width, made.height)
    made = image.convert("RGB")
    made.info.clear()
    made.save(out, "JPEG", quality=88, exif=b"")
    return Picture(out.getvalue(), "image/jpeg", made.width, made.height)
