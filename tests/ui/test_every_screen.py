"""Every screen there is, in themes and languages: names, words that fit, colours one can read, nothing untranslated.

New screens join by standing in ``tests.ui.shots``. The last tests break one thing on purpose and see that it is found.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pkm_app.ui.i18n import CONTEXT, tr
from pkm_app.ui.shell import Shell
from pkm_app.ui.theme import Scheme, Theme
from pkm_app.ui.widgets import Button, Card, Label
from tests.ui import careful
from tests.ui.careful import Vocabulary
from tests.ui.demo import Demo
from tests.ui.shots import settle
from tests.ui.shots_care import LONG
from tests.ui.walk import Screen, look_at, strays, walk
from tests.ui.words import FOLDER, literals_shown, read, texts

# The first floats over the text while one selects; H, N, 1 to 4, E, M, Del and Ctrl C do the same. The second opens
# under the one field, whose arrow keys choose in it.
BY_COMMAND = ("SelectionBar", "_Drop")
WAYS: tuple[tuple[Scheme, str, tuple[int, int]], ...] = (
    ("light", "nl", (1024, 700)), ("light", "en", (1024, 700)), ("dark", "nl", (1440, 900)),
    ("contrast", "en", (1440, 900)))
UNTRANSLATED = {"English", "Nederlands", "Ctrl", "PKM", "WordPress", "blog", "Falcon", "Intranet",
                "example.org is a site without a feed. If you know the address of its feed, give that."}
_AGAIN = (500, 1000, 2000, 4000)  # milliseconds: a busy machine may show a screen later


def vocabulary(language: str) -> Vocabulary:
    """All words of the program in a language."""
    dutch = read(FOLDER / "nl.ts")
    return Vocabulary.of((form for forms in dutch.values() for form in forms) if language == "nl" else texts())


def complaints(screen: Screen, known: Vocabulary) -> set[str]:
    """All that a careful person says of a screen."""
    return {*careful.nameless(screen), *careful.unreachable(screen, BY_COMMAND), *careful.overlapping(screen),
            *careful.cut_off(screen, known), *careful.hard_to_read(screen)}


@pytest.mark.parametrize(("scheme", "language", "size"), WAYS)
def test_every_screen_is_named_whole_and_readable(qapp: QApplication, tmp_path: Path, scheme: Scheme, language: str,
                                                  size: tuple[int, int]) -> None:
    known, found, seen = vocabulary(language), [], 0
    with strays(qapp) as astray:
        for screen in walk(qapp, tmp_path, scheme, language, size):
            seen += 1
            said = complaints(screen, known)
            for longer in _AGAIN:
                if not said:
                    break
                settle(longer)
                said &= complaints(look_at(screen.name, screen.shell), known)
            found += sorted(said) + [f"{screen.name}: a window of its own: {one}" for one in astray]
            astray.clear()
    assert seen > 30
    assert found == []


def test_what_is_shown_before_it_stands_anywhere_is_found(qapp: QApplication, qtbot: QtBot) -> None:
    lost, child = QWidget(), QWidget()
    qtbot.addWidget(lost)
    lost.setObjectName("lost")
    child.setParent(lost)
    with strays(qapp) as astray:
        child.setVisible(True)
        assert astray == []
        lost.setVisible(True)
    assert astray == ["QWidget lost"]


class Marked(QTranslator):
    """A language in which every text stands between marks: what has none was never translated, or not said anew."""

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own
        return False  # else no widget is told

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        return f"⟪{source}⟫" if context == CONTEXT else ""


def test_no_text_escapes_translation(qapp: QApplication, tmp_path: Path) -> None:
    """Walks in a language in which all texts are marked, switched to after the window was built, as a person would."""
    marked, demos, found = Marked(), list[Demo](), dict[str, str]()

    def prepared(demo: Demo) -> None:
        demos[:] = [demo]
        qapp.removeTranslator(marked)
        qapp.installTranslator(marked)
        QCoreApplication.sendPostedEvents()

    try:
        for screen in walk(qapp, tmp_path, "light", "en", (1440, 900), prepared):
            content = _content(demos[0]) | _content_of(screen)
            for text, where in careful.texts_of(screen):
                for part in _unmarked(text, content):
                    found.setdefault(part, f"{screen.name}: {where}: {text[:80]!r}")
    finally:
        qapp.removeTranslator(marked)
    assert not found, "\n".join(found.values())


def test_no_literal_is_shown_without_tr() -> None:
    """What is set as text in the code comes from tr(), say() or data, never from a literal with words in it."""
    assert literals_shown() == []


def test_a_literal_is_found(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text('a.setText(f"Found {n} notes")\nb.setToolTip("x")\nc.setText(tr("Keep"))\n')
    assert [line.partition(": ")[2] for line in literals_shown(tmp_path)] == ["'Found '", "' notes'"]


class _Row(QWidget):
    """Three things side by side, in a window: to be broken one at a time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.centralWidget())
        self.button = Button(shell.context.look, "check", "outlined")
        self.button.setText(tr("Keep"))
        self.words = Label(shell.context.look, "ink", 13, wrap=True)
        self.words.setText(tr("Waiting for your words"))
        box = QHBoxLayout(self)
        box.addWidget(self.button)
        box.addWidget(self.words)
        self.setGeometry(400, 400, 420, 60)
        self.setAutoFillBackground(True)
        self.show()
        self.raise_()


@pytest.fixture
def row(shell: Shell) -> _Row:
    made = _Row(shell)
    settle(60)
    assert _of_row(shell) == []
    return made


