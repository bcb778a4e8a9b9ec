"""The whole loop through the real window, by keyboard alone, against a real WordPress."""

from __future__ import annotations

import html
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pkm_app.app import open_app
from pkm_app.app.parts import App
from pkm_app.app.window import Opened
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.ui.notices import Notice
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.share.page import SharePage
from pkm_app.ui.share.panel import SharePanel
from pkm_app.ui.shell import Shell
from tests.journeys.hands import CTRL, SHIFT, Hands
from tests.journeys.test_command_line import read_back

pytestmark = [pytest.mark.server, pytest.mark.window, pytest.mark.slow, pytest.mark.xdist_group("wordpress")]

COMMENT = "Precies wat ik zocht: ënthousiasme groeit."
DUTCH = "In onze gemeenschappen groeit kennis als iemand een vraag durft te stellen."
ENGLISH = "Communities last where somebody answers first."
QUOTED = "A quotation — ünïcode 🧠."


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.fakes.keyring.FileKeyring")
    monkeypatch.setenv("PKM_TEST_KEYRING", str(tmp_path / "keyring.json"))
    with open_app(str(tmp_path / "My PKM"), str(tmp_path / "data")) as opened:
        opened.settings.put("language", "en")
        opened.settings.put("scheme", "light")
        yield opened


def test_the_loop_by_keyboard(qtbot: QtBot, app: App, opened: Opened, wordpress: dict[str, Any]) -> None:
    shell, vault = opened.shell, app.vault_folder
    hands = Hands(qtbot, shell)
    said: list[Notice] = []
    shell.notices.said.connect(said.append)
    qtbot.waitExposed(shell)

    article_id = follow_and_read(hands, wordpress)
    highlight_and_comment(hands, vault)
    write_about_it(hands, vault)
    find_it(hands)
    draft_path = place_it(hands, wordpress, said)

    article = app.seek.find_article(article_id)
    post_id = remote_id(vault / draft_path)
    post = read_back(wordpress, post_id)
    content = html.unescape(post["content"]["raw"])
    assert post["status"] == "draft"
    for part in (QUOTED, "Writer", article.url, DUTCH, ENGLISH):
        assert part in content, part

    hands.press(Qt.Key.Key_End, CTRL)
    hands.type(" Nog iets.")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: "up to date" in said[-1].text)
    assert remote_id(vault / draft_path) == post_id
    assert "Nog iets." in read_back(wordpress, post_id)["content"]["raw"]


def follow_and_read(hands: Hands, site: dict[str, Any]) -> str:
    """Seek: the home address of a blog is enough; its first post is opened. Return the article's id."""
    hands.type("gk")
    seek = hands.see(SeekPage)
    hands.type("a")
    hands.type(site["url"])
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: len(seek.list.rows.rows) >= 3)
    hands.until(lambda: not seek.add.isVisible())
    hands.type("gk")
    titles = [row.title for row in seek.list.rows.rows]
    wanted = next(at for at, title in enumerate(titles) if title.startswith("Post 2"))
    for _ in range(wanted + 1):
        hands.type("j")
    hands.until(lambda: QUOTED in seek.view.pane.document().toPlainText())
    assert seek.view.article is not None
    hands.until(lambda: seek.view.article is not None and seek.view.article.read)
    return seek.view.article.article_id


def highlight_and_comment(hands: Hands, vault: Path) -> None:
    """Still Seek: a sentence is selected with the arrow keys, highlighted with h, commented with n."""
    seek = hands.see(SeekPage)
    hands.press(Qt.Key.Key_Return)
    assert hands.focus() is seek.view.pane
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_End, SHIFT)
    assert seek.view.pane.textCursor().selectedText() == QUOTED
    hands.type("h")
    hands.until(lambda: len(seek.view.comments.cards) == 1)
    hands.type("n")
    hands.type(COMMENT)
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: any(COMMENT in file.read_text(encoding="utf-8") for file in vault.rglob("sources/*.md")))


def write_about_it(hands: Hands, vault: Path) -> None:
    """Sense: w begins a note that quotes the highlight; what is typed is soon in the file."""
    hands.type("w")
    sense = hands.see(SensePage)
    hands.until(lambda: sense.has_file() and QUOTED in sense.note.pane.text())
    hands.until(lambda: hands.focus().accessibleName() == "Title")
    hands.type("Wat groeit")
    hands.press(Qt.Key.Key_Return)
    hands.type(DUTCH)
    hands.press(Qt.Key.Key_Return, times=2)
    hands.type(ENGLISH)
    hands.until(lambda: not sense.note.keeper.is_unsaved())
    text = (vault / sense.note.keeper.path).read_text(encoding="utf-8")
    assert "title: Wat groeit" in text
    assert f"> {QUOTED}" in text
    assert text.endswith(f"\n\n{DUTCH}\n\n{ENGLISH}"), text


def find_it(hands: Hands) -> None:
    """Ctrl K finds the note by other forms of its words, in either language."""
    sense = hands.see(SensePage)
    note, shell = sense.note.keeper.path, sense.window()
    assert isinstance(shell, Shell)
    rows = shell.finder.found
    for words in ("gemeenschap", "community"):
        text = sense.note.pane.text()
        hands.press(Qt.Key.Key_K, CTRL)
        assert hands.focus().accessibleName() == "Search notes, highlights and articles"
        assert sense.note.pane.text() == text, "the key searches, it deletes nothing"
        hands.type(words)
        hands.until(lambda: any(row.kind == "note" and row.title == "Wat groeit" for row in rows()))
        at = next(n for n, row in enumerate(rows()) if row.kind == "note")
        hands.press(Qt.Key.Key_Down, times=at)
        hands.press(Qt.Key.Key_Return)
        hands.until(lambda: sense.has_file() and sense.note.keeper.path == note)
        hands.until(lambda: sense._list.currentIndex().isValid())
        hands.press(Qt.Key.Key_Return)
        hands.until(lambda: hands.focus() is sense.note.pane)


def place_it(hands: Hands, site: dict[str, Any], said: list[Notice]) -> str:
    """Share: from the note to a draft, an outlet, a look at it as it will stand there, and there. Return its path."""
    hands.press(Qt.Key.Key_Return, CTRL)
    share = hands.see(SharePage)
    hands.until(share.has_draft)
    hands.type("a")
    for text in ("blog", site["url"], "writer", site["users"]["writer"]["app_password"]):
        hands.type(text)
        hands.press(Qt.Key.Key_Tab)
    hands.tab_to("Try and keep")
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda: any("signed in as" in notice.text for notice in said))
    panel = share.window().findChild(SharePanel)
    assert isinstance(panel, SharePanel)
    hands.until(lambda: panel.chosen_outlet() is not None)
    hands.until(lambda: hands.focus() is share.draft.pane)
    hands.press(Qt.Key.Key_E, CTRL)
    hands.until(share.draft.is_preview)
    assert QUOTED in share.draft.preview.toPlainText()
    hands.press(Qt.Key.Key_E, CTRL)
    assert not share.draft.is_preview()
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: "Your draft stands there now" in said[-1].text)
    return share.draft.keeper.path


def remote_id(draft: Path) -> str:
    """Return the number of the post that the draft's own file remembers."""
    (line,) = parse_vault_file(draft.read_bytes()).list_field("outlets")
    return line.removeprefix("blog ")
