"""What left, found by an address or by a sentence of it: where one begins who met it outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pkm_app.content.quotation import Quotation, read_quotations
from pkm_app.content.sameplace import same_page
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import Vault
from pkm_app.share.aftermath import words_sent

_MANY = 100_000
_LEAST = 12  # letters and digits below which words may be anybody's
_LEAST_ALIKE = 30  # characters from which on words that are only alike are looked for
_ALIKE = 90.0  # of 100: a word changed, or a slip of the pen


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a record of what left: the whole paragraph, and the quotation they stand in (None for one's own)."""

    record: FileCard
    words: str
    quotation: Quotation | None


def left_at(vault: Vault, address: str) -> FileCard | None:
    """Return the latest record of what can be read at an address, or was placed there; None where nothing was."""
    for card in _records(vault):
        file = vault.load(card.path).file
        for known in (file.text_field("published_url"), file.text_field("url")):
            if known and same_page(known, address):
                return card
    return None


def passages(vault: Vault, words: str) -> list[Passage]:
    """Return where these words left, the latest record of each draft and outlet that has them. Case, blanks and marks
    do not count; where the very words are nowhere, words that are nearly so are found."""
    wanted = squeezed(words)
    if len(wanted) < _LEAST:
        return []
    return list(_found(vault, words, exactly=True)) or list(_found(vault, words, exactly=False))


def squeezed(words: str) -> str:
    """Return only the letters and digits of some words."""
    return "".join(char for char in words.casefold() if char.isalnum())


def _records(vault: Vault) -> list[FileCard]:
    return sorted(vault.cards(("shared",), limit=_MANY), key=lambda card: card.file_id, reverse=True)


def _found(vault: Vault, words: str, exactly: bool) -> Iterator[Passage]:
    told: set[tuple[str, str]] = set()
    for card in _records(vault):
        file = vault.load(card.path).file
        key = (file.text_field("draft") or card.path, file.text_field("outlet"))
        if key in told:
            continue
        paragraph = _holding(words_sent(file.body, card.lang), words, exactly)
        if paragraph:
            told.add(key)
            yield Passage(card, paragraph, _around(read_quotations(file.body), words, exactly))


def _holding(text: str, words: str, exactly: bool) -> str:
    return next((line for line in text.splitlines() if _holds(line, words, exactly)), "")


def _holds(text: str, words: str, exactly: bool) -> bool:
    if exactly:
        return squeezed(words) in squeezed(text)
    from rapidfuzz.fuzz import partial_ratio  # takes its time to load

    one, two = words.casefold(), text.casefold()
    return _LEAST_ALIKE <= len(one) <= len(two) * 1.1 and partial_ratio(one, two) >= _ALIKE


def _around(quotations: list[Quotation], words: str, exactly: bool) -> Quotation | None:
    return next((one for one in quotations if _holds(one.text, words, exactly)), None)
