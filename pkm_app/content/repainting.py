"""A picture decoded and written anew: what comes out is what is seen, and nothing else of the file it came from.

The one place where pictures are opened. It is called where strangers' material may do harm, in a process of its own
(work.strangers, work.exports), for a decoder may do anything on a damaged file.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal

from pkm_app.base.errors import Problem

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS: Final = 60_000_000
_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
_QUALITY: Final = 88
_PLAIN_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
_MOST_PROFILE = 1 << 20

_BEGINNINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*")
_INNER: Final = {b"RIFF": (b"WEBP",), b"ftyp": (b"avif", b"avis", b"mif1")}  # what stands four bytes behind these

Jpeg = Literal["jpegs", "photos", "opaque"]


def begins_as_picture(data: bytes) -> bool:
    """Say whether bytes begin as a picture does that can be opened here; opening it tells whether it is whole."""
    inner = any(mark in (data[:4], data[4:8]) and data[8:12] in kinds for mark, kinds in _INNER.items())
    return inner or data.startswith(_BEGINNINGS)


class NotAPicture(Problem):
    """What came is no picture that can be shown."""


class TooManyPixels(NotAPicture):
    """It is a picture, and a larger one than is opened here."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without hidden data (places, dates, devices): ``data`` is a PNG or a JPEG, as ``media_type`` says.
    Sizes in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int

    @property
    def ending(self) -> str:
        """The ending of a file that holds it."""
        return "png" if self.media_type == "image/png" else "jpg"


def repainted(data: bytes, longest: tuple[int, int] | None = None, jpeg: Jpeg = "jpegs", most: int = MOST_PIXELS,
              least: int = 1, profile: bool = False) -> Picture:
    """Return a picture written anew: its first frame, upright, no wider and higher than ``longest``.

    A JPEG stays one. So becomes with "photos" what is neither see-through, of few colours, nor a PNG; with "opaque"
    all that is not see-through. The rest is PNG. ``profile`` keeps its colours' profile. Raises TooManyPixels for more
    than ``most``, NotAPicture for what cannot be opened, or has a side of less than ``least`` pixels.
    """
    from PIL import Image as Images
    from PIL import ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is too large, which is measured here
            opened = Images.open(BytesIO(data), formats=_FORMATS)
            if opened.width * opened.height > most:
                raise TooManyPixels("This picture is too large to be shown ({width} x {height}).",
                                    width=opened.width, height=opened.height)
            if min(opened.size) < least:
                raise NotAPicture("This is no picture to look at but a point that counts readers.")
            if longest:
                opened.draft(None, longest)
            opened.load()
            kind, colours = opened.format or "", opened.info.get("icc_profile")
            upright = ImageOps.exif_transpose(opened)
            made = _shrunk(upright, longest)
    except (NotAPicture, MemoryError):
        raise
    except Images.DecompressionBombError as error:
        raise TooManyPixels("This is no picture that can be shown.") from error
    except Exception as error:  # Pillow's readers raise whatever broken data leads them to
        raise NotAPicture("This is no picture that can be shown.") from error
    return _written(made, kind, jpeg, colours if profile else None)


def _shrunk(image: Image, longest: tuple[int, int] | None) -> Image:
    """Return a picture no larger than so; one of few colours gets all of them first, or it would fray."""
    if longest is None or (image.width <= longest[0] and image.height <= longest[1]):
        return image
    if image.mode in ("1", "P", "PA"):
        image = image.convert("L" if image.mode == "1" else "RGBA" if _is_see_through(image) else "RGB")
    image.thumbnail(longest)
    return image


def _is_see_through(image: Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info


def _written(image: Image, kind: str, jpeg: Jpeg, colours: object) -> Picture:
    clear = _is_see_through(image)
    full = image.mode not in ("1", "L", "LA", "P", "PA")
    as_jpeg = kind in ("JPEG", "MPO") or (not clear and (jpeg == "opaque" or (
        jpeg == "photos" and full and kind != "PNG")))
    more = {"icc_profile": colours} if isinstance(colours, bytes) and len(colours) < _MOST_PROFILE else {}
    out = BytesIO()
    if as_jpeg:
        made = image if image.mode in ("L", "RGB") else image.convert("RGB")
        made.info = {}
        made.save(out, "JPEG", quality=_QUALITY, **more)
        return Picture(out.getvalue(), "image/jpeg", made.width, made.height)
    made = image if image.mode in _PLAIN_MODES else image.convert("RGBA" if clear else "RGB")
    see_through = made.info.get("transparency")
    made.info = {} if see_through is None else {"transparency": see_through}
    made.save(out, "PNG", **more)
    return Picture(out.getvalue(), "image/png", made.width, made.height)
