import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pkm_app.content.clean import clean_html
from pkm_app.content.markdown import to_html
from pkm_app.content.wikilinks import WikiLink
from tests.content.payloads import PAYLOADS, judge
from tests.content.soup import SOUP


def _known(link: WikiLink) -> str | None:
    return None if link.target == "Missing" else "notes/" + link.target.replace(" ", "%20") + ".md"


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# A *b*", "<h1>A <em>b</em></h1>"),
        ("~~old~~ **new**", "<p><s>old</s> <strong>new</strong></p>"),
        ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
        ("- [ ] do\n- [x] done", "<ul>\n<li>☐ do</li>\n<li>☑ done</li>\n</ul>"),
        ("```py\nx\n```", '<pre><code class="language-py">x\n</code></pre>'),
        ("[web](https://e.org/x)", '<p><a href="https://e.org/x">web</a></p>'),
        ("![alt](../attachments/p.png)", '<p><img data-pkm-src="../attachments/p.png" alt="alt"></p>'),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"),
        ("", ""),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ],
)
def test_markdown_as_html(markdown: str, html: str) -> None:
    assert to_html(markdown).strip() == html


def test_tables_and_footnotes() -> None:
    assert "<td>1</td>" in to_html("| a |\n|---|\n| 1 |")
    noted = to_html("Text[^1]\n\n[^1]: The note")
    assert '<a href="#fn1" id="fnref1">' in noted
    assert '<li id="fn1"><p>The note <a href="#fnref1">' in noted


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[[Name]]", '<a href="notes/Name.md">Name</a>'),
        ("[[Some name|words]]", '<a href="notes/Some%20name.md">words</a>'),
        ("[[Missing|words]]", "words"),
        ("[[Name#Heading]]", '<a href="notes/Name.md">Name &gt; Heading</a>'),
        ("![[Name]]", '<a href="notes/Name.md">Name</a>'),
        ("`[[Name]]`", "<code>[[Name]]</code>"),
        ("\\[[Name]]", "[[Name]]"),
        ("[words](Name)", '<a href="notes/Name.md">words</a>'),
        ("[**w**](Missing)", "<strong>w</strong>"),
        ("[[A <b>]]", '<a href="notes/A%20%3Cb%3E.md">A &lt;b&gt;</a>'),
        ("[[not closed", "[[not closed"),
        ("[x](https://e.org/ [[Name]])", None),
    ],
)
def test_links_go_through_the_callers_hands(markdown: str, html: str | None) -> None:
    shown = to_html(markdown, _known).strip()
    if html is None:
        assert judge(shown, relative=True) == []
    else:
        assert shown == f"<p>{html}</p>"


def test_without_a_way_to_resolve_links_their_words_stand_there() -> None:
    assert to_html("[[Name|words]] and [more](Other.md) and [[Plain]]").strip() == "<p>words and more and Plain</p>"


def test_trap_23_an_address_from_the_caller_is_cleaned_too() -> None:
    for address in ("javascript:x", "file:///etc/passwd", "data:x", "//", '"><script>'):
        assert judge(to_html("[[Name]]", lambda link, address=address: address), relative=True) == []


def test_ids_of_highlights_are_not_shown() -> None:
    source = (
        "> Quoted words\n\n^hl-7f3k2m9qax\n\nMy thought\n^hl-aaaaaaaaaa\n\n"
        "> Words **bold** ^hl-bbbbbbbbbb\n\n- item ^hl-cccccccccc\n"
    )
    shown = to_html(source)
    assert "hl-" not in shown
    assert shown == (
        "<blockquote>\n<p>Quoted words</p>\n</blockquote>\n<p>My thought</p>\n"
        "<blockquote>\n<p>Words <strong>bold</strong></p>\n</blockquote>\n<ul>\n<li>item</li>\n</ul>\n"
    )


@pytest.mark.parametrize(
    "markdown",
    [
        "\\^hl-7f3k2m9qax",
        "`^hl-7f3k2m9qax`",
        "```\n^hl-7f3k2m9qax\n```",
        "x^hl-7f3k2m9qax",
        "**x**^hl-7f3k2m9qax",
        "^hl-7f3k2m9qax goes on",
    ],
)
def test_what_only_looks_like_an_id_stays(markdown: str) -> None:
    assert "^hl-7f3k2m9qax" in to_html(markdown)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_trap_23_no_raw_html_passes(payload: str) -> None:
    for around in ("{}", "> {}\n", "- {}", "| a |\n|---|\n| {} |", "[^1]\n\n[^1]: {}", "[x]({})", "[[{}]]", "![{}](x)"):
        shown = to_html(around.format(payload), _known)
        assert judge(shown, relative=True) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            SOUP,
            st.sampled_from(
                ["[[", "]]", "](", "![", "\n\n> ", "\n- ", "`", "|", "^hl-a1", "[^1]: ", "[^1]", "*", "%%"]
            ),
        ),
        max_size=12,
    ).map("".join)
)
def test_trap_23_whatever_is_written(markdown: str) -> None:
    shown = to_html(markdown, _known)
    assert judge(shown, relative=True) == []
    assert clean_html(shown, relative=True) == shown
