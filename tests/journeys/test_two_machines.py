"""Two programs on one folder through real Syncthing: what was written on both sides while apart is all there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pkm_app.app import open_app
from pkm_app.base.events import finish
from tests.servers.syncthing_pair import ask

SECONDS = 180
OPML = '<opml version="2.0"><body><outline type="rss" text="{0}" xmlUrl="https://{0}.example/feed"/></body></opml>'


class Machine:
    """One side: its Syncthing, its PKM folder, its own data folder."""

    def __init__(self, node: dict[str, Any], other: dict[str, Any], data: Path) -> None:
        self.node = node
        self.other = other
        self.vault = Path(node["data"])
        self.data = data

    def away(self) -> None:
        ask(self.node, f"system/pause?device={self.other['id']}", "POST")

    def back(self) -> None:
        ask(self.node, "db/scan?folder=pkm", "POST")
        ask(self.node, f"system/resume?device={self.other['id']}", "POST")

    @contextmanager
    def open(self, told: list[str]):
        with open_app(str(self.vault), str(self.data)) as app:
            finish(app.settle())
            yield app
            told += [str(problem) for problem in app.take_notices()]

    def files(self) -> dict[str, bytes]:
        return {path.relative_to(self.vault).as_posix(): path.read_bytes() for path in self.vault.rglob("*")
                if path.is_file() and not path.name.startswith(".st") and ".stfolder" not in path.parts
                and ".syncthing." not in path.name and ".trash" not in path.parts}


@pytest.fixture
def machines(syncthing: dict[str, Any], tmp_path: Path) -> tuple[Machine, Machine]:
    a, b = syncthing["a"], syncthing["b"]
    return Machine(a, b, tmp_path / "a"), Machine(b, a, tmp_path / "b")


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end, "the two folders did not come together"
        pause.wait(0.1)


def together(one: Machine, two: Machine) -> None:
    for machine in (one, two):
        ask(machine.node, "db/scan?folder=pkm", "POST")
    until(lambda: one.files() == two.files())


def note(app: Any, title: str, body: str) -> str:
    from pkm_app.sense.notes import NewNote

    return str(app.sense.new_note(NewNote(title, body))[1])


def write(app: Any, path: str, old: str, new: str) -> None:
    loaded = app.sense.load(path)
    app.sense.save(path, loaded.file.body.replace(old, new), loaded)


def test_both_texts_are_there_afterwards_and_the_person_is_told(machines: tuple[Machine, Machine]) -> None:
    one, two = machines
    told: list[str] = []
    with one.open(told) as app:
        path = note(app, "Ours", "First.\n\nMiddle.\n\nLast.\n")
    together(one, two)
    with two.open(told) as app:
        assert app.sense.find(path).title == "Ours"
    assert told == []

    one.away()
    two.away()
    with one.open(told) as app:
        write(app, path, "Middle.", "Written on the first machine.")
        note(app, "Only here", "Words of the first.\n")
        finish(app.seek.import_opml(OPML.format("ann").encode(), False, False))
    with two.open(told) as app:
        write(app, path, "Last.", "Last.\n\nWritten on the second machine.")
        finish(app.seek.import_opml(OPML.format("bob").encode(), False, False))
    assert told == []
    one.back()
    two.back()
    until(lambda: any(".sync-conflict-" in name and name.startswith("notes/") for name in one.files())
          and any(".sync-conflict-" in name and name.startswith("notes/") for name in two.files()))
    together(one, two)
    everything = b"\n".join(one.files().values())
    for words in (b"Written on the first machine.", b"Written on the second machine.", b"Words of the first."):
        assert words in everything

    for machine in (one, two):
        told.clear()
        with machine.open(told) as app:
            assert {feed.title for feed in app.seek.feeds()} == {"ann", "bob"}
        assert any("two versions of a file" in sentence for sentence in told), told
    together(one, two)
    assert not [name for name in one.files() if "subscriptions.sync-conflict" in name]

    with one.open(told) as app:
        for trouble in finish(app.doctor.look()):
            app.doctor.mend(trouble)
    together(one, two)
    for machine in (one, two):
        body = machine.files()[path].decode()
        for words in ("First.", "Written on the first machine.", "Written on the second machine."):
            assert words in body
        assert not [name for name in machine.files() if "sync-conflict" in name]
