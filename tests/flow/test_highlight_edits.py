"""Editing highlights: colour, extent, joining, taking away; each undone whole, and what quotes them stays right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pkm_app.base.errors import NotFound, Refused
from pkm_app.content.highlights import read_highlights
from pkm_app.flow.highlight_edits import HighlightEdits, overlapping
from pkm_app.library.database import Database
from pkm_app.library.filecache import FileCache
from pkm_app.library.vault import FileVault
from pkm_app.sense.model import Highlight
from pkm_app.sense.notes import NewNote
from pkm_app.sense.ports import Vault
from tests.flow.desk import START, Desk

FIRST, SECOND = "Social Learning is about", "the conversations that surround this"


@pytest.fixture(params=["memory", "files"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a vault in memory, and one over real files whose clock stands still."""
    if request.param == "memory":
        yield Desk()
    else:
        db = Database(tmp_path / "pkm.db")
        (tmp_path / "vault").mkdir()
        vault = FileVault(tmp_path / "vault", FileCache(db), tmp_path / "history", "device", lambda: START)
        vault.prepare()
        yield Desk.over(vault)
        db.close()


def edits(desk: Desk) -> HighlightEdits:
    return HighlightEdits(desk.vault, desk.sources)


def state(vault: Vault) -> list[tuple[str, str, str, int, str]]:
    return [(h.highlight_id, h.exact, h.colour, h.start, h.comment) for h in vault.highlights()]


def body(desk: Desk, highlight: Highlight) -> str:
    return desk.vault.load(highlight.source_path).file.body


def place(desk: Desk, words: str) -> tuple[int, int]:
    start = desk.sources.body(desk.article()).text.index(words)
    return start, start + len(words)


def test_another_colour_and_back(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), FIRST, comment="Mine.")
    before = state(desk.vault)
    edited = edits(desk).recolour(made.highlight_id, "blue")
    assert state(desk.vault) == [(made.highlight_id, FIRST, "blue", 0, "Mine.")]
    again = edits(desk).recolour(made.highlight_id, "pink")
    edits(desk).undo(again)
    assert desk.vault.find_highlight(made.highlight_id).colour == "blue"
    edits(desk).undo(edited)
    assert state(desk.vault) == before
    with pytest.raises(Refused):
        edits(desk).recolour(made.highlight_id, "black")


def test_another_extent_keeps_id_and_comment_and_is_undone(desk: Desk) -> None:
    article = desk.article()
    made = desk.highlighting.add(article, FIRST, comment="Mine.")
    before, words = state(desk.vault), body(desk, made)
    edited = edits(desk).reshape(article, made.highlight_id, 0, place(desk, SECOND)[1])
    assert state(desk.vault) == [(made.highlight_id, f"{FIRST} {SECOND}", "yellow", 0, "Mine.")]
    placed = desk.highlighting.of_article(article)[0]
    assert (placed.start, placed.end, placed.highlight.where) == (0, place(desk, SECOND)[1], "exact")
    edits(desk).undo(edited)
    assert state(desk.vault) == before
    assert body(desk, made) == words


def test_joining_keeps_both_comments_and_the_links_of_what_quotes_them(desk: Desk) -> None:
    article = desk.article()
    second = desk.highlighting.add(article, SECOND, comment="Two.", colour="green")
    first = desk.highlighting.add(article, FIRST, comment="One.")
    note = desk.sense.new_note(NewNote("Uses it", "Mine.\n"), (second.highlight_id,))[1]
    before, words, quoting = state(desk.vault), body(desk, first), desk.vault.load(note).file.body
    edited = edits(desk).join(article, [second.highlight_id, first.highlight_id])
    assert state(desk.vault) == [(first.highlight_id, f"{FIRST} {SECOND}", "yellow", 0, "One.\n\nTwo.")]
    assert desk.vault.find_highlight(first.highlight_id).used_in == (note,)
    edits(desk).undo(edited)
    assert sorted(state(desk.vault)) == sorted(before)
    assert body(desk, first) == words
    assert desk.vault.load(note).file.body == quoting


def test_joining_needs_two_that_have_their_place(desk: Desk) -> None:
    article = desk.article()
    made = desk.highlighting.add(article, FIRST)
    with pytest.raises(Refused):
        edits(desk).join(article, [made.highlight_id, made.highlight_id])
    other = desk.highlighting.add(article, SECOND)
    changed = desk.article("<p>Something else stands here now.</p>")
    with pytest.raises(Refused, match="lost its place"):
        edits(desk).join(changed, [made.highlight_id, other.highlight_id])
    assert len(desk.vault.highlights()) == 2


def test_taken_away_and_put_back_as_it_was(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), FIRST, comment="Mine.")
    desk.highlighting.add(desk.article(), SECOND)
    before, words = state(desk.vault), body(desk, made)
    edited = edits(desk).remove(made.highlight_id)
    with pytest.raises(NotFound):
        desk.vault.find_highlight(made.highlight_id)
    edits(desk).undo(edited)
    assert state(desk.vault) == before
    assert body(desk, made) == words


def test_undo_leaves_what_was_written_meanwhile(desk: Desk) -> None:
    article = desk.article()
    made = desk.highlighting.add(article, FIRST, comment="Mine.")
    other = desk.highlighting.add(article, SECOND)
    edited = edits(desk).remove(made.highlight_id)
    desk.sense.set_comment(other.highlight_id, "Written meanwhile.")
    edits(desk).undo(edited)
    assert {h.highlight_id: (h.exact, h.comment) for h in desk.vault.highlights()} == {
        made.highlight_id: (FIRST, "Mine."), other.highlight_id: (SECOND, "Written meanwhile.")}


def test_a_highlight_typed_by_hand_can_be_coloured_and_reshaped(desk: Desk) -> None:
    article = desk.article()
    loaded = desk.sources.keep(article)
    typed = f"> {FIRST}\n\n^hl-typed0hand\n\nBy hand.\n"
    desk.vault.save(loaded.path, loaded.file.with_body(typed), loaded.digest)
    edits(desk).recolour("hl-typed0hand", "green")
    edited = edits(desk).reshape(article, "hl-typed0hand", *place(desk, SECOND))
    assert edited.highlight.colour == "green"
    block = read_highlights(body(desk, edited.highlight))[0]
    assert (block.quote, block.comment) == (SECOND, "By hand.")


def test_what_overlaps_or_adjoins(desk: Desk) -> None:
    article = desk.article()
    text = desk.sources.body(article).text
    desk.highlighting.add(article, FIRST)
    placed = desk.highlighting.of_article(article)
    end = placed[0].end
    assert overlapping(placed, 3, 8, text) == placed
    assert overlapping(placed, end + 1, end + 9, text) == placed, "only a blank lies between"
    assert overlapping(placed, end + 5, end + 9, text) == []

