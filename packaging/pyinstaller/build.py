"""Build the program's folder: ``python packaging/pyinstaller/build.py [FOLDER]`` leaves FOLDER/pkm; says its size.

FOLDER is ``dist`` unless it is named. Fails when the folder is larger than an installed program may be.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT_MB = 250


def size_mb(folder: Path) -> float:
    """Return what the files of a folder take, in MB (10**6 bytes)."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir()) / 1e6


def build(folder: Path) -> Path:
    """Build, and return the program's folder."""
    subprocess.run([sys.executable, ROOT / "packaging" / "icon" / "draw.py", ROOT / "build" / "icon"], check=True)
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", folder,
         "--workpath", ROOT / "build" / "pyinstaller", ROOT / "packaging" / "pyinstaller" / "pkm.spec"],
        check=True, cwd=ROOT, env=environment)
    return folder / "pkm"


def main() -> None:
    """Build, say the size, fail when it is too large."""
    made = build(Path(sys.argv[1] if len(sys.argv) > 1 else "dist").absolute())
    size = size_mb(made)
    print(f"{made}: {size:.0f} MB")
    if size > LIMIT_MB:
        sys.exit(f"The program takes more than {LIMIT_MB} MB.")


if __name__ == "__main__":
    main()
