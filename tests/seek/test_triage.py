"""Keeping up over the real database, the real choices file and the real log of marks."""

from datetime import timedelta

import pytest

from pkm_app.base.errors import NotFound, Problem, Refused, StorageProblem
from pkm_app.base.events import Failed
from pkm_app.library.marks import Marks
from pkm_app.library.seek_choices import SeekChoicesFile
from pkm_app.seek import triage as triage_module
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.lists import Wanted, place_of
from pkm_app.seek.model import Feed, Subscription
from pkm_app.seek.opmlwrite import write_opml
from pkm_app.seek.organising import Placement
from pkm_app.seek.service import SeekService
from pkm_app.seek.triage import SavedSearch, SeekChoices, wanted_of
from tests.fakes.seek import LocalReader, MemorySubscriptions, Page, ScriptedWeb, rss
from tests.seek.conftest import CATALOGUE, run
from tests.seek.house import House

FEEDS = ("anna", "bert", "cato")


def three(house: House) -> None:
    for number, feed in enumerate(FEEDS):
        for n in range(3):
            house.put(f"{feed}{n}", feed, days_ago=n * 3 + number, language="nl" if feed == "bert" else "en")


def test_a_list_is_narrowed_by_source_folder_words_author_language_and_unread(house):
    three(house)
    everything = ["anna0", "bert0", "cato0", "anna1", "bert1", "cato1", "anna2", "bert2", "cato2"]
    assert house.ids() == everything
    assert house.ids(feed_ids=("cato", "anna")) == [name for name in everything if "bert" not in name]
    assert house.ids(feed_ids=("bert",)) == ["bert0", "bert1", "bert2"]
    assert house.ids(feed_ids=("-",)) == []
    assert house.ids(language="nl") == ["bert0", "bert1", "bert2"]
    assert house.ids(author="ber") == ["bert0", "bert1", "bert2"]
    assert house.ids(author="anna", words="anna1") == ["anna1"]
    assert house.ids(words="texts") == everything, "any form of a word"
    assert house.ids(words="?!") == house.ids(author="-- ") == []
    house.store.set_mark(["anna0"], "read", True)
    assert house.ids(unread=True) == everything[1:]
    house.store.set_mark(["anna0"], "kept", True)
    assert house.ids(view="kept") == ["anna0"]
    assert house.ids(view="kept", feed_ids=("anna", "bert")) == ["anna0"]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize("wanted", [Wanted(), Wanted(feed_ids=FEEDS), Wanted(feed_ids=("anna",)), Wanted(words="text")])
def test_a_list_goes_on_from_its_last_row_whatever_the_size_of_a_page(house, size, wanted):
    three(house)
    whole = house.triage.listing(wanted)
    read, before = [], None
    while page := house.triage.listing(wanted, size, before):
        read += page
        before = place_of(page[-1])
    assert read == whole


@pytest.mark.parametrize("wanted", [
    Wanted(), Wanted("kept"), Wanted("later"), Wanted("all"), Wanted(language="nl"), Wanted(unread=True),
    Wanted(feed_ids=("anna",)), Wanted(feed_ids=("anna", "bert"), unread=True)])
def test_no_list_sorts(house, wanted, monkeypatch):
    plans = []
    real = house.db.read

    def explained(work):
        class Explaining:
            def __init__(self, connection):
                self.connection = connection

            def execute(self, sql, values=()):
                plan = self.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
                plans.extend(row["detail"] for row in plan)
                return self.connection.execute(sql, values)

        return real(lambda connection: work(Explaining(connection)))

    three(house)
    monkeypatch.setattr(house.db, "read", explained)
    house.triage.listing(wanted, before=("2026-11-19T00:00:00+00:00", "x"))
    assert plans
    assert not [line for line in plans if "TEMP B-TREE" in line]
    assert not [line for line in plans if line.startswith("SCAN a") and "USING INDEX" not in line]


def test_only_what_is_on_the_screen_is_read_and_taken_back(house):
    three(house)
    shown = house.triage.listing(Wanted(), 2)
    marked = house.triage.mark_read(shown)
    assert (marked.ids, house.unread()) == (("anna0", "bert0"), 7)
    assert house.ids() == ["anna0", "bert0", "cato0", "anna1", "bert1", "cato1", "anna2", "bert2", "cato2"], "not done"
    run(house.triage.put_back(marked))
    assert house.unread() == 9


