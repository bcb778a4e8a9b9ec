from __future__ import annotations

import pytest

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.content.highlights import read_highlights
from pkm_app.flow.sources import article_behind
from tests.flow.desk import HTML, Desk

WORDS = "the conversations that surround"


def test_a_highlight_stands_in_a_source_file_with_its_version_and_anchor(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS, comment="Just so.")
    loaded = desk.vault.load(made.source_path)
    front = loaded.file.front
    assert made.source_path == "sources/Julian Stodd - An introduction.md"
    assert (front["type"], front["author"], front["url"]) == ("source", "Julian Stodd", "https://blog.example/post")
    block = read_highlights(loaded.file.body)[0]
    assert (block.highlight_id, block.quote, block.comment) == (made.highlight_id, WORDS, "Just so.")
    assert WORDS in desk.vault.snapshot(made.source_id, made.digest)
    anchor = desk.vault.anchor(made.source_id, made.highlight_id)
    assert anchor is not None
    assert (anchor.exact, anchor.prefix, anchor.suffix) == (made.exact, made.prefix, made.suffix)
    placed = desk.highlighting.of_article(desk.article())[0]
    text = desk.sources.body(desk.article()).text
    assert text[placed.start:placed.end] == WORDS
    assert placed.highlight.where == "exact"


def test_the_same_place_again_is_the_same_highlight(desk: Desk) -> None:
    first = desk.highlighting.add(desk.article(), WORDS)
    second = desk.highlighting.add(desk.article(), WORDS, comment="Now I know.")
    assert second.highlight_id == first.highlight_id
    assert [h.comment for h in desk.vault.highlights()] == ["Now I know."]


def test_words_in_several_places_are_refused_with_all_they_stand_in(desk: Desk) -> None:
    html = "".join(f"<p>{name} asked the same question, which is {name}’s own and goes on for quite a while.</p>"
                   for name in ("Anne", "Bert", "Carl"))
    article = desk.article(html)
    with pytest.raises(Ambiguous) as caught:
        desk.highlighting.add(article, "asked the same question")
    told = str(caught.value)
    assert "3 places" in told
    for name in ("Anne", "Bert", "Carl"):
        assert f"{name} asked the same question, which is {name}" in told
    assert "--prefix" in told
    assert desk.vault.files == {}
    second = desk.highlighting.add(article, "asked the same question", prefix="Bert ")
    assert second.prefix.endswith("Bert ")
    third = desk.highlighting.add(article, "asked the same question", suffix=", which is Carl")
    assert third.prefix.endswith("Carl ")


def test_every_place_is_shown_when_the_words_are_long(desk: Desk) -> None:
    long = "these are many words that stand twice " * 8
    with pytest.raises(Ambiguous) as caught:
        desk.highlighting.add(desk.article(f"<p>FIRST {long}.</p><p>SECOND {long}.</p>"), long.strip())
    assert "FIRST" in str(caught.value)
    assert "SECOND" in str(caught.value)


