from __future__ import annotations

import pytest

from pkm_app.content.quotation import quotation
from pkm_app.content.wikilinks import WikiLink
from pkm_app.flow.mending import mended
from pkm_app.share.check import check_draft
from pkm_app.share.findings import Known
from pkm_app.share.head import Head
from pkm_app.share.model import CheckResult, Finding
from pkm_app.share.targets import LinkTarget
from tests.share.test_posting import resolve

QUOTE = quotation("four words of another", "source", "hl-abcdefghij", "Julian", "An introduction")


def check(body: str, audience: str = "public") -> CheckResult:
    return check_draft(body, audience, resolve)


def found(body: str, audience: str = "public") -> list[tuple[str, str]]:
    return [(finding.rule, finding.level) for finding in check(body, audience).findings]


def test_own_words_and_a_credited_quotation_pass() -> None:
    result = check(f"Four words of mine.\n\n{QUOTE}\n\nAnd what I think.\n")
    assert (result.passed, result.findings) == (True, ())
    assert result.quoted_share == pytest.approx(4 / 12)


@pytest.mark.parametrize("body", ["", " \n\n", "%% private\nAll of it.\n%%\n"])
@pytest.mark.parametrize("audience", ["public", "community", "team"])
def test_what_holds_nothing_does_not_pass(body: str, audience: str) -> None:
    result = check(body, audience)
    assert (result.passed, result.quoted_share) == (False, 0.0)
    assert ("empty", "must") in [(one.rule, one.level) for one in result.findings]


