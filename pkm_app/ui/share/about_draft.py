"""What a draft says of itself, in one window: language, tags, categories, compilers, an excerpt, a picture for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from pkm_app.base.errors import Problem
from pkm_app.share.about import About, Line
from pkm_app.ui.choice import Choice
from pkm_app.ui.dates import LANGUAGE_NAMES
from pkm_app.ui.dialogs import Dialog, choose_file_to_read
from pkm_app.ui.i18n import noop, problem_text, tr
from pkm_app.ui.room import Context
from pkm_app.ui.short_field import ShortField
from pkm_app.ui.widgets import Button, Label, name
from pkm_app.ui.wrong import Wrong

_PICTURES = {"*.png *.jpg *.jpeg *.gif *.webp": noop("Pictures")}
_EXCERPT = 62  # pixels: two lines


class AboutDraft(Dialog):
    """``kept`` is called with the lines of front matter that change."""

    def __init__(self, context: Context, path: str, about: About, parent: QWidget,
                 kept: Callable[[Mapping[str, Line]], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About this draft"))
        self._context, self._path, self._kept = context, path, kept
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        self.language = self._make_language(about.language)
        self.tags = self._line(tr("Tags"), ", ".join(about.tags), tr("With commas between"))
        self.compilers = self._line(tr("Compilers"), ", ".join(about.compilers),
                                    tr("Who made this, with commas between"))
        self._say(tr("Blogs like WordPress get these as well:"))
        self.categories = self._line(tr("Categories"), ", ".join(about.categories), tr("With commas between"))
        self.excerpt = QPlainTextEdit(about.excerpt)
        self.excerpt.setTabChangesFocus(True)
        self.excerpt.setFixedHeight(_EXCERPT)
        self.excerpt.setProperty("stage", "share")
        self.excerpt.setPlaceholderText(tr("What this is about, in a sentence"))
        self._row(tr("Excerpt"), self.excerpt)
        self.featured = ShortField(about.featured)
        self.featured.setPlaceholderText(tr("The name of a picture in your PKM folder"))
        self._row(tr("Picture"), self._with_button(self.featured), self.featured)
        self.words = self._line(tr("Its words"), about.words, tr("What is on it, and whose it is"))
        for field in (self.language, self.tags, self.compilers, self.categories, self.featured, self.words):
            field.setProperty("stage", "share")
        self.wrong = Wrong(context.look)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(14)
        box.addLayout(self._grid)
        box.addWidget(self.wrong)
        box.addLayout(self._make_acts())
        self.resize(min(540, parent.window().width() - 40), self.sizeHint().height())
        self.language.setFocus()

    def about(self) -> About:
        """Return what stands in the fields."""
        return About(str(self.language.currentData()), _several(self.tags), _several(self.categories),
                     _several(self.compilers), self.excerpt.toPlainText(), self.featured.text(), self.words.text())

    def keep(self) -> None:
        """Keep what stands in the fields; what cannot be is said, and the window stays."""
        wanted, describing, path = self.about(), self._context.services.share.describing, self._path
        self._keep.setEnabled(False)
        self._context.relay.call(lambda: describing.changes(path, wanted), self._changed, self._failed)

    def choose_picture(self) -> None:
        """Take a picture of this machine into the PKM folder."""
        file = choose_file_to_read(self, tr("Choose a picture"), _PICTURES)
        pictures = self._context.services.writing.pictures
        if file:
            self._context.relay.call(lambda: pictures.put_file(file), self.featured.setText, self._failed)

    def _changed(self, lines: Mapping[str, Line]) -> None:
        self._kept(lines)
        self.accept()

    def _failed(self, problem: Problem) -> None:
        self._keep.setEnabled(True)
        self.wrong.tell(problem_text(problem))
        self.stay_in_sight()

    def _make_language(self, code: str) -> Choice:
        choice = Choice(self._context.look)
        choice.addItem(tr("The one it is written in"), "")
        for known, words in LANGUAGE_NAMES.items():
            choice.addItem(tr(words), known)
        if code and code not in LANGUAGE_NAMES:
            choice.addItem(code, code)
        choice.setCurrentIndex(choice.findData(code))
        self._row(tr("Language"), choice)
        return choice

    def _line(self, words: str, text: str, hint: str) -> QLineEdit:
        field = ShortField(text)
        field.setPlaceholderText(hint)
        field.setCursorPosition(0)
        self._row(words, field)
        return field

    def _row(self, words: str, widget: QWidget, named: QWidget | None = None) -> None:
        label = Label(self._context.look, "ink2", 13).hug()
        label.setText(words)
        label.setBuddy(named or widget)
        (named or widget).setAccessibleName(words)
        at = self._grid.rowCount()
        self._grid.addWidget(label, at, 0)
        self._grid.addWidget(widget, at, 1)

    def _say(self, words: str) -> None:
        told = Label(self._context.look, "ink2", 12, wrap=True)
        told.setText(words)
        told.setContentsMargins(0, 8, 0, 0)
        self._grid.addWidget(told, self._grid.rowCount(), 0, 1, 2)

    def _with_button(self, field: QLineEdit) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        choose = Button(self._context.look, "image", stage="share")
        name(choose, tr("Choose a picture"))
        choose.clicked.connect(self.choose_picture)
        row.addWidget(field, 1)
        row.addWidget(choose)
        return holder

    def _make_acts(self) -> QHBoxLayout:
        self._keep = Button(self._context.look, "check", "filled", "share")
        self._keep.setText(tr("Keep"))
        self._keep.clicked.connect(self.keep)
        never = Button(self._context.look, "", "outlined")
        never.setText(tr("Cancel"))
        never.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(never)
        row.addWidget(self._keep)
        return row


def _several(field: QLineEdit) -> tuple[str, ...]:
    return tuple(one.strip() for one in field.text().split(",") if one.strip())
