"""The preview of each outlet shows what that outlet gets, and nothing is asked or sent for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pkm_app.share.model import OutletSettings
from pkm_app.share.preview import Preview
from pkm_app.ui.i18n import Language
from pkm_app.ui.share.true_preview import body_of, head_of, images_of
from pkm_app.ui.shell import Shell
from tests.share.drafts import PICTURES
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import FINDS, Room

TEXT = "For **all**.\n\n%% private\nfor me alone\n%%\n\nA ==mark== and {{x}}.\n"
KINDS = [
    ("wordpress", "https://blog.example.org/", ["Excerpt: For all.", "Letters and colours"], ["wikitext"]),
    ("mediawiki", "https://wiki.example.org/", ["Page: User:Anne/Drafts/", "For '''all'''", "&#123;&#123;x",
                                                "All who read the wiki can read it"], []),
    ("imap", "imaps://mail.example.org", ["From: Anne@mail.example.org", "Subject: ", "For who reads mail as plain"],
     ["Letters and colours"]),
    ("hugo", "/home/anne/site", ["Folder: /home/anne/site", "draft: true", "A **mark** and"], []),
]


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell],
         tmp_path: Path) -> Iterator[Room]:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.open(FINDS)
    yield made
    QGuiApplication.clipboard().clear()


def test_each_kind_of_outlet_shows_its_own(qtbot: QtBot, room: Room) -> None:
    for kind, address, _, _ in KINDS:
        room.demo.outlets.add(OutletSettings(kind, kind, address, "Anne" if kind != "hugo" else "", "public"), "right")
    room.panel.load()
    qtbot.waitUntil(lambda: "hugo" in [one.name for one in room.panel._outlets])
    room.write(TEXT)
    for kind, _, seen, unseen in KINDS:
        room.panel._choose(kind)
        room.page.draft.show_writing()
        room.page.toggle_preview()
        qtbot.waitUntil(lambda seen=seen: all(  # type: ignore[misc]  # a default of a lambda
            words in room.page.draft.preview.toPlainText() for words in seen))
        shown = room.page.draft.preview.toPlainText()
        assert "For all." in shown
        assert "1 private part left out" in shown
        for words in [*unseen, "for me alone"]:
            assert words not in shown


def test_pictures_of_a_preview_are_shown_and_nothing_else_runs() -> None:
    preview = Preview("T", '<p><img src="https://picture.invalid/a.png" alt="x"></p>',
                      {"https://picture.invalid/a.png": PICTURES["stip.png"], "https://picture.invalid/c.png": b"no"})
    assert list(images_of(preview)) == ["https://picture.invalid/a.png"]
    shown = body_of(Preview("T", "<p>x<script>y</script></p>", source="<script>", source_kind="plain"))
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_a_long_source_is_cut_and_a_title_is_plain(english: Language) -> None:
    english.set("nl")
    preview = Preview("<b>T</b>", "<p>x</p>", source="y" * 100_000, source_kind="wikitext", cut=2)
    assert len(body_of(preview)) < 70_000
    head = head_of(preview, OutletSettings("wiki", "mediawiki", "https://w.example/", "a"))
    assert head.title == "<b>T</b>"
    assert "Iedereen die de wiki leest" in head.line
