import pytest
from hypothesis import given, settings

from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from tests.content.soup import SOUP


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b>\n  three</p><p>four</p>", "One two three\n\nfour"),
        ("a<br>b<hr>c", "a b\n\nc"),
        ("", ""),
        ("<p></p><p> \n</p>", ""),
        ("<p>be<i>fore</i></p>", "before"),
        ("<ul>\n<li>one</li>\n<li>two<ul><li>three</li></ul></li></ul>", "one\n\ntwo\n\nthree"),
        ("<p>a &lt;b&gt; &amp;amp; c&nbsp;d</p>", "a <b> &amp; c d"),
        ('<p>see <img data-pkm-src="https://e.org/x" alt="a > b" title="t"> this</p>', "see this"),
        ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "a\n\nb"),
        ("<pre>one\n  two</pre>", "one two"),
        ("no markup", "no markup"),
        ('<a href="https://e.org/?a=1&amp;b=2" title="x > y">words</a>', "words"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
        ("<figure><figcaption>cap</figcaption></figure>tail", "cap\n\ntail"),
        ("a<!-- b -->c", "ac"),
        ("1 < 2", "1 < 2"),
        ("x<sup>2</sup><wbr>y", "x2y"),
        ("<DIV>one</DIV>two<BR>three<Unknown>four</Unknown>", "one\n\ntwo threefour"),
    ],
)
def test_text_is_one_line_a_block(html: str, text: str) -> None:
    assert canonical_text(html) == text


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_text_is_tidy_and_cleaning_again_does_not_move_it(soup: str) -> None:
    clean = clean_html(soup, "https://e.org/")
    text = canonical_text(clean)
    assert text == "\n\n".join(" ".join(block.split()) for block in text.split("\n\n"))
    assert text == text.strip()
    assert canonical_text(clean_html(clean)) == text


def test_a_picture_that_is_shown_does_not_move_an_anchor() -> None:
    parked = clean_html('<p>a <img src="https://e.org/x.png" alt="long description"> b</p>')
    shown = parked.replace("data-pkm-src", "src")
    assert canonical_text(parked) == canonical_text(shown) == "a b"
