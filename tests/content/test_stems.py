import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.stems import Word, fold, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeenschappen", "gemeenschap"),
        ("leren", "geleerd"),
        ("communities", "community"),
        ("learning", "learned"),
        ("delen", "gedeeld"),
        ("werkt", "gewerkt"),
        ("ideeën", "idee"),
        ("theorieën", "theorie"),
        ("zeeën", "zee"),
        ("cafés", "café"),
        ("foto's", "foto"),
        ("reünies", "reünie"),
        ("geïnspireerd", "inspireren"),
        ("reflecteert", "gereflecteerd"),
        ("reflecteren", "reflecteert"),
        ("GEMEENSCHAP", "gemeenschappen"),
        ("Friday's", "friday"),
        ("Friday’s", "friday"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(
    "word",
    [
        "ideeën",
        "reünie",
        "coördinatie",
        "geïnspireerd",
        "één",
        "beïnvloeden",
        "café",
        "naïve",
        "résumé",
        "zeeën",
        "geëvalueerd",
    ],
)
def test_a_word_written_without_its_accents_has_the_same_stems(word: str) -> None:
    assert stems(word) == stems(fold(word))
    assert fold(word).isascii()


@pytest.mark.parametrize(
    ("one", "other"), [("maan", "man"), ("leer", "laar"), ("design", "conditions"), ("boom", "bom")]
)
def test_other_words_share_none(one: str, other: str) -> None:
    assert not set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("ÉÉN", "een"),
        ("Straße", "strasse"),
        ("ĳs", "ijs"),
        ("e\u0301", "e"),
        ("Ørsted", "orsted"),
        ("Łódź", "lodz"),
        ("ge\u00admeen", "gemeen"),
        ("ﬁn", "fin"),
        ("ABC", "abc"),
        ("日本", "日本"),
        ("\U0001d468\U0001d44f", "ab"),  # bold letters of formulas: a capital comes out of what is none
    ],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_words_with_their_places() -> None:
    assert list(words("De foto's, re\u0301sumé_x 3D!")) == [
        Word("De", 0, 2),
        Word("foto's", 3, 9),
        Word("re\u0301sumé", 11, 18),
        Word("x", 19, 20),
        Word("3D", 21, 23),
    ]
    assert [word.text for word in words("'quoted' ‘so’ e-mail")] == ["quoted", "so", "e", "mail"]
    assert list(words("")) == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_words_are_where_they_say_and_have_stems(text: str) -> None:
    end = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end
        found = stems(word.text)
        assert found
        assert all(found)
        assert len(found) == len(set(found)) <= 2
        assert fold(fold(word.text)) == fold(word.text)


def test_a_word_without_end_is_not_stemmed() -> None:
    assert stems("ge" * 100_000) == ("ge" * 100_000,)
    assert stems("") == ()


def test_threads_do_not_disturb_each_other() -> None:
    each = [f"gemeenschappen{n} geleerd{n} communities{n}".split() for n in range(150)]
    results: list[list[tuple[str, ...]]] = []

    def run() -> None:
        results.append([stems(word) for group in each for word in group])

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [results[0]] * 4
