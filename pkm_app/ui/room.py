"""What a room is, and what it is given.

How to use it: a room is an object that takes a :class:`Context` in its constructor, has a page and is handed
to the shell in ``start.py``. It plugs in through :class:`Room`; rooms do not know one another. To go elsewhere
a room calls ``context.go("highlight", highlight_id)``: the shell asks each room whether it opens that kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from pkm_app.ui.commands import Command, Commands
from pkm_app.ui.i18n import Language
from pkm_app.ui.look import Look
from pkm_app.ui.notices import Notices
from pkm_app.ui.on_demand import OnDemand
from pkm_app.ui.relay import Relay
from pkm_app.ui.services import Services
from pkm_app.ui.theme import Stage


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a room may use. ``go(kind, id)`` opens a thing wherever it is at home: kinds are article, note,
    highlight, source, draft, search (with a query), and the room names themselves (with an id of "")."""

    services: Services
    look: Look
    language: Language
    relay: Relay
    commands: Commands
    notices: Notices
    go: Callable[[str, str], None]


class Room(Protocol):
    """One room of the window."""

    stage: Stage  # its name and its accent

    @property
    def page(self) -> OnDemand[QWidget]:
        """The page; made when one first goes there."""

    def title(self) -> str:
        """The untranslated title for rail and top bar."""

    def icon(self) -> str:
        """The icon of the rail button."""

    def commands(self) -> Sequence[Command]:
        """The acts of this room."""

    def entered(self) -> None:
        """The room has just become visible: put the focus where work goes on."""

    def open(self, kind: str, name: str) -> bool:
        """Show this thing; False when the kind is not at home here."""

    def thing(self) -> str:
        """What is open here, as a learning question or a person's page may take it: the id of an article or highlight,
        or the path of a file; "" when nothing is."""

    def rest(self) -> None:
        """The window is closing, or the person left: save what is unsaved, keep places in the settings."""