def test_all_of_a_list_is_read_but_not_what_came_in_since_nor_what_was_read_before(house, monkeypatch):
    monkeypatch.setattr(triage_module, "PAGE", 2)
    three(house)
    house.store.set_mark(["cato2"], "read", True)
    top = place_of(house.triage.listing(Wanted(), 1)[0])
    house.put("newer", days_ago=-1)
    marked, events = run(house.triage.mark_all_read(Wanted(), top))
    assert (len(marked.ids), house.ids(unread=True)) == (8, ["newer"])
    assert events
    run(house.triage.put_back(marked))
    assert (house.unread(), house.store.article("cato2").read) == (9, True)
    marked, _ = run(house.triage.mark_all_read(Wanted(feed_ids=("bert",))))
    assert set(marked.ids) == {"bert0", "bert1", "bert2"}


def test_what_is_read_at_once_stands_in_the_log_of_the_vault(house):
    three(house)
    run(house.triage.mark_all_read(Wanted(feed_ids=("anna",))))
    assert {url for url, mark, on in Marks(house.vault, "there").load().marks if mark == "read" and on} == {
        f"https://anna.example/anna{n}" for n in range(3)}


def test_a_search_is_saved_renamed_replaced_and_forgotten(house):
    search = SavedSearch(" communities  of practice ", words="communities practice", language="en", unread=True)
    house.triage.save_search(search)
    house.triage.save_search(SavedSearch("Dutch", view="all", language="nl"))
    assert [one.name for one in house.triage.searches()] == ["communities of practice", "Dutch"]
    assert house.triage.search_named("Communities Of Practice").unread
    house.triage.save_search(SavedSearch("dutch", author="rubens"))
    assert [one.author for one in house.triage.searches()] == ["", "rubens"]
    house.triage.rename_search("dutch", "Rubens")
    with pytest.raises(Refused, match="already"):
        house.triage.rename_search("Rubens", "communities of practice")
    assert house.triage.remove_search("rubens").author == "rubens"
    for act in (house.triage.remove_search, house.triage.search_named):
        with pytest.raises(NotFound, match="rubens"):
            act("rubens")
    for bad in (SavedSearch("  ", words="x"), SavedSearch("Everything")):
        with pytest.raises(Refused):
            house.triage.save_search(bad)
    assert len(house.triage.searches()) == 1


def test_a_search_in_a_folder_or_a_source_means_what_is_in_it_today(house):
    anna, bert = Feed("anna", "https://a.example/feed"), Feed("bert", "https://b.example/feed")
    placements = [Placement("People", anna), Placement("People/Dutch", bert), Placement("Peopleless", Feed("x", "y"))]
    assert wanted_of(SavedSearch("s", folder="People"), placements).feed_ids == ("anna", "bert")
    assert wanted_of(SavedSearch("s", feed="http://a.example/feed/"), placements).feed_ids == ("anna",)
    assert wanted_of(SavedSearch("s", folder="Gone"), placements).feed_ids == ("-",)
    assert wanted_of(SavedSearch("s", words="x", unread=True), placements) == Wanted(words="x", unread=True)


def test_a_muted_word_keeps_articles_out_of_the_inbox_and_back_they_come(house):
    house.put("one", text="All about Black Friday")
    house.put("two", title="BLACK-FRIDAY!", text="x")
    house.put("three", text="Friday is black")
    house.put("kept", text="black friday")
    house.put("done", text="black friday")
    house.store.set_mark(["kept"], "kept", True)
    house.store.set_mark(["done"], "done", True)
    run(house.triage.mute("black  friday"))
    assert (house.ids(), house.ids(view="kept")) == (["three"], ["kept"])
    assert set(house.ids(view="all")) == {"one", "two", "three", "kept", "done"}
    assert house.unread() == 1
    house.put("four", text="Another black friday")
    run(house.triage.tidy())
    assert house.ids() == ["three"]
    with pytest.raises(NotFound):
        run(house.triage.mute("white", on=False))
    with pytest.raises(Refused):
        run(house.triage.mute(" !? "))
    run(house.triage.mute("Black Friday", on=False))
    assert set(house.ids()) == {"one", "two", "three", "four"}, "what the person was done with stays done"
    assert house.triage.muted() == ()


def test_muting_goes_through_many_articles_in_steps(house, monkeypatch):
    monkeypatch.setattr(triage_module, "PAGE", 1)
    for n in range(50):
        house.put(f"n{n:02}", text="noise" if n % 2 else "signal")
    _, events = run(house.triage.mute("noise"))
    assert len(events) > 2
    assert len(house.ids()) == 25


def highlighted(house: House, article_id: str) -> None:
    url = house.store.article(article_id).url
    house.db.write(lambda c: c.execute(
        """INSERT INTO vault_files (path, name, conflict, mtime_ns, size, digest, file_id, type, title, tags, lang,
               created, updated, private, maturity, value, question, url, author, kind, excerpt)
           VALUES ('s.md', 's', 0, 0, 0, '', '', 'source', '', '', '', '', '', 0, '', '', '', ?, '', '', '')""",
        (url,)))


