"""Puts pictures of the screens into docs: ``python -m tests.ui.pictures build/shots docs``.

From what ``tests.ui.shots`` drew, each screen goes to ``docs/screens/SIZE/SCHEME/LANGUAGE/NAME.webp``, with few colours
so that all of them stay small, and those that the guide shows go to ``docs/guide/pictures``. ``docs/screens/README.md``
lists them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageChops

SIZES = {"1024": "1024x700", "1440": "1440x900"}  # what shots calls them, and what they are
_WIDTH = "1024"  # of those in the guide
_COLOURS, _GUIDE_COLOURS = 64, 256
_EXACT = 12  # colours, the commonest, that stay just what they are
SCHEMES = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
LANGUAGES = ("en", "nl")
GUIDE = {
    "capture": "capture-book", "care": "checkup", "files": "share-pasted", "finding": "results",
    "first-steps": "first-steps", "following": "discover", "questions": "questions", "reading": "matter",
    "seek": "reading", "sense": "sense", "settings": "settings", "share": "share", "today": "full-day",
}  # each picture of the guide, and the screen it shows


def small(picture: Path, colours: int) -> Image.Image:
    """Return a picture in few colours, none of them mixed from others: text stays sharp.

    A third of them are those that most of the picture has, as they are: paper, cards, tints and ink. The others lie as
    far apart as they can, so that a small mark keeps its colour.
    """
    with Image.open(picture) as whole:
        plain = whole.convert("RGB")
    often = commonest(plain, colours // 3)
    apart = plain.quantize(colours - len(often), method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    both = [*(part for colour in often for part in colour), *apart][:3 * colours]
    palette = Image.new("P", (1, 1))
    palette.putpalette(both)
    made = plain.quantize(palette=palette, dither=Image.Dither.NONE)  # near enough, but not more than that
    for at, colour in enumerate(often[:_EXACT]):
        away = ImageChops.difference(plain, Image.new("RGB", plain.size, colour)).split()
        farthest = ImageChops.lighter(ImageChops.lighter(away[0], away[1]), away[2])
        made.paste(at, mask=farthest.point([255, *[0] * 255]))
    return made


def commonest(picture: Image.Image, number: int) -> list[tuple[int, int, int]]:
    """Return the colours that most of a picture has, the commonest first."""
    counted = picture.getcolors(picture.width * picture.height) or []
    return [colour for _, colour in sorted(counted, key=lambda one: one[0], reverse=True)[:number]]


def put_screens(shots: Path, folder: Path) -> int:
    """Write every screen anew; return how many bytes that takes."""
    size, kept = 0, set[Path]()
    drawn = [picture for width in SIZES for picture in sorted(shots.glob(f"*-{width}.png"))]
    for picture in drawn:
        name, scheme, language, width = picture.stem.rsplit("-", 3)
        there = folder / SIZES[width] / scheme / language / f"{name}.webp"
        there.parent.mkdir(parents=True, exist_ok=True)
        small(picture, _COLOURS).convert("RGB").save(there, "WEBP", lossless=True, quality=40, method=2)
        size += there.stat().st_size
        kept.add(there)
    for old in set(folder.rglob("*.webp")) - kept:
        old.unlink()
    names = sorted({path.stem for path in kept})
    (folder / "README.md").write_text(listing(names), encoding="utf-8")
    return size


def listing(names: list[str]) -> str:
    """Return the page that lists the screens."""
    heads = [f"{words}, {language}" for words in SCHEMES.values() for language in LANGUAGES]
    lines = ["# Screens", "", f"Drawn by `make pictures` at {' and '.join(SIZES.values())}, "
             "in few colours, so that they stay small.", "", f"| Screen | {' | '.join(heads)} |",
             f"| --- {'| --- ' * len(heads)}|"]
    for name in names:
        cells = [", ".join(f"[{width}]({size}/{scheme}/{language}/{name}.webp)" for width, size in SIZES.items())
                 for scheme in SCHEMES for language in LANGUAGES]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def put_guide(shots: Path, folder: Path) -> int:
    """Write the pictures of the guide anew; return how many bytes they take."""
    size = 0
    for name, screen in GUIDE.items():
        for language in LANGUAGES:
            there = folder / (f"{name}.png" if language == "en" else f"{name}-{language}.png")
            small(shots / f"{screen}-light-{language}-{_WIDTH}.png", _GUIDE_COLOURS).save(there, "PNG", optimize=True)
            size += there.stat().st_size
    return size


def main() -> int:
    """Take both folders from the command line."""
    if len(sys.argv) != 3:
        print("usage: python -m tests.ui.pictures SHOTS DOCS", file=sys.stderr)
        return 2
    shots, docs = Path(sys.argv[1]), Path(sys.argv[2])
    screens, guide = put_screens(shots, docs / "screens"), put_guide(shots, docs / "guide" / "pictures")
    print(f"screens {screens / 1e6:.1f} MB, guide {guide / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
