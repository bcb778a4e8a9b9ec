"""What is not sent, and what was sent and could not be noted."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import Refused, StorageProblem
from tests.flow.desk import Desk


def shared(desk: Desk) -> list[str]:
    return sorted(path for path in desk.vault.files if path.startswith("shared/"))


@pytest.mark.parametrize("body", ["", "\n\n", "%% private\nall of it\n%%\n", "<!-- nothing -->"])
def test_nothing_is_sent_of_a_draft_in_which_nothing_may_leave(desk: Desk, body: str) -> None:
    with pytest.raises(Refused, match="nothing that may leave"):
        desk.publish(desk.draft(body))
    assert desk.site.posts == {}


def test_what_stands_there_but_could_not_be_noted_is_said_and_is_sent_no_second_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.draft("My words.\n")

    def full(*_args: object) -> None:
        raise StorageProblem("The disk is full.")

    with monkeypatch.context() as now:
        now.setattr(desk.vault, "create", full)
        with pytest.raises(Refused, match=r"stands at blog as a draft now.*The disk is full\. Publish it once more"):
            desk.publish(path)
    assert len(desk.site.posts) == 1
    assert desk.publish(path).action == "unchanged"
    assert (len(shared(desk)), len(desk.site.posts)) == (1, 1)
