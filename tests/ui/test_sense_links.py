"""Links in the Sense room: what is around a note, another title with every link, and the map."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pkm_app.sense.notes import NewNote
from pkm_app.ui.sense.links_panel import LinksPanel
from pkm_app.ui.shell import Shell
from pkm_app.ui.title_field import TitleField
from pkm_app.ui.widgets import Button
from tests.ui.demo import Demo
from tests.ui.desk import Desk


def panel(desk: Desk) -> LinksPanel:
    found = desk.shell.findChild(LinksPanel)
    assert found is not None
    return found


def said(desk: Desk) -> str:
    labels = [label.text() for label in panel(desk).findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(one.shown_text() for one in panel(desk).findChildren(Button) if one.isVisible())])


def title(desk: Desk) -> TitleField:
    return next(field for field in desk.page.note.findChildren(TitleField))


def test_who_links_here_stands_with_the_words_around_it(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("I came from [[Informal ≠ social]] to this.\n")
    desk.shell.go("note", next(c.path for c in desk.demo.services.sense.cards() if c.title == "Informal ≠ social"))
    qtbot.waitUntil(lambda: "Linked from · 1" in said(desk))
    assert "I came from Informal ≠ social to this." in said(desk)
    next(one for one in panel(desk).findChildren(Button) if one.shown_text() == "Mine").click()
    qtbot.waitUntil(lambda: desk.page.note.keeper.path == desk.path)
    qtbot.waitUntil(lambda: "Linked from" not in said(desk))


def test_a_mention_becomes_a_link(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Nothing.\n")
    sense = desk.demo.services.sense
    other = sense.new_note(NewNote("Other", "They call it informal ≠ social there.\n"))[1]
    desk.shell.go("note", next(c.path for c in sense.cards() if c.title == "Informal ≠ social"))
    qtbot.waitUntil(lambda: "Named, not linked · 1" in said(desk))
    next(one for one in panel(desk).findChildren(Button) if one.shown_text() == "Make it a link").click()
    qtbot.waitUntil(lambda: "Linked from · 1" in said(desk))
    assert "[[Informal ≠ social|informal ≠ social]]" in (desk.vault / other).read_text(encoding="utf-8")
    assert "Named" not in said(desk)


def test_a_link_to_nothing_is_listed_and_begun_when_asked(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("To [[A place not there]].\n")
    qtbot.waitUntil(lambda: "Links to nothing · 1" in said(desk))
    assert not (desk.vault / "notes" / "A place not there.md").exists()
    next(one for one in panel(desk).findChildren(Button) if one.shown_text() == "A place not there").click()
    qtbot.waitUntil(lambda: (desk.vault / "notes" / "A place not there.md").exists())
    desk.shell.go("note", desk.path)
    qtbot.waitUntil(lambda: "Around this note" in said(desk))
    assert "Links to nothing" not in said(desk)


def test_the_map_leads_to_what_is_around(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("[[Informal ≠ social]] and [[notes/Yammer als leerplek|that]].\n")
    around = panel(desk).map
    qtbot.waitUntil(lambda: around.isVisible() and len(around.places()) == 2)
    assert "Informal ≠ social" in around.accessibleDescription()
    qtbot.mouseClick(around, Qt.MouseButton.LeftButton, pos=around.places()[0].center().toPoint())
    qtbot.waitUntil(lambda: desk.page.note.card is not None and desk.page.note.card.title == "Informal ≠ social")


def test_another_title_takes_every_link_along_and_back(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("I came from [[Informal ≠ social]] to this.\n")
    sense = desk.demo.services.sense
    desk.shell.go("note", next(c.path for c in sense.cards() if c.title == "Informal ≠ social"))
    title(desk).setFocus()
    title(desk).selectAll()
    qtbot.keyClicks(title(desk), "Two axes")
    qtbot.keyClick(title(desk), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (desk.vault / "notes" / "Two axes.md").exists()
                    and desk.page.note.keeper.path == "notes/Two axes.md")
    assert "[[Two axes]]" in (desk.vault / desk.path).read_text(encoding="utf-8")
    assert "1 other file" in desk.said[-1].text
    qtbot.waitUntil(lambda: [row.title for row in desk.page._list.rows.rows].count("Two axes") == 1)
    qtbot.waitUntil(desk.pane.hasFocus)
    qtbot.keyClicks(desk.pane, "Still here. ")
    assert desk.page.save_now()
    assert "Still here." in (desk.vault / "notes" / "Two axes.md").read_text(encoding="utf-8")
    desk.shell.notices.undo()
    qtbot.waitUntil(lambda: desk.page.note.keeper.path == "notes/Informal ≠ social.md")
    assert not (desk.vault / "notes" / "Two axes.md").exists()
    assert "[[Informal ≠ social]]" in (desk.vault / desk.path).read_text(encoding="utf-8")
    assert title(desk).text() == "Informal ≠ social"
    back = next(c for c in sense.cards() if c.title == "Informal ≠ social")
    assert "Still here." in sense.load(back.path).file.body


def test_what_is_typed_while_the_file_moves_is_not_lost(qtbot: QtBot, desks: Callable[..., Desk]) -> None:
    desk = desks("Begin.\n")
    title(desk).setText("Elsewhere")
    desk.page._retitling.begin()
    assert desk.page._retitling.busy
    desk.pane.setFocus()
    desk.end()
    qtbot.keyClicks(desk.pane, "typed meanwhile")
    assert desk.page.save_now()
    assert "typed meanwhile" in (desk.vault / "notes" / "Elsewhere.md").read_text(encoding="utf-8")
    assert not (desk.vault / desk.path).exists()


def test_a_typed_title_survives_the_end_of_the_program(desks: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = desks("Begin.\n")
    title(desk).setFocus()
    title(desk).selectAll()
    qtbot.keyClicks(title(desk), "Half typed")
    kept = desk.demo.services.settings.get(f"unsaved.title.{desk.path}")
    assert kept == "Half typed"
    desk.page.rest()
    assert (desk.vault / "notes" / "Half typed.md").exists()
    assert desk.demo.services.settings.get(f"unsaved.title.{desk.path}") == ""


def test_leaving_for_another_note_takes_the_title_along(desks: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = desks("Begin.\n")
    title(desk).setFocus()
    title(desk).selectAll()
    qtbot.keyClicks(title(desk), "Left behind")
    desk.shell.go("note", next(c.path for c in desk.demo.services.sense.cards() if c.title == "Informal ≠ social"))
    qtbot.waitUntil(lambda: (desk.vault / "notes" / "Left behind.md").exists())
    assert desk.page.note.card is not None
    assert desk.page.note.card.title == "Informal ≠ social"


def test_a_first_start_has_nothing_around_it(demos: Callable[..., Demo], windows: Callable[..., Shell]) -> None:
    shell = windows(demos(empty=True).services, "light", "en")
    shell.show()
    shell.show_room("sense")
    found = shell.findChild(LinksPanel)
    assert found is not None
    assert not [label for label in found.findChildren(QLabel) if label.isVisible()]
