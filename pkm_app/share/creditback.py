"""A ready message to somebody who was quoted: the person looks it over and sends it, never the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_WORDS = {
    "en": {
        "subject": "I quoted you in “{title}”",
        "hello": "Hello {name},",
        "one": "In “{title}” I quote your words, with credit to you:",
        "there": "You can read it here: {url}",
        "not_yet": "It is not public yet; I will send you the address when it is.",
        "from": "from {source}",
        "bye": "If you would like anything changed, let me know. Thank you for sharing what you know.",
    },
    "nl": {
        "subject": "Ik heb je geciteerd in “{title}”",
        "hello": "Dag {name},",
        "one": "In “{title}” citeer ik je, met bronvermelding:",
        "there": "Je leest het hier: {url}",
        "not_yet": "Het is nog niet openbaar; ik stuur je het adres zodra het zover is.",
        "from": "uit {source}",
        "bye": "Wil je iets anders zien, laat het me weten. Dank dat je deelt wat je weet.",
    },
}
_LONGEST = 300  # characters of a quotation in a message


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that were quoted: of whom, from what, and where that is."""

    author: str
    source: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message to one author. ``addresses`` are those of the quoted posts, where one may answer."""

    author: str
    subject: str
    text: str
    addresses: tuple[str, ...]


def messages(title: str, language: str, url: str, quoted: Sequence[Quoted]) -> tuple[Message, ...]:
    """Return one message to each author, in the order in which they are quoted; ``url`` is "" while nothing is public.

    Who has no name gets none.
    """
    words = _WORDS.get(language[:2], _WORDS["en"])
    by_author: dict[str, list[Quoted]] = {}
    for one in quoted:
        if one.author.strip():
            by_author.setdefault(one.author.strip(), []).append(one)
    made = []
    for author, theirs in by_author.items():
        lines = [words["hello"].format(name=author), "", words["one"].format(title=title), ""]
        for one in theirs:
            source = words["from"].format(source=one.source)
            lines += [f"“{_short(one.words)}”", f"— {source}" + (f", {one.address}" if one.address else ""), ""]
        lines += [words["there"].format(url=url) if url else words["not_yet"], "", words["bye"]]
        addresses = tuple(dict.fromkeys(one.address for one in theirs if one.address))
        made.append(Message(author, words["subject"].format(title=title), "\n".join(lines), addresses))
    return tuple(made)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"
