"""What becomes of what left."""

from __future__ import annotations

from dataclasses import replace

import feedparser
import pytest

from pkm_app.base.errors import Ambiguous, NetworkProblem, NotFound, Refused
from pkm_app.base.events import Failed, finish
from pkm_app.flow.afterwards import Afterwards
from pkm_app.flow.trace import Node, Tracing
from pkm_app.share.aftermath import is_changed
from tests.flow.capture_desk import CaptureDesk

BODY = "My words.\n\nMore of them.\n"


@pytest.fixture
def desk() -> CaptureDesk:
    return CaptureDesk()


def looking(desk: CaptureDesk) -> Afterwards:
    return Afterwards(desk.vault, desk.outlets, desk.sense, desk.passages, desk.now)


def quoting(desk: CaptureDesk) -> str:
    article = desk.article()
    highlight = desk.highlighting.add(article, "the conversations that surround this")
    body = f"{desk.sense.quotation(highlight.highlight_id)}\n\nMy words.\n"
    return desk.draft(body, lang="en")


def test_what_was_placed_is_published_once_somebody_did_that_there(desk: CaptureDesk) -> None:
    path = desk.draft(BODY)
    done = desk.publish(path)
    after = looking(desk)
    [record] = after.left()
    assert (record.fate, record.url, record.outlet, record.title) == ("placed", "", "blog", "What grows")
    before = desk.vault.files[record.path]
    assert [one.fate for one in finish(after.look())] == ["placed"]
    assert desk.vault.files[record.path] == before or b"fate: placed" in desk.vault.files[record.path]
    desk.site.publish(done.remote_id)
    [found] = finish(after.look())
    assert (found.fate, found.url) == ("published", done.url)
    assert after.find(path) == found == after.find(record.record_id)
    written = desk.vault.load(record.path).file
    assert written.body == BODY
    assert written.text_field("published_url") == done.url
    again = desk.vault.files[record.path]
    finish(after.look())
    assert desk.vault.files[record.path] == again


@pytest.mark.parametrize("status", ["future", "private", "pending", "protected"])
def test_what_not_everybody_can_read_yet_is_neither_in_the_feed_nor_told_to_the_author(
        desk: CaptureDesk, status: str) -> None:
    done = desk.publish(quoting(desk))
    due = "2027-01-03T09:00:00+00:00" if status == "future" else ""
    desk.site.publish(done.remote_id, status, due)
    after = looking(desk)
    [found] = finish(after.look_quietly())
    assert (found.fate, found.url, found.due) == ("placed", "", due)
    assert found.state == ("scheduled" if status == "future" else status)
    assert finish(after.look_quietly()) == ()
    assert after.left() == [found]
    assert feedparser.parse(after.feed("Mine", "Me", "https://me.example/feed")).entries == []
    assert done.url not in after.credits("01draft000000000")[0].text
    desk.site.publish(done.remote_id)
    [found] = finish(after.look())
    assert (found.fate, found.url, found.state, found.due) == ("published", done.url, "", "")
    assert len(feedparser.parse(after.feed("Mine", "Me", "https://me.example/feed")).entries) == 1
    desk.site.publish(done.remote_id, "private")  # taken back
    [found] = finish(after.look())
    assert (found.fate, found.url, found.state) == ("placed", "", "private")


def test_what_was_thrown_away_there_is_gone(desk: CaptureDesk) -> None:
    done = desk.publish(desk.draft(BODY))
    desk.site.trash(done.remote_id)
    assert [one.fate for one in finish(looking(desk).look())] == ["gone"]


def test_what_was_changed_there_is_shown_beside_what_was_sent(desk: CaptureDesk) -> None:
    done = desk.publish(desk.draft(BODY))
    desk.site.edit(done.remote_id, "<p>My words.</p><p>Better ones.</p>")
    record, pieces = finish(looking(desk).compared("01draft"))
    assert record.fate == "placed"
    assert [(piece.kind, piece.words) for piece in pieces] == [
        ("same", "My words."), ("out", "More of them."), ("in", "Better ones.")]


def test_what_was_changed_beside_the_words_is_shown_too(desk: CaptureDesk) -> None:
    done = desk.publish(desk.draft(BODY, tags=["leren"]))
    assert not is_changed(finish(looking(desk).compared("01draft"))[1])
    desk.site.retell(done.remote_id, title="Better", excerpt="In short.", tags=("leren", "news"))
    assert [(piece.kind, piece.what, piece.words) for piece in finish(looking(desk).compared("01draft"))[1]] == [
        ("out", "title", "What grows"), ("in", "title", "Better"), ("out", "excerpt", "My words. More of them."),
        ("in", "excerpt", "In short."), ("out", "tags", "leren"), ("in", "tags", "leren, news"),
        ("same", "", "My words."), ("same", "", "More of them.")]


