"""The day, the first start, the settings and what the program is made of, for the pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QScrollArea

from pkm_app.base.events import finish
from pkm_app.library.vault import FileVault
from pkm_app.sense.notes import NewNote
from pkm_app.ui.shell import Shell
from tests.ui.demo import NOW
from tests.ui.demo_time import date

QUESTIONS = ("Hoe zet je social learning in?", "Wat is social learning?")


def age(vault: FileVault, path: str) -> None:
    """Let a note be a year old, as if nobody had touched it since."""
    file = Path(vault.root) / path
    then = NOW - timedelta(days=365)
    said = then.isoformat(timespec="seconds")
    text = re.sub(r"^(created|updated): .*$", rf"\1: {said}", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    date(file, then)
    finish(vault.scan())


def full_day(shell: Shell) -> None:
    """Questions, a note of a year ago, and all the rest."""
    services = shell.context.services
    known = {question.card.title for question in services.taking.questions.listing()}
    for title in QUESTIONS:
        if title not in known:
            services.taking.questions.ask(title)
    if "Informal is not social" not in {card.title for card in services.sense.cards()}:
        _, path = services.sense.new_note(
            NewNote("Informal is not social", "Two axes: who decides what is learned, and with whom.\n"))
        first = services.taking.questions.listing()[-1]
        for highlight in services.highlighting.listing()[:1]:
            services.taking.questions.attach(first.card.path, highlight.highlight.highlight_id)
        services.taking.questions.attach(first.card.path, path)
        vault = services.sense._vault  # type: ignore[attr-defined]  # the demo's own
        age(vault, path)
        for title in ("Social MOOC: ontwerpprincipes", "Bekwaamheden voor sociaal leren"):
            services.marking.set([next(a for a in services.seek.articles("all") if a.title == title)], "kept")
    shell.show_room("today")


def first_steps(shell: Shell) -> None:
    """The first start."""
    shell.show_welcome()


def steps_left(shell: Shell) -> None:
    """The day of somebody who left the first steps."""
    shell.context.services.beginning.begun = "later"  # type: ignore[misc]  # the demo's own
    shell.show_room("today")


def settings_below(shell: Shell) -> None:
    """The settings, further down."""
    shell.show_settings()
    for area in shell.pages.settings.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


TODAY: tuple[Callable[[Shell], None], ...] = (full_day, first_steps, settings_below)
FIRST: tuple[Callable[[Shell], None], ...] = (first_steps, steps_left)
