"""Long words break at their joints, and with a hyphen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from pkm_app.ui.joints import SOFT, jointed
from pkm_app.ui.look import Look
from pkm_app.ui.seek.article_rows import ArticleDelegate
from pkm_app.ui.shell import Shell
from pkm_app.ui.textlayout import breakable, lay_out
from pkm_app.ui.widgets import Quote

LONG = "Arbeidsmarktcommunicatiemedewerkers"


@pytest.mark.parametrize(("word", "parts"), [
    ("Duurzameinzetbaarheidsbevorderingsmaatregelen", "Duur za mein zet baar heids be vor de rings maat re ge len"),
    (LONG, "Arbeids markt com mu ni ca tie me de wer kers"),
    ("communicatiestrategie", "com mu ni ca tie stra te gie"),
    ("verantwoordelijkheidsgevoel", "verant woor de lijk heids ge voel"),
    ("maatschappijvernieuwing", "maat schap pij ver nieu wing"),
    ("internationalisation", "inter na tio na li sa tion"),
    ("beroepsonderwijsdagen", "beroepson der wijs da gen"),  # not beroep-son
    ("bcdfghjklmnpqrstvwxz", "bcdfghjklmnpqrstvwxz"),
])
def test_a_long_word_has_its_joints(word: str, parts: str) -> None:
    assert jointed(f"De {word}.") == f"De {word}.".replace(word, SOFT.join(parts.split(" ")))


@pytest.mark.parametrize("text", ["", "Een gewone zin met werkplekleren erin.", "https://blog.example.org/2026/11/16/a-b"])
def test_all_else_stays_as_it_is(text: str) -> None:
    assert jointed(text) == text


def test_a_word_that_is_broken_shows_a_hyphen(look: Look) -> None:
    drawn = []
    for text in (jointed(LONG), jointed(LONG).replace(SOFT, "\u200b")):
        image = QImage(160, 60, QImage.Format.Format_RGB32)
        image.fill(look.color("surface"))
        painter = QPainter(image)
        layout = lay_out(text, look.font("text", 13), 150, 20)
        layout.draw(painter, QPointF(2, 0))
        painter.end()
        assert layout.lineCount() == 2
        drawn.append(image)
    assert drawn[0] != drawn[1], "the hyphen is drawn"


def test_a_quotation_breaks_its_long_words_at_their_joints_and_is_read_out_whole(qtbot: QtBot, look: Look) -> None:
    quote = Quote(look, f"Wat {LONG} doen")
    qtbot.addWidget(quote)
    assert quote.accessibleName() == f"Wat {LONG} doen"
    assert quote._words == jointed(f"Wat {LONG} doen")


def test_an_address_in_a_label_breaks_without_a_hyphen() -> None:
    address = "https://example.org/een-heel-lang-adres-zonder-einde"
    assert SOFT not in breakable(address)
    assert breakable(address).replace("\u200b", "") == address


def test_a_line_of_an_excerpt_ends_in_a_hyphen_where_its_word_goes_on(qtbot: QtBot, shell: Shell) -> None:
    article = replace(shell.context.services.seek.articles("all")[0], excerpt=f"Wat {LONG} doen")
    rows = ArticleDelegate(shell.context.look, shell.context.services.now, shell)
    first, second = rows._excerpt(article, 150)
    assert first.endswith("-")
    assert not second.endswith("-")
    assert (first[:-1] + second).replace(SOFT, "").startswith(f"Wat {LONG}"[:30])
