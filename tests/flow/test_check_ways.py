"""Findings that can be put right in more than one way: words that changed in their source, and who made it."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import Refused
from pkm_app.flow.mending import Mending
from tests.flow.desk import Desk
from tests.flow.test_checking import WORDS, checking, finding, newer_words

NEW = "<p>Social Learning was always about the talks that surround this.</p><p>The conversations go on.</p>"


def changed(desk: Desk) -> tuple[str, str]:
    """A draft that quotes words which stand otherwise in their source by now; its path, and the highlight's id."""
    html = "<p>Social Learning is about the conversations that surround this.</p><p>The conversations go on.</p>"
    made = desk.highlighting.add(desk.article(html), WORDS)
    path = desk.draft(desk.sense.quotation(made.highlight_id) + "\n\nMine.\n")
    desk.article(NEW)
    return path, made.highlight_id


def test_words_of_a_changed_source_are_kept_with_the_day(desk: Desk) -> None:
    path, highlight_id = changed(desk)
    assert [one.kind for one in finding(desk, path, "stale").mends()] == ["as-read", "newer", "source"]
    assert Mending(desk.vault, checking(desk)).mend(path, "public", ["stale"]) == 1
    assert f"^{highlight_id}|Julian Stodd, An introduction]], as read on 20 November 2026\n" in desk.body(path)
    assert checking(desk).check(path, "public").findings == ()
    assert b"as read on 20 November 2026" in desk.export(path)


def test_the_newer_words_of_a_changed_source_are_quoted_with_a_highlight_of_their_own(desk: Desk) -> None:
    path, highlight_id = changed(desk)
    newer = newer_words(desk)
    assert newer.compare(highlight_id).now == "Social Learning was always about the talks that surround this."
    mending = Mending(desk.vault, checking(desk), newer.quotation)
    assert mending.mend(path, "public", ["stale:newer"]) == 1
    assert desk.body(path).startswith("> Social Learning was always about the talks that surround this.\n>\n> — [[")
    assert desk.body(path).endswith("\n\nMine.\n")
    assert highlight_id not in desk.body(path)
    assert checking(desk).check(path, "public").findings == ()
    assert desk.vault.find_highlight(highlight_id).exact == WORDS, "the older highlight stays"


def test_a_way_that_is_not_offered_mends_nothing(desk: Desk) -> None:
    path, highlight_id = changed(desk)
    for way in ("stale:source", "stale:author", "stale:"):
        mending = Mending(desk.vault, checking(desk), newer_words(desk).quotation)
        if way == "stale:":
            assert mending.mend(path, "public", [way]) == 1
            continue
        with pytest.raises(Refused, match="without your words"):
            mending.mend(path, "public", [way])
        assert desk.body(path).endswith("An introduction]]\n\nMine.\n")
    desk.article("<p>Gardening.</p>")
    with pytest.raises(Refused, match="Nothing like these words"):
        newer_words(desk).quotation(highlight_id)


@pytest.mark.parametrize(("url", "fields", "who"), [
    ("https://blog.example/post", {}, "Julian Stodd"), ("https://lab.example/x", {}, "Anne"),
    ("https://house.example/x", {}, "House"), ("https://many.example/one/x", {}, ""),
    ("https://lab.example/x", {"site": "The lab"}, "The lab"),
    ("https://www.mine.example:8/", {"site": "mine.example:8"}, ""), ("https://nobody.example/", {}, ""), ("", {}, ""),
])
def test_who_made_a_source_is_looked_up_where_it_does_not_say(desk: Desk, url: str, fields: dict[str, str],
                                                              who: str) -> None:
    desk.article()
    desk.write("sources/Page.md", "", id="01page", type="source", kind="page", title="A page", url=url, **fields)
    path = desk.draft("> so it is\n>\n> — [[Page|A page]]\n\nMine.\n")
    one = finding(desk, path, "author")
    assert [mend.kind for mend in one.mends()] == (["author"] if who else []) + ["author-unknown", "source"]
    Mending(desk.vault, checking(desk)).mend(path, "public", ["author"])
    credit = f"[[Page|{who}, A page]]" if who else "[[Page|A page]], author unknown"
    assert f"> — {credit}\n" in desk.body(path)
    assert "author" not in [one.rule for one in checking(desk).check(path, "public").findings]
