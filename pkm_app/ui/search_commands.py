"""The acts of the page of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pkm_app.ui.commands import Command
from pkm_app.ui.on_demand import OnDemand

if TYPE_CHECKING:
    from pkm_app.ui.search_page import SearchPage


def search_commands(page: OnDemand[SearchPage]) -> list[Command]:
    """Return the commands of a page that may not be built yet."""
    do = page.act
    return [
        Command("search.save", "Save this search", "Ctrl+S", do(lambda it: it.ask_name()),
                page.ask(lambda it: bool(it.query())), "search"),
        Command("search.terms", "Terms for the same", "", do(lambda it: it.show_terms())),
        Command("search.next", "Next result", "J", do(lambda it: it.list.step(1)), room="search"),
        Command("search.previous", "Previous result", "K", do(lambda it: it.list.step(-1)), room="search"),
    ]
