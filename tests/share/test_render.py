from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import Refused
from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.model import Rendered
from pkm_app.share.render import LinkTarget, render

TARGETS = {
    "source": LinkTarget("source", "https://blog.example/post", "An introduction"),
    "own": LinkTarget("own", title="My note"), "secret": LinkTarget("private"),
    "talk": LinkTarget("anonymous"),
}


def resolve(link: WikiLink) -> LinkTarget:
    return TARGETS.get(link.target, LinkTarget("missing", title=link.target))


def rendered(body: str, audience: str = "public", language: str = "en") -> Rendered:
    return render("Title", body, language, audience, resolve)


@pytest.mark.parametrize(("written", "leaves"), [
    ("[[source]]", "[An introduction](<https://blog.example/post>)"),
    ("[[source|he said]]", "[he said](<https://blog.example/post>)"),
    ("![[source]]", "[An introduction](<https://blog.example/post>)"),
    ("[so](source)", "[so](<https://blog.example/post>)"),
    ("[[own]]", "My note"), ("[[own|it]]", "it"), ("[[secret]]", "secret"), ("[[secret|it]]", "it"),
    ("[[missing]]", "missing"), ("[[#Heading]]", "Heading"), ("[[talk|Jan]]", "an anonymous conversation"),
    ("`[[source]]`", "`[[source]]`"), ("\\[[source]]", "\\[[source]]"),
    ("[web](https://example.org/)", "[web](https://example.org/)"), ("[[own|*x* <b>]]", "\\*x\\* &lt;b&gt;"),
])
def test_links_become_addresses_or_words(written: str, leaves: str) -> None:
    assert rendered(f"See {written} here.\n").markdown == f"See {leaves} here.\n"


@pytest.mark.parametrize(("address", "leaves"), [
    ("https://a.example/x y(z)", "https://a.example/x%20y(z)"), ("https://user:geheim@a.example/", "https://a.example/"),
    ("https://a.example/a\nb>c", "https://a.example/ab%3Ec"), ("https://a.example/?q=\\>", "https://a.example/?q=%5C%3E"),
    ("javascript:alert(1)", ""), ("urn:pkm:article:7", ""), ("file:///etc/passwd", ""), ("", ""), ("https://", ""),
])
def test_trap_25_only_clean_web_addresses_leave(address: str, leaves: str) -> None:
    draft = render("T", "[[x|words]]\n", "", "public", lambda _link: LinkTarget("source", address, "x"))
    assert draft.markdown == (f"[words](<{leaves}>)\n" if leaves else "words\n")
    assert ("<a " in draft.html) == bool(leaves)


@pytest.mark.parametrize("body", ["![[secret]]", "![x](secret)", "> q\n>\n> — [[secret#^hl-abcdefghij|Jan]]"])
def test_what_shows_a_private_file_is_refused(body: str) -> None:
    with pytest.raises(Refused):
        rendered(body)


def test_what_is_cut_may_show_what_it_likes() -> None:
    draft = rendered("Mine.\n\n%% private\n![[secret]]\n%%\n")
    assert (draft.markdown, draft.cut) == ("Mine.\n", 1)


def test_internal_parts_leave_for_the_team_alone() -> None:
    body = "All.\n\n%% internal\nUs.\n%%\n"
    assert [rendered(body, who).markdown for who in ("public", "community", "team")] == [
        "All.\n", "All.\n", "All.\n\nUs.\n"]


def test_ids_of_highlights_stay_here() -> None:
    draft = rendered("> q\n\n^hl-abcdefghij ^hl-klmnopqrst\n\nMine. ^hl-abcdefghij \n")
    assert "hl-" not in draft.markdown + draft.html


def test_the_excerpt_is_ones_own_first_words() -> None:
    assert rendered("# Head\n\n> theirs\n\nMine *own* words.\n").excerpt == "Mine own words."
    long = rendered(" ".join(f"w{n}" for n in range(60)))
    assert long.excerpt.split()[-1] == "w39…"


PIECES = st.sampled_from([
    "own words", "%%", "%% private\n", "%% internal\n", "\n", "\n\n", "<!--", "-->", "[[source]]", "[[own|x]]",
    "[[missing#^hl-abcdefghij]]", "[so](own.md)", "> ", "`", "```\n", "\\", "^hl-abcdefghij", " ", "# ", "- ", "<b>",
])


@settings(max_examples=300, deadline=None)
@given(before=st.lists(PIECES, max_size=8), within=st.lists(PIECES, max_size=4), after=st.lists(PIECES, max_size=8),
       marks=st.sampled_from([("%%", "%%"), ("%% private\n", "\n%%"), ("<!--", "-->"), ("%% internal\n", "\n%%")]))
def test_no_private_part_ever_leaves(before: list[str], within: list[str], after: list[str],
                                     marks: tuple[str, str]) -> None:
    """A part that opens where nothing else is open stays in, whatever stands around it."""
    opening = "".join(before).replace("%", "").replace("<!--", "").replace("-->", "")
    inside = "".join(within).replace("%", "").replace("-->", "")
    body = f"{opening}\n{marks[0]} SECRET {inside} {marks[1]}\n{''.join(after)}"
    draft = rendered(body)
    for text in (draft.markdown, draft.html, draft.excerpt):
        assert "SECRET" not in text
    assert draft.cut >= 1


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_no_link_of_the_vault_ever_leaves(pieces: list[str]) -> None:
    """Outside code, and where it is not escaped, no ``[[`` is left: neither in the Markdown nor in the HTML."""
    body = "".join(pieces).replace("`", "").replace("\\", "")
    draft = rendered(body)
    outside_code = re.sub(r"<pre>.*?</pre>", "", draft.html, flags=re.DOTALL)
    assert "[[" not in outside_code
    assert "href" not in outside_code or 'href="https://blog.example/post"' in outside_code
    assert rendered(draft.markdown).html == draft.html
