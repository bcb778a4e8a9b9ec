"""What a person does with highlights in the open article: mark, colour, write on, widen, join, take away, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from pkm_app.flow.highlight_edits import Edited, overlapping
from pkm_app.flow.highlighting import PlacedHighlight
from pkm_app.seek.model import Article, ArticleBody
from pkm_app.sense.model import Highlight
from pkm_app.ui.edit_highlights import edit_highlights
from pkm_app.ui.i18n import tr
from pkm_app.ui.reading import Mark, ReadingPane
from pkm_app.ui.reading_boxes import cursor_over, selected_range
from pkm_app.ui.room import Context
from pkm_app.ui.seek.adding import add_highlight
from pkm_app.ui.seek.comments import Comments
from pkm_app.ui.selection_bar import SelectionBar
from pkm_app.ui.textmap import TextMap


class HighlightActs(QObject):
    """Belongs to one pane; ``show_text`` tells it which article stands there. ``outdated`` fires when what was shown
    of a former version has changed."""

    outdated = Signal()

    def __init__(self, context: Context, pane: ReadingPane, comments: Comments, bar: SelectionBar) -> None:
        super().__init__(pane)
        self._context, self._pane, self._comments, self._bar = context, pane, comments, bar
        self._article: Article | None = None
        self._body = ArticleBody("", "", "")
        self._map: TextMap | None = None
        self._former = False
        self._placed: Sequence[PlacedHighlight] = ()
        self._colour = context.services.settings.get("highlight.colour", "yellow")
        bar.meets = lambda: len(self._met())
        bar.colour.connect(self.colour)
        bar.note.connect(self.note)
        bar.copy.connect(self._copy)
        bar.remove.connect(self.remove)
        bar.join.connect(self.join)
        bar.reshape.connect(self.reshape)
        comments.written.connect(self._written)
        comments.removed.connect(self._remove)
        comments.shown.connect(self._shown)
        comments.grown.connect(pane.refoot)
        comments.busy.connect(self._writing)
        pane.mark_clicked.connect(bar.show_mark)
        context.relay.listen("highlights", self._look_again)

    def forget(self) -> None:
        """Nothing is shown any more."""
        self._article, self._map, self._placed, self._former = None, None, (), False
        self._bar.hide()

    def show_text(self, article: Article, body: ArticleBody, places: TextMap, former: bool = False) -> None:
        """Take note of the text that is shown from now on; in a ``former`` version nothing new is highlighted."""
        self._article, self._body, self._map, self._former = article, body, places, former

    def show(self, placed: Sequence[PlacedHighlight]) -> None:
        """Show these highlights in the text, with their cards."""
        self._placed = placed
        marks: list[Mark] = []
        for one in placed:
            where = self._map.to_document(one.start, one.end) if self._map and one.start >= 0 else None
            if where is not None:
                marks.append(Mark(one.highlight.highlight_id, *where, one.highlight.colour))
        self._pane.set_marks(marks)
        here = {mark.id for mark in marks}
        ordered = sorted(placed, key=lambda one: (one.start < 0, one.start))
        self._comments.show_all([(one.highlight, one.highlight.highlight_id not in here) for one in ordered])
        cards = self._comments.cards
        self._pane.inserts.show([(cards[mark.id], mark.start, mark.end) for mark in marks])
        self._pane.refoot()

    def show_again(self) -> None:
        """Show the same highlights in a text that was laid out anew."""
        self.show(self._placed)

    def colour(self, colour: str) -> None:
        """Give a colour: to the selection, or to the highlight that was pressed or has the cursor."""
        old = "" if self._pane.textCursor().hasSelection() else self._current()
        if not old:
            self.highlight(colour)
            return
        self._remember(colour)
        edits = self._context.services.reading.edits
        self._edit(partial(edits.recolour, old, colour), tr("Another colour."))

    def highlight(self, colour: str = "", then: Callable[[Highlight], None] | None = None) -> None:
        """Highlight what is selected, in the last colour or the one given."""
        place, article = self.selected_place(), self._article
        if self._is_former():
            return
        if place is None or article is None:
            self._context.notices.warn(tr("Select some words first: with the mouse, or with Shift and the arrow keys."))
            return
        colour = self._remember(colour or self._colour)
        add = partial(self._context.services.highlighting.add_at, article, *place, "", colour)
        self._add(article, add, then)
        self._deselect()

    def _add(self, article: Article, add: Callable[[], Highlight],
             then: Callable[[Highlight], None] | None = None) -> None:
        add_highlight(self._context, article, add, lambda made: self._made(article, made, then),
                      lambda again: self._add(article, again))

    def note(self) -> None:
        """Write about the selection, or about the highlight that was pressed, has the cursor, or was made last."""
        if self._pane.textCursor().hasSelection():
            self.highlight(then=lambda made: self.write_on(made.highlight_id))
            return
        found = self.chosen()
        if found:
            self._bar.hide()
            self.write_on(found)
        else:
            self._context.notices.warn(tr("Highlight something first; your words stand with it."))

    def write_on(self, highlight_id: str) -> None:
        """Put the cursor into the field of a highlight; the text stays where it is, both stay in sight."""
        card = self._comments.cards.get(highlight_id)
        if card is None:
            return
        mark = self._pane.mark(highlight_id)
        if mark is not None and not self._pane.boxes(mark.start, mark.end):
            self._pane.reveal(highlight_id)
        card.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def join(self) -> None:
        """Make one highlight of the selection and all it meets, or of the one with the cursor and its neighbours."""
        article, place = self._article, self.selected_place()
        if self._is_former():
            return
        met = self._met()
        if place is None and met:
            place = met[0].start, met[0].end
            met = overlapping(self._placed, *place, self._body.text)
        if article is None or place is None or not met:
            self._context.notices.warn(tr("Select words that touch a highlight, then join them."))
            return
        edits, names = self._context.services.reading.edits, [one.highlight.highlight_id for one in met]
        if len(names) > 1:
            self._edit(partial(edits.join, article, names, *place), tr("Joined into one highlight."))
        elif self._pane.textCursor().hasSelection():
            wide = min(place[0], met[0].start), max(place[1], met[0].end)
            self._edit(partial(edits.reshape, article, names[0], *wide), tr("Joined into one highlight."))
        else:
            self._context.notices.warn(tr("No other highlight touches this one."))

    def reshape(self) -> None:
        """Give the one highlight that the selection meets the selection's extent."""
        if self._is_former():
            return
        place, met, article = self.selected_place(), self._met(), self._article
        if place is None or article is None or len(met) != 1:
            self._context.notices.warn(tr("Select the words a highlight shall cover, some of its own among them."))
            return
        edits = self._context.services.reading.edits
        self._edit(partial(edits.reshape, article, met[0].highlight.highlight_id, *place), tr("Another extent."))

    def remove(self) -> None:
        """Take away the highlight that was pressed or has the cursor."""
        found = self._current()
        if not found:
            self._context.notices.warn(tr("Put the cursor into a highlight first, with the mouse or with “[” and “]”."))
            return
        self._remove(found)

    def step(self, by: int) -> None:
        """Go to the next or the previous highlight and offer what can be done to it."""
        marks = sorted(self._pane.marks, key=lambda mark: (mark.start, mark.end))
        at = next((n for n, mark in enumerate(marks) if mark.id == self._bar.mark), -1)
        if at < 0:
            here = self._pane.textCursor().position()
            at = sum(mark.start <= here for mark in marks) - (1 if by > 0 else 0)
        if not 0 <= at + by < len(marks):
            self._context.notices.warn(tr("There is no other highlight there."))
            return
        mark = marks[at + by]
        self._pane.reveal(mark.id)
        self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.show_mark(mark.id)

    def chosen(self) -> str:
        """Return the id of the highlight that was pressed, has the cursor, or was made last; "" for none."""
        return self._current() or next(reversed(self._comments.cards), "")

    def _is_former(self) -> bool:
        """Say so where a former version is shown: places in it are none of the article as it is now."""
        if self._former:
            self._context.notices.warn(tr("This is a former version. Highlight in the article as it is now."))
        return self._former

    def _current(self) -> str:
        return self._bar.mark or self._pane.mark_at(self._pane.textCursor().position())

    def _met(self) -> list[PlacedHighlight]:
        place = self.selected_place()
        if place is not None:
            return overlapping(self._placed, *place, self._body.text)
        return [one for one in self._placed if one.highlight.highlight_id == self._current() and one.start >= 0]

    def selected_place(self) -> tuple[int, int] | None:
        """Return what is selected, in characters of the canonical text; None for nothing."""
        cursor = self._pane.textCursor()
        if not cursor.hasSelection() or self._map is None:
            return None
        return self._map.to_canonical(*selected_range(cursor))

    def _deselect(self) -> None:
        cursor = QTextCursor(self._pane.textCursor())
        cursor.setPosition(cursor.selectionEnd())
        scroll = self._pane.verticalScrollBar().value()
        self._pane.setTextCursor(cursor)
        self._pane.verticalScrollBar().setValue(scroll)  # words that end below the view must not pull it down
        self._bar.hide()

    def _remember(self, colour: str) -> str:
        self._colour = colour
        self._context.services.settings.put("highlight.colour", colour)
        return colour

    def _edit(self, edit: Callable[[], Edited], words: str) -> None:
        self._deselect()
        edit_highlights(self._context, edit, words)

    def _made(self, article: Article, made: Highlight, then: Callable[[Highlight], None] | None) -> None:
        relay = self._context.relay

        def show(placed: Sequence[PlacedHighlight]) -> None:
            self._again(article, placed)
            relay.tell("sources", made.source_path)
            if then is not None:
                then(made)

        relay.call(lambda: self._context.services.highlighting.of_article(article), show)

    def _look_again(self, ids: tuple[str, ...]) -> None:
        article = self._article
        if self._former:
            self.outdated.emit()
        elif article is not None:
            highlighting = self._context.services.highlighting
            self._context.relay.call(
                lambda: highlighting.of_article(article), lambda placed: self._again(article, placed))

    def _again(self, article: Article, placed: Sequence[PlacedHighlight]) -> None:
        if self._article is not None and article.article_id == self._article.article_id:
            self.show(placed)

    def _written(self, highlight_id: str, words: str) -> None:
        card, sense = self._comments.cards.get(highlight_id), self._context.services.sense

        def saved(highlight: Highlight) -> None:
            if card is not None:
                card.saved(words)
            self._context.relay.tell("highlights", highlight_id)

        self._context.relay.in_turn(lambda: sense.set_comment(highlight_id, words), saved,
                                    self._context.notices.problem)

    def _remove(self, highlight_id: str) -> None:
        self._edit(partial(self._context.services.reading.edits.remove, highlight_id), tr("Highlight removed."))

    def _shown(self, highlight_id: str) -> None:
        mark = self._pane.mark(highlight_id)
        in_sight, scroll = mark and self._pane.boxes(mark.start, mark.end), self._pane.verticalScrollBar().value()
        self._pane.reveal(highlight_id)
        if in_sight:
            self._pane.verticalScrollBar().setValue(scroll)
        self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _writing(self, highlight_id: str) -> None:
        self._pane.inserts.lift(self._comments.cards.get(highlight_id))

    def _copy(self) -> None:
        mark = self._pane.mark(self._bar.mark)
        cursor = cursor_over(self._pane.document(), mark.start, mark.end) if mark else self._pane.textCursor()
        QGuiApplication.clipboard().setText(cursor.selection().toPlainText())
        self._bar.hide()
        self._context.notices.say(tr("Copied."))
