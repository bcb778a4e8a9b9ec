"""Words in Dutch and English, switched live.

How to use it: every text is English in the code and goes through :func:`tr` when it is shown::

    tr("Add source")                       tr("Follow {name}", name=title)
    tr("%n article(s)", count=3)           # plural forms live in resources/i18n/*.ts, English ones too
    {"dark": noop("Dark")}                 # marked here, shown through tr(table[key]) later
    problem_text(problem)                  # a base.errors.Problem in the person's language

A widget that keeps texts mixes in :class:`Worded` (first base) and says them once::

    self.say(self.title.setText, "Inbox")  # said again by itself when the language changes

``python -m tests.ui.words`` adds new texts to ``resources/i18n/nl.ts`` and compiles the ``.qm`` files; a test
fails while a text has no Dutch. Dates and numbers: ``pkm_app.ui.dates``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from pkm_app.base.errors import Problem
from pkm_app.base.events import Failed
from pkm_app.base.resources import resources_folder

CONTEXT = "pkm"
_PARTED = 1000  # from here on numbers have thousands to part
LANGUAGES = {"en": "English", "nl": "Nederlands"}


def tr(text: str, /, count: int = -1, **values: object) -> str:
    """Return a text in the language of the window, its ``{names}`` filled in.

    ``count`` chooses the plural form and stands where the text has ``%n``, its thousands parted as the language does.
    """
    found = QCoreApplication.translate(CONTEXT, text, "", count)
    if count >= _PARTED:
        found = re.sub(rf"(?<!\d){count}(?!\d)", figures(count), found, count=1)
    return found.format(**values) if values else found


def figures(value: int) -> str:
    """Return a number as the language of the window writes it."""
    return QLocale().toString(value)


def noop(text: str) -> str:
    """Return a text as it is, marked for translation: for tables of texts that are shown through tr() later."""
    return text


def problem_text(problem: Problem | Failed) -> str:
    """Return what went wrong as one sentence in the language of the window."""
    values = {name: problem_text(value) if isinstance(value, Problem) else value
              for name, value in problem.values.items()}
    return tr(problem.template).format(**values)


class Language(QObject):
    """The language of the window; ``changed`` fires after every text has been said anew."""

    changed = Signal()

    def __init__(self, application: QCoreApplication, code: str = "", folder: Path | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._folder = folder or resources_folder() / "i18n"
        self._ours, self._of_qt, self._lacking = QTranslator(self), QTranslator(self), QTranslator(self)
        self.code = ""
        self.set(code or QLocale.system().name()[:2])

    @property
    def locale(self) -> QLocale:
        """How dates and numbers are written."""
        country = QLocale.Country.Netherlands if self.code == "nl" else QLocale.Country.UnitedKingdom
        return QLocale(QLocale.Language.Dutch if self.code == "nl" else QLocale.Language.English, country)

    def set(self, code: str) -> None:
        """Switch to ``nl`` or ``en`` (any other code means English), live."""
        code = code if code in LANGUAGES else "en"
        if code == self.code:
            return
        self.code = code
        QLocale.setDefault(self.locale)
        self.stop()
        path = self._folder / f"{code}.qm"
        if not self._ours.load(str(path)):
            raise FileNotFoundError(f"{path.name} is missing or unreadable")
        self._put_words_of_qt(code)
        self._application.installTranslator(self._ours)  # sends LanguageChange to every widget
        self.changed.emit()

    def stop(self) -> None:
        """Take the translation out of the application again: its window is gone."""
        for translator in (self._ours, self._of_qt, self._lacking):
            self._application.removeTranslator(translator)

    def _put_words_of_qt(self, code: str) -> None:
        """Say Qt's own words, as in menus of fields and its dialog for files, which are English where it has none.

        Not every system that brings its own Qt has the file with them; ``qt_*.qm`` of ours has what that file lacks.
        """
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if code != "en" and self._of_qt.load(f"qtbase_{code}", folder):
            self._application.installTranslator(self._of_qt)
        if self._lacking.load(f"qt_{code}", str(self._folder)):
            self._application.installTranslator(self._lacking)


class Worded:
    """For widgets: texts said through :meth:`say` follow the language by themselves."""

    def say(self, put: Callable[[str], object], text: str, /, count: int = -1, **values: object) -> None:
        """Put a text now and again after each change of language; the last text for ``put`` counts."""
        self._said()[_key(put)] = (put, text, count, values)
        put(tr(text, count, **values))

    def changeEvent(self, event: QEvent) -> None:
        """Qt's own: say everything anew when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            for put, text, count, values in list(self._said().values()):
                put(tr(text, count, **values))
            self.words_changed()
        super().changeEvent(event)  # type: ignore[misc]  # Worded stands before a QWidget

    def words_changed(self) -> None:
        """Do what else a change of language asks; for overriding."""

    def _said(self) -> dict[tuple[int, str], tuple[Callable[[str], object], str, int, dict[str, Any]]]:
        if not hasattr(self, "_said_texts"):
            self._said_texts: dict[
                tuple[int, str], tuple[Callable[[str], object], str, int, dict[str, Any]]] = {}
        return self._said_texts


def _key(put: Callable[[str], object]) -> tuple[int, str]:
    return id(getattr(put, "__self__", put)), getattr(put, "__name__", "")
