from dataclasses import dataclass, field

import pytest

from pkm_app.base.events import Event, Operation
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.service import SeekService
from tests.fakes.articles import FakeArticles
from tests.fakes.seek import Clock, LocalReader, MemoryMarks, MemorySubscriptions, Page, ScriptedWeb
from tests.seek.house import open_house

CATALOGUE = b"""
sources:
  - {id: a-blog, name: A blog, homepage: "https://blog.example/", feed: "https://blog.example/old/",
     feed_alternatives: ["https://blog.example/feed/"], language: nl, chapter: 2, cited_for: Because.}
  - {id: a-book, name: A book, homepage: null, feed: null, feed_alternatives: [], language: en, chapter: about}
"""


@dataclass
class World:
    """Seek with everything around it."""

    web: ScriptedWeb = field(default_factory=ScriptedWeb)
    reader: LocalReader = field(default_factory=LocalReader)
    store: FakeArticles = field(default_factory=FakeArticles)
    subscriptions: MemorySubscriptions = field(default_factory=MemorySubscriptions)
    marks: MemoryMarks = field(default_factory=MemoryMarks)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self):
        self.seek = SeekService(self.web, self.reader, self.store, self.subscriptions, self.marks,
                                Catalogue(CATALOGUE), self.clock)

    def serve(self, address, body, content_type="application/rss+xml", **more):
        self.web.pages[address] = Page(body, content_type, **more)

    def addresses(self):
        return [item.address for item in self.subscriptions.load()]


@pytest.fixture
def world():
    return World()


@pytest.fixture
def house(tmp_path):
    yield from open_house(tmp_path)


def run(operation: Operation) -> tuple[object, list[Event]]:
    """Drive an operation to its end; give its result and its events."""
    events = []
    while True:
        try:
            events.append(next(operation))
        except StopIteration as end:
            return end.value, events
