from __future__ import annotations

import pytest

from pkm_app.base.errors import NetworkProblem, NotFound, Refused
from pkm_app.base.events import finish
from pkm_app.share.formats import FORMATS
from pkm_app.share.publish import marker_of, place_of
from tests.flow.desk import Desk

PRIVATE = "For all.\n\n%% private\nfor me\n%%\n\n%% internal\nfor us\n%%\n\n<!-- a note to me -->\n"


def shared(desk: Desk) -> list[str]:
    return sorted(path for path in desk.vault.files if path.startswith("shared/"))


def change(desk: Desk, path: str, words: str = "More words.\n") -> None:
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_body(loaded.file.body + "\n" + words), loaded.digest)


def test_created_then_unchanged_then_updated(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    assert (first.action, desk.site.posts[first.remote_id].status) == ("created", "draft")
    assert desk.publish(path).action == "unchanged"
    assert desk.site.asked.get("update", 0) == 0
    change(desk, path)
    third = desk.publish("01draft")
    assert (third.action, third.remote_id) == ("updated", first.remote_id)
    assert "More words" in desk.site.posts[first.remote_id].html
    assert len(desk.site.posts) == 1


def test_what_left_is_kept_exactly_as_it_left(desk: Desk) -> None:
    path = desk.draft(PRIVATE)
    done = desk.publish(path)
    assert desk.vault.load(path).file.list_field("outlets") == (f"blog {done.remote_id}",)
    record = desk.vault.load(shared(desk)[0]).file
    assert shared(desk) == ["shared/2026-11-20 What grows.md"]
    assert record.body == "For all.\n"
    keys = ("type", "draft", "outlet", "address", "audience", "remote", "url")
    assert {key: record.text_field(key) for key in keys} == {
        "type": "shared", "draft": "01draft000000000", "outlet": "blog", "address": "https://site.example/",
        "audience": "public", "remote": done.remote_id, "url": done.url}
    desk.publish(path)
    assert len(shared(desk)) == 1
    change(desk, path)
    desk.publish(path)
    assert len(shared(desk)) == 2
    assert desk.vault.load(path).file.list_field("outlets") == (f"blog {done.remote_id}",)


def test_each_outlet_has_its_own_post_and_its_own_audience(desk: Desk) -> None:
    path = desk.draft(PRIVATE)
    public, team = desk.publish(path), desk.publish(path, "crew")
    assert public.cut == 3
    assert team.cut == 2
    assert "for us" not in desk.site.posts[public.remote_id].html
    assert "for us" in desk.site.posts[team.remote_id].html
    for number in (public.remote_id, team.remote_id):
        assert "for me" not in desk.site.posts[number].html
        assert "note to me" not in desk.site.posts[number].html


@pytest.mark.parametrize("lost", ["create", "update"])
def test_trap_24_a_lost_answer_makes_no_second_draft(desk: Desk, lost: str) -> None:
    path = desk.draft("My words.\n")
    if lost == "update":
        desk.publish(path)
        change(desk, path)
    desk.site.lose = lost
    with pytest.raises(NetworkProblem):
        desk.publish(path)
    place = place_of(desk.outlets.find("blog"))
    begun = desk.journal.pending("01draft000000000", place)
    assert begun is not None
    assert begun.marker == marker_of("01draft000000000", "blog")
    done = desk.publish(path)
    assert desk.journal.pending("01draft000000000", place) is None
    assert list(desk.site.posts) == [done.remote_id]
    assert desk.publish(path).action == "unchanged"


def test_a_lost_database_makes_no_second_draft(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    desk.lose_database()
    assert desk.publish(path, dry_run=True).action == "unchanged"
    assert desk.publish(path).action == "unchanged"
    change(desk, path)
    desk.lose_database()
    assert (desk.publish(path).action, list(desk.site.posts)) == ("updated", [first.remote_id])


def test_without_database_and_records_the_mark_tells_that_a_post_is_ours(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    desk.lose_database()
    for record in shared(desk):
        desk.vault.outside(record, None)
    assert desk.publish(path).remote_id == first.remote_id
    assert len(desk.site.posts) == 1


def test_a_post_that_does_not_carry_our_mark_is_never_written_over(desk: Desk) -> None:
    """The same name of an outlet may lead to another site by now, where the number is somebody else's post."""
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    desk.lose_database()
    for record in shared(desk):
        desk.vault.outside(record, None)
    desk.site.markers.clear()
    with pytest.raises(Refused, match="mark of this draft"):
        desk.publish(path)
    assert desk.site.posts[first.remote_id].html == "<p>My words.</p>\n"


def test_the_latest_record_counts_whatever_the_times_of_the_files(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    desk.publish(path)
    change(desk, path)
    desk.publish(path)
    oldest = min(shared(desk), key=lambda record: desk.vault.load(record).file.text_field("id"))
    desk.vault.outside(oldest, desk.vault.files[oldest])  # a synchroniser brings it later
    desk.lose_database()
    assert desk.publish(path).action == "unchanged"


def test_trap_24_what_was_changed_there_is_refused(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    desk.site.edit(first.remote_id, "<p>Better.</p>")
    for lost in (False, True):
        if lost:
            desk.lose_database()
        with pytest.raises(Refused):
            desk.publish(path)
        change(desk, path)
        with pytest.raises(Refused):
            desk.publish(path)
    assert desk.site.posts[first.remote_id].html == "<p>Better.</p>"
    assert len(shared(desk)) == 1


def test_a_post_thrown_away_there_is_made_anew(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    desk.site.trash(first.remote_id)
    again = desk.publish(path)
    assert again.action == "created"
    assert desk.vault.load(path).file.list_field("outlets") == (f"blog {again.remote_id}",)


def test_a_dry_run_says_what_would_happen_and_writes_and_asks_nothing(desk: Desk) -> None:
    desk.vault.outside("drafts/D.md", b"---\ntype: draft\ntitle: D\n---\nWords. %% private %%\n")
    before, asked = dict(desk.vault.files), dict(desk.site.asked)
    done = desk.publish("drafts/D.md", dry_run=True)
    assert (done.action, done.remote_id, done.cut) == ("created", "", 1)
    assert (desk.vault.files, desk.site.asked) == (before, asked)
    sent = desk.publish("drafts/D.md")
    assert desk.publish("drafts/D.md", dry_run=True).action == "unchanged"
    change(desk, "drafts/D.md")
    again = desk.publish("drafts/D.md", dry_run=True)
    assert (again.action, again.remote_id) == ("updated", sent.remote_id)


def test_a_record_that_was_not_written_is_written_the_next_time(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    desk.publish(path)
    desk.vault.outside(shared(desk)[0], None)  # as if the program had been killed between the two
    assert desk.publish(path).action == "unchanged"
    assert len(shared(desk)) == 1


def test_a_copy_never_changes_the_post_of_the_first(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    copy = "drafts/What grows (copy).md"
    desk.vault.outside(copy, desk.vault.files[path] + b"\nOther.\n")
    with pytest.raises(Refused, match="copy"):
        desk.publish(copy)
    text = desk.vault.files[copy].decode().replace("id: 01draft000000000\n", "")
    desk.vault.outside(copy, text.encode())
    second = desk.publish(copy)
    assert second.action == "created"
    assert desk.publish(copy, "crew").action == "created"
    assert "Other" not in desk.site.posts[first.remote_id].html


def test_a_copy_restored_from_history_is_a_draft_of_its_own(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    change(desk, path)
    version = len(desk.vault.history(path))
    restored = desk.sense.restore(path, version)
    file = desk.vault.load(restored.path).file
    assert (file.text_field("id"), file.list_field("outlets")) == ("", ())
    assert desk.publish(restored.path).remote_id != first.remote_id


@pytest.mark.parametrize("private", [True, "no", ""])
def test_a_private_draft_goes_nowhere(desk: Desk, private: object) -> None:
    path = desk.draft("My words.\n", private=private)
    for act in (lambda: desk.publishing.check(path, "team"), lambda: desk.export(path, "html"),
                lambda: desk.publishing.rendered(path, "team"), lambda: desk.publish(path, "crew"),
                lambda: desk.publish(path, dry_run=True)):
        with pytest.raises(Refused, match="for you alone"):
            act()
    assert desk.site.posts == {}


@pytest.mark.parametrize("body", [
    "![[Secret]]\n", "![[notes/Secret]]\n", "![x](../notes/Secret.md)\n",
    "> words\n>\n> — [[Secret#^hl-abcdefghij|Jan]]\n", "> words\n>\n> — [[renamed since#^hl-abcdefghij|Jan]]\n",
])
def test_what_shows_a_private_file_is_refused_and_the_check_says_so(desk: Desk, body: str) -> None:
    desk.write("notes/Secret.md", "> words\n\n^hl-abcdefghij\n", id="01s", type="note", title="Plans", private=True)
    path = desk.draft("Mine.\n\n" + body)
    result = desk.publishing.check(path, "public")
    assert not result.passed
    assert [f.rule for f in result.findings if f.level == "must"] == ["private-embed"]
    for form in FORMATS:
        with pytest.raises(Refused, match="private file"):
            desk.export(path, form)
    with pytest.raises(Refused):
        desk.publish(path)
    assert desk.site.posts == {}


def test_a_link_to_a_private_file_tells_nothing_of_it(desk: Desk) -> None:
    desk.write("notes/x.md", "", id="01s", type="note", title="Leaving my job", private=True)
    data = desk.export(desk.draft("See [[x]].\n"))
    assert data.decode().endswith("---\n\n# What grows\n\nSee a note of my own.\n")


@pytest.mark.parametrize("consent", ["", "no"])
def test_a_conversation_without_consent_goes_nowhere(desk: Desk, consent: str) -> None:
    desk.write("sources/Talk.md", "> words\n\n^hl-abcdefghij\n", id="01t", type="source", kind="conversation",
               title="Talk", consent=consent, url="https://talk.example/")
    path = desk.draft("Mine.\n\n> words\n>\n> — [[Renamed since#^hl-abcdefghij|Jan]]\n")
    for act in (lambda: desk.publishing.check(path, "team"), lambda: desk.export(path, "html"),
                lambda: desk.publish(path), lambda: desk.publish(path, dry_run=True)):
        with pytest.raises(Refused, match="without consent"):
            act()
    assert desk.site.posts == {}


@pytest.mark.parametrize(("lang", "said"), [("nl", "een anoniem gesprek"), ("en", "an anonymous conversation"),
                                            ("", "an anonymous conversation")])
def test_of_an_anonymous_conversation_the_words_leave_and_no_name(desk: Desk, lang: str, said: str) -> None:
    desk.write("sources/Talk with Jan.md", "> words\n\n^hl-abcdefghij\n", id="01t", type="source",
               kind="conversation", title="Talk with Jan", consent="anonymous", author="Jan", url="https://jan.example/")
    path = desk.draft(f"Mine.\n\n{desk.sense.quotation('hl-abcdefghij')}\n\nAs I think.\n", lang=lang)
    assert desk.publishing.check(path, "public").passed
    draft = desk.publishing.rendered(path, "public")
    for text in (draft.markdown, draft.html):
        assert said in text
        assert "words" in text
        assert "jan" not in text.lower()


def test_a_credit_finds_its_source_after_a_rename_elsewhere(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), "the conversations that surround")
    path = desk.drafting.new_draft([made.highlight_id], title="D")[1]
    desk.vault.outside("sources/New name.md", desk.vault.files[made.source_path])
    desk.vault.outside(made.source_path, None)
    assert "(<https://blog.example/post>)" in desk.publishing.rendered(path, "public").markdown


def test_what_is_no_draft_is_told_how_to_become_one(desk: Desk) -> None:
    note = desk.note()
    with pytest.raises(Refused, match="pkm draft --from"):
        desk.publishing.check(note, "public")
    for act in (lambda: desk.publishing.check(note, "everybody"), lambda: desk.export(note, "docx")):
        with pytest.raises(Refused):
            act()
    with pytest.raises(NotFound):
        desk.publish(desk.draft("x\n"), "nowhere")


def test_a_cancelled_sending_has_sent_nothing(desk: Desk) -> None:
    operation = desk.publishing.publish(desk.draft("x\n"), "blog")
    next(operation)
    operation.close()
    assert desk.site.posts == {}
    assert finish(desk.publishing.publish("01draft", "blog")).action == "created"


def test_the_latest_record_is_the_last_one_though_the_clock_stands_still(desk: Desk) -> None:
    at = desk.now()
    desk.now = lambda: at  # type: ignore[method-assign]
    desk.lose_database()
    path = desk.draft("My words.\n")
    for number in range(6):
        change(desk, path, f"Words {number}.\n")
        desk.publish(path)
        latest = max(shared(desk), key=lambda record: desk.vault.load(record).file.text_field("id"))
        assert f"Words {number}." in desk.vault.load(latest).file.body
