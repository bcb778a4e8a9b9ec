"""What a draft can take up, and how it comes into it."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NotFound, Refused
from pkm_app.flow.offers import Offers
from pkm_app.flow.search import Found
from pkm_app.sense.model import Hit
from tests.flow.desk import Desk

WORDS = "the conversations that surround"


def offers(desk: Desk, *hits: Hit) -> Offers:
    return Offers(desk.store, desk.vault, lambda query, places, limit: Found(tuple(
        hit for hit in hits if query and f"{hit.kind}s" in places)[:limit]))


def test_without_words_the_latest_of_each_kind_is_offered(desk: Desk) -> None:
    article = desk.article()
    made = desk.highlighting.add(article, WORDS)
    desk.store.set_mark([article.article_id], "kept", True)
    note = desk.note("Conditions")
    desk.note("Secret", private=True)
    found = offers(desk).find()
    assert [(one.kind, one.id) for one in found] == [
        ("highlight", made.highlight_id), ("note", note), ("article", article.article_id)]
    assert found[0].words == WORDS
    assert found[0].about == "Julian Stodd, An introduction"
    assert [one.kind for one in offers(desk).find(kinds=("note",))] == ["note"]


def test_words_are_searched_and_what_is_gone_or_stays_in_is_not_offered(desk: Desk) -> None:
    note, secret = desk.note("Conditions"), desk.note("Secret", private=True)
    desk.write("sources/Talk.md", "> He said it plainly\n\n^hl-abcdefghij\n", id="01t", type="source",
               kind="conversation", title="Talk", author="Jan")
    hits = [Hit("note", note, "", "", 1.0), Hit("note", secret, "", "", 1.0), Hit("note", "01gone", "", "", 1.0),
            Hit("highlight", "hl-abcdefghij", "", "", 1.0), Hit("article", "nothing", "", "", 1.0)]
    assert [one.id for one in offers(desk, *hits).find("any")] == [note]


def test_a_thing_comes_in_with_its_credit_and_as_a_card_into_finds(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS, comment="What I think. %% for me %%")
    post, finds = desk.draft("Mine.\n", "Post"), desk.draft("Mine.\n", "Finds", template="finds")
    plain, card = desk.drafting.piece(made.highlight_id, post), desk.drafting.piece(made.highlight_id, finds)
    assert plain == desk.sense.quotation(made.highlight_id)
    assert card == f"{plain}\n\nWhat I think."
    with pytest.raises(NotFound):
        desk.drafting.piece("hl-0000000000", post)


def test_things_are_put_at_the_end_of_a_draft(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS)
    path = desk.draft("Mine.\n\n```\nleft open\n")
    draft_id, where = desk.drafting.append(path, [made.highlight_id, desk.note("Note", "Own words.\n")])
    assert (draft_id, where) == ("01draft000000000", path)
    assert desk.body(path).startswith("Mine.\n\n```\nleft open\n```\n\n> the conversations")
    assert desk.body(path).endswith("\n\nOwn words.\n")
    before = desk.body(path)
    for names in ([], [desk.note("Secret", private=True)], ["nothing"]):
        with pytest.raises((Refused, NotFound)):
            desk.drafting.append(path, names)
    assert desk.body(path) == before
