from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.tree import ROOT, Tree, need_trees, plant


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for trees, emptied as soon as they are no longer needed: each takes half a gigabyte and more."""
    folder = tmp_path_factory.mktemp("bare")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def workshop(room: Path) -> Tree:
    """A bare Debian with a clone of this project, in which ``make package`` has been run."""
    need_trees()
    cache = ROOT / ".tools" / "cache"  # the same lock, so the same files: they need not be fetched again
    cache.mkdir(parents=True, exist_ok=True)
    tree = plant(room / "workshop", [(cache, "/cache")])
    _clone(tree.folder / "clone")
    said = tree.run("make", "-C", "/clone", "package", "ARGS=--quick", seconds=900, UV_CACHE_DIR="/cache")
    print(said[-500:])
    return tree


def _clone(folder: Path) -> None:
    """Copy what git knows here, as it stands now: a clone that holds what is not committed yet as well."""
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                           capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


@pytest.fixture(scope="module")
def package(workshop: Tree) -> Path:
    """The Debian package that came out of it."""
    return next((workshop.folder / "clone" / "dist").glob("*.deb"))


@pytest.fixture(scope="module")
def desk(room: Path, package: Path) -> Tree:
    """Another bare Debian, on which a person has installed that package and nothing else."""
    tree = plant(room / "desk")
    shutil.copy(package, tree.folder / "tmp" / package.name)
    tree.run("apt-get", "update", "-q")
    tree.run("apt-get", "install", "-y", "-q", "--no-install-recommends", f"/tmp/{package.name}",
             DEBIAN_FRONTEND="noninteractive", RUNLEVEL="1")
    return tree
