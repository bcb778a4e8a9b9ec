"""A page that is built when one first goes there: what nobody looks at takes no time at the start, and no memory.

How to use it: a room has ``self.page = OnDemand(self._build)``, whose ``_build`` imports the page too. The acts of its
commands are ``self.page.act(lambda page: page.step(1))``; when they can be done is ``self.page.ask(lambda page:
page.has_article())``, which a page that was never seen denies.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

Page = TypeVar("Page", bound=QWidget, covariant=True)
Said = TypeVar("Said")


class OnDemand(Generic[Page]):
    """Called, it returns the page. ``place`` puts it where it will be seen, before anything is asked of it."""

    def __init__(self, build: Callable[[], Page]) -> None:
        self._build = build
        self._page: Page | None = None
        self.place: Callable[[QWidget], object] = lambda page: None

    def __call__(self) -> Page:
        """Return the page, built and put in its place the first time."""
        if self._page is None:
            self._page = self._build()
            self.place(self._page)
        return self._page

    def act(self, do: Callable[[Page], object]) -> Callable[[], object]:
        """Return an act that does something with the page."""
        return lambda: do(self())

    def ask(self, whether: Callable[[Page], bool]) -> Callable[[], bool]:
        """Return a question to the page. While it is not built the answer is no."""
        return lambda: self.of(whether, False)

    def of(self, what: Callable[[Page], Said], otherwise: Said) -> Said:
        """Return what the page says, or the other where it is not built."""
        return otherwise if self._page is None else what(self._page)
