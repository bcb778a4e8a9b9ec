"""The middle column: which list this is, the articles, and what is said where there are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from pkm_app.ui.empty import EmptyState
from pkm_app.ui.i18n import Worded, tr
from pkm_app.ui.little_room import EmptyArea
from pkm_app.ui.look import Look
from pkm_app.ui.seek.article_rows import ArticleList
from pkm_app.ui.seek.filter_bar import FilterBar
from pkm_app.ui.seek.side_rows import SideRow
from pkm_app.ui.short_field import ShortField
from pkm_app.ui.widgets import Button, Label, Panel, name


class ListPanel(Worded, Panel):
    """``empty.act`` is the one act of an empty place, ``act`` the name of its command; ``lists`` gets the focus when
    the articles that have it go."""

    def __init__(self, look: Look, now: Callable[[], datetime], lists: QWidget) -> None:
        super().__init__(look, "paper")
        self._elsewhere = lists
        self.list = ArticleList(look, now)
        self.empty, self.act = EmptyState(look, "inbox", "seek"), ""
        self._title = Label(look, "ink", 13, 600)
        self.setMinimumWidth(260)
        self.say(self.list.setAccessibleName, "Articles")
        head, body = Panel(look, "paper", "b"), QWidget()
        head.setFixedHeight(44)
        row = QHBoxLayout(head)
        row.setContentsMargins(15, 0, 8, 1)
        row.addWidget(self._title, 1)
        self.narrow, self.all_read = Button(look, "list-filter"), Button(look, "check-check")
        self.narrow.setCheckable(True)
        self.say(lambda words: name(self.narrow, words), "Narrow this list")
        self.say(lambda words: name(self.all_read, words), "Mark as read: what is on the screen, or all")
        self.road, self.book = Button(look, "luggage"), Button(look, "file-down")
        self.say(lambda words: name(self.road, words), "Prepare for the road")
        self.say(lambda words: name(self.book, words), "Save Later as a book for a reader")
        for button in (self.road, self.book, self.narrow):
            row.addWidget(button)
        row.addWidget(self.all_read)
        self.filter, self.why = FilterBar(look), ShortField()
        self.filter.hide()
        self.say(self.why.setPlaceholderText, "Why do you follow them?")
        self.say(self.why.setAccessibleName, "Why I follow")
        self._why_box = Panel(look, "paper", "b")
        beside = QHBoxLayout(self._why_box)
        beside.setContentsMargins(12, 6, 12, 7)
        beside.addWidget(self.why)
        self._why_box.hide()
        self._lists = QStackedLayout(body)
        self._lists.addWidget(self.list)
        self._no_rows = EmptyArea(self.empty)
        self._lists.addWidget(self._no_rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self.filter)
        box.addWidget(self._why_box)
        box.addWidget(body, 1)

    def title(self) -> str:
        """Return which list this is, in words."""
        return self._title.text()

    def first(self) -> QWidget | None:
        """Return what the keys are for here: the articles, or the act of an empty place; None where it has none."""
        if self._lists.currentWidget() is self.list:
            return self.list
        return None if self.empty.act.isHidden() else self.empty.act

    def show_why(self, why: str | None) -> None:
        """Show why the person follows the source whose list this is; None for any other list."""
        self._why_box.setVisible(why is not None)
        if why is not None and not self.why.hasFocus():
            self.why.setText(why)
            self.why.setCursorPosition(0)  # a long reason shows its beginning

    def show_found(self) -> None:
        """Say whether anything was found."""
        if not self._turn():
            self.empty.show_icon("inbox")
            self.empty.set_words(tr("Nothing here fits that. Other words, or fewer, find more."))
            self.empty.act.setText("")

    def _turn(self) -> bool:
        """Show the articles, or the empty place where there are none; return whether there are."""
        found, held = bool(self.list.rows.rows), self.list.hasFocus()
        self._lists.setCurrentWidget(self.list if found else self._no_rows)
        if held and not found:
            self._elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def show_row(self, row: SideRow | None, following: bool) -> None:
        """Say which list this is; ``following`` is whether the person follows anybody."""
        self._title.setText(row.text if row else "")
        for button in (self.road, self.book):
            button.setVisible(row is not None and row.id == "later")
        self._turn()
        act = self.act = ""
        failed = row is not None and bool(row.reason)
        self.empty.show_icon(*("triangle-alert", "warning") if failed else ("inbox", "ink3"))
        if row is not None and row.id == "kept":
            words = tr("What you keep is found again here. Press S on an article worth keeping.")
        elif row is not None and row.id == "later":
            words = tr("What you want to read at another moment waits here. Press L on an article.")
        elif row is not None and row.kind == "captured":
            words = tr("What you capture stands here: pages, files, books, talks, conversations. Press Ctrl+Shift+N.")
        elif row is not None and row.reason:
            words, act, self.act = row.reason, tr("Feed health"), "seek.health"
        elif not following:
            words, act = tr("Here stands what the people you follow write."), tr("Find people to follow")
            self.act = "seek.discover"
        else:
            words = tr("All read. New articles appear here after the next refresh.")
        self.empty.set_words(words)
        self.empty.act.setText(act)
