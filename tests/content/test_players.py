"""Films and sounds leave a link; no other frame does, and nothing is fetched."""

from __future__ import annotations

import pytest

from pkm_app.content.clean import clean_html, plain
from pkm_app.content.plaintext import shown_text

YOUTUBE = '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">'


@pytest.mark.parametrize(("html", "link"), [
    ('<video src="https://a.example/film.mp4" controls>Too old</video>',
     '<a href="https://a.example/film.mp4">Video: a.example</a> Too old'),
    ("<video><source src='/film.webm'><source src='/film.mp4'></video>",
     '<a href="https://blog.example/film.webm">Video: film.webm</a> '),
    ('<audio controls title="Part 3 &amp; 4" src=talk.mp3></audio>',
     '<a href="https://blog.example/talk.mp3">Audio: Part 3 &amp; 4</a> '),
    ('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>',
     f"{YOUTUBE}Video: www.youtube.com</a> "),
    ('<iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ" title="A talk"></iframe>',
     f"{YOUTUBE}Video: A talk</a> "),
    ('<IFRAME data-src="https://player.vimeo.com/video/123456?h=1"></IFRAME>',
     '<a href="https://vimeo.com/123456">Video: vimeo.com</a> '),
    ('<iframe src="https://tube.example/videos/embed/ab-cd"></iframe>',
     '<a href="https://tube.example/videos/embed/ab-cd">Video: tube.example</a> '),
    ('<iframe src="https://w.soundcloud.com/player/?url=x"></iframe>',
     '<a href="https://w.soundcloud.com/player/?url=x">Audio: w.soundcloud.com</a> '),
    ('<iframe src="https://ads.example/frame"></iframe>', ""),
    ('<iframe src="https://ads.example/?u=https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>', ""),
    ('<video src="javascript:alert(1)"></video>', ""),
    ('<script>write(\'<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>\')</script>', ""),
    ("<video></video><source src='https://a.example/x.mp4'>", ""),
])
def test_a_film_leaves_a_link(html, link):
    assert clean_html(html, "https://blog.example/post") == link


def test_cleaning_again_changes_nothing():
    once = clean_html('<p>x <video src="https://a.example/v.mp4"></video></p>')
    assert clean_html(once) == once


@pytest.mark.parametrize(("html", "clean"), [
    ("if a<b then c", "if a&lt;b then c"),
    ("<p>if a<b then c</p><p>and d</p>", "<p>if a&lt;b then c</p><p>and d</p>"),
    ("<p>one <b class=x>two</b> <br/>three</p>", "<p>one <b>two</b> <br>three</p>"),
    ('cut off <a href="https://a.example/lo', "cut off "),
    ("cut off <str", "cut off "),
    ("<p\n>x</p>", "<p>x</p>"),
])
def test_a_sign_for_less_is_no_tag_where_no_tag_ends(html, clean):
    assert clean_html(html) == clean


def test_a_title_keeps_what_follows_a_sign_for_less():
    assert plain("if a<b then c") == "if a<b then c"


def test_code_is_shown_with_its_lines():
    code = "<pre><code>if a &lt; b:\n    go()\n\nelse:\n    stay()</code></pre>"
    html = clean_html(f"<p>Do this:</p>{code}<p>and\nthat</p>")
    assert shown_text(html) == "Do this:\n\nif a < b:\n    go()\n\nelse:\n    stay()\n\nand that"
    assert shown_text("<p>one</p><p>two</p>") == "one\n\ntwo"