@pytest.mark.parametrize(("body", "expected"), [
    ("> words of nobody\n\nMine.\n", [("credit", "must")]),
    (f"{QUOTE}\n", [("own-words", "should")]),
    (f"{QUOTE}\n\n# Heading\n\n{QUOTE}\n\nMine.\n", [("own-words", "should")]),
    ("> " + "word " * 130 + "\n>\n> — [[source]]\n\nMine.\n", [("length", "should")]),
    ("Mine [[own]] and [[missing]] and [[secret|it]] and [[Julian]].\n", [("link", "note")] * 4),
    ("Mine [[secret]].\n", [("private-name", "should")]),
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


KNOWN = Known(words_of=lambda one: "four words of another, and more" if one == "hl-abcdefghij" else None)


def rules(body: str, audience: str = "public", known: Known | None = None) -> dict[str, str]:
    return {one.rule: one.level for one in check_draft(body, audience, resolve, known=known).findings}


@pytest.mark.parametrize(("body", "rule", "levels"), [
    (f"{QUOTE}\n", "own-words", ("should", "should", "note")),
    ("> word " + "word " * 130 + "\n>\n> — [[source]]\n\nMine.\n", "length", ("should", "note", "note")),
    ("> so it is\n>\n> — Julian\n\nMine.\n", "no-address", ("should", "note", "note")),
    ("![[a.png|]]\n\n*own photo*\n", "alt", ("should", "should", "note")),
    ("![[a.png|A hedge]]\n\nMine.\n", "licence", ("should", "note", "")),
    ("> nobody\n\nMine.\n", "credit", ("must", "must", "must")),
    ("Mine, {{title}}.\n", "vault-syntax", ("should", "should", "note")),
    ("> " + "word " * 250 + "\n>\n> — [[source]]\n\nMine.\n", "much", ("should", "note", "")),
])
def test_the_check_is_stricter_for_everybody_than_for_a_community_than_for_a_team(
        body: str, rule: str, levels: tuple[str, ...]) -> None:
    told = tuple(rules(body, audience).get(rule, "") for audience in ("public", "community", "team"))
    assert told == levels


@pytest.mark.parametrize("words", [
    "> so\n>\n> — Julian, address unknown\n\nMine.\n", "> so\n>\n> — Julian, [post](https://a.example/)\n\nMine.\n",
    "![[a.png|A hedge]]\n*Photo: Anne, CC BY 4.0*\n", "![[a.png|A hedge]] © Anne\n", "Code `{{title}}` is meant.\n",
    "A ^raised word\n",
])
def test_what_is_in_order_is_not_complained_of(words: str) -> None:
    assert set(rules(words)) <= {"own-words"}


@pytest.mark.parametrize(("body", "expected"), [
    ("> so it is — Seneca\n\nMine.\n", {"no-address"}), ("> so it is — or so\n\nMine.\n", {"credit"}),
    ("> so\n>\n> — [Jan][jan]\n\nMine.\n\n[jan]: https://jan.example/\n", set()),
    ("> so\n>\n> — [Jan][]\n\nMine.\n\n[jan]: <https://jan.example/>\n", set()),
    ("> so\n>\n> — [Jan][piet]\n\nMine.\n\n[jan]: https://jan.example/\n", {"no-address"}),
    ("| a |\n|---|\n| one<br>two |\n", set()), ("<details>Mine</details>\n", {"vault-syntax"}),
    ("Mine: a<b and 3 > 2, `<div>`.\n", set()), ("![[a.png|A hedge|120]] © Anne\n", set()),
    ("![[a.png|120]] © Anne\n", {"alt"}), ("![[a.png| |120x80]] © Anne\n", {"alt"}),
])
def test_what_people_write_is_read_as_they_mean_it(body: str, expected: set[str]) -> None:
    assert set(rules(body)) - {"language", "own-words"} == expected


def test_names_of_the_house_stop_what_is_for_everybody() -> None:
    known = Known(names=("Falcon", "C++"))
    assert rules("Our falcon flies.\n", known=known) == {"name": "must"}
    assert rules("We write C++.\n", "community", known) == {"name": "should"}
    assert rules("Our falcon flies.\n", "team", known) == {}
    assert rules("Falconry, a FalconTeam and the MegaFalcon.\n", known=known) == {"name-within": "should"}
    assert rules("Falconry and C++11.\n", "team", known) == {}
    assert rules("Of unfalconlike and C++11.\n", known=known) == {}
    title = check_draft("Mine.\n", "public", resolve, known=known, head=Head("Falcon lands"))
    assert [(one.rule, one.level) for one in title.findings] == [("name", "must")]


def test_each_paragraph_with_a_name_of_the_house_is_found_and_all_are_mended_at_once() -> None:
    body = "Our Falcon, the Falcon.\n\nNothing.\n\n- The falcon lands.\n"
    found = [one for one in check_draft(body, "public", resolve, known=Known(names=("Falcon",))).findings
             if one.rule == "name"]
    assert [body[one.start : one.end] for one in found] == ["Falcon", "falcon"]
    assert mended(body, [one.mend for one in found if one.mend])[0] == (
        "%% internal\nOur Falcon, the Falcon.\n%%\n\nNothing.\n\n%% internal\n- The falcon lands.\n%%\n")


def test_each_longer_word_with_a_name_of_the_house_is_told_of_once() -> None:
    body = "Het Acmeteam en acmeteam, Acmes aanpak.\n"
    told = check_draft(body, "public", resolve, known=Known(names=("Acme",))).findings
    assert [(one.rule, body[one.start : one.end]) for one in told] == [
        ("name-within", "Acmeteam"), ("name-within", "Acmes")]


@pytest.mark.parametrize(("credit", "rule"), [
    ("[[blog]]", ""), ("[[blog|hier]]", "author"), ("lees verder bij [[blog|de bron]]", "author"),
    ("[[blog|Nummer negen]]", "author"),
    ("[[blog|Jos]]", ""), ("door [[blog]]", ""),
    ("Piet, [[blog|hier]]", ""), ("zie [[own]]", "no-address"), ("[[missing]]", "no-address"),
])
def test_a_credit_names_who_made_it_and_leads_there(credit: str, rule: str) -> None:
    source = LinkTarget("source", "https://a.example/", "Nummer negen", {"en": "Jos, Nummer negen"}, author="Jos")

    def there(link: WikiLink) -> LinkTarget:
        return source if link.target == "blog" else resolve(link)

    told = check_draft(f"Mijn woorden.\n\n> zijn woorden\n>\n> — {credit}\n", "public", there).findings
    assert {one.rule for one in told} - {"link", "language"} == ({rule} if rule else set())


def test_nothing_is_taken_out_of_words_of_others() -> None:
    body = "Mine {{ a }}.\n\n> Theirs {{ b }}.\n>\n> — Julian, address unknown\n\nMore.\n"
    mends = {one.where: one.mend for one in check_draft(body, "public", resolve).findings if one.rule == "vault-syntax"}
    assert mends["{{ a }}"] is not None
    assert mends["{{ b }}"] is None


@pytest.mark.parametrize(("quoted", "altered"), [
    ("four words of another, and more", False), ("Four words of ANOTHER and more.", False),
    ("four words … and more", False), ("four [long] words of another", False), ("of another", False),
    ("five words of another, and more", True), ("and more … four words", True),
])
def test_words_that_are_not_those_that_were_highlighted(quoted: str, altered: bool) -> None:
    body = quotation(quoted, "source", "hl-abcdefghij", "Julian", "An introduction") + "\n\nMine.\n"
    assert ("altered" in rules(body, known=KNOWN)) == altered


def test_words_that_no_longer_stand_in_their_source() -> None:
    body = f"{QUOTE}\n\nMine.\n"
    known = Known(words_of=lambda _one: "four words of another", has_changed=lambda one: one == "hl-abcdefghij")
    assert rules(body, known=known) == {"stale": "should"}


@pytest.mark.parametrize(("body", "rule", "mended_", "written"), [
    ("Mine.\n\n> nobody\n\nMore.\n", "credit", "Mine.\n\n> nobody\n>\n> — \n\nMore.\n", "> nobody\n>\n> — "),
    (f"{QUOTE}\n", "own-words", f"{QUOTE}\n\n\n", "\n\n"),
    ("See [[own|it]] there.\n", "link", "See it there.\n", ""),
    ("![[secret]]\n\nMine.\n", "private-embed", "\n\nMine.\n", ""),
    ("![[a.png]] own photo\n", "alt", "![[a.png|]] own photo\n", "![[a.png|"),
    ("![[a.png|A hedge]]\n\nMine.\n", "licence", "![[a.png|A hedge]]\n*© *\n\nMine.\n", "\n*© "),
    ("Mine.\n\n> so it is\n>\n> — Julian\n\nMore.\n", "no-address",
     "Mine.\n\n> so it is\n>\n> — Julian, address unknown\n\nMore.\n", ""),
    ("One.\n\nOur Falcon.\nFlies.\n\nTwo.\n", "name",
     "One.\n\n%% internal\nOur Falcon.\nFlies.\n%%\n\nTwo.\n", ""),
    ("> so it is\n>\n> — [[nobody#^hl-abcdefghij|A page]]\n\nMine.\n", "author",
     "> so it is\n>\n> — [[nobody#^hl-abcdefghij|A page]], author unknown\n\nMine.\n", ""),
    ("> zo is het en niet anders dan dat\n>\n> — [[nobody|A page]], p. 14\n\nDat vind ik ook.\n", "author",
     "> zo is het en niet anders dan dat\n>\n> — [[nobody|A page]], p. 14, auteur onbekend\n\nDat vind ik ook.\n", ""),
    ("> so it is\n>\n> — [[found#^hl-abcdefghij|A page]]\n\nMine.\n", "author",
     "> so it is\n>\n> — [[found#^hl-abcdefghij|Learning Lab, A page]]\n\nMine.\n", ""),
    ("> so it is\n>\n> — [[unsaid|An introduction]]\n\nMine.\n", "author",
     "> so it is\n>\n> — [[unsaid|Julian Stodd, An introduction]]\n\nMine.\n", ""),
    (f"{QUOTE}\n\nMine.\n", "stale",
     f"{QUOTE}, as read on 2 March 2026\n\nMine.\n", ""),
])
def test_each_finding_offers_its_mend(body: str, rule: str, mended_: str, written: str) -> None:
    def whose(link: WikiLink) -> LinkTarget:
        page = LinkTarget("source", "https://a.example/", "A page", {"en": "A page, p. 14", "nl": "A page, p. 14"})
        own = LinkTarget("source", "https://a.example/", "An introduction", author="Julian Stodd")
        return {"nobody": page, "found": page, "unsaid": own}.get(link.target) or resolve(link)

    known = Known(names=("Falcon",), words_of=lambda one: "four words of another" if one else None,
                  has_changed=lambda _one: rule == "stale", read_on=lambda _one: "2026-03-02T10:00:00+01:00",
                  author_of=lambda link: "Learning Lab" if link.target == "found" else "")
    if rule == "stale":
        assert rule not in rules(mended_, known=known), "what is mended is not found again"
    result = check_draft(body, "public", whose, known=known)
    mend = next(one.mend for one in result.findings if one.rule == rule)
    assert mend is not None
    assert mended(body, [mend]) == (mended_, 1)
    assert (mend.text[: mend.caret] if mend.caret >= 0 else "") == written


def test_words_that_changed_are_kept_compared_or_looked_up() -> None:
    known = Known(words_of=lambda _one: "four words of another", has_changed=lambda _one: True,
                  read_on=lambda _one: "by hand", newer=lambda _one: "five words of another")
    finding = next(one for one in check_draft(f"{QUOTE}\n\nMine.\n", "public", resolve, known=known).findings)
    assert "There stands now: “five words of another”" in finding.message
    assert [(one.kind, one.text) for one in finding.mends()] == [
        ("newer", "hl-abcdefghij"), ("source", "source#^hl-abcdefghij")], "no day is made up where none is known"


OWN = "Something of mine.\n\n"


@pytest.mark.parametrize(("body", "count"), [
    (f"# One\n\n{QUOTE}\n\n# Two\n\n{OWN}", 1),
    (f"# One\n\n{OWN}# Two\n\n{QUOTE}\n", 1),
    (f"## One\n\n{QUOTE}\n\n# Two\n\n{OWN}", 1),
    (f"## One\n\n{OWN}### A\n\n{OWN}## Two\n\n{QUOTE}\n", 1),
    (f"# One\n\n{QUOTE}\n\n## Sub\n\n{OWN}", 0),
    (f"# One\n\n{OWN}## Sub\n\n{QUOTE}\n", 0),
    (f"{OWN}## Sub\n\n{QUOTE}\n", 0),
    (f"{OWN}# One\n\n{QUOTE}\n", 1),
    (f"# One\n\n{OWN}{QUOTE}\n\n# Two\n", 0),
    (f"# One\n\n{OWN}{QUOTE}\n\n## Sub\n\n{QUOTE}\n", 1),
    (f"# One\n\n{QUOTE}\n\n---\n\n# Two\n\n{OWN}", 1),
    (f"# One\n\n{QUOTE}\n\n```\n# mine\nwords = 1\n```\n", 0),
])
def test_own_words_count_in_the_part_of_the_quotation_only(body: str, count: int) -> None:
    assert [one.rule for one in check(body).findings].count("own-words") == count


def test_a_credit_that_is_a_link_alone_is_judged_by_what_the_program_makes_of_it() -> None:
    source = LinkTarget("source", "https://a.example/", "Nummer negen", {"en": "Nummer negen"})
    told = check_draft("Mijn woorden.\n\n> zijn woorden\n>\n> — [[blog - nr9]]\n", "public", lambda _link: source)
    assert "author" in [one.rule for one in told.findings]
