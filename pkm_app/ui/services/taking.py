"""What the window needs to take things in: captures, learning questions, people. None of it is quick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkm_app.base.events import Operation
    from pkm_app.flow.captured import Captured, Facts
    from pkm_app.flow.capturing import Capturing
    from pkm_app.flow.passages import Passages
    from pkm_app.flow.people import People
    from pkm_app.flow.questions import Questions
    from pkm_app.flow.reopening import Reopening
    from pkm_app.flow.uncapturing import Uncapturing


@dataclass(frozen=True, slots=True)
class Taking:
    """Everything of taking in. ``take_file(path, facts)`` reads a file the person chose or dropped."""

    passages: Passages
    capturing: Capturing
    reopening: Reopening
    questions: Questions
    people: People
    uncapturing: Uncapturing
    take_file: Callable[[str, Facts], Operation[Captured]]
