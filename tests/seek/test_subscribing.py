from dataclasses import replace

import pytest

from pkm_app.base.errors import Refused, StorageProblem
from pkm_app.seek.model import Subscription
from pkm_app.seek.opmlwrite import write_opml
from tests.fakes.seek import rss
from tests.seek.conftest import run


def subscription(n, **more):
    return Subscription(f"https://{n}.example/feed", f"Feed {n}", **more)


def listed(world, *numbers, **more):
    world.subscriptions.data = write_opml([subscription(n, **more) for n in numbers])


def test_the_store_learns_and_forgets_what_the_list_says(world):
    listed(world, *range(10))
    assert len(world.seek.sync_subscriptions().added) == 10
    listed(world, *range(1, 11))
    synced = world.seek.sync_subscriptions()
    assert (len(synced.added), len(synced.dropped), synced.missing) == (1, 1, ())
    assert {feed.address for feed in world.store.feeds()} == {f"https://{n}.example/feed" for n in range(1, 11)}
    assert world.seek.sync_subscriptions() == type(synced)()


def test_what_a_person_changes_in_the_list_reaches_the_store(world):
    listed(world, 1, 2)
    world.seek.sync_subscriptions()
    world.subscriptions.data = write_opml([
        subscription(1, folder="New/Place", why="Because", local=True), subscription(2)])
    world.seek.sync_subscriptions()
    feed = world.seek.find_feed("Feed 1")
    assert (feed.folder, feed.why, feed.local) == ("New/Place", "Because", True)


def test_a_feed_in_two_folders_is_one_feed(world):
    world.subscriptions.data = write_opml([subscription(1, folder="A"), subscription(1, folder="B")])
    world.seek.sync_subscriptions()
    assert [feed.folder for feed in world.seek.feeds()] == ["A"]
    world.seek.unfollow("Feed 1")
    assert world.addresses() == []


def test_a_subscription_whose_address_alone_changed_keeps_its_articles(world):
    world.serve("https://1.example/feed", rss(1))
    listed(world, 1, 2)
    run(world.seek.refresh())
    before = world.seek.find_feed("Feed 1")
    world.subscriptions.data = write_opml([
        Subscription("https://moved.example/feed", "Feed 1"), subscription(2)])
    synced = world.seek.sync_subscriptions()
    assert (synced.added, synced.dropped) == ((), ())
    after = world.seek.find_feed(before.feed_id)
    assert (after.address, after.body_digest, after.next_due) == ("https://moved.example/feed", "", None)
    assert len(world.seek.articles("all", feed_id=before.feed_id)) == 1


@pytest.mark.parametrize("data", [b"", write_opml([]), write_opml([subscription(1)])])
def test_trap_14_a_list_that_lost_most_of_its_feeds_is_not_acted_upon(world, data):
    listed(world, *range(30))
    world.seek.sync_subscriptions()
    world.subscriptions.data = data
    synced = world.seek.sync_subscriptions()
    assert not synced.dropped
    assert len(synced.missing) >= 29
    assert len(world.store.feeds()) == 30
    world.serve("https://new.example/feed", rss(1, title="New"))
    run(world.seek.follow("https://new.example/feed"))
    assert len(world.addresses()) == 31
    assert world.seek.sync_subscriptions().missing == ()


def test_the_only_feed_that_vanishes_with_its_file_stays_too(world):
    listed(world, 1)
    world.seek.sync_subscriptions()
    world.subscriptions.data = b""
    assert world.seek.sync_subscriptions().dropped == ()
    world.seek.unfollow("Feed 1")
    assert world.store.feeds() == []


def test_the_feeds_of_another_vault_are_never_written_into_this_ones_list(world):
    """One profile, two vaults in turn: each list holds what was followed in its own vault."""
    world.serve("https://9.example/feed", rss(1))
    listed(world, *range(6))
    world.seek.sync_subscriptions()
    first, world.subscriptions.data = world.subscriptions.data, b""
    world.subscriptions.others.add(world.subscriptions.name)
    world.subscriptions.name = "/other/subscriptions.opml"
    run(world.seek.follow("https://9.example/feed"))
    assert world.addresses() == ["https://9.example/feed"]
    assert [feed.address for feed in world.seek.feeds()] == ["https://9.example/feed"]
    world.subscriptions.others.add(world.subscriptions.name)
    world.subscriptions.name, world.subscriptions.data = "/vault/subscriptions.opml", first
    synced = world.seek.sync_subscriptions()
    assert (len(synced.added), len(synced.dropped), synced.missing) == (6, 1, ())


def test_a_vault_that_was_moved_without_its_list_loses_no_feed(world):
    listed(world, *range(6))
    world.seek.sync_subscriptions()
    world.subscriptions.name, world.subscriptions.data = "/moved/subscriptions.opml", b""
    assert len(world.seek.sync_subscriptions().missing) == 6
    assert len(world.seek.sync_subscriptions().missing) == 6
    assert len(world.seek.feeds()) == 6


def test_an_unreadable_list_changes_nothing(world):
    listed(world, 1, 2)
    world.seek.sync_subscriptions()
    world.subscriptions.broken = True
    with pytest.raises(StorageProblem):
        world.seek.sync_subscriptions()
    with pytest.raises(StorageProblem):
        world.seek.unfollow("Feed 1")
    with pytest.raises(StorageProblem):
        run(world.seek.import_opml(write_opml([subscription(3)])))
    assert len(world.store.feeds()) == 2


