"""A language in which every text of the program stands between marks, and which texts are somebody's own words."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QLineEdit, QTextEdit

from pkm_app.ui.i18n import CONTEXT
from pkm_app.ui.widgets import Card, Label
from tests.ui import careful
from tests.ui.demo import Demo
from tests.ui.shots_care import LONG
from tests.ui.walk import Screen
from tests.ui.words import FOLDER

UNTRANSLATED = {"English", "Nederlands", "Ctrl", "PKM", "WordPress", "blog", "Falcon", "Intranet",
                "example.org is a site without a feed. If you know the address of its feed, give that."}


class Marked(QTranslator):
    """A language in which every text stands between marks: what has none was never translated, or not said anew."""

    def __init__(self, marks: str = "⟪⟫") -> None:
        super().__init__()
        self.begin, self.end = marks

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own
        return False  # else no widget is told

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        return f"{self.begin}{source}{self.end}" if context == CONTEXT else ""

    def instead_of(self, other: Marked) -> None:
        """Become the language of the window, as when a person changes it in Settings."""
        QCoreApplication.installTranslator(self)
        QCoreApplication.removeTranslator(other)
        QCoreApplication.sendPostedEvents()


def content(demo: Demo) -> set[str]:
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


def content_of(screen: Screen) -> set[str]:
    """What stands in fields and texts, and what cannot be translated: keys, names of languages and of programs."""
    found = {line for pane in screen.shell.findChildren(QTextEdit) for line in pane.toPlainText().split("\n")}
    found |= {field.text() for field in screen.shell.findChildren(QLineEdit)}
    if screen.name == "share_credit":  # letters, in the language of what quotes
        found |= {line for card in screen.shell.findChildren(Card) for label in card.findChildren(Label)
                  for line in label.text().split("\n")}
    return {" ".join(line.split()) for line in found if line.strip()} | UNTRANSLATED | {LONG}


def unmarked(text: str, content: set[str]) -> list[str]:
    """The parts of a text that were not translated and are nobody's words."""
    text = re.sub(r"</?qt>|\u00ad", "", text.replace("❮", "⟪").replace("❯", "⟫"))
    text = text.replace("&amp;", "&").replace("&lt;", "<")
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
