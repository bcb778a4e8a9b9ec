"""One window a profile: a second start raises the first window and ends.

How to use it::

    single = SingleWindow(folder)          # the profile's data folder
    if not single.is_first():              # the other window was told, and comes to the front
        return 0
    single.raised.connect(shell.come_forward)
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 5000  # milliseconds to wait for a window that is just starting
_RAISE = b"raise\n"


class SingleWindow(QObject):
    """``raised`` fires in the first window when a second start was made."""

    raised = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        self._name = f"pkm-{digest}"
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # only a process that is gone leaves a stale lock, however old
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)

    def is_first(self) -> bool:
        """Return True and stay on duty, or tell the first window to come forward and return False."""
        while not self._lock.tryLock(0):
            if self._tell_first() or not self._lock.tryLock(200):
                return False
            break
        QLocalServer.removeServer(self._name)  # what a crashed window left
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Let another window be the first."""
        self._server.close()
        self._lock.unlock()

    def _tell_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(_RAISE)
        socket.flush()
        told = socket.waitForBytesWritten(_PATIENCE) or socket.bytesToWrite() == 0
        socket.disconnectFromServer()
        return told

    def _heard(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            self.raised.emit()
