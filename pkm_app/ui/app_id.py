"""The name by which desktops know the program: of its windows, its menu entry and its shortcuts."""

from __future__ import annotations

import sys
from typing import Any

APP_ID = "org.pkm_workbench.PKM"


def name_process(shell: Any = None) -> None:
    """Tell Windows, before the first window, that this process is the program of its shortcuts: else its windows have a
    button of their own in the task bar beside the one that is pinned. Elsewhere nothing happens.

    ``shell`` takes the place of shell32 in tests. A Windows that refuses shows two buttons, which harms nothing.
    """
    if sys.platform != "win32":
        return
    if shell is None:
        import ctypes

        shell = ctypes.WinDLL("shell32")  # type: ignore[attr-defined,unused-ignore]
    shell.SetCurrentProcessExplicitAppUserModelID(APP_ID)
