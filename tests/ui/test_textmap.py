"""Places of the canonical text in the shown document, and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from pkm_app.content.clean import clean_html
from pkm_app.content.plaintext import canonical_text
from pkm_app.ui.look import Look
from pkm_app.ui.reading_document import Head, body_text, make_document
from pkm_app.ui.textmap import TextMap

ODD = """<h2>Kop &amp; staart</h2><p>Een 😀 zin met <b>vet</b>,<br>een nieuwe regel en&nbsp;een blanco.</p>
<ul><li>één</li><li>twee<ol><li>twee punt één</li></ol></li></ul>
<table><tr><td>cel a</td><td>cel b</td></tr><tr><td>cel c</td><td></td></tr></table>
<blockquote><p>Eerste.</p><p>Tweede 𝔘nicode.</p></blockquote><pre>code  met
regels</pre><p><img data-pkm-src="https://example.org/a.png" alt="een plaatje"> na een plaatje</p>
<figure><figcaption>onderschrift</figcaption></figure><p>عربي en עברית ook.</p>"""

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=12)
BLOCKS = st.lists(st.tuples(st.sampled_from(["p", "h2", "li", "blockquote", "pre"]), st.lists(WORDS, max_size=5)),
                  max_size=6)


def _shown(html: str, look: Look, head: Head | None = None) -> tuple[str, str, TextMap, object]:
    clean = clean_html(html, "https://example.org/")
    canonical = canonical_text(clean)
    prepared = make_document(clean, look, 18, head)
    return canonical, clean, TextMap(canonical, body_text(prepared.document), prepared.body_start), prepared


def _text_at(prepared: object, place: tuple[int, int]) -> str:
    cursor = QTextCursor(prepared.document)  # type: ignore[attr-defined]
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@pytest.mark.parametrize("words", [
    "Kop & staart", "😀 zin", "vet, een nieuwe", "twee punt één", "cel b", "Tweede 𝔘nicode.", "na een plaatje",
    "onderschrift", "עברית", "een blanco. één",
])
def test_every_kind_of_block_is_found(qtbot: QtBot, look: Look, words: str) -> None:
    canonical, _, places, prepared = _shown(ODD, look, Head("Site", "Kop & staart", "een 😀 regel"))
    start = " ".join(canonical.split()).find(words)
    assert start >= 0
    start, end = _whole(canonical, words)
    place = places.to_document(start, end)
    assert place is not None
    assert _bare(_text_at(prepared, place)) == _bare(words)
    assert places.to_canonical(*place) == (start, end)
    assert places.agrees


@settings(max_examples=60, deadline=None)
@given(blocks=BLOCKS, data=st.data())
def test_places_come_back(blocks: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    html = "".join(f"<{tag}>{' '.join(words).replace('&', '&amp;').replace('<', '&lt;')}</{tag}>"
                   for tag, words in blocks)
    canonical, _, places, prepared = _shown(html, _look())
    solid = [at for at, ch in enumerate(canonical) if not ch.isspace()]
    if not solid:
        return
    first = data.draw(st.sampled_from(solid))
    last = data.draw(st.sampled_from([at for at in solid if at >= first]))
    place = places.to_document(first, last + 1)
    if places.agrees:
        assert place is not None
        assert _bare(_text_at(prepared, place)) == _bare(canonical[first:last + 1])
        assert places.to_canonical(*place) == (first, last + 1)
    elif place is not None:
        assert _bare(_text_at(prepared, place)) == _bare(canonical[first:last + 1])


def test_a_shown_text_that_differs_is_searched_near_the_place() -> None:
    canonical = "one two three one two"
    places = TextMap(canonical, "one two [added] three one two")
    assert not places.agrees
    assert places.to_document(14, 17) == (22, 25)
    assert places.to_canonical(22, 25) == (14, 17)


def test_what_is_not_shown_has_no_place() -> None:
    places = TextMap("seen unseen", "seen")
    assert places.to_document(5, 11) is None
    assert places.to_canonical(10, 20) is None


def _whole(canonical: str, words: str) -> tuple[int, int]:
    solid = [at for at, ch in enumerate(canonical) if not ch.isspace()]
    stream = "".join(canonical[at] for at in solid)
    first = stream.find(_bare(words))
    return solid[first], solid[first + len(_bare(words)) - 1] + 1


def _bare(text: str) -> str:
    return "".join(ch for ch in text if not ch.isspace() and ch not in "\ufffc\ufdd0\ufdd1\u2028\u2029")


def _look() -> Look:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    looks = application.findChildren(Look)
    return looks[0] if looks else Look(application, "light")
