"""Words of a conversation without consent are known again wherever they stand, also where their credit is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pkm_app.base.errors import Refused
from pkm_app.flow.consent import without_consent
from pkm_app.sense.ports import Vault

_LEAST = 5  # words in a row below which a sentence may be anybody's
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"\w+")


def refuse_kept_words(vault: Vault, text: str) -> None:
    """Raise Refused when a text holds a sentence that was highlighted in a conversation without consent."""
    said = ""
    for title, sentence in _sentences(vault):
        said = said or " " + " ".join(_words(text)) + " "  # seldom needed, and long
        if f" {sentence} " in said:
            raise Refused("This holds words of “{title}”, a conversation without consent: they never leave. "
                          "Take them out first.", title=title)


def _sentences(vault: Vault) -> Iterator[tuple[str, str]]:
    for card in vault.cards(("source",), limit=1_000_000):
        if card.kind == "conversation" and without_consent(vault, card):
            for highlight in vault.highlights(card.path):
                for sentence in _SENTENCE.split(highlight.exact):
                    words = _words(sentence)
                    if len(words) >= _LEAST:
                        yield card.title, " ".join(words)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
