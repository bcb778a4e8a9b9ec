"""Gather the licence texts of everything a built program carries: one file for each part, in a folder.

MIT and BSD ask for their notice in every copy, LGPL-3 for its text. The libraries bring theirs in their wheels; Python,
and libraries that are taken from a Linux, have them where their makers put them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from pkm_app.base.made_of import heading, libraries, texts_of


def gather(folder: Path, from_linux: Iterable[Path] = ()) -> Path:
    """Write the texts into a folder that is made anew; ``from_linux`` are the libraries of this system that are taken
    along. Raises OSError, FileNotFoundError where Python's own licence is not to be found."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for one in (*libraries(), distribution("pyinstaller")):
        text = texts_of(one)
        if text:
            _write(folder, one.metadata["Name"], one.version, text)
    _write(folder, "Python", sys.version.split()[0], _of_python())
    for package, paper in sorted(_papers(from_linux).items()):
        _write(folder, package, "", paper.read_text(encoding="utf-8", errors="replace"))
    return folder


def _write(folder: Path, name: str, version: str, text: str) -> None:
    (folder / f"{name}.txt").write_text(f"{heading(name, version)}\n\n{text.strip()}\n", encoding="utf-8")


def _of_python() -> str:
    for place in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        for name in ("LICENSE.txt", "LICENSE"):
            if (place / name).is_file():
                return (place / name).read_text(encoding="utf-8", errors="replace")
    raise FileNotFoundError("Python's LICENSE.txt is not where it belongs.")


def _papers(paths: Iterable[Path]) -> dict[str, Path]:
    """The copyright files of the Debian packages that own some libraries; a Linux of another kind has none."""
    found: dict[str, Path] = {}
    if shutil.which("dpkg-query") is None:
        return found
    for path in paths:
        # a library may be known by its place before /lib became a link to /usr/lib
        for name in (path.resolve(), Path("/", *path.resolve().parts[2:]) if path.is_relative_to("/usr") else path):
            done = subprocess.run(["dpkg-query", "-S", str(name)], capture_output=True, text=True, check=False)
            package = done.stdout.partition(":")[0]
            paper = Path("/usr/share/doc", package, "copyright")
            if package and paper.is_file():
                found[package] = paper
                break
    return found
