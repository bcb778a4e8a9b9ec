"""The program without a console, for Windows and macOS: opens the window, and says in a box why where it cannot."""

import io
import sys

from pkm_app.__main__ import main


def _tell(words: str) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "PKM", 0x10)  # MB_ICONERROR
    elif sys.platform == "darwin":
        import subprocess

        quoted = words.replace("\\", "\\\\").replace('"', '\\"')
        subprocess.run(["osascript", "-e", f'display alert "PKM" message "{quoted}" as critical'], check=False)


def _helper() -> bool:
    """Say whether this is a process that PKM started for its own work: such a one speaks to its parent only."""
    return "--multiprocessing-fork" in sys.argv or any("multiprocessing.resource_tracker" in word for word in sys.argv)


def _open() -> None:
    heard = None
    if not _helper() and (sys.stderr is None or not sys.stderr.isatty()):
        heard = sys.stderr = io.StringIO()
        sys.stdout = sys.stdout or io.StringIO()
    try:
        main()
    except SystemExit as end:
        if heard is not None and end.code not in (None, 0):
            _tell(heard.getvalue().strip() or "PKM could not be opened.")
        raise


if __name__ == "__main__":
    _open()
