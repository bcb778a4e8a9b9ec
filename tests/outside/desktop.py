"""A desktop of its own for a test: display, session bus, accessibility bus and window manager, all from Debian.

    with desktop(tmp_path) as desk:
        process = desk.start([sys.executable, "-m", "pkm_app"], {...})
        desk.picture(Path("01.png"))

Everything lives in the folder that is given; nothing of the person's own desktop is touched, and a program that runs
here finds no other bus, keyring or settings.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from PIL import Image

PACKAGES = ("xvfb", "dbus-daemon", "at-spi2-core", "python3-pyatspi", "matchbox-window-manager")
PROGRAMS = ("Xvfb", "dbus-daemon", "matchbox-window-manager")
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's pyatspi is made for
SIZE = (1280, 800)
PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Desktop:
    """A desktop that runs."""

    folder: Path
    display: str
    environment: Mapping[str, str]

    def start(self, command: Sequence[str], environment: Mapping[str, str], log: str) -> subprocess.Popen[bytes]:
        """Start a program here; what it says goes to a file of this name."""
        with (self.folder / log).open("ab") as file:
            return subprocess.Popen(command, env={**self.environment, **environment}, stdin=subprocess.DEVNULL,
                                    stdout=file, stderr=subprocess.STDOUT)

    def picture(self, file: Path) -> None:
        """Write what stands on the display as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        read_screen((self.folder / "screen" / "Xvfb_screen0").read_bytes()).save(file)


@contextmanager
def desktop(folder: Path, size: tuple[int, int] = SIZE) -> Iterator[Desktop]:
    """Start a desktop in an empty folder with a short path; end all of it again."""
    running: list[subprocess.Popen[bytes]] = []
    (folder / "screen").mkdir(parents=True)
    (folder / "home").mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    environment = {**kept, "HOME": str(folder / "home"), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(folder),
                   "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_SCALE_FACTOR": "1",
                   "QT_FONT_DPI": "96", "TZ": "Europe/Amsterdam"}

    def launch(name: str, *command: str, said: bool = False) -> str:
        log = folder / f"{name}.log"
        with log.open("wb") as errors, (folder / f"{name}.said").open("wb") as words:
            running.append(subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=words,
                                            stderr=errors))
        if said:
            wait(lambda: (folder / f"{name}.said").read_text().endswith("\n"), f"{name}: {log.read_text()}")
        return (folder / f"{name}.said").read_text().strip()

    try:
        number = launch("display", "Xvfb", "-displayfd", "1", "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten",
                        "tcp", "-noreset", "-nocursor", "-fbdir", str(folder / "screen"), said=True)
        environment["DISPLAY"] = f":{number}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = launch(
            "bus", "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address", said=True)
        launch("manager", "matchbox-window-manager", "-use_titlebar", "no")
        yield Desktop(folder, f":{number}", environment)
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(timeout=20)


def missing() -> str:
    """Have all packages here, installing them where that is allowed; return why they cannot be had, "" if they can."""
    if _is_complete():
        return ""
    wanted = " ".join(PACKAGES)
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return f"something of {wanted} is missing, and only root on a system with apt can install it"
    return install(PACKAGES, _is_complete)


def install(packages: Sequence[str], complete: Callable[[], bool]) -> str:
    """Install packages of Debian unless all is here already; return why they cannot be had, "" if they can."""
    if complete():
        return ""
    command = ["apt-get", "install", "-o", "DPkg::Lock::Timeout=600", "-y", "-q", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    said = ""
    for update in (False, True):
        if update:
            subprocess.run(["apt-get", "update", "-q"], check=False, capture_output=True)
        said = subprocess.run(command, check=False, capture_output=True, text=True, env=quiet).stderr
        if complete():
            return ""
    return f"{' '.join(packages)} cannot be installed here: {said.strip()[-300:]}"


def wait(until: Callable[[], Any], what: str, seconds: float = PATIENCE, every: float = 0.02) -> Any:
    """Wait for something that is true and return it. Raises TimeoutError with ``what``."""
    pause, end = Event(), time.monotonic() + seconds
    while not (found := until()):
        if time.monotonic() > end:
            raise TimeoutError(what)
        pause.wait(every)
    return found


def read_screen(data: bytes) -> Image.Image:
    """Read what Xvfb keeps of its screen, in the form of xwd: a head in big-endian words, colours, then rows."""
    head = struct.unpack(">25I", data[:100])
    size, width, height, bits, stride, colors = head[0], head[4], head[5], head[11], head[12], head[19]
    if bits != 32:
        raise ValueError(f"a screen of {bits} bits a pixel is not known here")
    start = size + colors * 12
    return Image.frombytes("RGB", (width, height), data[start:start + stride * height], "raw", "BGRX", stride)


def _is_complete() -> bool:
    if not all(map(shutil.which, PROGRAMS)) or not Path(SYSTEM_PYTHON).exists():
        return False
    known = Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists()
    return known and subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False,
                                    env={"PATH": "/usr/bin:/bin"}).returncode == 0