def test_import_adds_knows_and_refuses_without_fetching(world):
    listed(world, 1)
    data = (b'<opml><body><outline text="Feed 1" xmlUrl="http://1.example/feed/"/>'
            b'<outline text="F"><outline text="Two" xmlUrl="https://2.example/feed?a=1&b=2"/></outline>'
            b'<outline text="Two" xmlUrl="https://2.example/feed?a=1&b=2"/>'
            b'<outline text="Bad" xmlUrl="exec:~/bin/x"/><outline text="Home" xmlUrl="http://192.168.1.1/rss"/>'
            b'<outline text="Sly" local="true" xmlUrl="https://sly.example/"/></body></opml>')
    world.seek.sync_subscriptions()
    result, _ = run(world.seek.import_opml(data))
    assert (result.added, result.known, len(result.failed)) == (2, 1, 2)
    assert not world.web.requests
    assert [(s.address, s.folder, s.local) for s in world.subscriptions.load()] == [
        ("https://1.example/feed", "", False), ("https://2.example/feed?a=1&b=2", "F", False),
        ("https://2.example/feed?a=1&b=2", "", False), ("https://sly.example/", "", False)]
    assert len(world.store.feeds()) == 3
    assert any("exec" in reason for reason in result.failed)
    assert any("192.168.1.1" in reason for reason in result.failed)
    again, _ = run(world.seek.import_opml(data))
    assert (again.added, again.known) == (0, 3)


def test_a_followed_feed_gets_the_further_folder_of_an_import_and_keeps_its_own_reason(world):
    listed(world, 1, folder="Mine", why="My reason")
    world.seek.sync_subscriptions()
    data = write_opml([replace(subscription(1), folder="Theirs", why="Their reason"),
                       replace(subscription(1), folder="Mine")])
    told = ["“Feed 1” stands in the folder “Theirs” now, too.", "“Feed 1”: your own reason stays; the file says "
            "“Their reason”."]
    dry, _ = run(world.seek.import_opml(data, dry_run=True))
    assert list(map(str, dry.told)) == told
    assert len(world.subscriptions.load()) == 1
    result, _ = run(world.seek.import_opml(data))
    assert (result.added, result.known, result.failed) == (0, 1, ())
    assert list(map(str, result.told)) == told
    assert {(s.folder, s.why) for s in world.subscriptions.load()} == {("Mine", "My reason"), ("Theirs", "My reason")}
    assert len(world.store.feeds()) == 1
    again, _ = run(world.seek.import_opml(data))
    assert len(again.told) == 1, "it stands there already"


def test_trap_09_a_private_address_comes_in_only_when_allowed(world):
    data = write_opml([Subscription("http://192.168.1.1/rss", "Home", local=True)])
    assert run(world.seek.import_opml(data))[0].added == 0
    assert run(world.seek.import_opml(data, allow_private=True))[0].added == 1
    assert world.seek.find_feed("Home").local


def test_a_dry_run_writes_nothing(world):
    result, _ = run(world.seek.import_opml(write_opml([subscription(1), subscription(2)]), dry_run=True))
    assert result.added == 2
    assert world.subscriptions.data == b""
    assert world.store.feeds() == []


def test_a_list_cut_short_is_taken_as_far_as_it_goes_and_said_to_be_short(world):
    data = write_opml([subscription(n) for n in range(9)])
    result, _ = run(world.seek.import_opml(data[:-100]))
    assert 0 < result.added < 9
    assert any("end of this file" in reason for reason in result.failed)


def test_what_is_exported_can_be_imported(world):
    listed(world, 1, 2, folder="A/B", why="Why & how")
    exported = world.seek.export_opml()
    other = type(world)()
    run(other.seek.import_opml(exported))
    assert other.subscriptions.load() == world.subscriptions.load()


def test_the_same_feed_is_not_added_by_two_at_once(world):
    """Another process follows between our look and our write: the list decides."""
    world.serve("https://1.example/feed", rss(1))
    operation = world.seek.follow("https://1.example/feed")
    next(operation)
    listed(world, 1)
    with pytest.raises(Refused, match="already"):
        run(operation)
    assert world.addresses() == ["https://1.example/feed"]


def test_an_unfollowing_that_cannot_be_written_did_not_happen(world):
    world.serve("https://1.example/feed", rss(1, 2))
    run(world.seek.follow("https://1.example/feed"))
    kept, _ = world.seek.articles()
    world.seek.mark([kept.article_id], "kept", True)
    real = world.subscriptions.save

    def read_only(_subscriptions):
        raise StorageProblem("{path} cannot be written.", path="subscriptions.opml")

    world.subscriptions.save = read_only
    with pytest.raises(StorageProblem):
        world.seek.unfollow("A blog")
    world.subscriptions.save = real
    run(world.seek.refresh())
    assert [feed.title for feed in world.seek.feeds()] == ["A blog"]
    assert len(world.seek.articles("all")) == 2
    assert [article.article_id for article in world.seek.articles("kept")] == [kept.article_id]
