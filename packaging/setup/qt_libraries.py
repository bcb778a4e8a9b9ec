"""Find the system libraries that Qt misses, install them where that is allowed, else say which and how.

Exit 0 when all are there; 1 with the sentence to act on when they are not.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Debian 12 and Ubuntu 24.04 have the same names. libgl1 and libegl1 are what the Qt libraries load themselves,
# the libxcb ones are what its X11 plugin loads.
PACKAGES = [
    "libegl1", "libgl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libfreetype6", "libxkbcommon0",
    "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1",
    "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon-x11-0",
]


def qt_folder() -> Path:
    """Return the folder in which PySide6 keeps its Qt."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("PySide6 is not installed here: run packaging/setup/environment.sh first.")
    return Path(spec.submodule_search_locations[0]) / "Qt"


def missing_libraries() -> list[str]:
    """Return the names of the shared libraries that what we use of Qt cannot find."""
    qt = qt_folder()
    modules = ("Core", "Gui", "Widgets", "Svg", "Network", "DBus", "XcbQpa")
    ours = [qt / "lib" / f"libQt6{name}.so.6" for name in modules]
    ours += [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", "xcb")]
    listing = subprocess.run(["ldd", *[str(path) for path in ours if path.exists()]],
                             capture_output=True, text=True, check=False)
    return sorted({line.split()[0] for line in listing.stdout.splitlines() if "not found" in line})


def install() -> bool:
    """Install the packages where we are root on a system with apt; tell whether that went well."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print("Installing the system libraries that Qt needs ...", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, stdout=sys.stderr, check=False)
    command = ["apt-get", "install", "-o", "DPkg::Lock::Timeout=300", "-y", "-q", "--no-install-recommends", *PACKAGES]
    return subprocess.run(command, env=quiet, stdout=sys.stderr, check=False).returncode == 0


def main() -> int:
    """Check, mend if allowed, and say what is left to do."""
    if sys.platform != "linux":
        return 0
    missing = missing_libraries()
    if missing and install():
        missing = missing_libraries()
    if not missing:
        return 0
    print(f"Qt misses these system libraries: {', '.join(missing)}.", file=sys.stderr)
    print(f"On Debian or Ubuntu: sudo apt-get install {' '.join(PACKAGES)}", file=sys.stderr)
    print("Without them the command line works all the same: .venv/bin/pkm --help", file=sys.stderr)
    print("and `make test-core` tests all that needs no window.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
