import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.language import guess

DUTCH = (
    "Het gaat om de wijsheid van de gemeenschap, niet om het ontwerp. "
    "Wij leren van elkaar, maar ook door het zelf te doen."
)
ENGLISH = "Social Learning is about the conversations that surround this: it's about the wisdom of the community."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (DUTCH, "nl"),
        (ENGLISH, "en"),
        (DUTCH.upper(), "nl"),
        ("De mensen leren van elkaar", "nl"),
        ("Dit is een zin", "nl"),
        ("What we learned from this", "en"),
        ("Ik heb ’s avonds geen zin om te lezen", "nl"),
        (DUTCH + " The wisdom of crowds.", "nl"),
        (ENGLISH * 3 + " Leren van elkaar.", "en"),
        ("“The”—wisdom—of “the” crowd…that ‘is’ what it’s about", "en"),
        ("(Het)/gaat/'om'_de_wijsheid:van-de-gemeenschap?niet?om?het-ontwerp", "nl"),
    ],
)
def test_dutch_and_english_are_told_apart(text: str, language: str) -> None:
    assert guess(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Friday's Finds",
        "Harold Jarche",
        "12 34 56",
        DUTCH + ENGLISH * 2,
        "def f(x): return x if x else None\nclass A:\n    pass",
        "Die Menschen lernen in der Gemeinschaft, und das ist nicht einfach für sie, wenn man vergleicht.",
        "Les gens apprennent dans la communauté et ce n'est pas facile en de nombreuses situations pour eux.",
        "La gente aprende en la comunidad y no es fácil de entender para los demás, como se sabe en el mundo.",
        "Människor lär sig i gemenskap och det är inte lätt att förstå för dem som inte har varit med.",
        "Die mense leer in die gemeenskap en dit is nie maklik vir hulle nie, want hulle het nie tyd om te lees nie.",
        "As pessoas aprendem em comunidade e não é fácil de entender para os outros, com tudo o que se passa.",
        "人々は共同体の中で学ぶ",
        "Η the σοφία του πλήθους and μάθηση μέσα στην κοινότητα είναι για όλους μας πολύ σημαντική και χρήσιμη",
        "Alpha Beta Gamma Delta Epsilon the Zeta Eta Theta Iota Kappa and Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon",
    ],
)
def test_what_is_not_sure_is_not_guessed(text: str) -> None:
    assert guess(text) == ""


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    assert guess(text) in ("nl", "en", "")
