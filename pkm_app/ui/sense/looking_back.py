"""What asks for a person's own words: highlights that wait, and notes to look back at, in the rhythm that was set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget

from pkm_app.content.wikilinks import has_own_words
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.ui.room import Context
from pkm_app.ui.sense.left import SenseList
from pkm_app.ui.sense.review_page import ReviewPage
from pkm_app.ui.sense.waiting_page import WaitingPage


class LookingBack:
    """Adds its two pages to the middle of Sense, and offers them below the list. ``rest`` saves what is open and says
    whether it could; ``go`` opens a path."""

    def __init__(self, context: Context, middle: QStackedWidget, left: SenseList, rest: Callable[[], bool],
                 go: Callable[[str], None]) -> None:
        self._context, self._middle, self._left, self._rest = context, middle, left, rest
        self._placed: Mapping[str, PlacedHighlight] = {}
        self.waiting, self.review = WaitingPage(context), ReviewPage(context)
        for page in (self.waiting, self.review):
            middle.addWidget(page)
            page.left.connect(left.list.setFocus)
        self.review.opened.connect(go)
        self.review.looked.connect(self._looked)
        left.waiting_wanted.connect(self.show_waiting)
        left.review_wanted.connect(self.show_review)

    def entered(self) -> None:
        """Offer to look back, if it is time and there is something."""
        review, last = self._context.services.writing.review, self._context.services.settings.get("review.last")
        self._context.relay.call(lambda: review.is_time(last) and bool(review.listing(1)),
                                 self._left.show_time_to_look_back, self._context.notices.problem)

    def show_placed(self, placed: Sequence[PlacedHighlight]) -> None:
        """Take in the highlights of the moment."""
        self._placed = {one.highlight.highlight_id: one for one in placed}
        self._left.show_waiting(sum(not has_own_words(one.highlight.comment) for one in placed))
        if self._middle.currentWidget() is self.waiting:
            self.waiting.show_waiting(placed)

    def show_waiting(self) -> None:
        """Show what waits for one's own words, all of it, each with its line."""
        if self._rest():
            self.waiting.show_waiting(list(self._placed.values()))
            self._middle.setCurrentWidget(self.waiting)
            self.waiting.begin()

    def show_review(self) -> None:
        """Show the notes that ask to be looked at again."""
        if self._rest():
            self.review.load()
            self._middle.setCurrentWidget(self.review)
            self.review.setFocus()

    def _looked(self) -> None:
        services = self._context.services
        services.settings.put("review.last", services.now().date().isoformat())
        self._left.show_time_to_look_back(False)
