"""The article in a page: the matter without the frame, pictures that wait for scripts, and pages that hold none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pkm_app.seek.pagetext import LEAST, NoArticle, page_text

ADDRESS = "https://blog.example.org/2026/11/titel/"
SENTENCE = "Sociaal leren gebeurt in het dagelijks werk, en dat het daar gebeurt is geen toeval, zegt de schrijver. "
FRAME = """<!doctype html><html lang="nl-BE"><head><title>Een titel | Blog</title>
<meta name="author" content="Jane Hart"><meta property="og:title" content="Een titel">
<meta property="article:published_time" content="2026-11-14T09:00:00+00:00"></head>
<body><nav><a href="/">Thuis</a> <a href="/menu">Nog een menu</a></nav><article><h1>Een titel</h1>{matter}</article>
<footer>Wij gebruiken koekjes</footer></body></html>"""


def page(matter: str) -> bytes:
    return FRAME.format(matter=matter).encode()


def paragraphs(count: int = 4) -> str:
    return "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(count))


def test_the_matter_comes_without_the_frame() -> None:
    found = page_text(page(paragraphs()), ADDRESS, "text/html; charset=utf-8")
    assert found.text.startswith("0. Sociaal leren")
    assert found.text.count("Sociaal leren") == 8
    for word in ("menu", "koekjes", "Een titel"):
        assert word not in found.text
    assert (found.title, found.author, found.language) == ("Een titel", "Jane Hart", "nl")
    assert found.published == datetime(2026, 11, 14, tzinfo=UTC)


def test_trap_10_pictures_that_wait_for_a_script_are_not_lost() -> None:
    lazy = """<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/pics/one.jpg" alt="One" width="600"
        height="400"><noscript><img src="/pics/one.jpg" alt="One"></noscript></p>
        <p><img data-srcset="/pics/two-300.jpg 300w, /pics/two-900.jpg 900w" alt="Two"></p>
        <p><img src="https://count.example/p.gif" width="1" height="1"></p>"""
    found = page_text(page(paragraphs(2) + lazy + paragraphs(2)), ADDRESS, "text/html")
    assert found.html.count('data-pkm-src="https://blog.example.org/pics/one.jpg"') == 1
    assert 'data-pkm-src="https://blog.example.org/pics/two-900.jpg"' in found.html
    assert "count.example" not in found.html


def test_tables_and_code_stay_and_links_are_whole() -> None:
    matter = """<table><tr><th>Wie</th><th>Wat</th></tr><tr><td>Ann \\1</td><td>vraagt</td></tr></table>
        <pre><code>een = 1\n  twee</code></pre><p>Zie <a href="elders">elders</a>. """ + SENTENCE + "</p>"
    found = page_text(page(paragraphs(2) + matter + paragraphs(2)), ADDRESS, "text/html")
    assert "<th>Wie</th>" in found.html
    assert "<td>vraagt</td>" in found.html
    assert "een = 1\n  twee" in found.html
    assert 'href="https://blog.example.org/2026/11/titel/elders"' in found.html
    assert found.text.index("Wie") < found.text.index("vraagt") < found.text.index("een = 1")


def test_a_table_that_lays_out_the_page_is_read_as_its_text() -> None:
    body = f"<table><tr><td>Menu</td><td>{paragraphs()}</td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert page_text(page(body), ADDRESS, "text/html").text.count("Sociaal leren") == 8


def test_scripts_and_frames_do_not_come_through() -> None:
    evil = '<p onclick="x()">a<script>alert(1)</script></p><iframe src="https://e.example"></iframe>' + paragraphs()
    found = page_text(page(evil), ADDRESS, "text/html")
    for word in ("script", "onclick", "iframe", "alert"):
        assert word not in found.html


@pytest.mark.parametrize(("data", "kind"), [
    (b"", "text/html"), (b"\x00\xff\xfe", ""), (b"%PDF-1.7", "application/pdf"), (page("<p>Please log in.</p>"), ""),
    (b"<html>", "text/html"), (page("<p>" + "x" * (LEAST // 2) + "</p>"), "text/html"),
])
def test_a_page_without_an_article_is_said_to_have_none(data: bytes, kind: str) -> None:
    with pytest.raises(NoArticle):
        page_text(data, ADDRESS, kind)


def test_an_old_encoding_is_read() -> None:
    text = page("<p>Reünie in één café: coördinatie. </p>" + paragraphs()).decode().encode("cp1252")
    assert "Reünie in één café" in page_text(text, ADDRESS, "text/html; charset=windows-1252").text
