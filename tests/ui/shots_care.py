"""The screens of care for tests.ui.shots: what a check-up found, two versions side by side, an import looked at."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from pkm_app.base.errors import Problem
from pkm_app.seek.model import ArticleBody
from pkm_app.sense.doctor import Trouble
from pkm_app.sense.notes import NewNote
from pkm_app.ui.care.two_versions import TwoVersions
from pkm_app.ui.shell import Shell

_ONE = "Wij deden het zo.\n\nEerst een vraag die mensen al hadden, dan een plek waar die gesteld mocht worden.\n"
_TWO = "Wij deden het zo.\n\nEerst een echte vraag van mensen, dan een plek voor die vraag.\n\nEn dan wachten.\n"


def _wait(milliseconds: int = 400) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _conflict(shell: Shell) -> Trouble:
    sense = shell.context.services.sense
    known = {card.title: card.path for card in sense.cards()}
    mine = known.get("Koffie") or sense.new_note(NewNote("Koffie", _ONE))[1]
    other = known.get("Koffie twee") or sense.new_note(NewNote("Koffie twee", _TWO))[1]
    return Trouble("“{path}” is a second version of “{original}”: two had written at once.", "conflict", other,
                   Problem("Take what only the copy says into the file, where it belongs, and put the copy in the "
                           "trash."), True, mine, original=mine)


LONG = "Duurzameinzetbaarheidsbevorderingsmaatregelen, en waarom een gesprek bij koffie er toe doet"  # of no file


def checkup(shell: Shell) -> None:
    """Much that is wrong."""
    shell.show_care("checkup")
    page = shell.pages.checkup
    assert page is not None
    _wait()
    path = f"notes/{LONG}.md"
    page._show([
        _conflict(shell),
        Trouble("“{path}” links to “{target}”, which is not there.", "broken", path,
                Problem("Write that note, or change the link."), target="Working out loud"),
        Trouble("The lines at the top of “{path}” cannot be read, so all of it stays private.", "front", path,
                Problem("Put in quotation marks what is read as something else."), True),
        Trouble("A highlight in “{path}” lost its place in the article: “{words}”", "orphan", "sources/A.md",
                Problem("Open the article and mark the place by hand; the version you read is kept."),
                words="letting go of some control")])


def checkup_well(shell: Shell) -> None:
    """Nothing is wrong."""
    shell.show_care("checkup")
    page = shell.pages.checkup
    assert page is not None
    _wait()
    page._show([])


def two_versions(shell: Shell) -> None:
    """Both versions of a note."""
    checkup(shell)
    page = shell.pages.checkup
    assert page is not None
    TwoVersions(shell.context, _conflict(shell), shell).show()
    _wait()


def import_looked_at(shell: Shell) -> None:
    """What an export would bring."""
    shell.show_care("import")
    page = shell.pages.importing
    assert page is not None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pocket.csv"
        rows = "".join(f"Waarom mensen van elkaar leren deel {n},https://a.example/{n},1700000000,leren,unread\n"
                       for n in range(40))
        file.write_text("title,url,time_added,tags,status\n" + rows, encoding="utf-8")
        page.look_at(str(file))
        _wait(600)


def lost_highlights(shell: Shell) -> None:
    """An article whose author wrote it anew: what was highlighted stands under the text."""
    seek = shell.context.services.seek
    article = next(one for one in seek.articles("all") if one.title == "What is Social Learning?")
    text = "Another text altogether, which its author wrote anew."
    seek.bodies[article.article_id] = ArticleBody(f"<p>{text}</p>", text, "x")  # type: ignore[attr-defined]  # demo's
    shell.show_room("seek")
    shell.go("article", article.article_id)
    _wait(700)


CARE = (checkup_well, checkup, two_versions, import_looked_at, lost_highlights)
