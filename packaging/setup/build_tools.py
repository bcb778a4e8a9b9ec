"""Find what building packages needs of the system, install it where that is allowed, else say what is missing and how.

Exit 0 when all is there; 1 with the sentence to act on when it is not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path


def missing() -> list[str]:
    """Return the packages (names of Debian and Ubuntu) that are missing."""
    wanted = {"objdump": "binutils", "strip": "binutils", "ldd": "libc-bin", "dpkg-deb": "dpkg"}
    packages = {package for program, package in wanted.items() if shutil.which(program) is None}
    if not _has_library():
        packages.add(f"libpython3.{sys.version_info.minor}")
    return sorted(packages)


def _has_library() -> bool:
    """Say whether Python's own code is there as a shared library: the frozen program takes it along."""
    name = str(sysconfig.get_config_var("INSTSONAME") or "")
    folders = [sysconfig.get_config_var("LIBDIR"), *Path("/usr/lib").glob("*-linux-gnu")]
    return name.endswith(".a") or any((Path(str(folder)) / name).exists() for folder in folders)


def main() -> int:
    """Check, install where root may, and say what is left to do."""
    if sys.platform != "linux":
        return 0
    packages = missing()
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, stdout=sys.stderr, check=False)
        subprocess.run(["apt-get", "install", "-o", "DPkg::Lock::Timeout=300", "-y", "-q", "--no-install-recommends",
                        *packages], env=quiet, stdout=sys.stderr, check=False)
        packages = missing()
    if not packages:
        return 0
    print(f"Building packages needs: {', '.join(packages)}.", file=sys.stderr)
    print(f"On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
