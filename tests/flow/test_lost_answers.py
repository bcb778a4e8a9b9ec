"""The answer to a sending got lost: what arrived is known again, and nobody's words are written over."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NetworkProblem, Refused
from tests.flow.desk import Desk
from tests.flow.test_publishing import change, shared


def lose(desk: Desk, path: str, answer: str) -> None:
    """Send, and lose the answer after what was asked was done."""
    if answer == "update" and not desk.site.posts:
        desk.publish(path)
        change(desk, path)
    desk.site.lose = answer
    with pytest.raises(NetworkProblem):
        desk.publish(path)


@pytest.mark.parametrize("lost", ["create", "update"])
def test_trap_24_words_written_there_after_a_lost_answer_are_not_written_over(desk: Desk, lost: str) -> None:
    path = desk.draft("My words.\n")
    lose(desk, path, lost)
    number = next(iter(desk.site.posts))
    desk.site.edit(number, "<p>Theirs.</p>")
    for _ in range(2):
        with pytest.raises(Refused):
            desk.publish(path)
        assert [post.html for post in desk.site.posts.values()] == ["<p>Theirs.</p>"]
        change(desk, path)


@pytest.mark.parametrize("lost", ["create", "update"])
@pytest.mark.parametrize("again", ["", "update"])
def test_trap_24_words_written_here_after_a_lost_answer_are_sent(desk: Desk, lost: str, again: str) -> None:
    path = desk.draft("My words.\n")
    lose(desk, path, lost)
    change(desk, path, "Written since.\n")
    if again:
        lose(desk, path, again)
    done = desk.publish(path)
    assert done.action == ("unchanged" if again else "updated")
    assert "Written since" in desk.site.posts[done.remote_id].html
    assert len(desk.site.posts) == 1
    assert any("Written since" in desk.body(record) for record in shared(desk))


def test_a_sending_that_never_arrived_leaves_what_stands_there_known_as_ours(desk: Desk) -> None:
    """What was adopted after one lost answer is known for good, also when the next sending does not even arrive."""
    path = desk.draft("My words.\n")
    lose(desk, path, "create")
    for words in ("Second.\n", "Third.\n"):
        change(desk, path, words)
        desk.site.break_off = "update"
        with pytest.raises(NetworkProblem):
            desk.publish(path)
    done = desk.publish(path)
    assert done.action == "updated"
    assert "Third" in desk.site.posts[done.remote_id].html


def test_nothing_is_known_but_the_mark_and_the_words_are_others(desk: Desk) -> None:
    path = desk.draft("My words.\n")
    lose(desk, path, "create")
    desk.lose_database()
    desk.site.edit(next(iter(desk.site.posts)), "<p>Theirs.</p>")
    with pytest.raises(Refused, match="not known here who"):
        desk.publish(path)
    assert [post.html for post in desk.site.posts.values()] == ["<p>Theirs.</p>"]
