"""Pictures of keeping up: folders within folders, a saved search, a narrowed list, a question beside the work."""

from __future__ import annotations

from pkm_app.seek.organising import Wishes
from pkm_app.seek.triage import SavedSearch
from pkm_app.ui.seek.page import SeekPage
from pkm_app.ui.shell import Shell


def _page(shell: Shell) -> SeekPage:
    page = shell.findChild(SeekPage)
    assert page is not None
    return page


def narrowed(shell: Shell) -> None:
    """The fields that narrow a list, and a saved search at the side."""
    follow = shell.context.services.follow
    follow.triage.save_search(SavedSearch("communities of practice", words="communities practice"))
    helen = next(feed for feed in shell.context.services.seek.feeds() if feed.feed_id == "helen-blunden")
    follow.organising.edit(helen, Wishes(folders=["Werkplekleren/Australië"]))
    shell.show_room("seek")
    _page(shell).load_side()
    _page(shell).side.choose("view", "inbox")
    _page(shell).keeping.toggle_filter()


def moving(shell: Shell) -> None:
    """A source that is asked into a folder, and why it is followed."""
    page = _page(shell)
    clark = next(feed for feed in shell.context.services.seek.feeds() if feed.feed_id == "clark-quinn")
    shell.context.services.follow.organising.edit(clark, Wishes(why="Looks at the research before he speaks"))
    page.load_side()
    page.side.choose("feed", "clark-quinn")
    page.acts.move()


FOLLOW = (narrowed, moving)
