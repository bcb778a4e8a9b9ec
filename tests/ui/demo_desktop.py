"""A desktop that shows notifications, as most do: it keeps what it was told."""

from __future__ import annotations


class DemoDesktop:
    """``told`` are the notifications that stand there; a new one takes the place of the one before."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def works(self) -> bool:
        return True

    def tell(self, title: str, words: str) -> bool:
        self.told = [words]
        return True

    def take_back(self) -> None:
        self.told = []
