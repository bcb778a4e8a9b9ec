"""Names, reasons, folders and quiet feeds: all in the list, all undone."""

import pytest

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.seek.model import Subscription
from pkm_app.seek.opmlwrite import write_opml
from pkm_app.seek.organising import Organising, Wishes
from pkm_app.seek.subscribing import Subscribing

ITEMS = [
    Subscription("https://a.example/", "Anna", folder="People/Dutch", why="She knows"),
    Subscription("https://b.example/", "Bert", folder="People"),
    Subscription("https://c.example/", "Cato"),
    Subscription("https://a.example/", "Anna", folder="Work", why="She knows"),
]


@pytest.fixture
def organising(world):
    world.subscriptions.data = write_opml(ITEMS)
    subscribing = Subscribing(world.store, world.subscriptions)
    subscribing.sync()
    return Organising(world.store, world.subscriptions, subscribing)


def places(organising) -> list[tuple[str, str]]:
    return [(one.folder, one.feed.title) for one in organising.placements()]


def feed(world, title):
    return world.seek.find_feed(title)


def test_a_feed_stands_in_each_of_its_folders(organising):
    assert places(organising) == [("", "Cato"), ("People", "Bert"), ("People/Dutch", "Anna"), ("Work", "Anna")]


def test_name_reason_and_silence_are_written_into_the_list_and_taken_back(world, organising):
    before = world.subscriptions.load()
    former = organising.edit(feed(world, "Anna"), Wishes(title=" Anna  B. ", why=" New reason ", quiet=True))
    mine = [item for item in world.subscriptions.load() if item.address == ITEMS[0].address]
    assert {(item.folder, item.title, item.why, item.quiet) for item in mine} == {
        ("People/Dutch", "Anna B.", "New reason", True), ("Work", "Anna B.", "New reason", True)}
    assert [one.quiet for one in organising.placements()] == [False, False, True, True]
    assert feed(world, "Anna B.").why == "New reason"
    organising.put_back(former)
    assert set(world.subscriptions.load()) == set(before)
    assert feed(world, "Anna").why == "She knows"


def test_a_feed_moves_to_other_folders_and_keeps_its_articles_and_its_reason(world, organising):
    anna = feed(world, "Anna")
    former = organising.edit(anna, Wishes(folders=["New / Deep", "Work"]))
    assert places(organising) == [("", "Cato"), ("New/Deep", "Anna"), ("People", "Bert"), ("Work", "Anna")]
    assert feed(world, "Anna").feed_id == anna.feed_id
    assert feed(world, "Anna").why == "She knows"
    organising.put_back(former)
    assert places(organising) == [("", "Cato"), ("People", "Bert"), ("People/Dutch", "Anna"), ("Work", "Anna")]
    organising.edit(anna, Wishes(folders=[]))
    assert ("", "Anna") in places(organising)


def test_a_folder_is_renamed_with_all_that_is_in_it(world, organising):
    former = organising.rename_folder("People", "Learning/People")
    assert places(organising) == [
        ("", "Cato"), ("Learning/People", "Bert"), ("Learning/People/Dutch", "Anna"), ("Work", "Anna")]
    organising.put_back(former)
    assert places(organising) == [("", "Cato"), ("People", "Bert"), ("People/Dutch", "Anna"), ("Work", "Anna")]


def test_two_folders_become_one_and_a_feed_is_once_in_it(organising):
    organising.rename_folder("People/Dutch", "Work")
    assert places(organising) == [("", "Cato"), ("People", "Bert"), ("Work", "Anna")]


def test_a_folder_is_taken_away_and_what_is_in_it_moves_up(organising):
    organising.remove_folder("People")
    assert places(organising) == [("", "Bert"), ("", "Cato"), ("Dutch", "Anna"), ("Work", "Anna")]


@pytest.mark.parametrize(("act", "kind"), [
    (lambda o, w: o.rename_folder("Peop", "X"), NotFound), (lambda o, w: o.rename_folder("", "X"), NotFound),
    (lambda o, w: o.rename_folder("People", " / "), Refused), (lambda o, w: o.remove_folder("Nowhere"), NotFound),
    (lambda o, w: o.rename_folder("People", "People/Inner"), Refused),
    (lambda o, w: o.edit(feed(w, "Bert"), Wishes(title="  ")), Refused),
])
def test_what_cannot_be_done_is_said_and_changes_nothing(world, organising, act, kind):
    before, writes = world.subscriptions.data, world.subscriptions.writes
    with pytest.raises(kind):
        act(organising, world)
    assert (world.subscriptions.data, world.subscriptions.writes) == (before, writes)


def test_who_was_unfollowed_since_does_not_come_back_by_undo(world, organising):
    former = organising.rename_folder("People", "Others")
    world.seek.unfollow("Bert")
    organising.put_back(former)
    assert places(organising) == [("", "Cato"), ("People/Dutch", "Anna"), ("Work", "Anna")]


def test_an_edit_of_a_list_that_cannot_be_read_changes_nothing(world, organising):
    bert = feed(world, "Bert")
    world.subscriptions.broken = True
    with pytest.raises(StorageProblem):
        organising.edit(bert, Wishes(why="x"))
    assert {one.feed.title for one in organising.placements()} == {"Anna", "Bert", "Cato"}
    assert feed(world, "Bert").why == ""
