"""The window of a program: its services, what goes on behind it, and its end."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from pkm_app import __version__
from pkm_app.app.automatic import SETTING, Automatic, Network
from pkm_app.app.parts import App, now
from pkm_app.app.refreshing import refresh_apart
from pkm_app.app.signals import closing_on_signals
from pkm_app.base.errors import Problem
from pkm_app.base.events import Changed, Event, Operation
from pkm_app.ui.services import Beginning, Care, Desktop, Finding, Follow, Reading, Services, Share, Taking, Writing
from pkm_app.ui.shell import Shell
from pkm_app.ui.single import SingleWindow
from pkm_app.ui.start import make_application, make_window
from pkm_app.work.desktop_notes import DesktopNotes
from pkm_app.work.later import SoonSettings
from pkm_app.work.power import on_battery
from pkm_app.work.runner import Runner
from pkm_app.work.schedule import Schedule

_LOOK_EVERY = timedelta(seconds=4)  # how soon what another program wrote in the vault is seen
_COLLECT_AFTER = 5000  # objects more than before, between two collections of the youngest
_COLLECT_EVERY = 500  # milliseconds between two looks
_WARM_AFTER = 1000  # milliseconds from the start until the process that searches gets ready: the window goes first
_NICE = 10  # how much the processes beside the window let it go first
_SWITCH = 0.0001  # seconds: gives back most of the frames that a busy thread takes from the window


class Behind:
    """What goes on while the window is open: the vault is looked at every few seconds, the index follows."""

    def __init__(self, app: App, post: Callable[[Event], None], tell: Callable[[Problem], None]) -> None:
        self._app = app
        self._post = post
        self._tell = tell
        self._told = ""
        self._next: datetime = now() + _LOOK_EVERY
        self._schedule = Schedule(lambda: self._next, self._look, now)

    def first_look(self) -> Operation[None]:
        """Take in what changed while the program was away; then begin to look now and then."""
        yield from self._app.settle()
        yield Changed("feeds")
        yield from self._app.indexer.drain()
        self._schedule.start()
        self._app.indexer.warm()  # again, for there may have been no index yet

    def close(self) -> None:
        """Stop looking."""
        self._schedule.close()

    def _look(self) -> None:
        self._next = now() + _LOOK_EVERY
        try:
            for operation in (self._app.settle(), self._app.indexer.drain()):
                for event in _events(operation):
                    if isinstance(event, Changed):
                        self._post(event)
        except Problem as problem:
            self._say(problem)
        for notice in self._app.take_notices():
            self._say(notice)

    def _say(self, problem: Problem) -> None:
        if str(problem) != self._told:  # once, not every few seconds while it lasts
            self._told = str(problem)
            self._tell(problem)


def _events(operation: Operation[object]) -> Generator[Event, None, None]:
    yield from operation


def writing_of(app: App) -> Writing:
    """Return what the window may call while one writes."""
    parts = app.writing

    return Writing(parts.spelling, parts.own_words, parts.pictures, parts.templates, parts.preview, app.linking,
                   app.relating.related, parts.review)


def follow_of(app: App) -> Follow:
    """Return what the window may call to find people to follow, to keep the list in order and to keep up."""
    return Follow(app.recommending, app.reading_list, app.organising, app.triage, app.seek.export_opml,
                  lambda path, data: app.write_outside(Path(path), data, force=True))


def taking_of(app: App) -> Taking:
    """Return what the window may call to take things in."""
    return Taking(app.passages, app.capturing, app.reopening, app.questions, app.people, app.uncapturing,
                  app.take_file)


def share_of(app: App) -> Share:
    """Return what the window may call to write drafts, to place them and to keep an eye on them."""
    from pkm_app.flow.offers import Offers

    return Share(
        app.drafting, app.publishing, app.exporting, app.outlets,
        lambda path, data: app.write_outside(Path(path), data, force=True), app.internal_names, app.addresses,
        Offers(app.articles, app.vault, app.search), app.afterwards, app.tracing.trace, app.measuring, app.describing,
        app.newer_words)


def care_of(app: App) -> Care:
    """Return what the window may call to look after the PKM folder."""
    from pkm_app.app import restore_backup
    from pkm_app.app.taking_in import import_path

    return Care(lambda: app.doctor, app.past_changes, app.take_back,
                lambda path, dry_run: import_path(app, Path(path), dry_run=dry_run),
                lambda path: app.back_up(Path(path)), lambda file, folder: restore_backup(Path(file), Path(folder)))


def beginning_of(app: App) -> Beginning:
    """Return what the window may call to begin elsewhere. Raises ValueError for a folder that is open for a moment."""
    if app.beginning is None:
        raise ValueError("a window is opened through open_app")
    return app.beginning


def desktop_of() -> Desktop | None:
    """Return what shows notifications; None where the tray does, as on Windows and macOS."""
    return DesktopNotes() if sys.platform.startswith("linux") else None


def services_of(app: App, runner: Runner, settings: SoonSettings) -> Services:
    """Return what the window may call."""
    return Services(
        seek=app.seek, marking=app.marking, highlighting=app.highlighting, search=app.search_all,
        finding=Finding(app.queries, app.terms),
        tending=app.tending, today=app.today, make_care=partial(care_of, app), beginning=beginning_of(app),
        taking=taking_of(app),
        sense=app.sense, writing=writing_of(app), make_follow=partial(follow_of, app),
        make_reading=lambda: Reading(app.highlight_edits, app.full_texts, app.pictures, app.road, app.versions),
        make_share=partial(share_of, app),
        runner=runner, settings=settings, now=lambda: now().astimezone(), version=__version__, desktop=desktop_of())


@dataclass(frozen=True, slots=True)
class Opened:
    """A window that is shown, with what it was made of."""

    application: QApplication
    shell: Shell
    services: Services


@contextmanager
def open_shell(app: App) -> Iterator[Opened | None]:
    """Show the window and begin what goes on behind it; end all of it again. None: another window was raised."""
    sys.setswitchinterval(_SWITCH)
    app.nice, app.elsewhere = _NICE, partial(refresh_apart, app)
    application = make_application(size=app.settings.get("scale", "100"))
    single = SingleWindow(app.profile.data)
    if not single.is_first():
        yield None
        return
    runner = Runner()
    settings = SoonSettings(app.settings)
    services = services_of(app, runner, settings)
    shell = make_window(application, services)
    behind = Behind(app, shell.relay.post, shell.relay.unheard.emit)
    automatic = Automatic(
        app.articles.feeds, lambda: shell.relay.call(lambda: None, lambda _: shell.refresh_by_itself()),
        lambda: settings.get(SETTING, "auto"), now, Network(), on_battery,
        returned=app.seek.network_is_back)
    single.raised.connect(shell.come_forward)
    shell.show()
    _collect_here(shell)

    def begin() -> None:
        shell.relay.start(behind.first_look(), "")
        QTimer.singleShot(_WARM_AFTER, shell, lambda: shell.relay.call(app.indexer.warm))
        automatic.start()

    _begin_when_chosen(shell, begin)
    try:
        yield Opened(application, shell, services)
    finally:
        single.close()
        automatic.close()
        behind.close()
        runner.close()
        settings.close()


def _begin_when_chosen(shell: Shell, begin: Callable[[], None]) -> None:
    """Touch no folder before the person has said which: on the first start what goes on behind waits for that."""
    if not shell.is_beginning():
        begin()
        return

    def once() -> None:
        shell.begun.disconnect(once)
        begin()

    shell.begun.connect(once)


def _collect_here(shell: Shell) -> None:
    """Collect garbage on the main thread alone, and seldom.

    Left to itself Python collects on whichever thread happens to ask for memory. Among the garbage are widgets, and
    one that is taken apart beside the main thread ends the program. What was built for good, now or when a room is
    first entered, is never looked at again: that takes 50 ms.
    """
    gc.freeze()
    shell.built.connect(_keep_for_good)
    gc.disable()
    turns = count(1)

    def collect() -> None:
        if gc.get_count()[0] > _COLLECT_AFTER:
            turn = next(turns)
            gc.collect(2 if turn % 400 == 0 else 1 if turn % 20 == 0 else 0)

    timer = QTimer(shell)
    timer.timeout.connect(collect)
    timer.start(_COLLECT_EVERY)


def _keep_for_good() -> None:
    """Throw away what went since the last time, and never look again at what is left: a room was built."""
    gc.collect()
    gc.freeze()


def run_window(app: App) -> int:
    """Open the window and stay until it is closed. A second one on the same profile raises the first."""
    with open_shell(app) as opened:
        if opened is None:
            return 0
        with closing_on_signals(opened.shell.close):
            code = int(opened.application.exec())
        opened.shell.context.language.stop()
        opened.shell.context.look.deleteLater()
        opened.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # another window may come in this process
    if app.beginning is not None and app.beginning.again == "same":
        opened.application.shutdown()  # Qt reads the size of everything only while an application starts
    return code
