"""The parts that take in what no feed brings."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pkm_app.app.adapters import now
from pkm_app.app.vault_parts import VaultParts
from pkm_app.base.errors import Problem, Refused, StorageProblem
from pkm_app.base.events import Changed, Event, Failed, Operation, Progress

if TYPE_CHECKING:
    from pkm_app.flow.captured import Captured, Facts
    from pkm_app.flow.capturing import Capturing
    from pkm_app.flow.inbox import TakingIn
    from pkm_app.flow.passages import Passages
    from pkm_app.flow.people import People
    from pkm_app.flow.questions import Questions
    from pkm_app.flow.reading_list import ReadingList
    from pkm_app.flow.reopening import Reopening
    from pkm_app.flow.uncapturing import Uncapturing


class CaptureParts(VaultParts):
    """Services of capture over the adapters."""

    @cached_property
    def reopening(self) -> Reopening:
        """From the name of an article or source to what can be read."""
        from pkm_app.flow.reopening import Reopening

        return Reopening(self.seek, self.articles, self.vault, self.sources)

    @cached_property
    def capturing(self) -> Capturing:
        """Pages, files and thoughts."""
        from pkm_app.flow.capturing import Capturing
        from pkm_app.library.originals import OriginalFiles
        from pkm_app.work.documents import Documents

        return Capturing(self._fetcher, Documents(self.strangers), self.articles, self.vault, self.sources, self.sense,
                         OriginalFiles(self.vault.root), now)

    @cached_property
    def passages(self) -> Passages:
        """Words with their page or time."""
        from pkm_app.flow.passages import Passages

        return Passages(self.capturing, self.reopening, self.highlighting, self.articles)

    @cached_property
    def uncapturing(self) -> Uncapturing:
        """Captures taken back."""
        from pkm_app.flow.uncapturing import Uncapturing

        return Uncapturing(self.sense, self.articles, self.reopening)

    @cached_property
    def reading_list(self) -> ReadingList:
        """The posts that the eBook quotes."""
        from pkm_app.flow.reading_list import ReadingList

        return ReadingList(self.recommending, self.capturing, self.articles, self.marking)

    @cached_property
    def questions(self) -> Questions:
        """What I would like to find out."""
        from pkm_app.flow.questions import Questions

        return Questions(self.vault, self.sense, self.sources, self.seek, now)

    @cached_property
    def people(self) -> People:
        """Pages of authors and colleagues."""
        from pkm_app.flow.people import People

        return People(self.vault, self.sense, self.seek, now)

    @cached_property
    def inbox(self) -> TakingIn:
        """What a phone, a mail program or a person laid into the vault's inbox."""
        from pkm_app.flow.inbox import TakingIn
        from pkm_app.library.inbox import InboxFolder

        folder = InboxFolder(self.vault.root, self._device, self.profile.data / "inbox.json")
        return TakingIn(folder, self.passages, now)

    def take_file(self, path: str, facts: Facts) -> Operation[Captured]:
        """Read a file a person chose or dropped, and take it in. Raises Refused for a folder or a huge file."""
        from pkm_app.library.files import read_file

        file = Path(path)
        yield Progress(0, 1, file.name)
        if file.is_dir():
            raise Refused("{path} is a folder; name a file in it.", path=file)
        return (yield from self.passages.of_file(read_file(file), file.name, facts=facts))

    def put_back(self, paths: Sequence[str]) -> Operation[None]:
        """Put captured sources that came from another device, or that a new database does not know, into the stream.

        What was taken in from another program's export, or was written by hand, was never fetched: it waits in the
        vault until it is opened, or thousands of bookmarks would stand among what is new.
        """
        new = set(paths)
        cards = self.vault.cards(("source",), limit=1_000_000) if new else ()
        back = []
        for path in [card.path for card in cards if card.path in new and card.kind not in ("", "article")]:
            try:
                if self.vault.load(path).file.text_field("fetched"):
                    back.append(self.reopening.of_source(path).article_id)
            except Problem:  # it went again meanwhile, or cannot be read: opening it says why
                continue
        if back:
            yield Changed("articles", tuple(back))

    def take_in(self) -> Operation[None]:
        """Take in what lies in the inbox; what cannot be is told as a notice, once."""
        try:
            with os.scandir(self.vault.root / "inbox") as entries:
                empty = next(entries, None) is None
        except OSError:
            empty = True
        if empty and "inbox" not in self.__dict__:
            return  # most verbs need not load what reads files
        for event in self._taken_in():
            if isinstance(event, Failed):
                stays = any(one.waiting.name == event.subject_id for one in self.inbox.left())
                self._notices.append(_said(event, stays))
            else:
                yield event

    def _taken_in(self) -> list[Event]:
        """Take in while no other window or verb does: two of them would each make a source of one file."""
        from pkm_app.library.filelock import FileLock

        try:
            with FileLock(self.profile.data / "inbox.lock"):
                return list(_events(self.inbox.take_in()))
        except Problem as problem:
            self._notices.append(problem)
        except TimeoutError:
            return []  # somebody else has been at it for a minute: what lies there is seen the next time
        except OSError as error:
            self._notices.append(StorageProblem("{path} cannot be read: {reason}.", path=error.filename,
                                                reason=error.strerror or error))
        return []


def _events(operation: Operation[object]) -> Generator[Event, None, None]:
    yield from operation


def _said(event: Failed, stays: bool) -> Problem:
    """What cannot be read is called by its name already; a page that cannot be fetched is not."""
    if event.subject_id.rpartition("/")[2] in str(event):
        return Problem(event.template, **event.values)
    if not stays:
        return Problem("“{name}” was taken in from the inbox of your PKM folder: {reason}", name=event.subject_id,
                       reason=Problem(event.template, **event.values))
    return Problem("“{name}” stays in the inbox of your PKM folder: {reason}", name=event.subject_id, reason=str(event))
