"""What the strangers' processes do with pictures: open them under limits and write them anew, without what they tell
of place, time, camera and person."""

from __future__ import annotations

import io
import warnings

from pkm_app.base.errors import Refused

MOST_PIXELS = 60_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_QUALITY = 90


def without_traces(data: bytes, longest: int = 0) -> tuple[bytes, str]:
    """Return a picture as (bytes, ending) with nothing in it but what is seen; turned as its EXIF said.

    JPEG stays JPEG, all else becomes PNG (of one that moves, its first frame). ``longest`` makes it smaller where a
    side has more pixels; 0 leaves it. Raises Refused for what is no picture, or one too large.
    """
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=_FORMATS)
            opened.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("This picture is too large: it has more than {count} million pixels. Make it smaller first.",
                      count=MOST_PIXELS // 1_000_000) from error
    except Exception as error:  # a decoder may raise anything on a damaged file
        raise Refused("This is no picture that can be read here: use PNG, JPEG, GIF, WebP, BMP or TIFF.") from error
    profile, kind = opened.info.get("icc_profile"), opened.format
    picture: Image.Image = ImageOps.exif_transpose(opened)
    if longest and max(picture.size) > longest:
        picture.thumbnail((longest, longest))
    jpeg = kind == "JPEG"
    if jpeg and picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    elif not jpeg and picture.mode not in ("RGB", "RGBA", "L", "LA", "P", "1"):
        picture = picture.convert("RGBA")
    transparency = picture.info.get("transparency")
    picture.info = {} if transparency is None else {"transparency": transparency}
    out = io.BytesIO()
    keep = {"icc_profile": profile} if isinstance(profile, bytes) and len(profile) < 1 << 20 else {}
    if jpeg:
        picture.save(out, "JPEG", quality=_QUALITY, optimize=True, **keep)
    else:
        picture.save(out, "PNG", optimize=len(data) < 4 << 20, **keep)
    return out.getvalue(), ".jpg" if jpeg else ".png"
