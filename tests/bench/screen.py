"""A display of its own (Xvfb), and from outside: when a window of a process is shown, and when the process rests.

A program is usable when its window is there and its main thread has nothing left to do: until then it would not hear a
key. Both are seen without help of the program, so that different programs are measured alike.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.memory import tree

LONGEST = 180.0
_LOOK = 0.01  # seconds between two looks
_REST = 0.3  # so long must a main thread do nothing
_TICKS = 1  # of a hundredth of a second: what it may do meanwhile, a cursor that blinks
_SHOWN = 2  # IsViewable
_LEAST = 300  # pixels: smaller ones are no main windows


class _Attributes(ctypes.Structure):
    _fields_ = (
        ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
        ("border", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong),
        ("kind", ctypes.c_int), ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int), ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong), ("installed", ctypes.c_int),
        ("map_state", ctypes.c_int), ("all_masks", ctypes.c_long), ("own_mask", ctypes.c_long),
        ("not_propagated", ctypes.c_long), ("override", ctypes.c_int), ("screen", ctypes.c_void_p),
    )


class Screen:
    """One X display, looked at through libX11; no window manager runs on it, so main windows lie on the root."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x: Any = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_void_p] * 4]
        self._x.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p]
        self._x.XSetInputFocus.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_ulong]
        self._x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._x.XFree.argtypes = [ctypes.c_void_p]
        self._ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, error: 0)
        self._x.XSetErrorHandler(self._ignore)  # a window may be gone between two questions
        self._display = self._x.XOpenDisplay(name.encode())
        if not self._display:
            raise RuntimeError(f"the display {name} cannot be opened")

    def has_main_window(self) -> bool:
        """Say whether a window of some size is shown."""
        return bool(self._main_windows())

    def focus(self) -> None:
        """Let the main window have the keys, as a window manager would."""
        for window in self._main_windows()[-1:]:
            self._x.XSetInputFocus(self._display, window, 2, 0)
            self._x.XSync(self._display, 0)

    def _main_windows(self) -> list[int]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self._x.XQueryTree(self._display, self._x.XDefaultRootWindow(self._display), ctypes.byref(root),
                           ctypes.byref(parent), ctypes.byref(children), ctypes.byref(count))
        windows = [children[place] for place in range(count.value)]
        if children:
            self._x.XFree(children)
        return [window for window in windows if self._is_main(window)]

    def _is_main(self, window: int) -> bool:
        found = _Attributes()
        return bool(self._x.XGetWindowAttributes(self._display, window, ctypes.byref(found))
                    and found.map_state == _SHOWN and found.width >= _LEAST and found.height >= _LEAST)


@contextmanager
def screen() -> Iterator[Screen]:
    """Start an X server without a screen; end it again."""
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder, "display")
        with said.open("w") as file:
            server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                                      stdout=file, stderr=subprocess.DEVNULL)
        try:
            wait(lambda: said.read_text().endswith("\n"))
            yield Screen(f":{said.read_text().strip()}")
        finally:
            server.terminate()
            server.wait()


def wait(until: Any, every: float = _LOOK) -> None:
    """Wait until something is so. Raises TimeoutError."""
    pause, end = threading.Event(), time.monotonic() + LONGEST
    while not until():
        if time.monotonic() > end:
            raise TimeoutError("what was waited for never came")
        pause.wait(every)


def usable(process: subprocess.Popen[Any], began: float, on: Screen, program: str) -> float:
    """Wait until a program's window is shown and its main thread rests; return the seconds since ``began``.

    ``program`` is the name of its process, which may be a child of ``process``. Raises RuntimeError when it ended.
    """
    def shown() -> bool:
        if process.poll() is not None:
            raise RuntimeError(f"{program} ended with {process.returncode}")
        return on.has_main_window()

    wait(shown)
    main = next(pid for pid in tree(process.pid) if program in Path(f"/proc/{pid}/comm").read_text())
    spent, since, pause = _ticks(main), time.monotonic(), threading.Event()
    end = since + LONGEST
    while time.monotonic() - since < _REST:
        if time.monotonic() > end:
            raise TimeoutError(f"{program} never rested")
        pause.wait(_LOOK)
        now = _ticks(main)
        if now - spent > _TICKS:
            spent, since = now, time.monotonic()
    return since - began


def _ticks(pid: int) -> int:
    """Return the hundredths of seconds that the main thread of a process has worked."""
    fields = Path(f"/proc/{pid}/task/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 100 // os.sysconf("SC_CLK_TCK")