def _of_row(shell: Shell) -> list[str]:
    said = complaints(look_at("broken", shell), vocabulary("en"))
    return [line for line in sorted(said) if "_Row" in line or "Keep" in line or "Waiting" in line]


def test_a_missing_name_is_found(shell: Shell, row: _Row) -> None:
    row.button.setText("")
    assert _of_row(shell) == ["broken: Button without a name: Button in _Row"]


def test_a_control_out_of_reach_is_found(shell: Shell, row: _Row) -> None:
    row.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert _of_row(shell) == ["broken: not reached with Tab: Button 'Keep' in _Row"]


def test_a_pale_text_is_found_however_it_is_painted(shell: Shell, row: _Row) -> None:
    look = shell.context.look
    look.theme = Theme("light", {**look.theme.roles, "ink": "#B0B0B0"})
    row.words.set_role("ink")
    said = _of_row(shell)
    assert any("'Keep' in Button: #b0b0b0 on #ffffff is 2." in line for line in said)
    assert any("'Waiting for your words' in Label" in line for line in said)


def test_a_text_cut_off_is_found(shell: Shell, row: _Row) -> None:
    row.button.setFixedWidth(40)
    assert any(line.startswith("broken: Button 'Keep' is 40 wide and needs") for line in _of_row(shell))


def test_overlap_is_found(shell: Shell, row: _Row) -> None:
    row.words.setGeometry(row.button.geometry().adjusted(0, 0, 100, 0))
    assert _of_row(shell) == ["broken: Button 'Keep' lies over Label 'Waiting for your words'"]


def test_an_untranslated_text_is_found(qapp: QApplication, shell: Shell, row: _Row) -> None:
    marked = Marked()
    row.words.setText("Waiting for your words")  # said past tr(), and so not anew either
    qapp.installTranslator(marked)
    QCoreApplication.sendPostedEvents()
    try:
        texts_ = [part for text, _ in careful.texts_of(look_at("broken", shell)) for part in _unmarked(text, set())]
        assert "Waiting for your words" in texts_
        assert "Search notes, highlights and articles" not in texts_
        assert _unmarked("⟪Kept “A title of someone”.⟫", set()) == []
        assert _unmarked("⟪Kept⟫ · Someone", set()) == ["Someone"]
    finally:
        qapp.removeTranslator(marked)


def _content(demo: Demo) -> set[str]:
    """What people wrote: every line of the vault, every field of what came in."""
    found: set[str] = set()
    for path in (demo.folder / "vault").rglob("*"):
        found |= {path.name, path.stem}
        if path.suffix in (".md", ".toml", ".json", ".opml", ".yaml", ".txt"):
            text = path.read_text(encoding="utf-8")
            found.update(text.splitlines())
            found |= {text, re.sub(r"(?m)[#>*`_]+|^\s*(?:-|\d+\.) |\[\[(?:[^|\]]*\|)?|\]\]", "", text)}
    seek = demo.services.seek
    for thing in [*seek.feeds(), *seek.articles("all")]:
        found.update(value for name in thing.__slots__ if isinstance(value := getattr(thing, name), str))
    found.update(part for feed in seek.feeds() for part in feed.folder.split("/"))
    found.update(tag for card in demo.sense.cards() for tag in card.tags)
    for path in (FOLDER.parent / "catalogue").glob("*.yaml"):
        found.update(re.split(r"\n\s*(?:- )?(?:\w+: )?", path.read_text(encoding="utf-8")))
    return {" ".join(line.split()) for line in found if line.strip()}


def _content_of(screen: Screen) -> set[str]:
    """What stands in fields and texts, and what cannot be translated: keys, names of languages and of programs."""
    found = {line for pane in screen.shell.findChildren(QTextEdit) for line in pane.toPlainText().split("\n")}
    found |= {field.text() for field in screen.shell.findChildren(QLineEdit)}
    if screen.name == "share_credit":  # letters, in the language of what quotes
        found |= {line for card in screen.shell.findChildren(Card) for label in card.findChildren(Label)
                  for line in label.text().split("\n")}
    return {" ".join(line.split()) for line in found if line.strip()} | UNTRANSLATED | {LONG}


def _unmarked(text: str, content: set[str]) -> list[str]:
    """The parts of a text that were not translated and are nobody's words."""
    text = re.sub(r"</?qt>|\u00ad", "", text).replace("&amp;", "&").replace("&lt;", "<")
    while (fewer := re.sub(r"⟪[^⟪⟫]*(?:⟫|…|$)", "\n", text)) != text:
        text = fewer
    if "\n" not in text.strip() and _is_content(text, content):
        return []
    parts = (" ".join(part.split()) for part in re.split(r"\n| · | — |, (?=[A-Z⟪])|\. |…\s?(?=\S)", text))
    return [part for part in parts if not _is_content(part, content)]


def _is_content(text: str, content: set[str]) -> bool:
    plain = " ".join(text.split()).strip(" .,:;()“”…-·>#⟫")
    words = re.findall(r"[^\W\d_]{3,}", plain)
    if re.search(r"\w://\w|\b(?:notes|sources|drafts)/|^#\w|/\u200b?tmp/|\w\.png\b", text):
        return True  # addresses, paths and names of files, tags
    if all(word.casefold() in careful.locale_words() for word in words):
        return True
    if len(plain) > 60 and set(words) <= set(re.findall(r"[^\W\d_]{3,}", "\n".join(content))):
        return True  # an excerpt, put together of several lines
    return any(plain in line for line in content
               if len(plain) > 9 or line.startswith(plain) or line.endswith(text.strip()))
