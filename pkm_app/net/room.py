"""How many bytes of answers may be about at once: on their way, being read, or waiting for whoever takes them."""

from __future__ import annotations

import threading

ROOM = 48 * 1024 * 1024
STEP = 1024 * 1024  # what each exchange may have from the beginning, and by which it asks for more


class NoRoom(Exception):  # noqa: N818  nothing went wrong: there are too many bytes about for the moment
    """An answer turned out larger than there is room for now; it has to be asked for once more."""


class Room:
    """So many bytes, shared by claims. One that is alone may have as many as it wants, so that nothing waits for ever.

    All is guarded by ``changed``, which is notified when something was given back that somebody missed.
    """

    def __init__(self, changed: threading.Condition, size: int = ROOM) -> None:
        self._changed = changed
        self._size = size
        self._held = 0
        self._missed = False

    def fits(self, more: int, mine: int = 0) -> bool:
        """Say whether so many bytes more can be had by one that holds ``mine`` already."""
        with self._changed:
            fits = self._held == mine or self._held + more <= self._size
            self._missed = self._missed or not fits
            return fits

    def claim(self, size: int) -> Claim:
        """Take so many bytes, whether they fit or not."""
        claim = Claim(self)
        claim.settle(size)
        return claim

    def change(self, by: int) -> None:
        """Count so many bytes more, or fewer."""
        with self._changed:
            self._held += by
            if by < 0 and self._missed:
                self._missed = False
                self._changed.notify_all()

    def grow(self, mine: int, more: int) -> None:
        """Give so many bytes more to one that holds ``mine``. Raises NoRoom."""
        with self._changed:
            if not self.fits(more, mine):
                raise NoRoom
            self.change(more)


class Claim:
    """What one answer holds of a room. Used by one thread at a time."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.size = 0

    def hold(self, size: int) -> None:
        """See to it that so many bytes are claimed. Raises NoRoom."""
        if size > self.size:
            more = size + STEP - self.size
            self._room.grow(self.size, more)
            self.size += more

    def settle(self, size: int) -> None:
        """Hold so many bytes from now on, whether they fit or not: they are there."""
        if size != self.size:
            self._room.change(size - self.size)
            self.size = size
