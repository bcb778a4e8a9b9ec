"""The test set of anchoring: quotations from articles of our own, and edits as articles undergo them, by Hypothesis.

Each case is a quotation and a kind of edit. The truth is known because every character carries along whether it belongs
to the quotation. ``run`` counts how the cases end; the tests hold it to its bounds, the bench prints it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkm_app.content.anchor import locate, select

Chars = list[tuple[str, bool]]
Draw = Callable[[st.SearchStrategy[Any]], Any]

# With curly quotes, ligatures, soft hyphens and combining marks as authors leave them.
ARTICLES = tuple(Path(__file__).with_name("anchor_articles.txt").read_text(encoding="utf-8").rstrip("\n").split(
    "\n=====\n"))

QUOTATIONS = (
    (0, "zoekt mensen op die er al mee bezig zijn"),
    (0, "veel organisaties richten het leren in alsof kennis een pakketje is dat je bezorgt"),
    (0, "“Vertrouwen komt te voet”, zeggen we – en het gaat te paard"),
    (0, "niet de bijeenkomsten het verschil maakten, maar de gesprekken erna. Iemand zei: ‘Ik durf nu te vragen.’"),
    (1, "Most of what we write down will not grow, and that is fine"),
    (1, "A thousand clippings are not a thousand thoughts"),
    (1, "do I still believe this?\n\nSo I keep a small bed for the half-baked ones"),
    (1, "one of them has flowered while I was not looking"),
    (2, "meet at the café on the corner 👩‍👩‍👧. We bring a problem, not a presentation"),
    (2, "The oﬃcial name is “action learning”, but nobody calls it that"),
    (2, "one person tells, the others ask\n- no advice in the first half hour"),
    (2, "I had stopped preparing answers while others were talking"),
    (3, "Samen leren kost tijd. Maar de tijd die je kwijt bent aan dezelfde fout maken"),
    (3, "iemand moet de stoelen klaarzetten, de eerste vraag stellen en na afloop onthouden wat er is gezegd"),
    (3, "Vaker is het een beetje ongemakkelijk, omdat je laat zien wat je nog niet weet"),
    (4, "A feed is a river, not a bucket"),
    (4, "There are 214 unread items in my reader this morning. I will open nine of them and finish four"),
    (4, "An article that I would not read twice is an article that I need not keep"),
    (5, "find what a conclusion rests on, and redo only the part that changed"),
    (5, "const order = resolve(graph);\nfor (const step of order) build(step);"),
    (5, "A written chain of reasons is a makefile for the mind"),
    (6, "Iemand vroeg waarom we het zo doen en ik wist het niet meer"),
    (6, "hardop denken in een volle trein"),
    (6, "We lossen daarmee niet meer problemen op dan vroeger, maar we lossen ze één keer op"),
    (7, "people came for the tables and stayed for one another"),
    (7, "Nobody planned a learning community. Nobody had to be a member"),
    (7, "“I stopped arranging books,” she says, “and started arranging chairs.”"),
)

_SENTENCES = st.sampled_from((
    "Update: some readers wrote to me about this. ", "Lees ook het eerste deel van deze reeks. ", "Share this! ",
    "Photo: a table with six chairs. ", "Dat bleek later anders te liggen. ", "And yet I hesitate to say so. "))
_WORDS = st.sampled_from(["often", "echt", "perhaps", "together", "samen", "the", "een", "very", "later"])


def _at(draw: Draw, chars: Chars, place: int, text: str) -> None:
    mine = 0 < place < len(chars) and chars[place - 1][1] and chars[place][1]
    chars[place:place] = [(char, mine) for char in text]


def _mine(chars: Chars) -> list[int]:
    return [place for place, (_, mine) in enumerate(chars) if mine]


def _breaks(chars: Chars) -> list[int]:
    return [place for place, (char, _) in enumerate(chars) if char == " "]


def _clusters(chars: Chars) -> Iterator[tuple[str, bool]]:
    text, flag = "", False
    for char, mine in chars:
        if text and not unicodedata.combining(char):
            yield text, flag
            text = ""
        text, flag = text + char, mine
    yield text, flag


def added_sentences(draw: Draw, chars: Chars) -> Chars:
    for _ in range(draw(st.integers(1, 4))):
        ends = [0, *(place + 2 for place in range(len(chars) - 2) if chars[place][0] in ".!?"
                     and chars[place + 1][0] == " " and not chars[place][1])]
        _at(draw, chars, draw(st.sampled_from(ends)), draw(_SENTENCES))
    return chars


def changed_words(draw: Draw, chars: Chars) -> Chars:
    for _ in range(draw(st.integers(1, 2))):
        inside = _mine(chars)
        _at(draw, chars, draw(st.sampled_from([p for p in _breaks(chars) if inside[0] - 60 < p < inside[-1] + 60])),
            " " + draw(_WORDS))
    return chars


def reflowed(draw: Draw, chars: Chars) -> Chars:
    width = draw(st.integers(1, 6))
    blank = draw(st.sampled_from(["\n", "  ", "\n    ", " \n\n "]))
    places = iter(range(10**6))
    return [(piece, mine) for char, mine in chars
            for piece in (blank if char == " " and next(places) % width == 0 else char)]


def straight(draw: Draw, chars: Chars) -> Chars:
    table = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": draw(st.sampled_from(["-", "—"])), "'": "’", '"': "”"}
    return [(table.get(char, char), mine) for char, mine in chars]


def soft_hyphens(draw: Draw, chars: Chars) -> Chars:
    every = draw(st.integers(2, 9))
    sign = draw(st.sampled_from(["\u00ad", "\u200b", "\u2060"]))
    return [(piece, mine) for number, (char, mine) in enumerate(chars)
            for piece in (char + sign if char.isalpha() and number % every == 0 else char)]


def hard_blanks(draw: Draw, chars: Chars) -> Chars:
    every, blank = draw(st.integers(1, 4)), draw(st.sampled_from("\u00a0\u202f\u2009\u3000"))
    return [(blank if char == " " and number % every == 0 else char, mine) for number, (char, mine) in enumerate(chars)]


def ligatures(draw: Draw, chars: Chars) -> Chars:
    back = draw(st.booleans())
    table = {"ﬁ": "fi", "ﬀ": "ff", "ﬃ": "ffi", "ﬂ": "fl"}
    if back:
        return [(piece, mine) for char, mine in chars for piece in table.get(char, char)]
    joined: Chars = []
    for char, mine in chars:
        pair = joined[-1][0] + char if joined else ""
        if pair in ("fi", "fl", "ff"):
            joined[-1] = ({"fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}[pair], mine)
        else:
            joined.append((char, mine))
    return joined


def unicode_form(draw: Draw, chars: Chars) -> Chars:
    form = draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    return [(char, mine) for text, mine in _clusters(chars) for char in unicodedata.normalize(form, text)]


def emoji(draw: Draw, chars: Chars) -> Chars:
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from(_breaks(chars)))
        _at(draw, chars, place, draw(st.sampled_from([" 🙂", " 👍🏽", " 👩‍👩‍👧", " ❤️"])))
    return chars


def extracted_anew(draw: Draw, chars: Chars) -> Chars:
    menu = "Home\nAbout\nContact\n\n" if draw(st.booleans()) else ""
    foot = "\n\nFiled under: learning. 3 comments. Previous post. Next post." if draw(st.booleans()) else ""
    found = [(char, False) for char in menu] + chars + [(char, False) for char in foot]
    if draw(st.booleans()):  # without its title
        first = next(n for n, (char, _) in enumerate(chars) if char == "\n")
        found = found[: len(menu)] + found[len(menu) + first + 2 :]
    bullet = draw(st.sampled_from(["- ", "• ", "* ", ""]))
    text = "".join(char for char, _ in found)
    pieces: Chars = []
    at = 0
    while at < len(found):
        if text.startswith("\n- ", at):
            pieces += [found[at], *((char, found[at + 1][1]) for char in bullet)]
            at += 3
        else:
            pieces.append(found[at])
            at += 1
    return pieces


def moved_paragraphs(draw: Draw, chars: Chars) -> Chars:
    inside = _mine(chars)
    text = "".join(char for char, _ in chars)
    cuts = [0, *(n + 2 for n in range(len(text) - 1) if text.startswith("\n\n", n)
                 and not inside[0] <= n <= inside[-1]), len(text)]
    pieces = [chars[a:b] for a, b in pairwise(cuts)]
    return [one for piece in draw(st.permutations(pieces)) for one in [*piece, ("\n", False), ("\n", False)]]


def repeated(draw: Draw, chars: Chars) -> Chars:
    inside = _mine(chars)
    copy = "".join(chars[place][0] for place in inside)
    around = [("As I wrote: ", ". Later more."), ("", "\n\n"), ("\n\n", "\n\n"), ("‘", "’ ")]
    before, after = draw(st.sampled_from(around))
    ends = [0, len(chars)] if draw(st.booleans()) else [len(chars)]
    for place in reversed(ends):
        chars[place:place] = [(char, False) for char in before + copy + after]
    return chars


def letters(draw: Draw, chars: Chars) -> Chars:
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from(_mine(chars)))
        if chars[place][0].isalpha():
            kind = draw(st.sampled_from(["swap", "drop", "double"]))
            chars[place : place + 1] = {"swap": [("e", True)], "drop": [], "double": [chars[place]] * 2}[kind]
    return chars


def mixed(draw: Draw, chars: Chars) -> Chars:
    for kind in draw(st.lists(st.sampled_from(KINDS[:-1]), min_size=2, max_size=3, unique=True)):
        chars = kind(draw, chars)
    return chars


KINDS = (added_sentences, changed_words, reflowed, straight, soft_hyphens, hard_blanks, ligatures, unicode_form, emoji,
         extracted_anew, moved_paragraphs, repeated, letters, mixed)


@dataclass(frozen=True)
class Case:
    """A quotation (by its number) and what happens to the article."""

    number: int
    kind: Callable[[Draw, Chars], Chars]

    def __str__(self) -> str:
        return f"{self.number}-{self.kind.__name__}"


CASES = tuple(Case(number, kind) for number in range(len(QUOTATIONS)) for kind in KINDS)


def outcome(case: Case, draw: Draw) -> str:
    """Return how one edit of a case ends: right (at the words, or rightly an orphan), elsewhere (marked as approximate,
    and not at the words), orphan (though the words are there), wrong (not at the words, and without a mark)."""
    article, words = QUOTATIONS[case.number]
    text = ARTICLES[article]
    start = text.index(words)
    selector = select(text, start, start + len(words))
    flags = [(char, start <= place < start + len(words)) for place, char in enumerate(text)]
    chars = case.kind(draw, flags)
    changed = "".join(char for char, _ in chars)
    place = locate(changed, selector)
    mine = _mine(chars)
    there = sum(place.start <= at < place.end for at in mine)
    if place.how == "orphan":
        return "orphan"
    if there * 2 >= max(len(mine), place.end - place.start):
        return "right"
    return "wrong" if place.how == "exact" else "elsewhere"


def run(examples: int = 3) -> Counter[str]:
    """Try every case with so many edits of its kind, the same ones each time; return how often each outcome was."""
    counts: Counter[str] = Counter()
    for case in CASES:
        counts.update(outcomes(case, examples))
    return counts


def outcomes(case: Case, examples: int) -> list[str]:
    """Try one case so many times."""
    found: list[str] = []

    @settings(max_examples=examples, derandomize=True, database=None, deadline=None,
              suppress_health_check=list(HealthCheck))
    @given(st.data())
    def one(data: st.DataObject) -> None:
        found.append(outcome(case, data.draw))

    one()
    return found