def test_old_articles_go_but_for_what_is_kept_later_or_highlighted(house):
    for name in ("old", "kept", "later", "highlighted"):
        house.put(name, days_ago=100)
    house.put("young", days_ago=1)
    house.store.set_mark(["kept"], "kept", True)
    house.store.set_mark(["later"], "later", True)
    highlighted(house, "highlighted")
    assert house.triage.old(30) == 1
    gone, _ = run(house.triage.prune(30))
    assert (gone, set(house.ids(view="all"))) == (1, {"kept", "later", "highlighted", "young"})
    assert house.ids(view="all", words="text of old") == []
    assert house.unread() == 2, "the counters follow"
    with pytest.raises(Refused, match="7"):
        run(house.triage.prune(3))


def test_an_old_post_that_has_only_just_come_in_stays_for_a_while(house):
    house.put("classic", published=house.clock() - timedelta(days=4000))
    assert house.triage.old(30) == 0


@pytest.fixture
def seek(house):
    web = ScriptedWeb()
    subscriptions = MemorySubscriptions(write_opml([Subscription("https://blog.example/feed", "A blog")]))
    return SeekService(web, LocalReader(), house.store, subscriptions, Marks(house.vault, "here"), Catalogue(CATALOGUE),
                       house.clock, house.triage.tidy), web


def test_what_was_pruned_does_not_come_back_though_the_server_still_gives_it(house, seek):
    service, web = seek
    web.pages["https://blog.example/feed"] = Page(rss(1, 2))
    run(service.refresh())
    house.keep[0] = 30
    house.clock.forward(days=60)
    web.pages["https://blog.example/feed"] = Page(rss(1, 2, 3))
    run(service.refresh(force=True))
    assert [article.title for article in service.articles("all")] == ["Post 3"]
    for words in ("Words", "Changed words"):
        web.pages["https://blog.example/feed"] = Page(rss(1, 2, 3, words=words))
        results, _ = run(service.refresh(force=True))
        assert results[0].new == 0
        assert [article.title for article in service.articles("all")] == ["Post 3"]
    service.unfollow("A blog")
    run(service.follow("https://blog.example/feed"))
    assert len(service.articles("all")) == 3, "who follows anew begins anew"


def test_new_articles_with_a_muted_word_never_reach_the_inbox(house, seek):
    service, web = seek
    house.put("other")
    run(house.triage.mute("words of 2"))
    web.pages["https://blog.example/feed"] = Page(rss(1, 2))
    run(service.refresh())
    assert {article.title for article in service.articles()} >= {"Post 1"}
    assert "Post 2" not in {article.title for article in service.articles()}


def test_choices_that_cannot_be_read_do_not_lose_what_came_in(house, seek):
    service, web = seek
    (house.vault / ".pkm").mkdir()
    (house.vault / ".pkm" / "seek.toml").write_text("muted = 3")
    web.pages["https://blog.example/feed"] = Page(rss(1))
    results, events = run(service.refresh())
    assert results[0].new == 1
    assert any("cannot be understood" in str(event) for event in events if isinstance(event, Failed))


def test_the_choices_file_keeps_what_others_wrote(house):
    path = house.vault / ".pkm" / "seek.toml"
    path.parent.mkdir()
    path.write_text('# mine\ncolour = "red"\nmuted = ["a"]  # words\n\n[[search]]\n# about this one\nname = "One"\n'
                    'words = "x"\nother = 1\n\n[[search]]\nname = "Two"\nwords = "y"\n')
    choices = SeekChoicesFile(house.vault)
    assert choices.load() == SeekChoices((SavedSearch("One", words="x"), SavedSearch("Two", words="y")), ("a",))
    house.triage.save_search(SavedSearch("Three", language="nl"))
    house.triage.remove_search("Two")
    text = path.read_text()
    for kept in ("# mine", 'colour = "red"', "# about this one", "other = 1"):
        assert kept in text
    assert [search.name for search in choices.load().searches] == ["One", "Three"]
    before = path.read_bytes()
    choices.save(choices.load())
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", [
    "muted = 3", "muted = [1]", "search = 1", "[[search]]\nwords = 'x'", "[[search]]\nname = 'x'\nwords = 3", "a = [",
    "[[search]]\nname = 'x'\nview = 'elsewhere'", "[[search]]\nname = 'x'\nunread = 'yes'", "search = [1]"])
def test_a_choices_file_that_cannot_be_understood_is_left_alone(house, text):
    path = house.vault / ".pkm" / "seek.toml"
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(StorageProblem, match=r"seek\.toml"):
        house.triage.save_search(SavedSearch("x", words="y"))
    assert path.read_text() == text
    with pytest.raises(Problem):
        house.triage.searches()
