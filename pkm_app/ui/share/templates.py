"""The templates a draft can start from, behind a button beside "New draft"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pkm_app.base.errors import Problem
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.widgets import Button

_TITLES = {
    "post": noop("Post"), "finds": noop("Friday's Finds"), "ebook": noop("Curated eBook"),
    "question": noop("Question to a community"), "wol": noop("Working out loud"), "case": noop("Case"),
}
Begin = Callable[[str, str], None]


class TemplateButton(Worded, Button):
    """Calls ``begin`` with the template a person chooses and the title its draft gets."""

    def __init__(self, context: Context, begin: Begin) -> None:
        super().__init__(context.look, "chevron-down", stage="share")
        self._context = context
        self._begin = begin
        self.say(self.setAccessibleName, "Start from a template")
        self.say(self.setToolTip, "Start from a template")
        self.clicked.connect(self._open)

    def menu_of_templates(self) -> QMenu:
        """Return the menu as it is now: a person's own templates come last."""
        menu = QMenu(self)
        try:
            names = self._context.services.share.drafting.templates()
        except Problem as problem:
            self._context.notices.problem(problem)
            names = tuple(_TITLES)
        for name in names:
            words = tr(_TITLES[name]) if name in _TITLES else name
            # finds are named by their day; the others take their template's name until they have one
            title = "" if name == "finds" else words
            action = QAction(words, menu)
            action.triggered.connect(lambda _on=False, chosen=name, titled=title: self._begin(chosen, titled))
            menu.addAction(action)
        return menu

    def _open(self) -> None:
        menu = self.menu_of_templates()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
