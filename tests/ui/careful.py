"""What a careful person would say of a screen: controls without a name, words cut off, words that are hard to read,
words that were not translated. Each returns sentences; nothing to say is an empty list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)

from pkm_app.ui.widgets import Button
from tests.ui.walk import Screen

_ROLE = QAccessible.Role
ACTS = {_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.EditableText, _ROLE.ComboBox, _ROLE.List, _ROLE.Tree,
        _ROLE.Table, _ROLE.Link, _ROLE.MenuItem, _ROLE.SpinBox, _ROLE.Slider, _ROLE.Dialog, _ROLE.Window}
ROWS = {_ROLE.ListItem, _ROLE.TreeItem, _ROLE.Cell}
_NO_ROLE = {_ROLE.NoRole, _ROLE.Client, _ROLE.Pane}
_MOST_ROWS = 25


def nameless(screen: Screen) -> list[str]:
    """Controls and rows without a name, or without a role that says what they are."""
    found: list[str] = []
    for window in screen.windows():
        for one in _accessible(QAccessible.queryAccessibleInterface(window)):
            role, name = one.role(), one.text(QAccessible.Text.Name).strip()
            state = one.state()
            if state.invisible or (not state.focusable and role not in ACTS and role not in ROWS):
                continue
            if not name and _is_seen(one):
                found.append(f"{screen.name}: {role.name} without a name: {_what(one)}")
            widget = one.object()
            if isinstance(widget, QWidget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and role in _NO_ROLE and (
                    shown(widget)):
                found.append(f"{screen.name}: focusable, yet without a role: {_what(one)}")
            if "<" in one.text(QAccessible.Text.Description):
                found.append(f"{screen.name}: its description has marks in it: {_what(one)}")
            if role in ROWS and ("object at 0x" in name or "\n" in name):
                found.append(f"{screen.name}: no sentence: {name!r}")
            if isinstance(widget, QAbstractButton) and widget.isCheckable() and (
                    not state.checkable or bool(state.checked) != widget.isChecked()):
                found.append(f"{screen.name}: does not tell its state: {_what(one)}")
    return found


def unreachable(screen: Screen, by_command: Iterable[str] = ()) -> list[str]:
    """Controls that Tab does not lead to. ``by_command`` names kinds of widgets whose acts all have commands."""
    found = []
    for window in screen.windows():
        for widget in (window, *window.findChildren(QWidget)):
            if not shown(widget) or not widget.isEnabled() or _within(widget, by_command):
                continue
            acts = isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractItemView | QTextEdit)
            if acts and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(
                    widget.parent(), QLineEdit | QComboBox):
                found.append(f"{screen.name}: not reached with Tab: {type(widget).__name__} {_words(widget)!r} "
                             f"in {type(widget.parent()).__name__}")
    return found


class Vocabulary(frozenset[str]):
    """The program's own words in one language. ``patterns`` are those with places for values."""

    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Make one of all texts, templates among them."""
        given = set(texts)
        made = cls(text.replace("%n", "1") for text in given if text and "{" not in text)
        places = [text for text in given if "{" in text and len(re.sub(r"\{\w*\}|\W", "", text)) > 7]
        made.patterns = tuple(re.compile(re.sub(r"\\\{\w*\\\}", ".*", re.escape(text))) for text in places)
        return made


def cut_off(screen: Screen, known: Vocabulary) -> list[str]:
    """The program's own words where they do not fit; ``known`` are all of them in the language shown."""
    found = []
    for window in screen.windows():
        for widget in window.findChildren(QWidget):
            if shown(widget):
                found += [f"{screen.name}: {line}" for line in _cut(widget, known)]
    for one in screen.painted:
        if one.text.endswith("…") and one.text not in known:
            whole = [text for text in known if text.startswith(one.text[:-1]) and len(text) >= len(one.text)]
            if len(one.text) > 4 and whole:
                found.append(f"{screen.name}: painted {one.text!r} of {whole[0]!r}")
    return found


