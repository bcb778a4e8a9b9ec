"""The one place where pictures are opened: what comes out is what is seen, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pkm_app.content.repainting import Jpeg, NotAPicture, TooManyPixels, repainted

CODE = Path(__file__).resolve().parents[2] / "pkm_app"


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 1).save(out, kind, **options)
    return out.getvalue()


def test_pictures_are_opened_in_one_place() -> None:
    opening = [path.name for path in CODE.rglob("*.py") if "PIL" in path.read_text(encoding="utf-8")]
    assert opening == ["repainting.py"]


@pytest.mark.parametrize(("kind", "mode", "jpeg", "comes"), [
    ("JPEG", "RGB", "jpegs", "JPEG"), ("JPEG", "CMYK", "jpegs", "JPEG"), ("JPEG", "L", "photos", "JPEG"),
    ("PNG", "RGB", "jpegs", "PNG"), ("PNG", "RGB", "photos", "PNG"), ("PNG", "RGB", "opaque", "JPEG"),
    ("PNG", "RGBA", "opaque", "PNG"), ("PNG", "P", "photos", "PNG"), ("WEBP", "RGB", "photos", "JPEG"),
    ("WEBP", "RGBA", "photos", "PNG"), ("WEBP", "RGB", "jpegs", "PNG"), ("GIF", "P", "photos", "PNG"),
    ("BMP", "RGB", "photos", "JPEG"), ("TIFF", "RGB", "jpegs", "PNG"), ("TIFF", "I;16", "photos", "JPEG"),
])
def test_what_becomes_of_each_kind(kind: str, mode: str, jpeg: Jpeg, comes: str) -> None:
    made = repainted(picture(kind, mode), jpeg=jpeg)
    with Image.open(io.BytesIO(made.data)) as seen:
        assert (seen.format, seen.size) == (comes, (60, 40))
    assert made.ending == {"JPEG": "jpg", "PNG": "png"}[comes]
    assert (made.width, made.height) == (60, 40)


def test_nothing_hidden_comes_out_and_it_stands_upright() -> None:
    hidden = Image.Exif()
    hidden[0x010E], hidden[0x0112] = "made in my kitchen", 6
    made = repainted(picture("JPEG", exif=hidden, icc_profile=b"profile", comment=b"secret"))
    assert b"kitchen" not in made.data
    assert b"secret" not in made.data
    assert b"profile" not in made.data
    assert (made.width, made.height) == (40, 60)
    assert b"profile" in repainted(picture("JPEG", icc_profile=b"profile"), profile=True).data


@pytest.mark.parametrize("mode", ["RGB", "P", "1", "RGBA", "LA"])
def test_a_large_one_becomes_smaller(mode: str) -> None:
    made = repainted(picture("PNG", mode, (400, 200)), (100, 100))
    assert (made.width, made.height) == (100, 50)


def test_what_is_none_is_refused() -> None:
    for data in (b"", b"<svg/>", picture("PNG")[:60], picture("PNG", size=(2, 2))):
        with pytest.raises(NotAPicture):
            repainted(data, least=3)
    with pytest.raises(TooManyPixels):
        repainted(picture("PNG"), most=100)
