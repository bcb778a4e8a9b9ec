from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.sense.notes import NewNote, compose_body, note_file, stamp

NOW = datetime(2026, 11, 20, 13, 12, 3, 500, tzinfo=UTC)


def test_a_time_is_written_with_its_offset_to_the_second() -> None:
    assert datetime.fromisoformat(stamp(NOW)) == NOW.replace(microsecond=0)
    assert stamp(NOW)[-6] in "+-"


@pytest.mark.parametrize(("parts", "body"), [
    ((), "\n"), (("words\n",), "words\n"), (("", "> q"), "> q\n"), (("words", "> q\n", "> r"), "words\n\n> q\n\n> r\n"),
    (("    code\n\n",), "    code\n"),
])
def test_own_words_and_quotations_are_blocks(parts: tuple[str, ...], body: str) -> None:
    assert compose_body(parts[0] if parts else "", parts[1:]) == body


def test_the_file_of_a_note_says_what_is_known_and_nothing_else() -> None:
    bare = note_file(NewNote("T"), "\n", NOW)
    assert set(bare.front) == {"id", "type", "title", "created", "updated"}
    assert not bare.private
    note = NewNote("Yes: \"no\" # [x]", tags=("a b", "ünï"), lang="nl", private=True, maturity="seed", question=True)
    file = parse_vault_file(note_file(note, "Body.\n", NOW).to_bytes())
    assert file.private
    assert [file.text_field(key) for key in ("title", "lang", "maturity", "question")] == [
        "Yes: \"no\" # [x]", "nl", "seed", "open"]
    assert file.front["tags"] == ["a b", "ünï"]


def test_the_language_is_found_out_from_ones_own_words() -> None:
    dutch = "Communities groeien niet op bestelling, en iemand moet eerst een vraag durven stellen aan de ander."
    assert note_file(NewNote("T", dutch), dutch, NOW).text_field("lang") == "nl"
    assert note_file(NewNote("T", dutch, lang="fy"), dutch, NOW).text_field("lang") == "fy"
