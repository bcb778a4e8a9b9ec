"""The words around a find, with those that matched marked."""

from __future__ import annotations

import pytest

from pkm_app.content import stems as stemming
from pkm_app.content.escaping import escape_plain
from pkm_app.content.stems import stems
from pkm_app.library import snippets
from pkm_app.library.index_documents import plain_words
from pkm_app.library.snippets import snippet


@pytest.mark.parametrize(("text", "word", "shown"), [
    ("Wij hebben veel geleerd.", "leren", "Wij hebben veel ⟦geleerd⟧."),
    ("Communities are learning.", "learned", "Communities are ⟦learning⟧."),
    ("Een gemeenschap van mensen.", "gemeenschappen", "Een ⟦gemeenschap⟧ van mensen."),
    ("Learned first, then learn.", "learn", "⟦Learned⟧ first, then ⟦learn⟧."),
    ("Nothing of it.", "leren", "Nothing of it."),
])
def test_other_forms_are_marked_too(text: str, word: str, shown: str) -> None:
    assert snippet(text, {word}, set(stems(word))) == shown


def test_the_very_word_is_shown_rather_than_an_earlier_form() -> None:
    text = "learned " + "far " * 100 + "learn it"
    assert snippet(text, {"learn"}, set(stems("learn"))).startswith("… ")
    assert "⟦learn⟧ it" in snippet(text, {"learn"}, set(stems("learn")))


def test_words_that_cannot_match_are_not_stemmed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def count(word: str) -> tuple[str, ...]:
        asked.append(word)
        return stemming.stems(word)

    monkeypatch.setattr(snippets, "stems", count)
    snippet("many words of which one is learned and geleerd by people " * 3, {"none"}, {"learn", "leer"})
    assert set(asked) == {"learned", "geleerd"}


def test_signs_that_a_quotation_holds_are_shown_as_they_were_said() -> None:
    said = "Prima **stuk**, 3 < 4 > 2 # [[x]] a_b `c`"
    assert plain_words(f"> {escape_plain(said)}\n") == said
    assert plain_words("**vet** en *schuin* en `code` 5\\*") == "vet en schuin en code 5*"


def test_a_table_is_shown_as_its_words() -> None:
    table = "Before | and after\n\n| Who | What |\n| --- | :-: |\n| Helen | works *out loud* |\n"
    assert " ".join(plain_words(table).split()) == "Before | and after Who What Helen works out loud"
