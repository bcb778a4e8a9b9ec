"""Whatever happens between two sendings, there is one draft there, and nobody's words are written over."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pkm_app.base.errors import NetworkProblem, Refused
from tests.flow.desk import Desk


class Sending(RuleBasedStateMachine):
    """A person writes here and there, sends, loses answers and databases, in any order."""

    @initialize()
    def begin(self) -> None:
        self.desk = Desk()
        self.path = self.desk.draft("Begin.\n")
        self.edits = 0
        self.theirs: set[str] = set()  # what was written there and not thrown away there
        self.unanswered = False  # the last sending arrived, and only the database knows of it
        self.unsure = False  # ... and that database is lost: nobody here knows whose words stand there

    @rule()
    def write_here(self) -> None:
        self.edits += 1
        loaded = self.desk.vault.load(self.path)
        self.desk.vault.save(self.path, loaded.file.with_body(f"Words {self.edits}.\n"), loaded.digest)

    @precondition(lambda self: self.desk.site.posts)
    @rule()
    def write_there(self) -> None:
        self.edits += 1
        words = f"<p>Theirs {self.edits}.</p>"
        self.desk.site.edit(next(iter(self.desk.site.posts)), words)
        self.theirs = {words}

    @precondition(lambda self: self.desk.site.posts)
    @rule()
    def throw_away_there(self) -> None:
        self.desk.site.trash(next(iter(self.desk.site.posts)))
        self.theirs = set()
        self.unanswered = self.unsure = False

    @rule()
    def lose_database(self) -> None:
        self.desk.lose_database()
        self.unsure = self.unsure or self.unanswered

    @rule()
    def send(self) -> None:
        before = {number: post.html for number, post in self.desk.site.posts.items()}
        try:
            done = self.desk.publish(self.path)
        except Refused:
            assert self.theirs or self.unsure, "refused, though nobody changed anything there"
            return
        post = self.desk.site.posts[done.remote_id]
        assert post.html == self.desk.publishing.rendered(self.path, "public").html
        assert (done.action == "created") == (not before)
        assert done.action != "unchanged" or before == {done.remote_id: post.html}
        self.unanswered = self.unsure = False

    @precondition(lambda self: not self.theirs)
    @rule()
    def send_and_lose_the_answer(self) -> None:
        self.desk.site.lose = "update" if self.desk.site.posts else "create"
        try:
            self.desk.publish(self.path)
        except NetworkProblem:
            self.unanswered = True
        except Refused:
            assert self.unsure
        else:
            self.unanswered = self.unsure = False
        finally:
            self.desk.site.lose = ""

    @invariant()
    def there_is_one_draft_at_most(self) -> None:
        assert len(self.desk.site.posts) <= 1

    @invariant()
    def nobodys_words_were_written_over(self) -> None:
        for words in self.theirs:
            assert words in [post.html for post in self.desk.site.posts.values()]


TestSending: Any = Sending.TestCase
TestSending.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
