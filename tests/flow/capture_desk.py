"""A desk at which things are captured: a web that is a dictionary, files read in this process, originals in memory."""

from __future__ import annotations

from pkm_app.base.events import finish
from pkm_app.flow.captured import Captured, Facts
from pkm_app.flow.capturing import Capturing
from pkm_app.flow.passages import Passages
from pkm_app.flow.reopening import Reopening
from pkm_app.seek.catalogue import Catalogue
from pkm_app.seek.document import Document
from pkm_app.seek.documents import read_document
from pkm_app.seek.service import SeekService
from tests.fakes.seek import LocalReader, MemoryMarks, MemorySubscriptions, Page, ScriptedWeb
from tests.flow.desk import Desk

WORDS = "Social learning is about the conversations that surround this. " * 6
POST = ("<html><head><title>A post</title><meta name=author content='Julian Stodd'></head><body><article>"
        f"<p>{WORDS}</p></article></body></html>").encode()


class HereReader:
    """flow.capturing.DocumentReader without a process; counts what it reads."""

    def __init__(self) -> None:
        self.read_names: list[str] = []

    def read(self, data: bytes, name: str, content_type: str = "", address: str = "") -> Document:
        self.read_names.append(name)
        return read_document(data, name, content_type, address)


class MemoryOriginals:
    """flow.capturing.Originals in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def keep(self, data: bytes, name: str) -> str:
        self.files[f"attachments/{name}"] = data
        return f"attachments/{name}"


class CaptureDesk(Desk):
    """The site https://a.example has one post."""

    def __init__(self) -> None:
        super().__init__()
        self.web = ScriptedWeb({"https://a.example/post": Page(POST, "text/html")})
        self.reader = HereReader()
        self.originals = MemoryOriginals()
        self.open_again()

    def open_again(self) -> None:
        """Build the services that know the stream; called again when the stream was lost."""
        self.seek = SeekService(self.web, LocalReader(), self.store, MemorySubscriptions(), MemoryMarks(),
                                Catalogue(b"sources: []"), self.now)
        self.reopening = Reopening(self.seek, self.store, self.vault, self.sources)
        self.capturing = Capturing(self.web, self.reader, self.store, self.vault, self.sources, self.sense,
                                   self.originals, self.now)
        self.passages = Passages(self.capturing, self.reopening, self.highlighting, self.store)

    def page(self, address: str = "https://a.example/post", words: str = "", place: str = "", **facts: str) -> Captured:
        return finish(self.passages.of_address(address, words, place, Facts(**facts)))

    def file(self, data: bytes, name: str, words: str = "", place: str = "", **facts: str) -> Captured:
        return finish(self.passages.of_file(data, name, words, place, Facts(**facts)))

    def passage(self, words: str, place: str = "", comment: str = "", **facts: str) -> Captured:
        return self.passages.add(Facts(**facts), words, place, comment, self.time)

    def front(self, path: str, key: str) -> str:
        return self.vault.load(path).file.text_field(key)
