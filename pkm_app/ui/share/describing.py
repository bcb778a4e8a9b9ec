"""Changing what a draft says of itself from the window, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from pkm_app.base.errors import Problem
from pkm_app.share.about import About, Line
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.share.about_draft import AboutDraft
from pkm_app.ui.share.draft_page import DraftPage


class DescribingDesk:
    """Opens the window about a draft and writes what was kept there, with the words of the text if it is open."""

    def __init__(self, context: Context, draft: DraftPage) -> None:
        self._context, self._draft = context, draft
        draft.about.clicked.connect(self.open)

    def open(self) -> None:
        """Show what the open draft says of itself, to be changed."""
        keeper = self._draft.keeper
        if self._draft.card is None or not keeper.rest():
            return
        describing, path = self._context.services.share.describing, keeper.path

        def show(about: About) -> None:
            if keeper.path == path:
                dialog = AboutDraft(self._context, path, about, self._draft, lambda lines: self._keep(path, lines))
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                dialog.open()

        self._context.relay.call(lambda: describing.about(path), show, self._context.notices.problem)

    def _keep(self, path: str, lines: Mapping[str, Line]) -> None:
        if not lines:
            return
        try:
            file = self._context.services.sense.load(path).file
        except Problem as problem:
            self._context.notices.problem(problem)
            return
        before: dict[str, Line] = {key: _line(file.front.get(key)) for key in lines}
        self._write(path, lines)
        self._context.notices.say(tr("What the draft says of itself was changed."), lambda: self._write(path, before),
                                  lambda: self._again(path, lines, before))

    def _again(self, path: str, lines: Mapping[str, Line], before: Mapping[str, Line]) -> None:
        self._write(path, lines)
        self._context.notices.keep("", lambda: self._write(path, before), lambda: self._again(path, lines, before))

    def _write(self, path: str, lines: Mapping[str, Line]) -> None:
        """Write lines: of the open draft with what is typed in it, so that neither meets the other."""
        keeper, notices = self._draft.keeper, self._context.notices
        if keeper.path == path:
            for key, value in lines.items():
                keeper.set_field(key, value)
            keeper.rest()
            self._draft.described()
            return
        describing = self._context.services.share.describing
        self._context.relay.call(lambda: describing.write(path, lines),
                                 lambda _saved: self._context.relay.tell("drafts", path), notices.problem)


def _line(value: object) -> Line:
    """Return a value of front matter as it can be written back."""
    if isinstance(value, list):
        return [str(one) for one in value]
    return value if isinstance(value, str | bool) or value is None else str(value)
