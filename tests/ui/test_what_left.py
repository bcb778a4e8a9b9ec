"""What left, in the window: its state in the list, its page, the comparison, answers, messages, the quiet question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pkm_app.base.events import finish
from pkm_app.share.aftermath import Piece
from pkm_app.share.model import OutletSettings
from pkm_app.ui.sense.page import SensePage
from pkm_app.ui.share.compared_html import as_html
from pkm_app.ui.shell import Shell
from pkm_app.ui.widgets import Button, Label, Quote
from tests.ui.demo import Demo
from tests.ui.test_share_room import FINDS, Room


@pytest.fixture
def room(qtbot: QtBot, demos: Callable[..., Demo], windows: Callable[..., Shell], tmp_path: Path) -> Room:
    demo = demos(full=True)
    draft = next(card for card in demo.services.sense.cards(("draft",)) if card.title == FINDS)
    finish(demo.services.share.publishing.publish(draft.path, "blog"))
    demo.services.settings.put("share.ask", "never")
    shell = windows(demo.services, "light", "en")
    shell.resize(1280, 800)
    shell.show()
    qtbot.waitUntil(shell.isActiveWindow)
    made = Room(qtbot, shell, demo, tmp_path / "demo0" / "vault")
    qtbot.waitUntil(lambda: [row.fate for row in shared(made)] == ["placed"])
    return made


def shared(room: Room) -> list:
    return [row for row in room.page._list.rows.rows if row.kind == "shared"]


def publish_there(room: Room, words: str = "") -> None:
    """Somebody finishes the draft at the outlet."""
    posts = room.demo.services.share.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    number, post = next(iter(posts.items()))
    html = post.html.replace("answers first", words) if words else post.html
    posts[number] = replace(post, status="publish", url="https://blog.example.org/47", html=html)


def test_a_post_that_waits_for_its_day_says_so(room: Room) -> None:
    posts = room.demo.services.share.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    number, post = next(iter(posts.items()))
    posts[number] = replace(post, status="future", due="2027-01-03T09:00:00+00:00")
    show(room)
    room.page.left.look()
    room.qtbot.waitUntil(lambda: "to be published on 3 Jan 2027" in words(room))
    assert [row.fate for row in shared(room)] == ["placed"]


def show(room: Room) -> None:
    room.page._list.choose(shared(room)[0].id)
    room.qtbot.waitUntil(lambda: "make more use" in room.page.left.reading.toPlainText())


def words(room: Room) -> str:
    return "\n".join(label.text() for label in room.page.left.findChildren(Label) if label.isVisible())


def test_the_list_and_the_page_tell_what_became_of_it(qtbot: QtBot, room: Room) -> None:
    show(room)
    assert "blog · Public" in words(room)
    assert "not published yet" in words(room)
    assert not room.page.left.address.isVisible()
    publish_there(room, "answers within a day")
    qtbot.mouseClick(room.page.left._look_now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "answers within a day" in room.page.left.reading.toPlainText())
    told = room.page.left.reading.toPlainText()
    assert "Taken out there:" in told
    assert "Put in there:" in told
    assert "https://blog.example.org/47" in words(room)
    qtbot.waitUntil(lambda: [row.fate for row in shared(room)] == ["published"])
    assert "published" in room.page._list.rows.sentence(shared(room)[0])
    qtbot.mouseClick(room.page.left._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://blog.example.org/47"


def test_what_is_gone_says_so(qtbot: QtBot, room: Room) -> None:
    show(room)
    room.demo.services.share.outlets._maker.posts.clear()  # type: ignore[attr-defined]  # the demo's own
    room.page.left.look()
    qtbot.waitUntil(lambda: "No longer there" in words(room))
    qtbot.waitUntil(lambda: [row.fate for row in shared(room)] == ["gone"])


def test_the_same_words_say_so_and_hostile_ones_are_words() -> None:
    assert "as it was sent" in as_html([Piece("same", "x")])
    assert "Excerpt: Theirs" in as_html([Piece("in", "Theirs", "excerpt")])
    assert "<script" not in as_html([Piece("in", "<script>alert(1)</script>")])


def test_the_address_of_what_was_pasted_is_asked_for(qtbot: QtBot, room: Room) -> None:
    room.demo.outlets.add(OutletSettings("engage", "viva-engage", "", "", "team"), "")
    draft = next(card for card in room.demo.services.sense.cards(("draft",)) if "Yammer" in card.title)
    finish(room.demo.services.share.publishing.publish(draft.path, "engage"))
    record = next(one for one in room.demo.services.share.afterwards.left() if one.outlet == "engage")
    room.shell.go("draft", record.path)
    qtbot.waitUntil(lambda: room.page.left.record is not None and room.page.left.address.isVisible())
    assert not room.page.left._look_now.isVisible()
    for address, told in (("nonsense", "nonsense"), ("https://engage.example/p/1", "Noted")):
        room.page.left.address.setText(address)
        qtbot.keyClick(room.page.left.address, Qt.Key.Key_Return)
        room.until_said(told)
    assert not room.page.left.address.isVisible()
    assert room.demo.services.share.afterwards.find(record.path).fate == "published"


def test_an_answer_is_kept_and_leads_back(qtbot: QtBot, room: Room) -> None:
    show(room)
    room.page.left._tabs[2].click()
    form = room.page.left.replies
    form.words.setPlainText("We do this already.")
    form.keep()
    room.until_said("Say who answered")
    assert form.words.toPlainText() == "We do this already.", "nothing typed is lost"
    form.by.setText("Joitske")
    form.keep()
    qtbot.waitUntil(lambda: any("Joitske · Stays with me" in one.shown_text() for one in form.findChildren(Button)))
    assert form.by.text() == form.words.toPlainText() == ""
    qtbot.waitUntil(lambda: room.page.left._tabs[2].shown_text() == "Replies · 1")
    head = next(one for one in form.findChildren(Button) if "Joitske" in one.shown_text())
    quotation = next(one for one in form.findChildren(Quote) if "We do this" in one.accessibleName())

    def left(widget: QWidget) -> int:
        return widget.mapTo(form, QPoint(0, 0)).x()

    qtbot.waitUntil(lambda: left(head) + 8 == left(quotation))  # the icon of its head stands above the bar
    answers = room.demo.services.share.afterwards.answers(shared(room)[0].id)
    assert [(one.by, one.words, one.consent) for one in answers] == [("Joitske", "We do this already.", "no")]
    next(one for one in form.findChildren(Button) if "Joitske" in one.shown_text()).click()
    qtbot.waitUntil(lambda: room.shell._current == "sense")


def test_a_message_to_who_was_quoted_is_copied(qtbot: QtBot, room: Room) -> None:
    show(room)
    room.page.left._tabs[3].click()
    cards = room.page.left.credits
    qtbot.waitUntil(lambda: cards.rows.count() == 2 and "Julian Stodd" in words(room))
    next(one for one in cards.findChildren(Button) if one.shown_text() == "Copy the message").click()
    assert "I quoted you in" in QGuiApplication.clipboard().text()


def test_outlets_are_asked_quietly_once_a_day_and_only_where_wanted(qtbot: QtBot, room: Room) -> None:
    publish_there(room)
    settings = room.demo.services.settings
    room.page._watch.ask_quietly()
    qtbot.wait(200)
    assert [row.fate for row in shared(room)] == ["placed"], "the person rather asks"
    settings.put("share.ask", "daily")
    room.page._watch.ask_quietly()
    room.until_said("is published: https://blog.example.org/47")
    qtbot.waitUntil(lambda: [row.fate for row in shared(room)] == ["published"])
    assert settings.get("share.asked") == room.demo.services.now().date().isoformat()
    before = len(room.said)
    room.page._watch.ask_quietly()
    qtbot.wait(200)
    assert len(room.said) == before


def test_its_draft_is_one_press_away(qtbot: QtBot, room: Room) -> None:
    show(room)
    room.page.left._draft.click()
    qtbot.waitUntil(room.page.has_draft)
    assert room.page.draft.card is not None
    assert room.page.draft.card.title == FINDS


def test_its_trace_leads_to_passage_author_and_source(qtbot: QtBot, room: Room) -> None:
    show(room)
    left = room.page.left
    qtbot.mouseClick(left._tabs[4], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(left.traces.findChildren(Quote)))
    trace = room.demo.services.share.trace(left.record.path)
    sources = [one for node in trace.rests_on for one in node.rests_on if one.kind == "source"]
    assert sources
    shown = "\n".join(label.text() for label in left.traces.findChildren(Label))
    assert f"{sources[0].title} — {sources[0].author}" in shown
    assert {quote.accessibleName() for quote in left.traces.findChildren(Quote)} == {
        marked.title for one in sources for marked in one.rests_on}
    opened: list[str] = []
    left.opened.connect(opened.append)
    button = next(one for one in left.traces.findChildren(Button)
                  if one.accessibleName() == f"Open in Sense: {sources[0].title}")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [sources[0].path]
    note = next(one for node in trace.rests_on for one in node.rests_on if one.kind == "note")
    button = next(one for one in left.traces.findChildren(Button)
                  if one.accessibleName() == f"Open in Sense: {note.title}")
    button.click()
    sense = room.shell.findChild(SensePage)
    assert sense is not None
    qtbot.waitUntil(lambda: sense.note.card is not None and sense.note.card.path == note.path)


def test_the_page_shows_what_went_along_with_the_text(qtbot: QtBot, room: Room) -> None:
    draft = next(card for card in room.demo.services.sense.cards(("draft",)) if "Yammer" in card.title)
    loaded = room.demo.services.sense.load(draft.path)
    room.demo.services.sense.save(draft.path, f"{loaded.file.body}\nMore.\n", loaded,
                                  {"tags": ["leren"], "excerpt": "In short."})
    finish(room.demo.services.share.publishing.publish(draft.path, "blog"))
    record = next(one for one in room.demo.services.share.afterwards.left() if one.title == draft.title)
    assert dict(record.along)["tags"] == "leren"
    room.shell.go("draft", record.path)
    qtbot.waitUntil(lambda: "Tags: leren" in room.page.left.reading.toPlainText())
    assert "Excerpt: In short." in room.page.left.reading.toPlainText()


def test_of_a_place_that_knows_no_address_the_person_says_it_and_it_stays(qtbot: QtBot, room: Room) -> None:
    show(room)
    left = room.page.left
    assert not left.address.isVisible()
    posts = room.demo.services.share.outlets._maker.posts  # type: ignore[attr-defined]  # the demo's own
    number, post = next(iter(posts.items()))
    posts[number] = replace(post, status="publish", url="")
    left.look()
    qtbot.waitUntil(left.address.isVisible)
    left.address.setText("https://blog.example.org/finds")
    qtbot.keyClick(left.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: left.record is not None and left.record.url == "https://blog.example.org/finds")
    posts[number] = replace(post, status="draft")
    left.look()
    qtbot.waitUntil(lambda: left.record is not None and left.record.fate == "placed")
    assert left.record is not None
    assert left.record.url == "https://blog.example.org/finds"
    qtbot.waitUntil(lambda: not left.address.isVisible())