@pytest.mark.parametrize(("words", "colour", "problem"), [
    ("words that are not there", "yellow", NotFound), ("  ", "yellow", Refused), (WORDS, "purple", Refused),
])
def test_what_cannot_be_highlighted_is_said_and_nothing_is_written(
        desk: Desk, words: str, colour: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        desk.highlighting.add(desk.article(), words, colour=colour)
    assert desk.vault.files == {}


def test_a_source_file_edited_by_hand_keeps_every_word(desk: Desk) -> None:
    first = desk.highlighting.add(desk.article(), WORDS)
    edited = desk.vault.files[first.source_path].decode().replace(
        "type: source", "type: source\nmine: yes  # note") + "\nMy comment.\n\n## Later\n\nOther thoughts.\n"
    desk.vault.outside(first.source_path, edited.encode())
    second = desk.highlighting.add(desk.article(), "The conversations go on")
    now = desk.vault.files[first.source_path].decode()
    assert second.source_path == first.source_path
    assert "mine: yes  # note" in now
    assert now.index("My comment.") < now.index("The conversations go on") < now.index("## Later")
    assert [h.comment for h in desk.vault.highlights()] == ["My comment.", ""]


def test_a_source_file_that_lost_its_id_gets_one(desk: Desk) -> None:
    desk.write("sources/Mine.md", "By hand.\n", type="source", title="Mine", url="https://blog.example/post")
    made = desk.highlighting.add(desk.article(), WORDS)
    assert made.source_path == "sources/Mine.md"
    assert desk.vault.load("sources/Mine.md").file.text_field("id") == made.source_id != ""
    assert "By hand." in desk.body("sources/Mine.md")


def test_a_changed_article_is_found_again_or_said_to_be_an_orphan(desk: Desk) -> None:
    desk.highlighting.add(desk.article(), WORDS)
    desk.article(HTML.replace("Social Learning", "<b>New</b> words first. Social learning"))
    assert [p.highlight.where for p in desk.highlighting.listing()] == ["exact"]
    desk.article("<p>Nothing of it is left, all is about gardening now.</p>")
    placed = desk.highlighting.listing()[0]
    assert (placed.highlight.where, placed.start, placed.end) == ("orphan", -1, -1)
    assert placed.article_id == desk.article().article_id


def test_without_its_article_a_highlight_stands_in_the_version_that_was_read(desk: Desk) -> None:
    desk.highlighting.add(desk.article(), WORDS)
    desk.store.drop_feed("feed0")
    placed = desk.highlighting.listing()[0]
    assert (placed.highlight.where, placed.article_id) == ("exact", "")


def test_without_article_and_version_nothing_is_said_of_its_place(desk: Desk) -> None:
    desk.write("sources/Mine.md", "> typed by hand\n\n^hl-abcdefghij\n", id="01s", type="source", title="Mine")
    assert [p.highlight.where for p in desk.highlighting.listing()] == ["unchecked"]


def test_an_article_whose_address_moved_to_https_keeps_its_source_file(desk: Desk) -> None:
    desk.highlighting.add(desk.article(url="http://blog.example/post"), "the conversations that surround")
    desk.store.drop_feed("feed0")
    moved = desk.article(url="https://blog.example/post/?utm_source=feed")
    made = desk.highlighting.add(moved, "The conversations go on")
    assert [path for path in desk.vault.files if path.startswith("sources/")] == [made.source_path]
    assert len(desk.highlighting.of_article(moved)) == 2


def test_an_article_without_an_address_is_found_behind_its_source(desk: Desk) -> None:
    article = desk.article(url="", title="A status")
    made = desk.highlighting.add(article, WORDS)
    card = desk.vault.find(made.source_path)
    assert article_behind(desk.store, card.url) == article
    assert [p.article_id for p in desk.highlighting.listing()] == [article.article_id]
    assert article_behind(desk.store, "") is None
    assert article_behind(desk.store, "https://blog.example/#pkm-nothere") is None


def test_only_what_has_no_own_words_is_unsensed(desk: Desk) -> None:
    desk.highlighting.add(desk.article(), WORDS, comment="Mine.")
    bare = desk.highlighting.add(desk.article(), "The conversations go on")
    assert [p.highlight.highlight_id for p in desk.highlighting.listing(unsensed=True)] == [bare.highlight_id]


def test_keeping_makes_the_source_file_before_the_mark(desk: Desk) -> None:
    article = desk.article()
    marked: list[tuple[object, ...]] = []

    class Marker:
        def mark(self, *said: object) -> None:
            marked.append((*said, sorted(desk.vault.files)))

    marking = desk.marking(Marker())
    marking.set([article], "read")
    assert desk.vault.files == {}
    marking.set([article], "kept")
    marking.set([article], "kept", on=False)
    path = "sources/Julian Stodd - An introduction.md"
    assert marked == [([article.article_id], "read", True, []), ([article.article_id], "kept", True, [path]),
                      ([article.article_id], "kept", False, [path])]
    assert "conversations" in desk.vault.snapshot(
        desk.vault.load(path).file.text_field("id"), desk.vault.put_snapshot(desk.vault.find(path).file_id, HTML))
