"""Screens in states of their own, for tests.ui.shots: work under way, nothing there yet, all there is."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.errors import Problem
from pkm_app.base.events import Progress
from pkm_app.ui.i18n import tr
from pkm_app.ui.relay import Job
from pkm_app.ui.sense.left import SenseList
from pkm_app.ui.shell import Shell
from tests.ui.tidy import seek_of


def working(shell: Shell) -> None:
    """Long work with its progress and its end, something else that went wrong before."""
    shell.show_room("today")
    shell.notices.problem(Problem("{host} cannot be reached from here.", host="learnnovators.com"))
    job = Job(tr("Following {address}", address="https://learning.example.org/blog"))
    job.progress = Progress(240, 600, "Jane Hart")
    shell.relay.job_started.emit(job)
    shell.relay.job_changed.emit(job)
    shell.notices.undone.connect(lambda: shell.relay.stop(job))  # as the screen is left


def people(shell: Shell) -> None:
    """Authors and colleagues."""
    _kind(shell, "people")


def sources(shell: Shell) -> None:
    """Articles that were kept or highlighted."""
    _kind(shell, "sources")


def highlights(shell: Shell) -> None:
    """All that was highlighted, one of them chosen."""
    shell.show_room("sense")
    shell.go("highlight", shell.context.services.highlighting.listing()[0].highlight.highlight_id)
    _kind(shell, "highlights")


def later(shell: Shell) -> None:
    """What is to be read later: nothing yet."""
    _view(shell, "later")


def kept(shell: Shell) -> None:
    """What was kept."""
    _view(shell, "kept")


def today_empty(shell: Shell) -> None:
    """A first day."""
    shell.show_room("today")


def seek_empty(shell: Shell) -> None:
    """Nobody is followed yet."""
    shell.show_room("seek")


def results_empty(shell: Shell) -> None:
    """The page of results of who has nothing yet."""
    shell.show_search("")


def checkup_empty(shell: Shell) -> None:
    """Nothing to look at yet."""
    shell.show_care("checkup")


def import_empty(shell: Shell) -> None:
    """Nothing chosen yet that would be taken in."""
    shell.show_care("import")


def _kind(shell: Shell, kind: str) -> None:
    shell.show_room("sense")
    left = shell.findChild(SenseList)
    assert left is not None
    left.asked.emit(kind)


def _view(shell: Shell, view: str) -> None:
    shell.show_room("seek")
    seek_of(shell).side.choose("view", view)


STATES: tuple[Callable[[Shell], None], ...] = (working, people, sources, highlights, later, kept)
FIRST_DAY: tuple[Callable[[Shell], None], ...] = (today_empty, seek_empty, results_empty, checkup_empty,
                                                  import_empty)
