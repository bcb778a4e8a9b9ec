"""Peers from Debian's packages, installed when they are missing and that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def get(*programs: str, packages: tuple[str, ...] = ()) -> None:
    """Have these programs on the path; ``packages`` are their packages where those are called otherwise.

    Ends the process with a sentence when one is missing and cannot be installed.
    """
    if all(map(shutil.which, programs)):
        return
    wanted = packages or programs
    if os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False, stdout=sys.stderr)
        subprocess.run(["apt-get", "install", "-o", "DPkg::Lock::Timeout=300", "-y", "-q", "--no-install-recommends",
                        *wanted], check=False, stdout=sys.stderr)
    if not all(map(shutil.which, programs)):
        sys.exit(f"Something is missing. On Debian or Ubuntu: sudo apt-get install {' '.join(wanted)}")
