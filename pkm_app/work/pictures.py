"""What the strangers' processes do with pictures that a person puts into a note: write them anew, without what they
tell of place, time, camera and person."""

from __future__ import annotations

from pkm_app.base.errors import Refused
from pkm_app.content.repainting import MOST_PIXELS, NotAPicture, TooManyPixels, repainted


def without_traces(data: bytes, longest: int = 0) -> tuple[bytes, str]:
    """Return a picture as (bytes, ending) with nothing in it but what is seen; turned as its EXIF said.

    JPEG stays JPEG, all else becomes PNG (of one that moves, its first frame). ``longest`` makes it smaller where a
    side has more pixels; 0 leaves it. Raises Refused for what is no picture, or one too large.
    """
    try:
        made = repainted(data, (longest, longest) if longest else None, "jpegs", profile=True)
    except TooManyPixels as error:
        raise Refused("This picture is too large: it has more than {count} million pixels. Make it smaller first.",
                      count=MOST_PIXELS // 1_000_000) from error
    except NotAPicture as error:
        raise Refused("This is no picture that can be read here: use PNG, JPEG, GIF, WebP, BMP or TIFF.") from error
    return made.data, f".{made.ending}"
