"""What lies in the inbox is taken in once; what cannot be stays and is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from pkm_app.base.errors import NetworkProblem, NotFound
from pkm_app.base.events import Failed
from pkm_app.flow.inbox import TakingIn, Waiting
from tests.fakes.seek import Page
from tests.flow.capture_desk import POST, CaptureDesk
from tests.seek.files import eml, encrypted_pdf, pdf

LINK = b"[InternetShortcut]\nURL=https://a.example/post\n"


class MemoryInbox:
    """flow.inbox.Inbox in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.removed: list[str] = []
        self.words: set[bytes] = set()
        self.memory: dict[Waiting, datetime] = {}
        self.changed_ns = 0

    def waiting(self) -> Sequence[Waiting]:
        return [Waiting(name, len(data), self.changed_ns) for name, data in sorted(self.files.items())]

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise NotFound("There is no file {path}.", path=name)
        return self.files[name]

    def remove(self, name: str, data: bytes) -> None:
        if self.files.get(name) == data:
            del self.files[name]
            self.removed.append(name)

    def was_taken(self, data: bytes) -> bool:
        return data in self.words

    def note_taken(self, data: bytes) -> None:
        self.words.add(data)

    def tried(self) -> Mapping[Waiting, datetime]:
        return self.memory

    def note_tried(self, tried: Mapping[Waiting, datetime]) -> None:
        self.memory = dict(tried)


class Door(CaptureDesk):
    def __init__(self) -> None:
        super().__init__()
        self.folder = MemoryInbox()
        self.start_again()

    def start_again(self) -> None:
        self.inbox = TakingIn(self.folder, self.passages, self.now)

    def look(self, again: bool = False) -> list[str]:
        """Take in; return what was said of what could not be."""
        operation, said = self.inbox.take_in(again), []
        while True:
            try:
                event = next(operation)
            except StopIteration:
                return said
            if isinstance(event, Failed):
                said.append(f"{event.subject_id}: {event}")


@pytest.fixture
def door() -> Door:
    return Door()


def test_files_of_every_kind_are_taken_in(door: Door) -> None:
    door.folder.files = {"a.pdf": pdf("Words."), "b.eml": eml(), "c.url": LINK, "phone/d.txt": b"A thought"}
    assert door.look() == []
    assert sorted(done.kind for done in door.inbox.taken()) == ["mail", "note", "page", "pdf"]
    assert door.folder.files == {}
    assert len(door.vault.cards(("source",))) == 3


def test_the_same_bytes_twice_add_nothing(door: Door) -> None:
    files = {"a.pdf": pdf("Words."), "b.eml": eml(), "c.url": LINK, "d.txt": b"A thought"}
    door.folder.files = dict(files)
    door.look()
    before = dict(door.vault.files)
    door.folder.files = {f"again {name}": data for name, data in files.items()}
    door.start_again()
    assert door.look() == []
    assert door.vault.files == before
    assert door.folder.files == {}
    assert door.inbox.taken() == ()
    assert len(door.web.requests) == 1


def test_what_cannot_be_read_stays_and_is_said_once(door: Door) -> None:
    door.folder.files = {"x.pdf": encrypted_pdf(), "y.png": b"\x89PNG"}
    said = door.look()
    assert [words.partition(":")[0] for words in said] == ["x.pdf", "y.png"]
    assert "encrypted" in said[0]
    assert set(door.folder.files) == {"x.pdf", "y.png"}
    assert door.look() == []
    assert [one.waiting.name for one in door.inbox.left()] == ["x.pdf", "y.png"]
    door.start_again()
    assert door.look() == []
    assert len(door.reader.read_names) == 2
    assert len(door.look(again=True)) == 2
    door.folder.changed_ns = 5
    assert len(door.look()) == 2


def test_no_address_found_there_counts_as_typed(door: Door) -> None:
    door.folder.files = {"a.url": LINK}
    door.look()
    assert [request.typed for request in door.web.requests] == [False]


def test_a_page_that_cannot_be_fetched_is_tried_again_later(door: Door) -> None:
    door.web.pages["https://a.example/post"] = Page(problem=NetworkProblem("{host} cannot be reached.", "unreachable",
                                                                           host="a.example"))
    door.folder.files = {"a.url": LINK}
    assert door.look() == ["a.url: a.example cannot be reached."]
    door.web.pages["https://a.example/post"] = Page(POST, "text/html")
    assert door.look() == []
    assert "a.url" in door.folder.files
    for _ in range(700):
        door.now()
    assert door.look() == []
    assert door.folder.files == {}


def test_a_pdf_without_its_end_is_given_time_to_become_whole(door: Door) -> None:
    whole = pdf("Words.")
    door.folder.files = {"a.pdf": whole[:-200]}
    door.folder.changed_ns = int(door.time.timestamp() * 1e9)
    assert door.look() == []
    assert "a.pdf" in door.folder.files
    assert door.inbox.left() == ()
    door.folder.files = {"a.pdf": whole}
    assert door.look() == []
    assert [done.kind for done in door.inbox.taken()] == ["pdf"]


def test_a_file_that_goes_meanwhile_is_passed_over(door: Door) -> None:
    door.folder.files = {"a.txt": b"words"}
    operation = door.inbox.take_in()
    next(operation)
    door.folder.files.clear()
    with pytest.raises(StopIteration):
        next(operation)
    assert door.inbox.taken() == ()
