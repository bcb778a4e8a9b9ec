"""A random person writes, highlights, renames, deletes, restores, edits from outside, pulls the plug, restarts.

After each step: every sentence ever written is still somewhere a person can find it (in a file, the trash, or the
history), every link that led to a file leads to that file, and every highlight is read from its source.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from pkm_app.base.errors import Problem
from pkm_app.base.events import finish
from pkm_app.content.highlights import add_highlight, remove_highlight
from pkm_app.content.wikilinks import links
from pkm_app.library.plans import Plans
from pkm_app.library.synchronisers import is_conflict_copy
from pkm_app.sense.changes import recover, take_back
from pkm_app.sense.notes import NewNote
from pkm_app.sense.renaming import Renaming
from pkm_app.sense.service import SenseService
from pkm_app.sense.tagging import Tagging
from tests.library.house import House

TITLES = st.sampled_from(["Leren", "leren", "Samen", "A: b", "Twin", "x/y", "Groei.md", "What?", "ü", "Twin 2"])


class Plug(BaseException):
    """The power fails."""


class RandomPerson(RuleBasedStateMachine):
    """``notes`` holds ids; paths are looked up, for they change."""

    notes = Bundle("notes")
    trashed = Bundle("trashed")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="pkm-person-"))
        self.home = House(self.folder)
        self.said: set[str] = set()
        self.meant: dict[tuple[str, str], str] = {}  # (id of the file, words of the link) -> id of the file it means
        self.number = 0
        self.start()

    def start(self) -> None:
        """A program begins: it takes in what changed and finishes what was cut off."""
        self.vault = self.home.session()
        self.plans = Plans(self.home.history.parent / "changes", self.home.root)
        finish(self.vault.scan(absence_is_meant=True))
        recover(self.vault, self.plans)
        self.sense = SenseService(self.vault, self.home.clock)
        self.renaming = Renaming(self.vault, self.vault.link_map(self.home.db), self.plans, self.home.clock)

    def sentence(self) -> str:
        self.number += 1
        self.home.clock.forward(seconds=7)
        sentence = f"Sentence {self.number} of mine."
        self.said.add(sentence)
        return sentence

    def path(self, note: str) -> str | None:
        with suppress(Problem):
            return self.vault.find(note).path
        return None

    @rule(target=notes, title=TITLES, folder=st.sampled_from(["notes", "sources"]))
    def write_a_note(self, title: str, folder: str) -> str:
        note, path = self.sense.new_note(NewNote(title, self.sentence() + " #leren\n"))
        if folder != "notes":
            self.vault.move(path, f"{folder}/{path.rpartition('/')[2].removesuffix('.md')} {self.number}.md")
        return note

    @rule(note=notes)
    def write_more(self, note: str) -> None:
        path = self.path(note)
        if path:
            loaded = self.sense.load(path)
            self.sense.save(path, loaded.file.body + "\n" + self.sentence() + "\n", loaded)

    @rule(note=notes, other=notes)
    def link(self, note: str, other: str) -> None:
        path, target = self.path(note), self.path(other)
        if path and target:
            loaded = self.sense.load(path)
            self.number += 1
            words = f"link {self.number}"
            name = self.sense.link_name(self.vault.find(other))
            if self.vault.resolve(name, path) == target:
                self.sense.save(path, f"{loaded.file.body}\n[[{name}|{words}]]\n", loaded)
                self.meant[note, words] = other

    @rule(note=notes)
    def highlight(self, note: str) -> None:
        path = self.path(note)
        if path:
            loaded = self.sense.load(path)
            self.number += 1
            body = add_highlight(loaded.file.body, f"hl-{self.number:010}", f"Quoted {self.number}", self.sentence())
            self.sense.save(path, body, loaded)

    @rule(note=notes)
    def unhighlight(self, note: str) -> None:
        path = self.path(note)
        found = self.vault.highlights(path) if path else []
        if path and found:
            loaded = self.sense.load(path)
            self.sense.save(path, remove_highlight(loaded.file.body, found[0].highlight_id), loaded)

    @rule(note=notes, title=TITLES)
    def rename(self, note: str, title: str) -> None:
        path = self.path(note)
        if path:
            done = finish(self.renaming.rename(path, title))
            assert self.path(note) == done.path

    @rule(old=st.sampled_from(["leren", "samen"]), new=st.sampled_from(["leren", "samen", "werk/leren"]))
    def rename_a_tag(self, old: str, new: str) -> None:
        with suppress(Problem):
            finish(Tagging(self.vault, self.plans, self.home.clock).rename(old, new))

    @precondition(lambda self: self.plans.past())
    @rule()
    def take_the_last_change_back(self) -> None:
        with suppress(Problem):
            take_back(self.vault, self.plans, self.vault.link_map(self.home.db), "", f"u{self.number}", "now")

    @rule(target=trashed, note=consumes(notes))
    def delete(self, note: str) -> str:
        path = self.path(note)
        if path:
            self.sense.delete(path)
        return note

    @rule(target=notes, note=consumes(trashed))
    def restore(self, note: str) -> str:
        for trashed in self.vault.trash():
            if f"id: {note}\n".encode() in (self.home.root / trashed).read_bytes():
                self.vault.put_back(trashed)
                break
        self.meant.clear()  # it may have another name now, or take back links that another file had taken
        return note

    @rule(note=notes)
    def edit_from_outside(self, note: str) -> None:
        path = self.path(note)
        if path:
            file = self.home.root / path
            file.write_bytes(file.read_bytes() + f"\n{self.sentence()}\n".encode())
            finish(self.vault.scan(absence_is_meant=True))

    @rule(note=notes)
    def both_at_once(self, note: str) -> None:
        """The editor is open while another program writes: its words are put beside."""
        path = self.path(note)
        if path:
            loaded = self.sense.load(path)
            file = self.home.root / path
            file.write_bytes(file.read_bytes() + f"\n{self.sentence()}\n".encode())
            _, saved = self.sense.save(path, loaded.file.body + f"\n{self.sentence()}\n", loaded)
            assert saved.conflict

    @rule(note=notes)
    def another_program_removes(self, note: str) -> None:
        path = self.path(note)
        if path:
            (self.home.root / path).unlink()
            finish(self.vault.scan(absence_is_meant=True))

    @rule(note=notes, title=TITLES, after=st.integers(0, 12))
    def pull_the_plug_while_renaming(self, note: str, title: str, after: int) -> None:
        path = self.path(note)
        if path:
            with pytest.MonkeyPatch.context() as patch, suppress(Plug):
                _dying(patch, after)
                finish(self.renaming.rename(path, title))
            self.start()

    @rule(note=notes, after=st.integers(0, 6))
    def pull_the_plug_while_saving(self, note: str, after: int) -> None:
        path = self.path(note)
        if path:
            loaded = self.sense.load(path)
            with pytest.MonkeyPatch.context() as patch, suppress(Plug):
                _dying(patch, after)
                self.sense.save(path, loaded.file.body + "\nNot said yet when the power failed.\n", loaded)
            self.start()

    @rule(lost=st.booleans())
    def restart(self, lost: bool) -> None:
        """``lost``: with a new database, as after a damage."""
        self.home.db.close()
        if lost:
            for file in (self.home.history.parent).glob("pkm.db*"):
                file.unlink()
        self.home = _again(self.home, self.folder)
        self.start()

    @invariant()
    def nothing_written_is_lost(self) -> None:
        texts = [path.read_bytes() for path in self.home.root.rglob("*") if path.is_file()]
        texts += [path.read_bytes() for path in self.home.history.rglob("*.version")]
        everything = b"\n".join(texts).decode("utf-8", "replace")
        missing = [sentence for sentence in self.said if sentence not in everything]
        assert not missing

    @invariant()
    def links_hold(self) -> None:
        for (note, words), other in list(self.meant.items()):
            path, target = self.path(note), self.path(other)
            if target and is_conflict_copy(target):  # it took the id when its file went, and no link called it so
                del self.meant[note, words]
            elif path and target:
                found = [link for link in links(self.vault.load(path).file.body) if link.words == words]
                for link in found:
                    assert self.vault.resolve(link.target, path) == target, (path, link, target)

    @invariant()
    def half_a_file_is_nowhere(self) -> None:
        for path in self.home.root.rglob("*.md"):
            assert path.stat().st_size

    def teardown(self) -> None:
        self.home.db.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _again(home: House, folder: Path) -> House:
    clock = home.clock
    again = House(folder)
    again.clock = clock
    return again


def _dying(patch: pytest.MonkeyPatch, after: int) -> None:
    """Let the power fail after so many changes of the disk."""
    left = after

    def failing(function):
        def run(*args, **kwargs):
            nonlocal left
            left -= 1
            if left < 0:
                raise Plug
            return function(*args, **kwargs)
        return run

    for name in ("rename", "replace", "link", "unlink", "fsync"):
        patch.setattr(os, name, failing(getattr(os, name)))


TestRandomPerson = RandomPerson.TestCase
TestRandomPerson.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate])  # a smaller story than the one found takes minutes to find
