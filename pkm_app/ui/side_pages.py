"""The pages beside the rooms: each is made, and what it is made of is loaded, when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from pkm_app.ui.on_demand import OnDemand
from pkm_app.ui.room import Context

if TYPE_CHECKING:
    from pkm_app.ui.care.column import CarePage
    from pkm_app.ui.search_page import SearchPage
    from pkm_app.ui.settings_page import SettingsPage
    from pkm_app.ui.welcome import WelcomePage

CARE = ("checkup", "import")
P = TypeVar("P", bound=QWidget)


class SidePages:
    """Results, settings, first steps, check-up and taking in. ``left`` is called when the first steps are left."""

    def __init__(self, context: Context, stack: QStackedWidget, left: Callable[[], None]) -> None:
        self._context, self._stack, self._left = context, stack, left
        self.search = OnDemand(self._make_search)

    def _make_search(self) -> SearchPage:
        from pkm_app.ui.search_page import SearchPage

        return self._added(SearchPage(self._context))

    @cached_property
    def settings(self) -> SettingsPage:
        """The choices."""
        from pkm_app.ui.settings_page import SettingsPage

        return self._added(SettingsPage(self._context))

    @cached_property
    def welcome(self) -> WelcomePage:
        """The first steps."""
        from pkm_app.ui.welcome import WelcomePage

        page = self._added(WelcomePage(self._context))
        page.left.connect(self._left)
        return page

    @cached_property
    def checkup(self) -> CarePage:
        """What is wrong in the folder, with its mends."""
        from pkm_app.ui.care.checkup_page import CheckupPage

        return self._added(CheckupPage(self._context))

    @cached_property
    def importing(self) -> CarePage:
        """Taking in from elsewhere."""
        from pkm_app.ui.care.import_page import ImportPage

        return self._added(ImportPage(self._context))

    def care(self, name: str) -> CarePage:
        """Return the page of care of this name, one of CARE."""
        return self.checkup if name == "checkup" else self.importing

    def _added(self, page: P) -> P:
        self._stack.addWidget(page)
        return page
