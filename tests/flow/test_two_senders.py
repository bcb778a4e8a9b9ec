"""Two machines, or two people, that send the drafts of one vault: each has a journal of its own."""

from __future__ import annotations

import pytest

from pkm_app.base.events import finish
from pkm_app.share.updating import ForeignEdit
from tests.fakes.share import DictJournal
from tests.flow.desk import Desk
from tests.flow.test_publishing import change


def test_two_machines_on_one_vault_send_one_draft_in_turn(desk: Desk) -> None:
    """What the other sent is no edit by somebody else: it stands in the vault."""
    path = desk.draft("My words.\n")
    done = desk.publish(path)
    here, desk.journal = desk.publishing, DictJournal()
    there = desk.checked_by(None)
    for round_, (one, other) in enumerate([(there, here), (here, there)]):
        change(desk, path, f"More of round {round_}.\n")
        assert finish(one.publish(path, "blog")).action == "updated"
        assert finish(other.publish(path, "blog", dry_run=True)).action == "unchanged"
        assert finish(other.publish(path, "blog")).action == "unchanged"
        change(desk, path, f"And more of round {round_}.\n")
        assert finish(other.publish(path, "blog", dry_run=True)).action == "updated"
        assert finish(other.publish(path, "blog")).action == "updated"
    assert len(desk.site.posts) == 1
    desk.site.edit(done.remote_id, "<p>By the editor.</p>")
    for one in (here, there):
        with pytest.raises(ForeignEdit):
            finish(one.publish(path, "blog"))


def test_a_draft_that_another_machine_made_anew_is_found_by_its_number(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    first = desk.publish(path)
    here, desk.journal = desk.publishing, DictJournal()
    there = desk.checked_by(None)
    desk.site.trash(first.remote_id)
    made = finish(there.publish(path, "blog"))
    desk.site.markers.clear()  # an outlet that finds no marks
    change(desk, path)
    assert finish(here.clash(path, "blog")).version == desk.site.posts[made.remote_id].version
    assert finish(here.publish(path, "blog")).remote_id == made.remote_id
    assert len(desk.site.posts) == 1
