import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.library.filecache import Known
from pkm_app.library.filecards import card_of_file, excerpt, record_of, with_anchor
from tests.contracts.vault import anchor


def card(text: str, path: str = "notes/Name.md"):
    return card_of_file(path, parse_vault_file(text.encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize(("body", "title"), [
    ("Words", "Name"), ("# One #\n## Two", "One"), ("text\n\n### *Deep* `one`", "Deep one"),
    ("```\n# code\n```", "Name"),
    ("#tag", "Name"), ("---\ntitle: From the top\n---\n# One", "From the top"), ("---\ntitle: ''\n---\n# One", "One"),
    ("%% private\n# Secret\n%%\n# Open", "Open"), ("# [[Link|Words]]", "Words"),
])
def test_titles(body, title):
    assert card(body).title == title


def test_the_title_of_a_long_draft_is_its_folder():
    assert card("---\ntype: draft\n---\n", "drafts/My book/index.md").title == "My book"


@pytest.mark.parametrize(("body", "tags"), [
    ("#one and #two/three, #één.", ("one", "two/three", "één")), ("#1984 #y1984 #1984-x", ("y1984", "1984-x")),
    ("# no #yes", ("yes",)), ("a#b https://x.org/#c `#d` \\#e [[N#f]]", ()),
    ("```\n#code\n```\n(#in) > #q", ("in", "q")),
    ("---\ntags: [A, b]\n---\n#a #B #c", ("A", "b", "c")), ("%%\n#secret\n%%\n#open", ("open",)),
])
def test_tags(body, tags):
    assert card(body).tags == tags


@pytest.mark.parametrize(("body", "words"), [
    ("# Head\n\nSome *emphasis*, **strong**, `code` and snake_case.",
     "Head Some emphasis, strong, code and snake_case."),
    ("- one\n- [x] two\n1. three\n\n---\n\n> quoted\n> more", "one two three quoted more"),
    ("> 1 \\* 2 \\[\\[x\\]\\] \\#y\n\n^hl-abc123def4\n\nMine", "1 * 2 [[x]] #y Mine"),
    ("See [[Note|that note]], [[Other]] and [a page](https://x.org/a).", "See that note, Other and a page."),
    ("Open %%hidden%% words <!-- gone --> here.", "Open words here."),
    ("Before\n%% private\nnever closed", "Before"),
    ("", ""),
])
def test_excerpts(body, words):
    assert card(body).excerpt == words


def test_excerpts_are_short():
    assert len(excerpt("word " * 10_000)) <= 301
    assert len(excerpt("x" * 10_000)) <= 301


def test_unreadable_front_matter_is_private():
    assert card("---\nprivate: [\n---\nx").private
    assert card("---\ntype: source\nprivate: no\n---\nx").private


def test_words_changed_in_the_file_are_read_back():
    record = record_of("s.md", b"> the talks that surround\n\n^hl-abc123def4\n", Known(0, 0, ""), lambda *_: anchor())
    highlight = record.highlights[0]
    assert (highlight.exact, highlight.prefix, highlight.start) == ("the talks that surround", "about ", 26)
    assert with_anchor(highlight, None) == highlight


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(alphabet="#^[]()|>*_`%-hl \n:\\a1é\ud800", max_size=200).map(
    lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_a_card_that_a_database_can_hold(data):
    record = record_of("a.md", data, Known(0, len(data), ""), lambda *_: None)
    texts = [record.card.title, record.card.excerpt, record.card.file_id, *record.card.tags]
    texts += [text for link in record.links for text in link]
    for highlight in record.highlights:
        texts += [highlight.exact, highlight.comment]
    for text in texts:
        text.encode("utf-8")


@pytest.mark.parametrize("piece", [
    "#", "# ", "[[", "![[a|", "](", "[a](", "*", "_a", "> ", "^a ", "%%", "<!--", "- [ ] ", "a_/", "#a/"])
def test_hostile_repetition_comes_to_an_end(piece):
    body = (piece * 100_000)[:100_000].encode()  # quadratic reading of so much would not
    assert record_of("a.md", body, Known(0, 0, ""), lambda *_: None).card.path == "a.md"
