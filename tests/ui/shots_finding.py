"""The screens of finding things again, for tests.ui.shots: all results, nothing found, the terms."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

from pkm_app.ui.shell import Shell


def _wait(milliseconds: int = 500) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def results(shell: Shell) -> None:
    """All results, with what they can be narrowed to and two saved searches."""
    queries = shell.context.services.finding.queries
    queries.save("Leren op de werkplek", "werkplekleren tag:praktijk")
    queries.save("Stodd", "author:stodd")
    shell.show_search("social")
    _wait()
    shell.pages.search().list.step(1)


def results_narrowed(shell: Shell) -> None:
    """One kind only, and a name asked for."""
    shell.show_search("social")
    _wait()
    shell.pages.search().facets.narrowed.emit("kind", "article")  # in the words of the window
    _wait()
    shell.pages.search().ask_name()


def results_none(shell: Shell) -> None:
    """Nothing found."""
    shell.show_search("arbeidsomstandighedenwetgevingsbijeenkomst")
    _wait()


def sense_saved(shell: Shell) -> None:
    """Saved searches in Sense."""
    shell.show_room("sense")
    _wait(200)


FINDING = (results, results_narrowed, results_none, sense_saved)
