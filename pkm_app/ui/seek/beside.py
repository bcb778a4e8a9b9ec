"""Writing beside reading: the shared editor next to the article, on a note about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pkm_app.base.errors import NotFound, Problem
from pkm_app.seek.model import Article
from pkm_app.sense.model import FileCard, Loaded
from pkm_app.ui.about_article import note_about
from pkm_app.ui.editor import Editor
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.room import Context
from pkm_app.ui.seek.article_view import ArticleView
from pkm_app.ui.widgets import Button, Label, Panel, name

_KEY = "reading.notes"
_MOST = 300  # articles whose note is remembered
_ROOM_FOR_ALL = 1180  # pixels of list, article and note together, below which the list makes way


class Beside(Worded, Panel):
    """Hidden until it is asked for. ``others`` are what makes way where there is no room for all."""

    def __init__(self, context: Context, view: ArticleView, others: QWidget) -> None:
        super().__init__(context.look, "surface", "l")
        self._context, self._view, self._others = context, view, others
        self._quote_later = ""
        self.editor = Editor(context, "sense")
        self.say(self.editor.pane.setAccessibleName, "Text of the note")
        self.say(self.editor.pane.setPlaceholderText, "In your own words…")
        self.editor.followed.connect(self._follow)
        self.editor.pane.left.connect(lambda: view.pane.setFocus(Qt.FocusReason.ShortcutFocusReason))
        head = Panel(context.look, "paper", "lb")
        head.setFixedHeight(44)
        self._title = Label(context.look, "ink", 13, 600)
        away, close = Button(context.look, "external-link"), Button(context.look, "x")
        self.say(partial(name, away), "Open in Sense")
        self.say(partial(name, close), "Close")
        away.clicked.connect(self._go_to_sense)
        close.clicked.connect(self.close_pane)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 6, 1)
        row.addWidget(self._title, 1)
        row.addWidget(away)
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self.editor, 1)
        self.setMinimumWidth(300)
        self.hide()

    def watch(self, page: QWidget) -> None:
        """Make room by the width of this widget, in which all of it stands."""
        page.installEventFilter(self)

    def toggle(self) -> None:
        """Open the note about the article that is read, or go on writing in it; from the note itself, close it."""
        article = self._view.article
        if self.isVisible() and (article is None or self.editor.keeper.path == self._remembered(article)[1]):
            self.close_pane()
        elif article is not None:
            self._open_for(article, self.editor.pane.setFocus)

    def quote(self) -> None:
        """Put the highlight with the cursor, or the last one, into the note, with its credit."""
        article, highlight = self._view.article, self._view.acts.chosen()
        if article is None or not highlight:
            self._context.notices.warn(tr("Highlight something first; then it can be quoted in your note."))
        elif self.isVisible():
            self.editor.quote(highlight)
        else:
            self._open_for(article, lambda: None, highlight)

    def close_pane(self) -> None:
        """Save, and give the room back."""
        self.editor.keeper.rest()
        self.hide()
        self._make_way()
        self._view.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rest(self) -> None:
        """Save what is unsaved."""
        self.editor.keeper.rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._make_way()
        return super().eventFilter(watched, event)

    def _make_way(self) -> None:
        page = self.parentWidget()
        narrow = page is not None and page.width() < _ROOM_FOR_ALL
        self._others.setVisible(not (narrow and self.isVisible()))

    def _open_for(self, article: Article, then: Callable[[], object], quoted: str = "") -> None:
        sense, highlighting = self._context.services.sense, self._context.services.highlighting
        reopening = self._context.services.taking.reopening
        known, _ = self._remembered(article)

        def find() -> tuple[FileCard, Loaded]:
            card = None
            if known:
                try:
                    card = sense.find(known)
                except NotFound:  # it was deleted meanwhile: then another, or a new one
                    card = None
            card = card or reopening.note_about(article)
            if card is None:
                quotes = [quoted] if quoted else [
                    one.highlight.highlight_id for one in highlighting.of_article(article) if not known]
                note = note_about(article)
                note_id, _ = sense.new_note(replace(note, body="") if quotes else note, quotes)
                card = sense.find(note_id)
            elif quoted:
                self._quote_later = quoted
            return card, sense.load(card.path)

        self._quote_later = ""
        self._context.relay.call(find, lambda found: self._show(article, *found, then), self._failed)

    def _show(self, article: Article, card: FileCard, loaded: Loaded, then: Callable[[], object]) -> None:
        self.editor.keeper.rest()
        self._remember(article, card)
        self._title.setText(card.title)
        self.editor.show_file(card, loaded)
        self.show()
        self._make_way()
        self.editor.pane.go_to_end()
        if self._quote_later:
            self.editor.quote(self._quote_later)
        self._context.relay.tell("notes", card.path)
        then()

    def _failed(self, problem: Problem) -> None:
        self._context.notices.problem(problem)

    def _follow(self, target: str) -> None:
        self._context.notices.warn(tr("Open the note in Sense to follow its links."))

    def _go_to_sense(self) -> None:
        path = self.editor.keeper.path
        self.close_pane()
        if path:
            self._context.go("note", path)

    def _remembered(self, article: Article) -> tuple[str, str]:
        """The id and the path of the note about an article, "" where there is none."""
        kept = self._notes().get(article.article_id, ["", ""])
        return (str(kept[0]), str(kept[1])) if isinstance(kept, list) and len(kept) == 2 else ("", "")

    def _remember(self, article: Article, card: FileCard) -> None:
        notes = self._notes()
        notes.pop(article.article_id, None)
        notes[article.article_id] = [card.file_id or card.path, card.path]
        self._context.services.settings.put(_KEY, json.dumps(dict(list(notes.items())[-_MOST:])))

    def _notes(self) -> dict[str, object]:
        try:
            kept = json.loads(self._context.services.settings.get(_KEY) or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}
