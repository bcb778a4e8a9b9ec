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
_SPANS = {7: noop("Of the past week"), 14: noop("Of the past two weeks"), 31: noop("Of the past month"),
          92: noop("Of the past three months")}  # by days
Begin = Callable[[str, str, int], None]


class TemplateButton(Worded, Button):
    """Calls ``begin`` with the template a person chooses the title its draft gets, and how many
    days it looks back (only finds do)."""

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
            if name == "finds":
                menu.addMenu(self._spans(words, menu))
                continue
            action = QAction(words, menu)  # its draft is called so until it has a title
            action.triggered.connect(lambda _on=False, chosen=name, titled=words: self._begin(chosen, titled, 7))
            menu.addAction(action)
        return menu

    def _spans(self, words: str, menu: QMenu) -> QMenu:
        """Return the menu of what finds are of; what was kept before and is in no draft comes along in each."""
        spans = QMenu(words.replace("&", "&&"), menu)
        for days, said in _SPANS.items():
            spans.addAction(tr(said)).triggered.connect(lambda _on=False, back=days: self._begin("finds", "", back))
        return spans

    def _open(self) -> None:
        menu = self.menu_of_templates()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
