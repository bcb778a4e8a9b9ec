"""What the window needs for the first steps, for another folder, and for the sample library."""

from __future__ import annotations

from typing import Protocol


class Beginning(Protocol):
    """app.beginning. After a choice that asks for it the window closes, and is opened again in the other folder."""

    @property
    def folder(self) -> str:
        """Quick. The PKM folder that is open."""

    @property
    def sample(self) -> bool:
        """Quick. Whether that is the sample library."""

    def is_first(self) -> bool:
        """Whether nobody has begun here."""

    def state(self) -> str:
        """Quick. "" for nothing seen yet, "later" for first steps put off, "yes" for done."""

    def put_off(self) -> None:
        """Remember that the first steps were left, to be taken up again."""

    def check(self, folder: str) -> bool:
        """Whether a folder holds notes already. Raises Refused, StorageProblem for one that cannot be used."""

    def choose(self, folder: str, then: str = "") -> bool:
        """Keep a folder as the person's own; whether the window must open it anew, and goes to ``then`` (as
        Context.go knows it) when it does. Raises as ``check``."""

    def take_then(self) -> str:
        """Where to go first in the window that was opened anew, "" for nowhere in particular; asked once."""

    def reopen(self, then: str) -> None:
        """Let the window of this folder be opened anew, in the size that is kept now, and go to ``then``."""

    def try_sample(self, language: str) -> None:
        """Lay the sample library out, if need be, and let the window open it. Not quick."""

    def leave_sample(self) -> None:
        """Let the window go back to the person's own folder."""