def overlapping(screen: Screen) -> list[str]:
    """Widgets of one layout that lie over one another, or stick out of their parent."""
    found = []
    for window in screen.windows():
        for layout in window.findChildren(QLayout):
            parent = layout.parentWidget()
            boxes = [(one, one.geometry()) for one in (parent.children() if parent is not None else ())
                     if isinstance(one, QWidget) and layout.indexOf(one) >= 0 and shown(one)]
            for at, (one, box) in enumerate(boxes):
                for other, there in boxes[at + 1:]:
                    shared = box.intersected(there)
                    if shared.width() > 2 and shared.height() > 2 and layout.metaObject().className() != (
                            "QStackedLayout"):
                        found.append(f"{screen.name}: {type(one).__name__} {_words(one)!r} lies over "
                                     f"{type(other).__name__} {_words(other)!r}")
    return found


def texts_of(screen: Screen, over: bool = True) -> Iterator[tuple[str, str]]:
    """Yield every text that is seen or spoken, with where it stands; not ``over``: only what the window itself says."""
    for one in screen.painted:
        if over or one.window in (None, screen.shell):
            yield one.text, f"painted on {one.paper}"
    for window in screen.windows() if over else [screen.shell]:
        yield window.windowTitle(), "title"
        for widget in window.findChildren(QWidget):
            if shown(widget) and (over or widget.window() is window):
                kind = type(widget).__name__
                yield from ((text, kind) for text in (_words(widget), widget.accessibleName(), widget.toolTip(),
                                                      widget.accessibleDescription()) if text)
                if isinstance(widget, QLineEdit):
                    yield widget.placeholderText(), kind


def locale_words() -> set[str]:
    """Names of months and days as dates have them."""
    locale, long, short = QLocale(), QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    names = {locale.monthName(at, form) for at in range(1, 13) for form in (long, short)}
    names |= {locale.dayName(at, form) for at in range(1, 8) for form in (long, short)}
    return {name.strip(".").casefold() for name in names}


def _accessible(top: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if top is None or not top.isValid() or top.state().invisible:
        return
    yield top
    rows = top.role() in (_ROLE.List, _ROLE.Tree, _ROLE.Table)
    for at in range(min(top.childCount(), _MOST_ROWS if rows else 500)):
        yield from _accessible(top.child(at))


def _is_seen(one: QAccessibleInterface) -> bool:
    widget = one.object()
    return not isinstance(widget, QWidget) or shown(widget)


def _what(one: QAccessibleInterface) -> str:
    widget = one.object()
    parent = widget.parent() if widget is not None else None
    return f"{type(widget).__name__} in {type(parent).__name__}"


def shown(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _within(widget: QWidget, kinds: Iterable[str]) -> bool:
    above: QWidget | None = widget
    while above is not None:
        if type(above).__name__ in kinds:
            return True
        above = above.parentWidget()
    return False


def _words(widget: QWidget) -> str:
    if isinstance(widget, Button):
        return widget.shown_text()
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _cut(widget: QWidget, known: Vocabulary) -> Iterator[str]:
    words, metrics = _words(widget), widget.fontMetrics()
    kind = type(widget).__name__
    own = words.split(" · ")[0] in known or any(
        re.fullmatch(form, words) for form in known.patterns)  # what a person or a stranger named may be shortened
    if isinstance(widget, Button) and own and widget.width() + 1 < widget.sizeHint().width():
        yield f"{kind} {words!r} is {widget.width()} wide and needs {widget.sizeHint().width()}"
    elif isinstance(widget, QAbstractButton) and own and not isinstance(widget, Button) and not (
            isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
            ) and metrics.horizontalAdvance(words) > widget.width():
        yield f"{kind} {words!r} is {widget.width()} wide and needs {metrics.horizontalAdvance(words)}"
    elif isinstance(widget, QLabel) and words:
        room = widget.contentsRect()
        if widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 2:
                yield f"{kind} {words[:60]!r} is {widget.height()} high, needs {widget.heightForWidth(widget.width())}"
        elif own and words not in widget.toolTip() and metrics.horizontalAdvance(words) > room.width() + 1:
            yield f"{kind} {words!r} is {room.width()} wide and needs {metrics.horizontalAdvance(words)}"
    elif isinstance(widget, QLineEdit) and not widget.text():
        room, hint = widget.contentsRect().width() - 18, widget.placeholderText()
        if metrics.horizontalAdvance(hint) > room:
            yield f"{kind} hint {hint!r} is {room} wide and needs {metrics.horizontalAdvance(hint)}"
