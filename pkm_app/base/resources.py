"""Where the bundled resources are: beside the package in a checkout, inside it in a wheel, or frozen."""

from __future__ import annotations

import sys
from pathlib import Path


def resources_folder() -> Path:
    """Return the folder that holds icons, fonts, themes, words and the catalogue.

    Raises FileNotFoundError when the installation is broken.
    """
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [package / "_resources", package.parent / "resources"]
    for place in places:
        if (place / "themes").is_dir():
            return place
    raise FileNotFoundError(f"no resources in any of {', '.join(map(str, places))}")