def test_a_heading_or_link_that_was_changed_there_is_shown(desk: CaptureDesk) -> None:
    done = desk.publish(desk.draft(BODY))
    desk.site.edit(done.remote_id, "<h2>My words.</h2><p>More of <a href='https://x.example/'>them</a>.</p>")
    assert [(piece.kind, piece.words) for piece in finish(looking(desk).compared("01draft"))[1]] == [
        ("out", "My words."), ("out", "More of them."), ("in", "## My words."),
        ("in", "More of [them](<https://x.example/>).")]


def test_an_outlet_that_cannot_be_asked_is_told_and_the_others_are_looked_at(desk: CaptureDesk) -> None:
    path = desk.draft(BODY)
    done, _ = desk.publish(path), desk.publish(path, "crew")
    desk.site.publish(done.remote_id)
    desk.outlets.remove("crew")
    events = []
    operation = looking(desk).look()
    while True:
        try:
            events.append(next(operation))
        except StopIteration as end:
            found = end.value
            break
    assert [str(event) for event in events if isinstance(event, Failed)] != []
    assert {one.outlet: one.fate for one in found} == {"blog": "published", "crew": "placed"}
    desk.site.break_off = "get"
    with pytest.raises(NetworkProblem):
        finish(looking(desk).compared(next(one.record_id for one in found if one.outlet == "blog")))


def test_a_draft_is_named_by_itself_where_it_left_once(desk: CaptureDesk) -> None:
    path = desk.draft(BODY)
    with pytest.raises(NotFound, match="not left"):
        looking(desk).find(path)
    desk.publish(path)
    desk.publish(path, "crew")
    with pytest.raises(Ambiguous):
        looking(desk).find(path)


def test_an_answer_stands_with_the_place_where_it_was_given(desk: CaptureDesk) -> None:
    path = desk.draft(BODY)
    desk.publish(path)
    desk.publish(path, "crew")
    after = looking(desk)
    with pytest.raises(Ambiguous, match="--outlet"):
        after.reply(path, "I see it otherwise.", "Karin Bos")
    with pytest.raises(NotFound, match="has not left to elsewhere yet"):
        after.reply(path, "I see it otherwise.", "Karin Bos", outlet="elsewhere")
    after.reply(path, "I see it otherwise.", "Karin Bos", outlet="crew")
    assert {one.outlet: one.replies for one in after.left()} == {"blog": 0, "crew": 1}


def test_a_person_says_where_it_can_be_read(desk: CaptureDesk) -> None:
    desk.publish(desk.draft(BODY))
    after = looking(desk)
    with pytest.raises(Refused):
        after.published_at("01draft", "javascript:alert(1)")
    assert after.published_at("01draft", " https://me.example/p ").url == "https://me.example/p"
    assert after.left()[0].fate == "published"


def kinds(node: Node) -> set[str]:
    return {node.kind}.union(*map(kinds, [*node.used_in, *node.rests_on]))


def test_an_answer_is_kept_under_the_post_and_found_in_its_trace(desk: CaptureDesk) -> None:
    path = quoting(desk)
    desk.publish(path)
    after = looking(desk)
    done = after.reply("01draft", "I disagree, kindly.", "Karin Bos")
    again = after.reply("01draft", "And more.", "Karin Bos")
    assert again.path == done.path
    file = desk.vault.load(done.path).file
    assert (file.text_field("with"), file.text_field("consent")) == ("Karin Bos", "no")
    assert file.body.count("[[") == 1
    [record] = after.left()
    assert record.replies == 1
    tracing = Tracing(desk.store, desk.vault, desk.sources)
    source = desk.vault.by_url("https://blog.example/post")
    assert source is not None
    assert {"source", "highlight", "draft", "shared"} <= kinds(tracing.trace(source.path))
    assert any(node.path == done.path for node in tracing.trace(record.record_id).used_in)
    back = tracing.trace(record.record_id).rests_on
    assert [node.kind for node in back] == ["draft"]
    assert {"source", "highlight"} <= kinds(back[0])
    for words, by in (("", "K"), ("x", " ")):
        with pytest.raises(Refused):
            after.reply("01draft", words, by)


def test_who_is_quoted_gets_a_message_with_the_public_address(desk: CaptureDesk) -> None:
    path = quoting(desk)
    after = looking(desk)
    [message] = after.credits(path)
    assert (message.author, message.addresses) == ("Julian Stodd", ("https://blog.example/post",))
    assert "not public yet" in message.text
    assert "the conversations that surround this" in message.text
    done = desk.publish(path)
    desk.site.publish(done.remote_id)
    finish(after.look())
    assert done.url in after.credits(after.left()[0].record_id)[0].text
    with pytest.raises(Refused):
        after.credits(desk.note())


