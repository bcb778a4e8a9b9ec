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


def guide_folder() -> Path:
    """Return the folder with the guide: a folder for each language, and the pictures.

    Raises FileNotFoundError when the installation is broken.
    """
    resources = resources_folder()
    for place in (resources / "guide", resources.parent / "docs" / "guide"):
        if (place / "en" / "index.md").is_file():
            return place
    raise FileNotFoundError(f"no guide beside {resources}")
