"""Pictures of what was taken in: a PDF, learning questions, a person."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from pkm_app.base.events import finish
from pkm_app.flow.captured import Captured, Facts
from pkm_app.seek.model import CAPTURED
from pkm_app.ui.sense.left import SenseList
from pkm_app.ui.shell import Shell
from tests.seek.files import pdf
from tests.ui.tidy import seek_of

_ASKED = "How do communities of practice learn from each other?"


def captured_pdf(shell: Shell) -> None:
    """A PDF with its pages, opened for reading."""
    shell.show_room("seek")
    seek_of(shell).side.choose("captured", CAPTURED)
    shell.go("article", _report(shell).article_id)


def questions(shell: Shell) -> None:
    """Questions with what hangs on them."""
    asking = shell.context.services.taking.questions
    path = asking.ask(_ASKED)[1]
    asking.ask("Wat maakt samenwerkingsverbanden in het beroepsonderwijs duurzaam?")
    asking.attach(path, _report(shell).path)
    shell.show_room("sense")
    shell.go("note", path)
    shell.findChild(SenseList).asked.emit("questions")


def person(shell: Shell) -> None:
    """The page of an author."""
    services = shell.context.services
    article = next(one for one in services.seek.articles("all") if one.title == "What is Social Learning?")
    card = services.taking.people.add(article.article_id, "@julian@learning.example")
    shell.show_room("sense")
    shell.go("person", card.path)


@cache
def _pdf() -> bytes:
    """The same bytes each time: a PDF that is made anew tells another moment, and is another file."""
    words = "Communities of practice need a facilitator who knows when to be silent. "
    return pdf(words * 6, "The second page says more about that. " * 8, title="Learning at work",
               author="Etienne Wenger")


def _report(shell: Shell) -> Captured:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.pdf"
        file.write_bytes(_pdf())
        return finish(shell.context.services.taking.take_file(str(file), Facts(via="Karin Bos")))


CAPTURE: tuple[Callable[[Shell], None], ...] = (captured_pdf, questions, person)
