"""A vault of any number of notes, Dutch and English mixed, 150 words each, the same every time.

The words are those of people who learn and write about it; two in three notes are Dutch, and one in four mixes both.
Words come as often as words do in a language; a note has a title, tags, a language, a maturity, a date, and links to
two notes before it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

WORDS = 150


def _listed(words: str) -> list[str]:
    return words.split()


_DUTCH = _listed(
    "de het een van in is dat op te zijn en voor met niet aan er om ook als bij maar uit door over ze zich naar "
    "leren lerende geleerd leerde leerproces leerdoel werkplek werkplekleren werken samenwerken samen gemeenschap "
    "gemeenschappen kennis kennisdeling delen gedeeld vraag vragen antwoord gesprek gesprekken ervaring ervaringen "
    "organisatie organisaties verandering veranderen begeleiden begeleiding opleiding opleidingen cursus deelnemer "
    "deelnemers netwerk netwerken netwerkleren informeel formeel sociaal praktijk voorbeeld voorbeelden onderzoek "
    "onderzoeken beeld begrip begrippen idee ideeën theorie mens mensen collega collega's team teams leider "
    "leiderschap reflecteren reflectie schrijven schrijft lezen gelezen bron bronnen betekenis gewoonte experiment "
    "experimenten uitproberen fout fouten vertrouwen nieuwsgierig nieuwsgierigheid tijd ruimte aandacht waarde")
_ENGLISH = _listed(
    "the of and to in a is that for it with as was on be at by this have from or an they which one you were all "
    "learn learning learned learner learners workplace work working together community communities knowledge share "
    "sharing shared question questions answer conversation conversations experience experiences organisation "
    "organisations change changing guide guidance training course participant participants network networks "
    "informal formal social practice example examples research picture concept concepts idea ideas theory people "
    "colleague colleagues team teams leader leadership reflect reflection write writing read reading source sources "
    "meaning habit experiment experiments mistake mistakes trust curious curiosity time space attention value")
_SYLLABLES = ("be", "ka", "lo", "min", "ver", "ter", "sta", "ring", "don", "pel", "ga", "vi", "sor", "nel", "tu",
              "mark", "hof", "lin", "dra", "wes")
_TAGS = ("learning/social", "learning/workplace", "community", "sensemaking", "leiderschap", "netwerk", "methode",
         "boek", "idee", "vraag")
_DAY = date(2016, 1, 1)


def vocabulary(rare: int = 20_000) -> tuple[Sequence[str], Sequence[str]]:
    """Return the Dutch and the English words, common ones first; each ends with half of ``rare`` made-up ones."""
    chance = random.Random(7)
    made: dict[str, None] = {}
    while len(made) < rare:
        made["".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))] = None
    names = list(made)
    return [*_DUTCH, *names[::2]], [*_ENGLISH, *names[1::2]]


def notes(number: int) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each note."""
    chance = random.Random(11)
    dutch, english = vocabulary()
    chances = [1 / (place + 8) for place in range(len(dutch))]
    more = [1 / (place + 8) for place in range(len(english))]
    for n in range(number):
        lang = "nl" if n % 3 else "en"
        words = chance.choices(*((dutch, chances) if lang == "nl" else (english, more)), k=WORDS)
        if n % 4 == 0:
            words[60:90] = chance.choices(*((english, more) if lang == "nl" else (dutch, chances)), k=30)
        body = ". ".join(" ".join(words[at:at + 15]).capitalize() for at in range(0, WORDS, 15))
        title = f"{words[31]} {words[64]} {n}".capitalize()
        tags = ", ".join(chance.sample(_TAGS, 2))
        links = "".join(f" [[{name(chance.randrange(n))}]]" for _ in range(2)) if n else ""
        day = _DAY + timedelta(days=n % 3900)
        yield path(n), (f"---\nid: 2026{n:012}\ntype: note\ntitle: {title}\ntags: [{tags}]\nlang: {lang}\n"
                        f"maturity: {('seed', 'half-baked', 'baked')[n % 3]}\ncreated: {day}T09:00:00+01:00\n---\n"
                        f"{body}.{links}\n")


def name(number: int) -> str:
    """Return what a link calls a note."""
    return f"Note {number:06}"


def path(number: int) -> str:
    """Return the path of a note in the vault: a hundred to a folder."""
    return f"notes/{number // 100:04}/{name(number)}.md"


def fill(vault: Path, number: int) -> None:
    """Write them."""
    for where, text in notes(number):
        file = vault / where
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
