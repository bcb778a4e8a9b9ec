"""Markdown as the words one reads in it."""

import time

import pytest

from pkm_app.content.escaping import escape_plain
from pkm_app.content.readable import one_line, readable


@pytest.mark.parametrize(("markdown", "words"), [
    ("# One\n\nTwo\n===", "One\n\nTwo"),
    ("**bold**, *so*, `code`, ~~gone~~, ==marked==, **\"quoted\"**, snake_case",
     "bold, so, code, gone, marked, \"quoted\", snake_case"),
    ("> Said\n>\n> — [[Julian - Post#^hl-abc123def4|Julian, Post]]\n\n^hl-abc123def4\n\nMine",
     "Said\n\n— Julian, Post\n\nMine"),
    ("[[Note]] [[Note#Part]] [[Note#^abc]] [[a|C# here]] ![[p.png]] [page](https://x.org)",
     "Note Note > Part Note C# here p.png page"),
    ("| Who | What |\n| --- | :-: |\n| Anne | asks \\| answers |", "Who What\n\nAnne asks | answers"),
    ("Who | What\n--- | ---\nAnne | asks", "Who | What\n\nAnne | asks"),
    ("- [ ] to do\n  * under\n1. first", "to do\n  under\n1. first"),
    ("> [!note] Mind\n> - this", "Mind\nthis"),
    ("```python\nx == 1\n```\n\n---\n\nWhy[^1]\n\n[^1]: because", "x == 1\n\nWhy\n\n because"),
    ("3 * 4 - 2 > 1 and a < b; 5\\* AT&amp;T <https://x.org/>", "3 * 4 - 2 > 1 and a < b; 5* AT&T https://x.org/"),
])
def test_marks_are_taken_away_and_words_stay(markdown: str, words: str) -> None:
    assert readable(markdown) == words


def test_what_was_said_with_signs_is_shown_as_it_was_said() -> None:
    said = "Prima **stuk**, 3 < 4 > 2 # [[x]] | a_b `c` ==d== ~~e~~ ^f"
    assert readable(f"> {escape_plain(said)}\n") == said


def test_items_begin_as_wanted() -> None:
    assert readable("- one\n  - [x] two", "• ") == "• one\n  • two"


def test_a_list_has_one_line() -> None:
    assert one_line("# Head\n\n1. one\n2. two\n\n| a | b |") == "Head one two a b"


@pytest.mark.parametrize("piece", [
    "#", "# ", "[[", "![[a|", "](", "[a](", "*", "* ", "_a", "> ", "^a ", "- [ ] ", "|", "| -", "-|", "`", "=",
    "[^", "<http", "\n "])
def test_hostile_repetition_comes_to_an_end(piece: str) -> None:
    begin = time.perf_counter()
    readable((piece * 200_000)[:200_000])
    assert time.perf_counter() - begin < 20, "quadratic reading takes minutes"
