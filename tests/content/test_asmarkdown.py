"""HTML as Markdown: nothing of its structure or words is lost, and nothing in it means more than it says."""

from __future__ import annotations

import pytest

from pkm_app.content.asmarkdown import markdown_of
from pkm_app.content.clean import clean_html
from pkm_app.content.markdown import to_html
from pkm_app.content.plaintext import canonical_text


@pytest.mark.parametrize(("html", "markdown"), [
    ("", ""), ("   ", ""), ("plain words", "plain words\n"),
    ("<h2>1. A <em>b</em></h2><h3>C</h3>", "## 1. A *b*\n\n### C\n"),
    ("<p>a <b>bold </b>and <del>gone</del> <mark>m</mark> <code>x`y</code></p>",
     "a **bold** and ~~gone~~ ==m== ``x`y``\n"),
    ('<p><a href="https://x.example/a b(c)">li<em>n</em>k</a> <a href="javascript:x()">no</a></p>',
     "[li*n*k](<https://x.example/a%20b(c)>) no\n"),
    ("<p>one<br>- two<br>3. three</p>", "one\\\n\\- two\\\n3\\. three\n"),
    ("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul><ul><li>z</li></ul>",
     "- a\n  - b\n- c\n\n<!-- -->\n\n- z\n"),
    ('<ol start="3"><li><p>a</p><p>b</p></li><li>c</li></ol>', "3. a\n\n   b\n\n4. c\n"),
    ('<ul><li>☑ done</li><li>☐ open</li></ul>', "- [x] done\n- [ ] open\n"),
    ("<blockquote><p>q</p><ul><li>l</li></ul></blockquote><p>— By me</p><p>After</p>",
     "> q\n>\n> - l\n>\n> — By me\n\nAfter\n"),
    ('<pre><code class="language-py">a\n  b ``` c\n</code></pre>', "````py\na\n  b ``` c\n````\n"),
    ("<table><tr><th>A</th><th>B</th></tr><tr><td>a | b</td></tr></table>",
     "| A | B |\n| --- | --- |\n| a &#124; b |  |\n"),
    ('<p>N<sup><a href="#fn-1">1</a></sup></p><h2>Notes</h2>'
     '<ol><li id="fn-1"><p>W. <a href="#fnref-1">↩</a></p></li></ol>',
     "N[^1]\n\n[^1]: W.\n"),
    ("first\n\nsecond <b>x</b>\n\n<hr>third", "first\n\nsecond **x**\n\n* * *\n\nthird\n"),
    ('<img src="https://x.example/a.png" alt="A ] b"><img src="data:x" alt="c">',
     "![A \\] b](<https://x.example/a.png>)c\n"),
    ("<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph --><script>alert(1)</script>", "x\n"),
])
def test_the_structure_stays(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


@pytest.mark.parametrize("words", [
    "# no heading", "- no item", "1. none", "> no quotation", "[[no link]] #tag ==m== %% hidden %%", "{{ x }} {% y %}",
    "**b** _i_ `c` ~~d~~ <script>", "a | b", "[x](y) ![z](q)", "^id", "&lt; &amp;copy;", "--- x", "+ y", ": z", "$x$",
])
def test_words_mean_only_themselves(words: str) -> None:
    from html import escape

    made = markdown_of(f"<p>{escape(words)}</p>")
    assert canonical_text(clean_html(to_html(made))).strip() == words


def test_deep_nesting_and_much_text_are_borne() -> None:
    deep = "<blockquote>" * 3000 + "x" + "</blockquote>" * 3000
    assert "x" in markdown_of(deep)
    assert len(markdown_of("<p>word </p>" * 50_000)) > 100_000


@pytest.mark.parametrize("tag", ["b", "em", "span"])
def test_words_within_words_may_be_as_deep_as_cleaning_lets_them(tag: str) -> None:
    assert markdown_of(f"<{tag}>" * 250 + "words" + f"</{tag}>" * 250).strip("*\n") == "words"


def test_a_table_within_a_table_comes_once_however_deep() -> None:
    made = markdown_of("".join(f"<table><tr><td>cell{depth}, " for depth in range(40)))
    assert [made.count(f"cell{depth},") for depth in range(40)] == [1] * 40
