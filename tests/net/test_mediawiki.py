"""MediaWiki as it really is: what it makes of the words it is given, and whom it lets in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html import escape, unescape
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pkm_app.base.errors import Refused
from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.net.outlets import Outlets
from pkm_app.net.outlets.wikinames import page_name
from pkm_app.net.outlets.wikitext import wiki_words, wikitext
from pkm_app.net.proxy import Routes
from pkm_app.share.formats.post import SIGNS
from pkm_app.share.model import PLACE_OF_PICTURE, OutletSettings, Rendered, Shown
from pkm_app.share.ports import Outlet
from tests.contracts.houses import WikiAdmin
from tests.contracts.test_outlet import whole

DRAFT = Rendered(title="T", html="<p>Words</p>", markdown="", language="en", cut=0)
HOSTILE = ("{{Main Page}} {{subst:PAGENAME}} [[File:x.png]] [[Category:Hacked]] ~~~~ __NOTOC__ ''it'' '''b''' "
           "<script>alert(1)</script> <nowiki> {| class=x |} #REDIRECT [[Main Page]] -{x}- https://example.org/x.png "
           "[https://example.org words] ISBN 9780141439518 RFC 2616 <!-- gone? --> &lt; | ! = * # : ; ---- =x=")


@pytest.fixture
def maker() -> Iterator[Outlets]:
    one = Outlets("1.2.3", routes=lambda: Routes({}))
    yield one
    one.close()


def ours(maker: Outlets, wiki: dict[str, Any], address: str = "", user: str = "", secret: str = "") -> Outlet:
    return maker.open(OutletSettings("wiki", "mediawiki", address or wiki["url"], user or wiki["bot_user"]),
                      secret or wiki["bot_password"])


@pytest.mark.server("mediawiki")
@pytest.mark.parametrize("wrap", [
    "<p>WORDS</p>", "<ul><li>WORDS</li></ul>", "<h2>WORDS</h2>", "<blockquote><p>WORDS</p></blockquote>",
    "<pre><code>WORDS</code></pre>", "<table><tbody><tr><td>WORDS</td></tr></tbody></table>", "<p><em>WORDS</em></p>",
    '<p><a href="https://x.example/?a={{Main}}[]__NOTOC__~~~~">WORDS</a></p>',
])
def test_trap_23_what_was_quoted_does_not_run(maker: Outlets, mediawiki: dict[str, Any], wrap: str) -> None:
    html = wrap.replace("WORDS", escape(HOSTILE, quote=False))
    made = ours(maker, mediawiki).create(replace(DRAFT, html=html), f"pkm-{uuid4().hex}")
    shown = WikiAdmin(mediawiki).ask(
        action="parse", pageid=made.remote_id,
        prop="text|templates|images|categories|links|externallinks|properties")["parse"]
    assert (shown["templates"], shown["images"], shown["categories"], shown["links"]) == ([], [], [], [])
    assert [link for link in shown["externallinks"] if not link.startswith("https://x.example/")] == []
    assert "notoc" not in str(shown["properties"])
    assert "<script" not in shown["text"]
    assert HOSTILE in " ".join(canonical_text(shown["text"]).split())


@pytest.mark.server("mediawiki")
@pytest.mark.parametrize("path", ["", "/", "/api.php", "/index.php/Main_Page", "/index.php?title=Main_Page"])
def test_any_address_of_the_wiki_will_do(maker: Outlets, mediawiki: dict[str, Any], path: str) -> None:
    assert ours(maker, mediawiki, mediawiki["url"] + path).check() == "Writer"


@pytest.mark.server("mediawiki")
def test_two_drafts_of_one_title_are_two_pages_and_a_new_title_moves_one(
        maker: Outlets, mediawiki: dict[str, Any]) -> None:
    there, title = ours(maker, mediawiki), f"Twice {uuid4().hex[:8]}"
    one, two = (there.create(replace(DRAFT, title=title), f"pkm-{uuid4().hex}") for _ in range(2))
    assert one.remote_id != two.remote_id
    assert (one.title, two.title) == (title, title)
    moved = there.update(two.remote_id, replace(DRAFT, title=f"{title} b"), two.version)
    assert (moved.remote_id, moved.title, moved.status) == (two.remote_id, f"{title} b", "draft")
    assert there.get(one.remote_id) == one


@pytest.mark.server("mediawiki")
def test_who_may_not_write_is_told_so(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    admin = WikiAdmin(mediawiki)
    name = f"Reader{uuid4().hex[:6]}"
    made = admin.ask(action="createaccount", username=name, password="a-long-password-1",
                     retype="a-long-password-1", createreturnurl="http://localhost/",
                     createtoken=admin.ask(action="query", meta="tokens", type="createaccount")["query"]["tokens"][
                         "createaccounttoken"])
    assert made["createaccount"]["status"] == "PASS", made
    admin.change(action="block", user=name, expiry="never", reason="test")
    there = ours(maker, mediawiki, user=name, secret="a-long-password-1")
    with pytest.raises(Refused) as caught:
        there.create(DRAFT, "pkm-1")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.server("mediawiki")
def test_a_session_that_ended_is_begun_again(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    there = ours(maker, mediawiki)
    made = there.create(DRAFT, f"pkm-{uuid4().hex}")
    there._wiki._cookies.clear()  # type: ignore[attr-defined]  # as when the wiki forgets us
    assert there.update(made.remote_id, replace(DRAFT, html="<p>More</p>"), made.version).html == "More"


def picture(colour: str = "") -> Shown:
    """A picture that nobody placed yet."""
    out = io.BytesIO()
    seen = uuid4().bytes
    Image.frombytes("RGB", (40, 30), (seen * 225)[:3600]).save(out, "PNG")
    return Shown(f"pkm-{sha256(out.getvalue()).hexdigest()[:20]}.png", out.getvalue(), "image/png",
                 "A [[hedge]] & “green” | {{x}} ''e\u0301", "Foto: Anne, [CC BY 4.0]")


SIGN = chr(PLACE_OF_PICTURE)


@pytest.mark.server("mediawiki")
def test_pictures_stand_in_the_page_and_are_placed_once(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    admin, there, one = WikiAdmin(mediawiki), ours(maker, mediawiki), picture()
    draft = replace(DRAFT, html=f"<p>Before.</p><figure>{SIGN}</figure><p>After {chr(PLACE_OF_PICTURE + 1)}.</p>",
                    pictures=(one, one))
    made = there.create(draft, f"pkm-{uuid4().hex}")
    assert (made.lost, made.placed) == (0, 2)
    assert made.imprint == there.imprint(draft)
    shown = admin.ask(action="parse", pageid=made.remote_id, prop="text|images|templates|links")["parse"]
    assert shown["images"] == [one.name.capitalize()]
    assert (shown["templates"], shown["links"]) == ([], [])
    assert shown["text"].count("<img ") == 2
    assert 'alt="A [[hedge]] &amp; “green” | {{x}} \'\'é"' in unescape(shown["text"]).replace(" & ", " &amp; ")
    about = admin.ask(action="parse", page=f"File:{one.name.capitalize()}", prop="wikitext|text|links")["parse"]
    assert about["links"] == []
    assert "Foto: Anne, [CC BY 4.0]" in unescape(about["text"])
    assert "“green”" in about["wikitext"]
    again = there.update(made.remote_id, replace(draft, html=draft.html + "<p>More.</p>"), made.version)
    assert (again.lost, again.placed) == (0, 2)
    files = admin.ask(action="query", titles=f"File:{one.name}", prop="imageinfo", iilimit="9")["query"]["pages"]
    assert len(files[0]["imageinfo"]) == 1, "one version: it was not placed again"


@pytest.mark.server("mediawiki")
def test_a_picture_that_is_there_under_another_name_is_used(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    there, one = ours(maker, mediawiki), picture()
    there.create(replace(DRAFT, html=f"<p>{SIGN}</p>", pictures=(one,)), f"pkm-{uuid4().hex}")
    other = replace(one, name=f"pkm-{'0' * 20}.png")
    made = there.create(replace(DRAFT, html=f"<p>{SIGN}</p>", pictures=(other,)), f"pkm-{uuid4().hex}")
    assert (made.lost, made.placed) == (0, 1)
    assert one.name.capitalize() in made.html


@pytest.mark.server("mediawiki")
def test_one_that_was_thrown_away_there_is_placed_again(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    there, one = ours(maker, mediawiki), picture()
    draft = replace(DRAFT, html=f"<p>{SIGN}</p>", pictures=(one,))
    there.create(draft, f"pkm-{uuid4().hex}")
    WikiAdmin(mediawiki).change(action="delete", title=f"File:{one.name}")
    assert there.create(draft, f"pkm-{uuid4().hex}").placed == 1


@pytest.mark.server("mediawiki")
def test_who_may_not_place_pictures_gets_a_page_with_their_words(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    there = ours(maker, mediawiki, user=mediawiki["words_user"], secret=mediawiki["words_password"])
    draft = replace(DRAFT, html=f"<p>Before {SIGN} after.</p>", pictures=(picture(),))
    made = there.create(draft, f"pkm-{uuid4().hex}")
    assert (made.lost, made.placed) == (1, 0)
    assert "[[File:" not in made.html
    assert "hedge" in made.html
    assert made.imprint == there.imprint(draft)


@pytest.mark.server("mediawiki")
def test_a_preview_reads_as_the_wiki_reads_it(maker: Outlets, mediawiki: dict[str, Any]) -> None:
    """The preview asks nothing; so it is held to what the wiki really makes of the same text."""
    draft = whole("mediawiki")
    draft = replace(draft, html=SIGNS.sub("", draft.html), pictures=())  # this wiki makes no small pictures
    there = ours(maker, mediawiki)
    preview = there.preview(draft)
    made = there.create(draft, f"pkm-{uuid4().hex}")
    assert preview.source == made.html
    page = WikiAdmin(mediawiki).ask(action="parse", pageid=made.remote_id, prop="text|sections",
                                    disableeditsection="1", disabletoc="1")["parse"]
    words = [canonical_text(clean_html(html)).split() for html in (page["text"], preview.html)]
    assert words[0] == words[1]
    assert 'id="fn-1"' in page["text"]
    assert 'href="#fn-1"' in page["text"]
    assert preview.facts == (("page", f"User:Writer/Drafts/{draft.title}"),)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_a_page_name_holds_nothing_that_a_wiki_forbids(title: str) -> None:
    name = page_name(title)
    assert name
    assert len(name.encode()) <= 180
    assert not set(name) & set("<>[]{}|#/_\n")
    assert name == name.strip()
    assert page_name(name) == name


@given(st.text(st.sampled_from("'[]{}|~_*#:;= \n-!<&x")))
def test_words_never_become_markup(words: str) -> None:
    inert = wiki_words(words, first=True)
    assert not set(inert) & set("[]{}|<")
    assert not any(twice in inert for twice in ("''", "__", "~~"))
    assert inert[:1] not in ("*", ":", ";", "=", " ")


def test_markup_of_the_wiki() -> None:
    html = ("<h1>A</h1><h3>B</h3><p>It <strong>is</strong> <em>so</em><br>x <code>c</code></p><ul><li>one</li><li>two"
            "<ol><li>three</li></ol></li></ul><ul><li><p>p</p><p>q</p></li></ul><hr>")
    assert wikitext(html) == (
        "== A ==\n\n=== B ===\n\nIt '''is''' ''so''<br />x <code>c</code>\n\n* one\n* two\n*# three\n\n"
        "<ul>\n<li>p\n\nq</li>\n</ul>\n\n----")
