"""``make package``: everything that can be built on this system, into ``dist``.

The wheel and the bill of materials everywhere; the program's folder everywhere; on Linux the Debian package; on Windows
the installers where Inno Setup and WiX are there; on macOS the disk image. ``--quick`` packs fast instead of small.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
HERE = ROOT / "packaging"


def run(*command: str | Path) -> None:
    """Run a step; a failing one ends all."""
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def main() -> None:
    """Build."""
    quick = ["--quick"] if "--quick" in sys.argv else []
    DIST.mkdir(exist_ok=True)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", DIST)
    run(sys.executable, HERE / "sbom" / "bill.py", DIST / "pkm.cdx.json")
    run(sys.executable, HERE / "pyinstaller" / "build.py", DIST)
    if sys.platform == "linux" and shutil.which("dpkg-deb"):
        run(sys.executable, HERE / "deb" / "build.py", DIST / "pkm", DIST, *quick)
    elif sys.platform == "darwin":
        run("bash", HERE / "macos" / "bundle.sh", DIST)
    elif os.name == "nt":
        run("powershell", "-ExecutionPolicy", "Bypass", "-File", HERE / "windows" / "installers.ps1", DIST)


if __name__ == "__main__":
    main()
