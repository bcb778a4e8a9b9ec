"""What a draft is when outlets are given it: links, private parts, credits, languages, whose pictures are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import Refused
from pkm_app.content.private import cut_private
from pkm_app.content.repainting import Picture
from pkm_app.content.wikilinks import WikiLink
from pkm_app.share.document import Document
from pkm_app.share.model import PLACE_OF_PICTURE, Rendered
from pkm_app.share.parse import parse
from pkm_app.share.posting import Along
from pkm_app.share.posting import rendered as made
from pkm_app.share.targets import LinkTarget, Resolve

TARGETS = {
    "source": LinkTarget("source", "https://blog.example/post", "An introduction", language="en",
                         source_kind="article"),
    "own": LinkTarget("own", title="My note"), "secret": LinkTarget("private"),
    "Julian": LinkTarget("private", title="Julian Stodd"),
    "talk": LinkTarget("anonymous"),
}
DOT = Picture(b"dot", "image/png", 3, 2)


def resolve(link: WikiLink) -> LinkTarget:
    return TARGETS.get(link.target, LinkTarget("missing", title=link.target))


def rendered(body: str, audience: str = "public", language: str = "en", cards: bool = False,
             pictures: dict[str, str] | None = None, resolve: Resolve = resolve) -> Rendered:
    cut = cut_private(body, audience)
    known = pictures or {}
    parsed = parse(cut.text, language, resolve, lambda name: name if name in known else "", cards)
    document = Document("Title", language, parsed.blocks, parsed.notes, cut=cut.count)
    return made(document, Along({name: (leaving, DOT) for name, leaving in known.items()}))


@pytest.mark.parametrize(("written", "leaves"), [
    ("[[source]]", "[An introduction](<https://blog.example/post>)"),
    ("[[source|he said]]", "[he said](<https://blog.example/post>)"),
    ("![[source]]", "[An introduction](<https://blog.example/post>)"),
    ("[so](source)", "[so](<https://blog.example/post>)"),
    ("[[own]]", "My note"), ("[[own|it]]", "it"),
    ("[[secret]]", "a note of my own"), ("[[Julian]]", "Julian Stodd"), ("[[secret|it]]", "it"),
    ("[[missing]]", "missing"), ("[[#Heading]]", "Heading"), ("[[talk|Jan]]", "an anonymous conversation"),
    ("`[[source]]`", "`[[source]]`"), ("\\[[source]]", "\\[\\[source\\]\\]"),
    ("[web](https://example.org/)", "[web](<https://example.org/>)"), ("[[own|*x* <b>]]", "\\*x\\* &lt;b&gt;"),
])
def test_links_become_addresses_or_words(written: str, leaves: str) -> None:
    assert rendered(f"See {written} here.\n").markdown == f"See {leaves} here.\n"


@pytest.mark.parametrize(("address", "leaves"), [
    ("https://a.example/x y(z)", "https://a.example/x%20y(z)"), ("https://user:geheim@a.example/", "https://a.example/"),
    ("https://a.example/a\nb>c", "https://a.example/ab%3Ec"), ("https://a.example/?q=\\>", "https://a.example/?q=%5C%3E"),
    ("javascript:alert(1)", ""), ("urn:pkm:article:7", ""), ("file:///etc/passwd", ""), ("", ""), ("https://", ""),
])
def test_trap_25_only_clean_web_addresses_leave(address: str, leaves: str) -> None:
    draft = rendered("[[x|words]]\n", resolve=lambda _link: LinkTarget("source", address, "x"))
    assert draft.markdown == (f"[words](<{leaves}>)\n" if leaves else "words\n")
    assert ("<a " in draft.html) == bool(leaves)
    assert "geheim" not in draft.html + draft.plain


@pytest.mark.parametrize("body", ["![[secret]]", "![x](secret)", "> q\n>\n> — [[secret#^hl-abcdefghij|Jan]]"])
def test_what_shows_a_private_file_is_refused(body: str) -> None:
    with pytest.raises(Refused):
        rendered(body)


def test_what_is_cut_may_show_what_it_likes() -> None:
    draft = rendered("Mine.\n\n%% private\n![[secret]]\n%%\n")
    assert (draft.markdown, draft.plain, draft.cut) == ("Mine.\n", "Title\n\nMine.\n", 1)


def test_internal_parts_leave_for_the_team_alone() -> None:
    body = "All.\n\n%% internal\nUs.\n%%\n"
    assert [rendered(body, who).markdown for who in ("public", "community", "team")] == [
        "All.\n", "All.\n", "All.\n\nUs.\n"]


def test_ids_of_highlights_stay_here() -> None:
    draft = rendered("> q\n\n^hl-abcdefghij ^hl-klmnopqrst\n\nMine. ^hl-abcdefghij \n")
    assert "hl-" not in draft.markdown + draft.html + draft.plain


def test_the_excerpt_is_ones_own_first_words() -> None:
    assert rendered("# Head\n\n> theirs\n\nMine *own* words.\n").excerpt == "Mine own words."
    long = rendered(" ".join(f"w{n}" for n in range(60)))
    assert long.excerpt.split()[-1] == "w39…"


CARD = ("Mijn eigen woorden over wat dit voor ons kan gaan betekenen.\n\n> The words of another, who wrote them in his "
        "own language.\n>\n> — [[source#^hl-abcdefghij|Julian Stodd]]\n")


def test_a_post_says_who_says_what_and_in_which_language() -> None:
    draft = rendered(CARD, language="nl", cards=True)
    assert draft.html == (
        "<p>Mijn eigen woorden over wat dit voor ons kan gaan betekenen.</p>\n<figure class=\"quotation\">\n"
        "<blockquote cite=\"https://blog.example/post\" lang=\"en\">\n<p>The words of another, who wrote them in his "
        "own language.</p>\n</blockquote>\n<figcaption>— Julian Stodd · <a class=\"whole\" "
        "href=\"https://blog.example/post\">Lees het volledige blog</a></figcaption>\n</figure>\n")
    for text in (draft.markdown, draft.plain):
        assert "Julian Stodd · " in text
        assert "https://blog.example/post" in text


def test_a_picture_is_a_sign_in_its_place_with_its_words_and_whose_it_is() -> None:
    body = "Before ![[a.png|A dot]] it.\n\n![[b.png|Another]]\n\nFoto: Anne, CC BY 4.0\n\n![[gone.png|words]]\n"
    draft = rendered(f"{chr(PLACE_OF_PICTURE)}\n\n{body}", pictures={"a.png": "pkm-1.png", "b.png": "pkm-2.png"})
    one, two = chr(PLACE_OF_PICTURE), chr(PLACE_OF_PICTURE + 1)
    assert f"<p>Before {one} it.</p>\n<figure>{two}</figure>" in draft.html
    assert draft.html.count(one) == 1, "a sign that somebody typed is none"
    assert "<p>words</p>" in draft.html
    assert [(shown.name, shown.alt, shown.rights) for shown in draft.pictures] == [
        ("pkm-1.png", "A dot", ""), ("pkm-2.png", "Another", "Foto: Anne, CC BY 4.0")]
    assert "![A dot](pkm-1.png)" in draft.markdown


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
    for text in (draft.markdown, draft.html, draft.plain, draft.excerpt):
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


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_what_left_reads_back_as_the_same_post(pieces: list[str]) -> None:
    """What is kept of a sending is the whole text: the same post can be made of it again."""
    draft = rendered("".join(pieces))
    again = rendered(draft.markdown)
    assert " ".join(again.plain.split()) == " ".join(draft.plain.split())


@pytest.mark.parametrize(("credit", "leaves"), [
    ("[[blog]]", "[Jos, Nummer negen](<https://a.example/>)"), ("[[blog|hier]]", "[hier](<https://a.example/>)"),
    ("via [[blog]]", "via [Jos, Nummer negen](<https://a.example/>)"),
])
def test_a_credit_that_is_a_link_alone_names_who_made_it(credit: str, leaves: str) -> None:
    source = LinkTarget("source", "https://a.example/", "Nummer negen", {"en": "Jos, Nummer negen"}, author="Jos")
    made = rendered(f"> zijn\n>\n> — {credit}\n\nZie [[blog]].\n", resolve=lambda _link: source).markdown
    assert f"— {leaves}\n" in made
    assert made.endswith("Zie [Nummer negen](<https://a.example/>).\n"), "elsewhere its title is what is meant"


@pytest.mark.parametrize(("kind", "written", "leaves"), [
    ("article", "[[blog|Jos]]", "— Jos · address unknown\n"), ("article", "[[blog|Jos]], address unknown",
                                                                "— Jos, address unknown\n"),
    ("book", "[[blog|Jos]]", "— Jos\n"), ("conversation", "[[blog|Jos]]", "— Jos\n"),
])
def test_a_credit_says_that_an_address_is_unknown_in_a_post_too(kind: str, written: str, leaves: str) -> None:
    source = LinkTarget("source", "", "Nummer negen", source_kind=kind)
    assert leaves in rendered(f"> zijn\n>\n> — {written}\n\nMijn.\n", resolve=lambda _link: source).markdown
