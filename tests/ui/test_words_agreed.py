"""Both languages keep to the words that were agreed on, in both directions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.ui.agreed import ALIKE, ASKED_FOR, BANNED, OTHERWISE, STEMS, WORDS
from tests.ui.words import FOLDER, read

Dutch = Mapping[str, list[str]]
_CODE = re.compile(r"\{\w*\}|\bpkm [\w-]+|--[\w-]+|_\w+|\w+\.opml|\*\.\w+|“[\w ]+”|“\w+”")  # no words of ours


def complaints(dutch: Dutch) -> list[str]:
    """What in a table of texts and their Dutch does not keep to the words."""
    return [*_labels(dutch), *_taken(dutch), *_sentences(dutch), *_banned(dutch)]


def _labels(dutch: Dutch) -> list[str]:
    return [f"{text} is {' / '.join(dutch.get(text, ())) or 'not said'}, not {word}"
            for text, word in WORDS.items() if dutch.get(text) != [word]]


def _taken(dutch: Dutch) -> list[str]:
    """A Dutch word that was agreed on for one thing is not said of another."""
    meant = {word: text for text, word in WORDS.items()}
    return [f"{forms[0]} is the word for {meant[forms[0]]}, not for {text}"
            for text, forms in dutch.items() if forms and forms[0] in meant
            and WORDS.get(text) != forms[0] and ALIKE.get(text) != forms[0]]


def _sentences(dutch: Dutch) -> list[str]:
    found = []
    for text, forms in dutch.items():
        plain = _CODE.sub("", text)
        if not text.startswith(OTHERWISE):
            found += [f"{text}: no {ours} in {form}" for stem, ours in STEMS.items()
                      if re.search(rf"\b(?:{stem})", plain, re.IGNORECASE)
                      for form in forms if not re.search(ours, form, re.IGNORECASE)]
    return found


def _banned(dutch: Dutch) -> list[str]:
    found = []
    for text, forms in dutch.items():
        if text.startswith(ASKED_FOR):
            continue
        for language, said in (("en", [text]), ("nl", forms)):
            found += [f"{language}: {word} in {one}" for word in BANNED[language] for one in said
                      if re.search(word, _CODE.sub("", one), re.IGNORECASE)]
    return found


def test_every_text_keeps_to_the_agreed_words() -> None:
    assert complaints(read(FOLDER / "nl.ts")) == []


def test_a_wrong_word_is_found() -> None:
    """Each of these passed while only places for values and missing texts were looked at."""
    right = read(FOLDER / "nl.ts")
    for text, wrong, said in (
        ("Capture", "Alles vastleggen", "Capture is Alles vastleggen, not Vastleggen"),
        ("Keep", "Vastleggen", "Vastleggen is the word for Capture, not for Keep"),
        ("New draft", "Nieuwe schets", "New draft: no concept in Nieuwe schets"),
        ("Try again", "Probeer de kluis", "nl: \\bkluis in Probeer de kluis"),
        ("Close", "Wilt u sluiten?", "nl: \\bu\\b in Wilt u sluiten?"),
    ):
        assert text in right
        assert complaints({**right, text: [wrong]}) == [said]
    assert complaints({**right, "Open the vault": ["Open de map"]}) == [
        "en: (?<!Obsidian )\\bvaults?\\b in Open the vault"]
    assert complaints({**right, "Capture it all": ["Vastleggen"]}) == [
        "Vastleggen is the word for Capture, not for Capture it all"]
