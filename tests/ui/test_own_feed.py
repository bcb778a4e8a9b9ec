"""One's own feed from the window: what it needs is asked for, and what everybody can read stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from pytestqt.qtbot import QtBot

from pkm_app.base.events import finish
from pkm_app.ui.notices import Notice
from pkm_app.ui.share.own_feed import OwnFeed
from pkm_app.ui.shell import Shell
from tests.ui.demo import Demo
from tests.ui.share_desk import share_desk
from tests.ui.test_share_room import FINDS, Room

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    made = share_desk(qtbot, demos, windows, tmp_path)
    made.open(FINDS)
    return made


def opened(room: Room) -> OwnFeed:
    room.shell.commands.run("share.feed")
    return next(one for one in room.shell.findChildren(OwnFeed) if one.isVisible())


def filled(dialog: OwnFeed) -> None:
    for key, words in (("title", "What I think"), ("author", "Anne Bos"), ("address", "https://anne.example/feed")):
        dialog.fields[key].setText(words)


def test_what_is_missing_is_asked_for_and_no_file_is_written(room: Room, tmp_path: Path) -> None:
    dialog = opened(room)
    for key, words in (("title", "What I think"), ("author", "Anne Bos"), ("address", "javascript:x()")):
        dialog.write(str(tmp_path / "feed.atom"))
        assert dialog.wrong.isVisible()
        dialog.fields[key].setText(words)
    dialog.write(str(tmp_path / "feed.atom"))
    assert "javascript" in dialog.wrong.text()
    assert dialog.isVisible()
    assert not (tmp_path / "feed.atom").exists()


def test_what_everybody_can_read_stands_in_it_and_it_is_remembered(
        qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    said: list[Notice] = []
    room.shell.notices.said.connect(said.append)
    services = room.demo.services
    dialog = opened(room)
    filled(dialog)
    dialog.write(str(tmp_path / "feed.atom"))
    qtbot.waitUntil(lambda: any("Nothing stands in it yet" in one.text for one in said))
    done = finish(services.share.publishing.publish(room.page.draft.keeper.path, "blog"))
    posts = services.share.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    posts[done.remote_id] = replace(posts[done.remote_id], status="publish", url="https://blog.example.org/finds")
    finish(services.share.afterwards.look())
    again = opened(room)
    assert again.fields["author"].text() == "Anne Bos"
    again.write(str(tmp_path / "feed.atom"))
    qtbot.waitUntil(lambda: any("1 post stands in it." in one.text for one in said))
    feed = etree.parse(str(tmp_path / "feed.atom")).getroot()
    assert feed.findtext(f"{ATOM}title") == "What I think"
    assert [one.find(f"{ATOM}link").get("href") for one in feed.iter(f"{ATOM}entry")] == [
        "https://blog.example.org/finds"]


def test_long_words_show_their_beginning_and_that_there_is_more(room: Room) -> None:
    dialog = opened(room)
    title, author = dialog.fields["title"], dialog.fields["author"]
    author.setFocus()
    title.setText("What I think about " * 20)
    room.qtbot.waitUntil(lambda: author.hasFocus() and not title.hasFocus())
    shown = title.grab().toImage()
    title.setText("What I think about " * 20 + "more")
    assert title.grab().toImage() == shown, "the beginning, and an ellipsis"
