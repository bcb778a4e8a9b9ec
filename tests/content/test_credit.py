"""How sources of every kind are credited, in both languages."""

import pytest

from pkm_app.content.credit import Credit, credit_words, in_all_languages

WHO = {"author": "Etienne Wenger", "title": "Communities of Practice"}


@pytest.mark.parametrize(("credit", "english", "dutch"), [
    (Credit("article", **WHO), "Etienne Wenger, Communities of Practice", "Etienne Wenger, Communities of Practice"),
    (Credit("pdf", **WHO, place="p. 14"), "Etienne Wenger, Communities of Practice, p. 14",
     "Etienne Wenger, Communities of Practice, p. 14"),
    (Credit("book", **WHO, place="pp. 14–15"), "Etienne Wenger, Communities of Practice, pp. 14–15",
     "Etienne Wenger, Communities of Practice, p. 14–15"),
    (Credit("video", "H. Jarche", "The talk", "12:40"), "H. Jarche, The talk, 12:40", "H. Jarche, The talk, 12:40"),
    (Credit("mail", "Anna", "A tip", via="Karin Bos"), "Anna, A tip, e-mail, via Karin Bos",
     "Anna, A tip, e-mail, via Karin Bos"),
    (Credit("conversation", "", "A talk", partner="Jan  de Boer", consent="named"), "in conversation with Jan de Boer",
     "in gesprek met Jan de Boer"),
    (Credit("conversation", "Jan", "Jan", partner="Jan", consent="anonymous"), "an anonymous conversation",
     "een anoniem gesprek"),
    (Credit("conversation", "Jan", "Jan", partner="Jan", consent="no"), "an anonymous conversation",
     "een anoniem gesprek"),
    (Credit("conversation", consent="named"), "an anonymous conversation", "een anoniem gesprek"),
    (Credit("page"), "", ""),
])
def test_a_credit_says_who_what_and_where(credit: Credit, english: str, dutch: str) -> None:
    assert in_all_languages(credit) == {"en": english, "nl": dutch}
    assert credit_words(credit, "nl-BE") == dutch
    assert credit_words(credit, "fr") == english
