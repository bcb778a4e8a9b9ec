from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import Ambiguous, NotFound, Refused
from pkm_app.content.quotation import read_quotations
from pkm_app.seek.model import Feed
from tests.flow.desk import Desk

WORDS = "the conversations that surround"
TALK = {"id": "01talk0000000000", "type": "source", "kind": "conversation", "title": "Talk with Jan", "author": "Jan"}
QUOTED = "> He said it plainly\n\n^hl-abcdefghij\n"


def talk(desk: Desk, **fields: object) -> None:
    desk.write("sources/Talk with Jan.md", QUOTED, **{**TALK, **fields})


def test_a_draft_of_a_note_a_highlight_and_an_article(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS)
    note = desk.note("Conditions", "Own words. %% private\nfor me\n%%\n")
    other = desk.article(url="https://blog.example/two", title="Second", author="")
    draft_id, path = desk.drafting.new_draft([note, made.highlight_id[:6], other.article_id[:9]])
    body = desk.body(path)
    assert path == "drafts/Conditions.md"
    assert desk.vault.find(draft_id[:8]).path == path
    assert "for me" not in body
    assert body.index("Own words.") < body.index(WORDS) < body.index("[[A blog - Second|A blog, Second]]")
    credited = read_quotations(body)[0]
    assert (credited.highlight_id, credited.credit) == (made.highlight_id, "Julian Stodd, An introduction")
    assert "sources/A blog - Second.md" in desk.vault.files


def test_a_source_may_be_named_by_its_path_and_an_article_by_its_address(desk: Desk) -> None:
    desk.sources.keep(desk.article())
    by_path = desk.drafting.new_draft(["sources/Julian Stodd - An introduction.md"])[1]
    by_address = desk.drafting.new_draft(["https://blog.example/post"])[1]
    assert desk.body(by_path) == desk.body(by_address)
    assert "[[Julian Stodd - An introduction|Julian Stodd, An introduction]]" in desk.body(by_path)


def test_a_credit_leads_to_its_source_though_the_draft_has_its_name(desk: Desk) -> None:
    article = desk.article(author="", title="Scaffolding")
    desk.store.put_feed(Feed("feed0", "https://blog.example/feed"))
    desk.write("sources/Scaffolding.md", "", id="01s", type="source", title="Scaffolding", url=article.url)
    desk.write("notes/Scaffolding.md", "My own.\n", id="01n", type="note", title="Scaffolding")
    path = desk.drafting.new_draft([article.article_id])[1]
    assert path == "drafts/Scaffolding.md"
    assert f"]({article.url})" in desk.publishing.rendered(path, "public").markdown.replace("<", "").replace(">", "")


@pytest.mark.parametrize("fields", [{"private": True}, {"private": "no"}])
def test_nothing_private_goes_into_a_draft(desk: Desk, fields: dict[str, object]) -> None:
    talk(desk, consent="named", **fields)
    desk.write("notes/Secret.md", "Mine.\n", id="01note0000000000", type="note", title="Secret", **fields)
    for name in ("01note", "notes/Secret.md", "01talk", "hl-abcdefghij"):
        with pytest.raises(Refused, match="for you alone"):
            desk.drafting.new_draft([name], title="Out")
    assert not [path for path in desk.vault.files if path.startswith("drafts/")]


def test_a_person_stays_in_unless_said_otherwise(desk: Desk) -> None:
    desk.write("people/Jan.md", "What I know of him.\n", id="01jan", type="person", title="Jan")
    with pytest.raises(Refused):
        desk.drafting.new_draft(["01jan"])
    desk.write("people/Jan.md", "What I know of him.\n", id="01jan", type="person", title="Jan", private=False)
    assert "What I know" in desk.body(desk.drafting.new_draft(["01jan"])[1])


@pytest.mark.parametrize("consent", ["", "no", "maybe"])
def test_a_conversation_without_consent_goes_nowhere(desk: Desk, consent: str) -> None:
    talk(desk, consent=consent)
    note = desk.note(quotes=("hl-abcdefghij",))
    for name in ("01talk", "hl-abc", note):
        with pytest.raises(Refused, match="without consent"):
            desk.drafting.new_draft([name], title="Out")
    assert not [path for path in desk.vault.files if path.startswith("drafts/")]


def test_an_anonymous_partner_gives_no_draft_its_title(desk: Desk) -> None:
    talk(desk, consent="anonymous")
    with pytest.raises(Refused, match="title"):
        desk.drafting.new_draft(["01talk"])


def test_what_is_refused_leaves_nothing_behind(desk: Desk) -> None:
    article = desk.article()
    private = desk.note("Secret", private=True)
    before = dict(desk.vault.files)
    for names, title, template in (
            ([article.article_id, private], "Out", "post"), ([article.article_id, "nothing"], "Out", "post"),
            ([], " ", "post"), ([article.article_id], "Out", "poem")):
        with pytest.raises((Refused, NotFound)):
            desk.drafting.new_draft(names, title, template)
    assert desk.vault.files == before


def test_beginnings_must_decide(desk: Desk) -> None:
    first = desk.article()
    with pytest.raises(NotFound):
        desk.drafting.new_draft([""])
    twins = [desk.article(url=f"https://blog.example/{n}", title=f"T{n}").article_id for n in range(40)]
    shared = next(a[0] for a in twins if sum(b[0] == a[0] for b in [*twins, first.article_id]) > 1)
    with pytest.raises(Ambiguous):
        desk.drafting.new_draft([shared])
    desk.write("notes/N.md", "Mine.\n", id=first.article_id[:5] + "zzz", type="note", title="N")
    with pytest.raises(Ambiguous, match="a file and an article"):
        desk.drafting.new_draft([first.article_id[:5]])
    assert desk.body(desk.drafting.new_draft([first.article_id[:5] + "zzz"])[1]) == "Mine.\n"


def test_an_open_code_fence_does_not_swallow_the_next_piece(desk: Desk) -> None:
    made = desk.highlighting.add(desk.article(), WORDS)
    path = desk.drafting.new_draft([desk.note(body="```python\nprint(1)\n"), made.highlight_id])[1]
    assert [q.highlight_id for q in read_quotations(desk.body(path))] == [made.highlight_id]


WORDS_OF_OTHERS = st.text(st.sampled_from("ab [](){}<>|%^#*_`~\\\"'&é-\n.!:/@"), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(quote=WORDS_OF_OTHERS, title=WORDS_OF_OTHERS, author=WORDS_OF_OTHERS)
def test_whatever_is_quoted_the_check_finds_its_credit(quote: str, title: str, author: str) -> None:
    desk = Desk()
    words = " ".join(f"w1 {quote} w2".split())
    article = desk.article("<p>" + "".join(f"&#{ord(ch)};" for ch in f"Before. {words} After.") + "</p>",
                           title=" ".join(title.split()), author=" ".join(author.split()))
    made = desk.highlighting.add(article, words)
    path = desk.drafting.new_draft([desk.note(), made.highlight_id])[1]
    result = desk.publishing.check(path, "public")
    assert "credit" not in [finding.rule for finding in result.findings]
    assert [q.highlight_id for q in read_quotations(desk.body(path))] == [made.highlight_id]
    draft = desk.publishing.rendered(path, "public")
    assert "(<https://blog.example/post>)" in draft.markdown
    assert 'href="https://blog.example/post"' in draft.html
