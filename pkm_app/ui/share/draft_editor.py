"""The editor as Share uses it: it tells how many words leave, how many stay in and how much is quoted, takes whatever
the drawer holds, and previews an outlet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from pkm_app.base.errors import NotFound, Problem
from pkm_app.flow.measuring import Measured
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.share.measure import Measure
from pkm_app.ui.editor import Editor
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context

_BESIDE = 100  # pixels of the foot beside the sum


class DraftEditor(Editor):
    """``dropped`` carries the id of what was dropped on the text, ``turned`` whether the preview is shown; ``measured``
    fires when the words of the text were counted: ``found``, and of the eBook of which it is a chapter ``book``."""

    dropped = Signal(str)
    turned = Signal(bool)
    measured = Signal()

    def __init__(self, context: Context) -> None:
        self.audience = "public"
        self.found: Measured | None = None
        self.book: Measure | None = None
        super().__init__(context, "share")
        self.count.setMinimumWidth(1)  # a long sum makes no column wider
        self.settled.connect(self._look_at_book)

    def show_file(self, card: FileCard, loaded: Loaded, editable: bool = True) -> None:
        if loaded.path != self.keeper.path:
            self.found = self.book = None
        super().show_file(card, loaded, editable)

    def set_audience(self, audience: str) -> None:
        """Say for whom the text is: what stays in for them is counted by itself, here as in the check."""
        if audience != self.audience:
            self.audience = audience
            self.look_again()
            self._look_at_book()

    def look_again(self) -> None:
        """Count what leaves of the open text, off the main thread."""
        self._counting.stop()
        text, path, audience = self.pane.text(), self.keeper.path, self.audience
        measuring = self._context.services.share.measuring

        def measured(found: Measured) -> None:
            if (path, text, audience) == (self.keeper.path, self.pane.text(), self.audience):
                self.found = found
                self._show()

        if path:
            self._context.relay.call(lambda: measuring.measure(path, audience, text), measured, self._failed)

    def _look_at_book(self) -> None:
        """Count the whole book anew; that is as its files are, so it changes with what is saved."""
        path, audience = self.keeper.path, self.audience
        measuring = self._context.services.share.measuring

        def measured(book: Measure | None) -> None:
            if (path, audience) == (self.keeper.path, self.audience):
                self.book = book
                self._show()

        if path:
            self._context.relay.call(lambda: measuring.book(path, audience), measured, self._failed)

    def _show(self) -> None:
        if self.found is None:
            return
        self._say()
        self.measured.emit()

    def _say(self) -> None:
        """Say as much of the sum as there is room for; all of it where the mouse rests."""
        if self.found is None:
            return
        every = said_of(self.found, self.book)
        room, metrics = self.width() - _BESIDE, self.count.fontMetrics()
        fitting = (words for words in every if metrics.horizontalAdvance(words) <= room)
        self.count.setText(next(fitting, every[-1]))
        self.count.setToolTip(every[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _failed(self, problem: Problem) -> None:
        if not isinstance(problem, NotFound):  # it went meanwhile, by who shows it
            self._context.notices.problem(problem)

    def quote(self, highlight_id: str) -> None:
        self.dropped.emit(highlight_id)

    def make_preview(self) -> None:
        """Nothing: the preview is that of an outlet, and whoever made it has put it there."""

    def turn(self, on: bool) -> None:
        super().turn(on)
        self.turned.emit(on)


def said_of(found: Measured, book: Measure | None) -> list[str]:
    """Say how much leaves, how much of that is quoted, and what stays in; then the same with less and less of it."""
    whole = found.whole
    if found.private:
        return [tr("For you alone: %n word(s) stay in", whole.kept)]
    first = [tr("%n word(s)", whole.leaving), tr("{percent}% quoted", percent=round(100 * whole.share))]
    sources = [tr("%n source(s)", whole.sources)] if whole.sources else []
    kept = [tr("%n stay in", whole.kept)] if whole.kept else []
    books = [tr("book: %n word(s)", book.leaving)] if book is not None else []
    return [" · ".join(said) for said in (
        [*first, *sources, *kept, *books], [*first, *kept, *books], [*first, *books], first[:1] + books, first[:1])]
