from __future__ import annotations

import pytest

from pkm_app.content.quotation import quotation
from pkm_app.share.check import check_draft
from pkm_app.share.model import CheckResult, Finding
from tests.share.test_render import resolve

QUOTE = quotation("four words of another", "source", "hl-abcdefghij", "Julian", "An introduction")


def check(body: str, audience: str = "public") -> CheckResult:
    return check_draft(body, audience, resolve)


def found(body: str, audience: str = "public") -> list[tuple[str, str]]:
    return [(finding.rule, finding.level) for finding in check(body, audience).findings]


def test_own_words_and_a_credited_quotation_pass() -> None:
    result = check(f"Four words of mine.\n\n{QUOTE}\n\nAnd what I think.\n")
    assert (result.passed, result.findings) == (True, ())
    assert result.quoted_share == pytest.approx(4 / 12)


def test_an_empty_draft_has_no_share() -> None:
    assert check("") == CheckResult(True, 0.0, ())


@pytest.mark.parametrize(("body", "expected"), [
    ("> words of nobody\n\nMine.\n", [("credit", "must")]),
    (f"{QUOTE}\n", [("own-words", "should")]),
    (f"{QUOTE}\n\n# Heading\n\n{QUOTE}\n\nMine.\n", [("own-words", "should")]),
    ("> " + "word " * 130 + "\n>\n> — [[source]]\n\nMine.\n", [("length", "should")]),
    ("Mine [[own]] and [[missing]] and [[secret]].\n", [("link", "note")] * 3),
    ("Mine, of [[talk|Jan]].\n", [("anonymous", "note")]),
    ("![[secret]]\n", [("private-embed", "must")]),
    ("Mine. %% x %%\n", [("private", "note")]),
    ("Mine.\n\n%% private\nfor ever\n", [("private-unclosed", "must"), ("private", "note")]),
])
def test_what_is_found(body: str, expected: list[tuple[str, str]]) -> None:
    assert found(body) == expected
    assert check(body).passed == all(level != "must" for _, level in expected)


def test_the_check_looks_at_what_leaves_to_that_audience() -> None:
    body = "Mine.\n\n%% internal\n> of nobody\n%%\n"
    assert found(body) == [("private", "note")]
    assert ("credit", "must") in found(body, "team")


def test_a_long_quotation_is_shown_shortened() -> None:
    finding = check("> " + "word " * 30 + "\n").findings[0]
    assert isinstance(finding, Finding)
    assert len(finding.where) == 60
    assert finding.where.endswith("…")