def test_ones_own_feed_tells_what_everybody_can_read_and_nothing_else(desk: CaptureDesk) -> None:
    path = desk.draft("For all.\n\n%% internal\nfor us\n%%\n\n%% private\nfor me\n%%\n", lang="nl")
    after = looking(desk)
    public, team = desk.publish(path), desk.publish(path, "crew")
    assert feedparser.parse(after.feed("Mine", "Me", "https://me.example/feed.xml")).entries == []
    for done in (public, team):
        desk.site.publish(done.remote_id)
    finish(after.look())
    [entry] = feedparser.parse(after.feed("Mine", "Me", "https://me.example/feed.xml")).entries
    assert (entry.title, entry.link) == ("What grows", public.url)
    assert entry.content[0].language == "nl"
    assert "For all." in entry.content[0].value
    assert "for us" not in entry.content[0].value


def test_outlets_are_asked_quietly_only_where_their_password_is_kept(desk: CaptureDesk) -> None:
    after = looking(desk)
    done = desk.publish(desk.draft("My words.\n"))
    desk.site.posts[done.remote_id] = replace(desk.site.posts[done.remote_id], status="publish")
    secrets = desk.outlets._secrets
    kept = dict(secrets.kept)  # type: ignore[attr-defined]  # the fake's own
    secrets.kept.clear()  # type: ignore[attr-defined]
    asked = desk.site.asked.copy()
    assert finish(after.look_quietly()) == ()
    assert desk.site.asked == asked, "nothing leaves where there is no password for it"
    secrets.kept.update(kept)  # type: ignore[attr-defined]
    assert [one.fate for one in finish(after.look_quietly())] == ["published"]
    asked = desk.site.asked.copy()
    assert finish(after.look_quietly()) == ()
    assert desk.site.asked == asked, "what is published is not asked for again"


def test_the_address_a_person_gave_stays_where_the_outlet_knows_none(desk: CaptureDesk) -> None:
    done = desk.publish(desk.draft(BODY))
    after = looking(desk)
    desk.site.posts[done.remote_id] = replace(desk.site.posts[done.remote_id], status="publish", url="file:///x.md")
    [found] = finish(after.look())
    assert (found.fate, found.url) == ("published", "")
    after.published_at("01draft", "https://me.example/p")
    [found] = finish(after.look())
    assert (found.fate, found.url) == ("published", "https://me.example/p")


def test_who_is_quoted_in_a_chapter_gets_a_message_but_not_for_what_stays_in(desk: CaptureDesk) -> None:
    article = desk.article()
    quoted = desk.sense.quotation(desk.highlighting.add(article, "the conversations that surround this").highlight_id)
    path = desk.draft("![[Chapter one]]\n", lang="en")
    desk.write("drafts/Chapter one.md", f"{quoted}\n\nMine.\n", id="01c", type="draft", title="Chapter one")
    [message] = looking(desk).credits(path)
    assert "the conversations that surround this" in message.text
    desk.write("drafts/Chapter one.md", f"%% private\n{quoted}\n%%\n", id="01c", type="draft", title="Chapter one")
    assert looking(desk).credits(path) == ()


def test_what_stands_in_two_places_is_one_entry_of_the_feed(desk: CaptureDesk) -> None:
    path = desk.draft(BODY)
    after = looking(desk)
    for outlet in ("blog", "crew"):
        desk.publish(path, outlet)
    for record in after.left():
        loaded = desk.vault.load(record.path)
        desk.vault.save(record.path, loaded.file.with_field("audience", "public"), loaded.digest)
        after.published_at(record.record_id, f"https://{record.outlet}.example/p")
    assert len(feedparser.parse(after.feed("Mine", "Me", "https://me.example/feed.xml")).entries) == 1


def test_the_trace_of_what_left_leads_to_version_and_author_also_without_its_draft(desk: CaptureDesk) -> None:
    path = quoting(desk)
    desk.publish(path)
    [record] = looking(desk).left()
    tracing = Tracing(desk.store, desk.vault, desk.sources)

    def sources(node: Node) -> list[Node]:
        return [node, *(one for below in node.rests_on for one in sources(below))]

    for _ in range(2):
        below = {one.kind: one for one in sources(tracing.trace(record.record_id))}
        assert below["source"].author == "Julian Stodd"
        assert below["highlight"].title == "the conversations that surround this"
        assert below["version"].path.startswith("sources/snapshots/")
        assert [one.kind for one in sources(tracing.trace(record.record_id))].count("source") == 1
        if path in desk.vault.files:
            desk.vault.delete(path)
    assert tracing.trace(record.record_id).rests_on[0].kind == "source"


def test_what_left_at_one_moment_keeps_its_order_whatever_chance_put_into_its_ids(desk: CaptureDesk) -> None:
    for number, (name, chance) in enumerate(zip("fbdace", "wq3z8b", strict=True)):
        front = f"id: 01k9abcde{chance}aaaaaa\ntype: shared\ntitle: Part {number}\ndraft: 01draft{number}\noutlet: blog"
        desk.vault.outside(f"shared/{name}.md", f"---\n{front}\n---\nWords.\n".encode())
    assert [one.title for one in looking(desk).left()] == [f"Part {number}" for number in range(6)]
