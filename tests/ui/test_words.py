"""Dutch and English: nothing is left out, and the switch is live."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pkm_app.base.errors import Problem
from pkm_app.ui import dates
from pkm_app.ui.i18n import CONTEXT, Language, Worded, problem_text, tr
from tests.ui.demo import NOW
from tests.ui.words import FOLDER, read, texts


def test_every_text_of_the_program_has_its_dutch() -> None:
    """Run ``python -m tests.ui.words``, then write what nl.ts marks as unfinished."""
    dutch = read(FOLDER / "nl.ts")
    assert not [text for text in texts() if not all(dutch.get(text, [])) or not dutch.get(text)]


def test_every_plural_has_its_english() -> None:
    english = read(FOLDER / "en.ts")
    assert not [text for text, plural in texts().items() if plural and not english.get(text)]


def test_apostrophes_are_typographic() -> None:
    """Of the texts in the program; Friday's Finds are called as their files are."""
    shown = {*texts()} - {"Friday's Finds"}
    shown |= {form for language in ("nl", "en") for forms in read(FOLDER / f"{language}.ts").values() for form in forms}
    assert not sorted(text for text in shown if re.search(r"[^\W\d]'[^\W\d]", text))


def test_translations_keep_the_places_for_values() -> None:
    for language in ("nl", "en"):
        for source, forms in read(FOLDER / f"{language}.ts").items():
            for form in forms:
                assert _names(form) == _names(source), f"{language}: {source} -> {form}"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_compiled_files_say_what_the_sources_say(language: str) -> None:
    """Compiled files are part of the repository: ``python -m tests.ui.words`` makes them."""
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"{language}.qm"))
    for source, forms in read(FOLDER / f"{language}.ts").items():
        if forms and "%n" not in source:
            assert translator.translate(CONTEXT, source) == forms[0]


class _Worded(Worded, QLabel):
    pass


def test_the_language_switches_live(qtbot: QtBot, qapp: QApplication, english: Language) -> None:
    label = _Worded()
    qtbot.addWidget(label)
    label.say(label.setText, "Inbox")
    assert label.text() == "Inbox"
    english.set("nl")
    QCoreApplication.sendPostedEvents()
    assert label.text() == "Nieuw"
    english.set("en")
    QCoreApplication.sendPostedEvents()
    assert label.text() == "Inbox"


def test_plurals_and_values_follow_the_language(english: Language) -> None:
    assert tr("You follow {title}. %n new article(s).", 1, title="A") == "You follow A. 1 new article."
    english.set("nl")
    assert tr("You follow {title}. %n new article(s).", 2, title="A") == "Je volgt A. 2 nieuwe artikelen."


def test_thousands_are_parted_as_the_language_does(english: Language) -> None:
    assert [tr("%n word(s)", count) for count in (1, 999, 1000, 12345)] == [
        "1 word", "999 words", "1,000 words", "12,345 words"]
    english.set("nl")
    assert [tr("%n word(s)", count) for count in (1, 12345, 1234567)] == [
        "1 woord", "12.345 woorden", "1.234.567 woorden"]
    assert tr("And %n other(s).", 2026).count("2.026") == 1


def test_a_problem_is_said_in_dutch_with_its_values_untouched(english: Language) -> None:
    english.set("nl")
    problem = Problem("{path} cannot be read: {reason}.", path="{map}/100% <b>", reason="x")
    assert problem_text(problem) == "{map}/100% <b> kan niet worden gelezen: x."


def test_an_unknown_language_is_english(qapp: QApplication) -> None:
    language = Language(qapp, "tlh")
    assert language.code == "en"
    language.stop()


def test_times_are_short_and_follow_the_language(english: Language) -> None:
    assert dates.short(NOW - timedelta(minutes=12), NOW) == "12 min"
    assert dates.short(NOW - timedelta(hours=3), NOW) == "3 h"
    assert dates.short(NOW - timedelta(days=3), NOW) == "Fri"
    assert dates.short(NOW - timedelta(days=20), NOW) == "27 Oct"
    assert dates.short(NOW - timedelta(days=400), NOW) == "12 Oct 2025"
    assert dates.whole(NOW, NOW) == "16 November 2026"
    english.set("nl")
    assert dates.short(NOW - timedelta(hours=3), NOW) == "3 uur"
    assert dates.short(NOW - timedelta(days=3), NOW) == "vr"
    assert dates.whole(NOW, NOW) == "16 november 2026"


def _names(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}
