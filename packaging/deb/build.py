"""Make a Debian package of the program's folder: ``build.py FOLDER OUT [--quick]`` prints where it is.

FOLDER is what packaging/pyinstaller/build.py made; with ``--quick`` the package is packed fast instead of small. Needs
dpkg-deb, nothing of debhelper. Everything lies where Debian's policy wants it: the folder in /usr/lib, its command in
/usr/bin, menu entry, icons, manual pages and copyright in /usr/share.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
LINUX = ROOT / "packaging" / "linux"
APP_ID = "org.pkm_workbench.PKM"
NAME = "pkm-workbench"
MAINTAINER = "The PKM Workbench team <team@pkm-workbench.invalid>"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

# What Qt and Python load of the system; names of Debian 12, which Ubuntu 24.04 provides too.
DEPENDS = [
    "libc6 (>= {glibc})", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgcc-s1", "libgl1",
    "libglib2.0-0", "libssl3", "libstdc++6", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "libx11-6",
    "libx11-xcb1", "libxcb-glx0", "libxcb-randr0", "libxcb-render0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1",
    "libxcb-xfixes0", "libxcb-xkb1", "libxcb1", "libxkbcommon-x11-0", "libxkbcommon0", "zlib1g",
]
RECOMMENDS = ["ca-certificates", "default-dbus-session-bus | dbus-session-bus", "gnome-keyring | kwalletmanager",
              "xdg-desktop-portal"]


def version() -> str:
    """Return the program's version."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "pkm_app" / "__init__.py").read_text(encoding="utf-8"))
    assert found
    return found[1]


def glibc_of(folder: Path) -> str:
    """Return the newest version of the C library that a program in this folder asks for."""
    newest = (2, 17)
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink() and file.read_bytes()[:4] == b"\x7fELF":
            for found in re.finditer(rb"GLIBC_2\.(\d+)", file.read_bytes()):
                newest = max(newest, (2, int(found[1])))
    return ".".join(map(str, newest))


def build(folder: Path, out: Path, quick: bool = False) -> Path:
    """Build the package; return its path. Raises CalledProcessError."""
    machine = ARCHITECTURES[os.uname().machine]
    with tempfile.TemporaryDirectory(prefix="pkm-deb-") as name:
        tree = Path(name) / "tree"
        tree.mkdir(mode=0o755)
        _lay_out(folder, tree)
        _documents(tree)
        _control(folder, tree, machine)
        _modes(tree)
        out.mkdir(parents=True, exist_ok=True)
        package = out / f"{NAME}_{version()}_{machine}.deb"
        packed = ["-Zgzip", "-z1"] if quick else ["-Zxz"]
        subprocess.run(["dpkg-deb", "--root-owner-group", *packed, "--build", tree, package], check=True,
                       stdout=subprocess.DEVNULL)
    return package


def _lay_out(folder: Path, tree: Path) -> None:
    program = tree / "usr" / "lib" / NAME
    shutil.copytree(folder, program, symlinks=True)
    (program / "_internal" / "LICENSE").unlink(missing_ok=True)  # Debian has the text once for all
    command = tree / "usr" / "bin" / "pkm"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/pkm")
    _copy(LINUX / f"{APP_ID}.desktop", tree / "usr/share/applications")
    _copy(LINUX / f"{APP_ID}.metainfo.xml", tree / "usr/share/metainfo")
    icons = tree / "usr/share/icons/hicolor"
    for picture in sorted((ROOT / "build" / "icon").glob("pkm-*.png")):
        size = picture.stem.rpartition("-")[2]
        if int(size) <= 512:
            _copy(picture, icons / f"{size}x{size}" / "apps", f"{APP_ID}.png")
    _copy(ROOT / "resources" / "app" / "pkm.svg", icons / "scalable" / "apps", f"{APP_ID}.svg")


def _documents(tree: Path) -> None:
    documents = tree / "usr/share/doc" / NAME
    _copy(HERE / "copyright", documents)
    _zip(_changelog().encode(), documents / "changelog.gz")
    _zip((LINUX / "pkm.1").read_bytes(), tree / "usr/share/man/man1/pkm.1.gz")
    _zip((LINUX / "pkm.nl.1").read_bytes(), tree / "usr/share/man/nl/man1/pkm.1.gz")
    _copy(HERE / "lintian-overrides", tree / "usr/share/lintian/overrides", NAME)


def _changelog() -> str:
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", (ROOT / "CHANGELOG.md").stat().st_mtime))
    when = format_datetime(datetime.fromtimestamp(seconds, UTC))
    return (f"{NAME} ({version()}) unstable; urgency=medium\n\n  * See CHANGELOG.md of the project for what is new.\n\n"
            f" -- {MAINTAINER}  {when}\n")


def _control(folder: Path, tree: Path, machine: str) -> None:
    size = sum(-(-file.lstat().st_size // 1024) for file in tree.rglob("*") if not file.is_dir())
    depends = ", ".join(DEPENDS).format(glibc=glibc_of(folder))
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        f"Package: {NAME}\nVersion: {version()}\nArchitecture: {machine}\nMaintainer: {MAINTAINER}\n"
        f"Installed-Size: {size}\nDepends: {depends}\nRecommends: {', '.join(RECOMMENDS)}\n"
        "Section: text\nPriority: optional\n" + (HERE / "description").read_text(encoding="utf-8"),
        encoding="utf-8")
    sums = [f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(tree)}\n"
            for file in sorted((tree / "usr").rglob("*")) if file.is_file() and not file.is_symlink()]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def _modes(tree: Path) -> None:
    """Give everything the modes that Debian's policy wants: libraries are not programs."""
    program = tree / "usr" / "lib" / NAME / "pkm"
    for file in tree.rglob("*"):
        if file.is_symlink():
            continue
        file.chmod(0o755 if file.is_dir() or file == program else 0o644)


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


def _zip(data: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    print(build(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), "--quick" in sys.argv))
