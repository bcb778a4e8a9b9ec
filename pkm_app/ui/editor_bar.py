"""The toolbar above the writing pane, for those who know no Markdown: the usual acts, and more in a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu

from pkm_app.base.errors import Problem
from pkm_app.ui import staying_in
from pkm_app.ui import writing_acts as acts
from pkm_app.ui import writing_marks as marks
from pkm_app.ui.i18n import Worded, noop, tr
from pkm_app.ui.room import Context
from pkm_app.ui.saving import State
from pkm_app.ui.theme import Stage
from pkm_app.ui.widgets import Button, Icon, Label, Panel, name
from pkm_app.ui.writing import WritingPane

_TOOLS = (("bold", noop("Bold"), "bold"), ("italic", noop("Italic"), "italic"), ("link", noop("Link"), "link"),
          ("text-quote", noop("Quotation"), "quote"), ("list", noop("List"), "bullets"))
_STATES: dict[State, tuple[str, str, str]] = {
    "saved": (noop("Saved"), "check", "ink2"), "writing": (noop("Writing…"), "pen-line", "ink2"),
    "failed": (noop("Not saved"), "triangle-alert", "error"),
}
_MORE: tuple[tuple[str, Callable[[WritingPane], object]], ...] = (
    (noop("Heading"), acts.heading), (noop("Numbered list"), acts.number_lines), (noop("Task with a box"), acts.tick),
    (noop("Further in"), lambda pane: acts.indent(pane, True)),
    (noop("Further out"), lambda pane: acts.indent(pane, False)),
    (noop("Code"), marks.code), (noop("Struck through"), lambda pane: marks.around(pane, "~~", "~~")),
    (noop("Table"), acts.table),
)
_FEW = 2  # tools that are always there
_GIVE = 6  # pixels by which gaps can be narrower
_NARROW = 560  # pixels below which the words beside the icons go


class EditorBar(Worded, Panel):
    """``previewed`` fires when the preview is switched, ``picture_wanted`` when a picture shall be chosen;
    ``row`` takes more at its right end."""

    previewed = Signal(bool)
    picture_wanted = Signal()

    def __init__(self, context: Context, pane: WritingPane, stage: Stage) -> None:
        super().__init__(context.look, "surface", "b")
        self._context, self._pane = context, pane
        self.more_acts: list[tuple[str, Callable[[], object]]] = []  # at the end of the menu
        self._editable = True
        self.setFixedHeight(48)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 0, 12, 1)
        self.row.setSpacing(2)
        self._tools: list[Button] = []
        for icon, words, method in _TOOLS:
            tool = Button(context.look, icon, stage=stage)
            self.say(partial(name, tool), words)
            tool.clicked.connect(getattr(pane, method))
            self._tools.append(tool)
            self.row.addWidget(tool)
        self._more = Button(context.look, "ellipsis", stage=stage)
        self.say(partial(name, self._more), "More")
        self._more.clicked.connect(self._show_more)
        self.row.addWidget(self._more)
        self.row.addStretch(1)
        self._state_icon = Icon(context.look, "check", "ink2", 15)
        self._state = Label(context.look, "ink2", 12).hug()
        self.preview = Button(context.look, "eye", stage=stage)
        self.preview.setCheckable(True)
        self.say(partial(name, self.preview), "Preview")
        self.preview.clicked.connect(self.previewed)
        self.row.addWidget(self._state_icon)
        self.row.addSpacing(4)
        self.row.addWidget(self._state)
        self.row.addSpacing(4)
        self.row.addWidget(self.preview)

    def show_state(self, state: State) -> None:
        """Say how saving goes."""
        words, icon, role = _STATES[state]
        self._state_icon.show_icon(icon, role)
        self._state.set_role(role)
        self.say(self._state.setText, words)

    def set_editable(self, on: bool) -> None:
        """Say whether the text may be changed at all."""
        self._editable = on
        self.set_writing(not self.preview.isChecked())

    def set_writing(self, on: bool) -> None:
        """Let the tools be used, or not while the preview is shown."""
        for tool in self._tools:
            tool.setEnabled(on and self._editable)
        self.preview.setChecked(not on)

    def event(self, event: QEvent) -> bool:
        """Where there is no room for all tools, the last ones stand in the menu."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            room = self.minimumSizeHint().width() - _GIVE <= self.width()
            for tool in self._tools[_FEW:]:
                tool.setVisible(room)
        return done

    def minimumSizeHint(self) -> QSize:
        """Ask for room for all tools, also while some stand in the menu."""
        away = [tool.sizeHint().width() for tool in self._tools if tool.isHidden()]
        return self.row.minimumSize() + QSize(sum(away) + len(away) * self.row.spacing(), 0)

    def fit(self, width: int) -> None:
        """Show what there is room for."""
        self._state.setVisible(width >= _NARROW)

    def menu(self) -> QMenu:
        """Return the menu of all other acts."""
        menu = QMenu(self)
        if self._tools[0].isEnabled():
            for (_icon, words, method), tool in zip(_TOOLS, self._tools, strict=True):
                if tool.isHidden():
                    self._add(menu, words, getattr(self._pane, method))
            for words, act in _MORE:
                self._add(menu, words, partial(act, self._pane))
            self._add(menu, noop("Picture…"), self.picture_wanted.emit)
            for words, kind in staying_in.KINDS:
                self._add(menu, words, partial(self.keep_in, kind))
            menu.addSeparator()
        for words, also in self.more_acts:
            self._add(menu, words, also)
        return menu

    def keep_in(self, kind: staying_in.Kind) -> None:
        """Let the paragraphs of the selection leave to the team only, or to nobody, or as all else again."""
        if not staying_in.keep_in(self._pane, kind):
            self._context.notices.problem(Problem(staying_in.CANNOT))

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        action = QAction(tr(words), menu)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)

    def _show_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
