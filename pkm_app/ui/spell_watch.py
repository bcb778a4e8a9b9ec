"""The spell check of one writing pane: wavy lines, suggestions in its menu, own words. Typing never waits for it.

How to use it: ``watch = SpellWatch(context, pane)``; ``watch.set_language("nl")`` for each text that is shown, ""
for none. What is typed is looked up after a short pause, in a process of its own; the word of the caret is left alone.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from pkm_app.base.errors import Problem
from pkm_app.content.proofing import prose_words
from pkm_app.ui.i18n import tr
from pkm_app.ui.room import Context
from pkm_app.ui.writing import WritingPane

_PAUSE = 600  # milliseconds without a key
_LARGE = 2000  # characters in one change after which the whole text is looked through, on another thread


class SpellWatch(QObject):
    """Watches one pane."""

    def __init__(self, context: Context, pane: WritingPane) -> None:
        super().__init__(pane)
        self._context, self._pane = context, pane
        self._language = ""
        self._round = 0  # answers to what was asked about an earlier text are not for this one
        self._asked: set[str] = set()
        self._wrong: frozenset[str] = frozenset()
        self._own: frozenset[str] = frozenset()
        self._first, self._last, self._all = -1, -1, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)
        self._document = pane.document()  # while a text comes in, the pane shows none
        self._document.contentsChange.connect(self._changed)
        pane.cursorPositionChanged.connect(self._moved)
        pane.installEventFilter(self)
        pane.viewport().installEventFilter(self)

    def set_language(self, language: str) -> None:
        """Look the text up in this language from now on; in none for ""."""
        self._round += 1
        self._language = language if self._context.services.settings.get("spelling", "on") == "on" else ""
        self._asked, self._wrong, self._all = set(), frozenset(), True
        self._pane.show_wrong(self._wrong)
        if self._language:
            self._context.relay.call(self._context.services.writing.own_words.load, self._own_came)
            self._timer.start()
        else:
            self._timer.stop()

    def wrong(self) -> frozenset[str]:
        """Return the words that have a wavy line."""
        return self._wrong

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            cursor = self._pane.textCursor() if by_key else self._pane.cursorForPosition(
                self._pane.viewport().mapFromGlobal(event.globalPos()))
            place = self._pane.viewport().mapToGlobal(self._pane.cursorRect().bottomLeft()) if by_key \
                else event.globalPos()
            return self._ask(cursor, place)
        return False

    def word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return the word with a wavy line in which a place is, selected; None where there is none."""
        block, text = cursor.block(), cursor.block().text()
        for start, end, word in prose_words(text):
            first, last = _units(text[:start]), _units(text[:end])
            if word in self._wrong and first <= cursor.positionInBlock() <= last:
                found = QTextCursor(block)
                found.setPosition(block.position() + first)
                found.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
                return found
        return None

    def add_actions(self, menu: QMenu, word: QTextCursor, suggestions: tuple[str, ...]) -> None:
        """Put what can be done about a word at the top of a menu."""
        first = menu.actions()[0] if menu.actions() else None
        acts: list[QAction] = []
        for suggestion in suggestions:
            act = QAction(suggestion, menu)
            act.triggered.connect(partial(self._replace, QTextCursor(word), suggestion))
            acts.append(act)
        if not suggestions:
            none = QAction(tr("Nothing like it in the dictionary"), menu)
            none.setEnabled(False)
            acts.append(none)
        add = QAction(tr("Add to my dictionary"), menu)
        add.triggered.connect(partial(self._learn, word.selectedText()))
        acts.append(add)
        menu.insertActions(first, acts)  # type: ignore[arg-type]  # None means: at the end
        if first is not None:
            menu.insertSeparator(first)

    def _ask(self, cursor: QTextCursor, place: QPoint) -> bool:
        found = self.word_at(cursor)
        if found is None or self._pane.isReadOnly():
            return False
        writing, word, language = self._context.services.writing, found.selectedText(), self._language

        def show(suggestions: object) -> None:
            menu = self._pane.createStandardContextMenu()
            self.add_actions(menu, found, tuple(suggestions) if isinstance(suggestions, (list, tuple)) else ())
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

        self._context.relay.call(lambda: writing.spelling.suggest(word, language), show, lambda _: show(()))
        return True

    def _replace(self, word: QTextCursor, suggestion: str, _checked: bool = False) -> None:
        word.insertText(suggestion)
        self._pane.setFocus()

    def _learn(self, word: str, _checked: bool = False) -> None:
        own = self._context.services.writing.own_words

        def learned(_: None) -> None:
            self._own |= {word}
            self._show(self._wrong - {word})

        self._context.relay.call(lambda: own.add(word), learned, self._context.notices.problem)

    def _own_came(self, words: frozenset[str]) -> None:
        self._own = words
        self._show(self._wrong)

    def _changed(self, position: int, removed: int, added: int) -> None:
        if not self._language:
            return
        if added > _LARGE:
            self._all = True
        else:
            document = self._document
            first = document.findBlock(position).blockNumber()
            last = document.findBlock(position + added).blockNumber()
            self._first = first if self._first < 0 else min(self._first, first)
            self._last = max(self._last, last, first)
        self._timer.start()

    def _moved(self) -> None:
        if self._language and self._first < 0:
            block = self._pane.textCursor().blockNumber()
            self._first = self._last = block
            self._timer.start()

    def _look(self) -> None:
        """Look up the words that nobody asked for yet."""
        if not self._language:
            return
        whole, self._all = self._all, False
        lines = [] if whole else self._lines()
        text = self._pane.text() if whole else "\n".join(lines)
        self._first = self._last = -1
        cursor = self._pane.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        left_alone = cursor.selectedText() if self._pane.hasFocus() else ""
        asked, language, number = self._asked, self._language, self._round
        spelling = self._context.services.writing.spelling

        def look() -> tuple[frozenset[str], frozenset[str]]:
            words = _words(text) - asked - {left_alone}
            return frozenset(words), spelling.wrong(sorted(words), language)

        def came(found: tuple[frozenset[str], frozenset[str]]) -> None:
            if number == self._round:
                self._asked |= found[0]
                self._show(self._wrong | found[1])

        self._context.relay.call(look, came, self._no_dictionary)

    def _no_dictionary(self, problem: Problem) -> None:
        self._language = ""  # said once; writing goes on without it
        self._context.notices.problem(problem)

    def _lines(self) -> list[str]:
        block = self._pane.document().findBlockByNumber(self._first)
        found = []
        while block.isValid() and block.blockNumber() <= self._last:
            if block.userState() != 1:
                found.append(block.text())
            block = block.next()
        return found

    def _show(self, words: frozenset[str]) -> None:
        self._wrong = frozenset(word for word in words if word not in self._own and word.lower() not in self._own)
        self._pane.show_wrong(self._wrong)


def _words(text: str) -> set[str]:
    """Return the words of a text outside its code fences, each once."""
    found: set[str] = set()
    code = False
    for line in text.split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            code = not code
        elif not code:
            found.update(word for _, _, word in prose_words(line))
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
