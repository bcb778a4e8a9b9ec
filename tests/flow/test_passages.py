"""Passages of books, talks and conversations; and whose words never leave."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import Refused
from tests.flow.capture_desk import CaptureDesk

BOOK = {"kind": "book", "title": "Communities of Practice", "author": "Etienne Wenger"}
SECRET = "This must never ever leave the room we were in together."


@pytest.fixture
def desk() -> CaptureDesk:
    return CaptureDesk()


def leaves(desk: CaptureDesk, *names: str, language: str = "en") -> str:
    _, path = desk.drafting.new_draft(names, "What leaves")
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_field("lang", language), loaded.digest)
    return desk.export(path).decode()


def test_a_passage_of_a_book_is_a_highlight_at_its_page(desk: CaptureDesk) -> None:
    done = desk.passage("Practice is a shared history of learning.", "73", "Mine.", **BOOK)
    assert desk.body(done.path) == (
        f"> Practice is a shared history of learning.\n>\n> p. 73\n\n^{done.highlight_id}\n\nMine.\n")
    assert (done.kind, done.known, desk.front(done.path, "kind")) == ("book", False, "book")


def test_more_passages_of_one_book_stand_in_one_source_each_at_its_page(desk: CaptureDesk) -> None:
    first = desk.passage("Practice is a shared history of learning.", "73", **BOOK)
    second = desk.passage("Another page says more.", "80", **BOOK)
    third = desk.passage("Nobody knows where this stands.", **BOOK)
    again = desk.passage("Practice is a shared history of learning.", "73", **BOOK)
    assert {done.path for done in (first, second, third, again)} == {first.path}
    assert again.highlight_id == first.highlight_id
    placed = desk.highlighting.of_article(desk.seek.find_article(first.article_id))
    assert [(one.highlight.highlight_id, one.highlight.where) for one in placed] == [
        (first.highlight_id, "exact"), (second.highlight_id, "exact"), (third.highlight_id, "exact")]
    body = desk.body(first.path)
    assert (body.count("> p. 73"), body.count("> p. 80"), body.count("> p.")) == (1, 1, 2)


def test_a_source_that_is_here_gets_one_passage_more(desk: CaptureDesk) -> None:
    done = desk.page()
    more = desk.passages.of_source(done.source_id, "Said at the end of it.", "", "Mine.")
    assert (more.path, more.known) == (done.path, True)
    assert "Said at the end of it." in desk.body(done.path)


def test_words_over_two_pages_are_quoted_without_the_line_that_parts_them(desk: CaptureDesk) -> None:
    from tests.seek.files import pdf

    done = desk.file(pdf("It begins here", "and ends there."), "x.pdf", "begins here p. 2 and ends", title="Report")
    assert "> begins here\n>\n> and ends\n>\n> pp. 1–2" in desk.body(done.path)
    assert [one.highlight.where for one in desk.highlighting.listing()] == ["exact"]
    assert "and ends\n>\n> — [[Report#" in desk.sense.quotation(done.highlight_id)


@pytest.mark.parametrize(("facts", "words", "place", "english", "dutch"), [
    (BOOK, "Practice is shared.", "73", "Etienne Wenger, Communities of Practice, p. 73",
     "Etienne Wenger, Communities of Practice, p. 73"),
    (BOOK, "Practice is shared.", "73-74", "Etienne Wenger, Communities of Practice, pp. 73–74",
     "Etienne Wenger, Communities of Practice, p. 73–74"),
    ({"kind": "conversation", "partner": "Jan de Boer", "consent": "named"}, "I learn from mistakes.", "",
     "in conversation with Jan de Boer", "in gesprek met Jan de Boer"),
    ({"kind": "conversation", "partner": "Jan de Boer", "consent": "anonymous"}, "I learn from mistakes.", "",
     "an anonymous conversation", "een anoniem gesprek"),
])
def test_what_leaves_is_credited_in_the_language_of_the_draft(
        desk: CaptureDesk, facts: dict[str, str], words: str, place: str, english: str, dutch: str) -> None:
    done = desk.passage(words, place, **facts)
    for language, credit in (("en", english), ("nl", dutch)):
        assert leaves(desk, done.highlight_id, language=language).rstrip().endswith(f"> — {credit}")


def test_the_credit_of_a_video_opens_at_its_time(desk: CaptureDesk) -> None:
    done = desk.page("https://www.youtube.com/watch?v=abc", "Work is learning.", "12:40", title="The talk",
                     author="Jarche")
    assert "[Jarche, The talk, 12:40](<https://www.youtube.com/watch?v=abc&t=760s>)" in leaves(desk, done.highlight_id)


def test_the_name_of_an_anonymous_partner_is_nowhere_in_what_leaves(desk: CaptureDesk) -> None:
    done = desk.passage("I learn from mistakes.", kind="conversation", partner="Jan Geheim", consent="anonymous")
    note = desk.note("Mine", quotes=(done.highlight_id,))
    for left in (leaves(desk, done.highlight_id), leaves(desk, note), leaves(desk, done.source_id)):
        assert "Geheim" not in left


def conversation(desk: CaptureDesk) -> tuple[str, str, str]:
    done = desk.passage(SECRET, kind="conversation", partner="Piet Geheim")
    assert desk.front(done.path, "consent") == "no"
    return done.highlight_id, done.source_id, done.article_id


def test_a_conversation_without_consent_leaves_by_no_way(desk: CaptureDesk) -> None:
    highlight, source, article = conversation(desk)
    note = desk.note("Mine", quotes=(highlight,))
    for name in (highlight, source, article, note):
        with pytest.raises(Refused, match="without consent"):
            desk.drafting.new_draft((name,), "Out")
    link = f"sources/Conversation with Piet Geheim#^{highlight}"
    going = desk.publishing
    for body in (f"[[{link}|words]]", f"![[{link}]]", "[[Conversation with Piet Geheim]]", f"> {SECRET}\n",
                 f"I write down: {SECRET.lower()}",
                 "Heard: this must\nnever *ever* leave the room we were in together!",
                 f"[x](<{link.replace('#', '.md#')}>)"):
        path = desk.draft(body)
        for way in (lambda p=path: desk.export(p, "markdown"), lambda p=path: desk.export(p, "html"),
                    lambda p=path: going.rendered(p, "team"), lambda p=path: going.check(p, "public"),
                    lambda p=path: desk.publish(p), lambda p=path: desk.publish(p, dry_run=True)):
            with pytest.raises(Refused, match="without consent"):
                way()


TALK = "We spoke of this and that.\n\nThe purple elephant dances in the garden every single night of autumn.\n"
SAID = "the purple elephant dances in the garden every single night"


@pytest.mark.parametrize("body", [
    f"She said: {SAID} of autumn.", "the _purple_ elephant __dances in__ the garden every single night",
    "the [purple](https://x.example/) elephant [[dances]] in the garden every single night",
    "the&nbsp;purple&#32;elephant dances in&#x20;the garden every single night",
    "the pur\u00adple ele\u200bphant dances in the garden every single night",
    "| the purple elephant dances |\n| --- |\n| in the garden every single night |",
    "THE PURPLE ELEPHANT DANCES IN THE\nGARDEN EVERY SINGLE NIGHT",
    f"![{SAID}](x.png)"])
def test_all_that_was_captured_of_it_stays_in_however_it_is_written(desk: CaptureDesk, body: str) -> None:
    desk.file(TALK.encode(), "talk.txt", kind="conversation", partner="Piet Geheim")
    path = desk.draft(body)
    for way in (lambda: desk.export(path), lambda: desk.publishing.check(path, "public"), lambda: desk.publish(path)):
        with pytest.raises(Refused, match="without consent"):
            way()


@pytest.mark.parametrize("field", ["title", "excerpt", "tags"])
def test_front_matter_says_nothing_of_it_either(desk: CaptureDesk, field: str) -> None:
    desk.file(TALK.encode(), "talk.txt", kind="conversation", partner="Piet Geheim")
    path = desk.draft("Nothing of it.")
    loaded = desk.vault.load(path)
    desk.vault.save(path, loaded.file.with_field(field, [SAID] if field == "tags" else SAID), loaded.digest)
    with pytest.raises(Refused, match="without consent"):
        desk.export(path)


@pytest.mark.parametrize("part", ["This must never ever leave the room!", "must never ever leave the room"])
def test_a_part_of_a_marked_sentence_stays_in(desk: CaptureDesk, part: str) -> None:
    conversation(desk)
    with pytest.raises(Refused, match="without consent"):
        desk.export(desk.draft(f"And so it is: {part}"))


@pytest.mark.parametrize("body", [
    "In the garden I saw a purple elephant.", "We spoke of this and that, as one does in the end of it all.",
    "Must it never leave? I do not know, and the room we were in together was cold."])
def test_common_words_and_a_few_of_them_are_anybodys(desk: CaptureDesk, body: str) -> None:
    conversation(desk)
    desk.file(TALK.encode(), "talk.txt", kind="conversation", partner="Piet Geheim")
    assert desk.export(desk.draft(body))


def test_what_lies_in_the_trash_stays_in_with_its_name(desk: CaptureDesk) -> None:
    _, source, _ = conversation(desk)
    talk = desk.file(TALK.encode(), "talk.txt", kind="conversation", partner="Jan")
    desk.vault.delete(desk.vault.find(source).path)
    desk.vault.delete(talk.path)
    for body in (f"> {SECRET}\n", f"Then {SAID}.", "As I heard in [[Conversation with Piet Geheim]]."):
        with pytest.raises(Refused, match="without consent"):
            desk.export(desk.draft(body))
    assert desk.export(desk.draft("Nothing of it."))


def test_what_a_partner_repeats_of_what_was_shared_is_ones_own(desk: CaptureDesk) -> None:
    path = desk.draft("Curation is the art of leaving out what everybody else has kept already.")
    desk.publish(path)
    desk.file(b"You write:\n\nCuration is the art of leaving out what everybody else has kept already. But why?",
              "mail.txt", kind="conversation", partner="Piet Geheim")
    assert desk.export(path)


def test_consent_that_is_taken_back_counts_at_once(desk: CaptureDesk) -> None:
    done = desk.passage("I learn from my mistakes.", kind="conversation", partner="Jan", consent="named")
    path = desk.draft(desk.sense.quotation(done.highlight_id))
    desk.export(path)
    desk.passage("I learn from my mistakes.", kind="conversation", partner="Jan", consent="no")
    with pytest.raises(Refused, match="without consent"):
        desk.export(path)


@pytest.mark.parametrize(("facts", "words", "reason"), [
    ({"kind": "conversation"}, "Words", "with whom"), ({"kind": "book"}, "Words", "needs a title"),
    ({}, "Words", "what it is"),
    ({**BOOK, "kind": "video"}, "x", "is no place"),
])
def test_a_passage_of_nothing_is_refused(desk: CaptureDesk, facts: dict[str, str], words: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        desk.passage(words, "p. 3", **facts)
    assert desk.vault.files == {}


def test_a_highlight_that_is_drawn_over_another_page_stands_at_that_page(desk: CaptureDesk) -> None:
    from pkm_app.flow.highlight_edits import HighlightEdits
    from tests.seek.files import pdf

    done = desk.file(pdf("It begins here.", "And ends there."), "x.pdf", "begins here.", title="Report")
    article = desk.seek.find_article(done.article_id)
    text = desk.store.body(article.article_id).text  # type: ignore[union-attr]
    edits = HighlightEdits(desk.vault, desk.sources)
    start, end = text.index("And ends"), len(text)
    edited = edits.reshape(article, done.highlight_id, start, end)
    assert "> And ends there.\n>\n> p. 2" in desk.body(done.path)
    edits.undo(edited)
    assert "> begins here.\n>\n> p. 1" in desk.body(done.path)
    edits.reshape(article, done.highlight_id, text.index("begins"), end)
    assert "> begins here.\n>\n> And ends there.\n>\n> pp. 1–2" in desk.body(done.path)
