from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.quotation import quotation, read_quotations
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.share.compose import Piece, compose, draft_file

NOW = datetime(2026, 11, 20, 13, 12, 3, tzinfo=UTC)


def test_pieces_are_blocks_of_their_own() -> None:
    assert compose([Piece("one\n"), Piece("\n\n"), Piece("\ntwo")]) == "one\n\ntwo\n"
    assert compose([]) == "\n"


def test_the_file_of_a_draft_says_what_it_is() -> None:
    file = parse_vault_file(draft_file("A: title", "Body.\n", "post", "nl", NOW).to_bytes())
    assert {key: file.text_field(key) for key in ("type", "title", "template", "lang")} == {
        "type": "draft", "title": "A: title", "template": "post", "lang": "nl"}
    assert file.text_field("created") == file.text_field("updated") == NOW.astimezone().isoformat(timespec="seconds")
    assert file.body == "Body.\n"
    assert "lang" not in draft_file("T", "", "post", "", NOW).front


LINES = ["words", "```", "~~~~", "> quoted", "    code", "- item", "", "# head", "<div>", "```x"]
OWN = st.lists(st.sampled_from(LINES), max_size=8).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(own=OWN, quote=st.text(min_size=1, max_size=40).filter(str.strip))
def test_whatever_stands_before_a_quotation_is_found_with_its_credit(own: str, quote: str) -> None:
    body = compose([Piece(own), Piece(quotation(quote, "S", "hl-abcdefghij", "Jan", "Talk"))])
    last = read_quotations(body)[-1]
    assert (last.highlight_id, last.credit) == ("hl-abcdefghij", "Jan, Talk")
