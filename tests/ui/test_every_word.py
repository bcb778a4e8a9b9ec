"""Nothing is left untranslated, and nothing that is open is left in the language of before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from pkm_app.ui.strip import JobLine
from pkm_app.ui.widgets import Label
from tests.ui import careful
from tests.ui.demo import Demo
from tests.ui.marked import Marked, content, content_of, unmarked
from tests.ui.shots import settle
from tests.ui.walk import Screen, look_at, walk
from tests.ui.words import literals_shown

SAID_ONCE = {"NoticeLine", "SpokenLabel"}  # what just happened, which goes by itself
PASSING = {"editor_completion"}  # a list that is closed by going elsewhere
_AGAIN = (500, 1000, 2000, 4000)  # milliseconds: a busy machine may say it later


def test_no_text_escapes_translation(qapp: QApplication, tmp_path: Path) -> None:
    """Walks in a language in which all texts are marked, and changes it on every screen, as a person would."""
    languages, demos, found = [Marked("⟪⟫"), Marked("❮❯")], list[Demo](), dict[str, str]()

    def prepared(demo: Demo) -> None:
        demos[:] = [demo]
        languages[0].instead_of(languages[1])

    try:
        for screen in walk(qapp, tmp_path, "light", "en", (1440, 900), prepared):
            known = content(demos[0]) | content_of(screen)
            for text, where in careful.texts_of(screen):
                for part in unmarked(text, known):
                    found.setdefault(part, f"{screen.name}: {where}: {text[:80]!r}")
            languages.reverse()
            for late in _left_behind(screen, *languages, known):
                found.setdefault(late, late)
    finally:
        for language in languages:
            qapp.removeTranslator(language)
    assert not found, "\n".join(found.values())


def _left_behind(screen: Screen, now: Marked, former: Marked, known: set[str]) -> set[str]:
    """Change the language of an open screen, and return what it still says in the former one.

    Windows over it are closed before one gets to the settings, and are not looked at.
    """
    late, language = set[str](), screen.shell.context.language
    working = {label.text() for line in screen.shell.findChildren(JobLine) for label in line.findChildren(Label)}
    came, language.code = language.code, "nl"  # what keeps in which language it was made is to see another one
    now.instead_of(former)
    language.changed.emit()
    for wait, anew in (*((wait, False) for wait in (60, *_AGAIN)), (0, True)):  # a new look may say all anew: last
        if late or wait in (0, 60):
            settle(wait)
            late = {f"{screen.name}: {where}: still {text[:80]!r}"
                    for text, where in careful.texts_of(look_at(screen.name, screen.shell, anew), over=False)
                    if former.begin in text and where not in SAID_ONCE and text not in known | working} | (
                        late if anew else set())
    language.code = came
    return set() if screen.name in PASSING else late


def test_no_literal_is_shown_without_tr() -> None:
    """What is set as text in the code comes from tr(), say() or data, never from a literal with words in it."""
    assert literals_shown() == []


def test_a_literal_is_found(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text('a.setText(f"Found {n} notes")\nb.setToolTip("x")\nc.setText(tr("Keep"))\n')
    assert [line.partition(": ")[2] for line in literals_shown(tmp_path)] == ["'Found '", "' notes'"]
