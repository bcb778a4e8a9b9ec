"""What is wrong in a vault: listed with one mend each, carried out one at a time, and undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Literal, Protocol

from pkm_app.base.errors import NotFound, Problem, Refused
from pkm_app.base.events import Failed, Operation, Progress
from pkm_app.base.ids import new_file_id
from pkm_app.content.mending import readable_front, united
from pkm_app.sense.changes import Done, Edit, Plan, PlanLog, carry_out
from pkm_app.sense.healing import Healing
from pkm_app.sense.linking import Linking
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault

Keep = Literal["file", "copy", "both", "united"]


class Trouble(Problem):
    """One thing that is wrong. ``rule`` is a stable word, ``path`` the file it is about ("" for none), ``mend`` says
    what helps; ``fixable``: the program can do that itself. ``about`` is what else the mend needs to know."""

    def __init__(self, template: str, rule: str, path: str, mend: Problem, fixable: bool = False, about: str = "",
                 **values: object) -> None:
        super().__init__(template, path=path, **values)
        self.rule, self.path, self.mend, self.fixable, self.about = rule, path, mend, fixable, about

    def __reduce__(self) -> tuple[object, ...]:
        values = {key: value for key, value in self.values.items() if key != "path"}
        return _rebuild, (self.template, self.rule, self.path, self.mend, self.fixable, self.about, values)


def _rebuild(template: str, rule: str, path: str, mend: Problem, fixable: bool, about: str,
             values: dict[str, object]) -> Trouble:
    return Trouble(template, rule, path, mend, fixable, about, **values)


class VaultState(Protocol):
    """What the cache and the disk know of files that are not as they should be (library.vaultstate)."""

    def conflict_copies(self) -> Sequence[tuple[str, str]]:
        """(copy, path of the file it is a copy of) in order; that file need not be there."""

    def double_ids(self) -> Sequence[tuple[str, str]]:
        """(path, path of the file that keeps the id) of each file whose id another one has; no conflict copies."""

    def twins(self) -> Sequence[tuple[str, str]]:
        """(path, path of another file with the very same bytes); no conflict copies, no empty files."""

    def same_sources(self) -> Sequence[tuple[str, str]]:
        """(path, path of another source with the same address); no conflict copies."""

    def not_here(self) -> Sequence[str]:
        """Paths of files that a synchroniser has not fetched yet, or that are gone and were not accepted as gone."""

    def unreadable(self) -> Sequence[str]:
        """Paths of Markdown files whose front matter may not be readable, to be looked at."""


class Doctor:
    """Looks a vault through and mends it. What is no file (database, index, marks) is told by ``machine``."""

    def __init__(self, vault: Vault, state: VaultState, linking: Linking, healing: Healing, log: PlanLog,
                 now: Callable[[], datetime], machine: Callable[[], Sequence[Trouble]],
                 orphans: Callable[[], Sequence[tuple[str, str, str]]]) -> None:
        self._vault = vault
        self._state = state
        self._linking = linking
        self._healing = healing
        self._log = log
        self._now = now
        self._machine = machine
        self._orphans = orphans

    def look(self) -> Operation[list[Trouble]]:
        """Return all that is wrong, what matters most first. Yields Progress."""
        found: list[Trouble] = []
        checks = (self._missing, self._conflicts, self._fronts, self._twins, self._ids, self._sources, self._broken,
                  self._lost, self._machine)
        for number, check in enumerate(checks, 1):
            found += check()
            yield Progress(number, len(checks))
        return found

    def mend(self, trouble: Trouble) -> Done:
        """Carry out the mend of a trouble; undone by taking its change back. Raises Refused where a person must."""
        edits, moves, what = self._mend_of(trouble)
        now = self._now()
        values = {"path": trouble.path, "about": trouble.about}
        plan = Plan(new_file_id(now), what.template, stamp(now), moves, edits, values)
        return carry_out(self._vault, self._log, plan, trouble.about if trouble.rule == "conflict" else trouble.path)

    def mend_all(self, troubles: Sequence[Trouble]) -> Operation[list[Done]]:
        """Carry out the mends of several troubles, one after the other. Yields Progress, and Failed for those that
        could not be mended."""
        done: list[Done] = []
        for number, trouble in enumerate(troubles, 1):
            try:
                done.append(self.mend(trouble))
            except Problem as problem:
                yield Failed(trouble.path, problem.template, problem.values)
            yield Progress(number, len(troubles), trouble.path)
        return done

    def choose(self, trouble: Trouble, keep: Keep) -> Done:
        """Settle two versions of a file as a person chose; undone by taking its change back.

        ``file``: it stays as it is; ``copy``: it gets what the copy says; ``both``: the copy becomes a file of its
        own; ``united``: as :meth:`mend`. What is not kept lies in the trash and in the history. Raises Refused for a
        trouble that is no conflict, NotFound when one of the two is gone.
        """
        if trouble.rule != "conflict":
            raise Refused("There are no two versions of “{path}” to choose from.", path=trouble.path)
        if keep == "united" or not self._there(trouble.about):
            return self.mend(trouble)
        copy, path = trouble.path, trouble.about
        file, mine = self._vault.load(copy).file, self._vault.load(path).file.to_bytes()
        data, target, now = file.to_bytes(), path, self._now()
        moves: tuple[tuple[str, str], ...] = ()
        edits: tuple[Edit, ...] = (Edit(copy, data, None),)
        if keep == "copy":
            edits = (Edit(path, mine, data), *edits)
        elif keep == "both":
            target = self._healing.free_beside(path)
            moves = ((copy, target),)
            own = file.with_field("id", new_file_id(now)) if file.front_readable and "id" in file.front else file
            edits = (Edit(target, data, own.to_bytes()),)
        what = {"file": Problem("“{about}” stays as it is; its second version went to the trash."),
                "copy": Problem("“{about}” says what its second version said."),
                "both": Problem("The second version of “{about}” is a file of its own now.")}[keep]
        plan = Plan(new_file_id(now), what.template, stamp(now), moves, edits, {"path": copy, "about": path})
        return carry_out(self._vault, self._log, plan, target)

    def _mend_of(self, trouble: Trouble) -> tuple[tuple[Edit, ...], tuple[tuple[str, str], ...], Problem]:
        path, about = trouble.path, trouble.about
        file = self._vault.load(path).file if trouble.fixable else None
        data = file.to_bytes() if file else b""
        if file and trouble.rule == "conflict":
            if not self._there(about):
                return (), ((path, about),), Problem("“{path}” got its name back: “{about}”.")
            mine = self._vault.load(about).file
            both = united(mine, file)
            edits = [Edit(path, data, None)]
            if both.to_bytes() != mine.to_bytes():
                edits.insert(0, Edit(about, mine.to_bytes(), both.to_bytes()))
            return tuple(edits), (), Problem("“{path}” was taken into “{about}”.")
        if file and trouble.rule == "twin":
            return (Edit(path, data, None),), (), Problem("“{path}” went to the trash: “{about}” is the same.")
        if file and trouble.rule == "double-id":
            other = file.with_field("id", new_file_id(self._now()))
            return (Edit(path, data, other.to_bytes()),), (), Problem("“{path}” got an id of its own.")
        if file and trouble.rule == "front":
            mended = readable_front(file)
            if mended:
                return (Edit(path, data, mended.to_bytes()),), (), Problem("The first lines of “{path}” were mended.")
        if file and trouble.rule == "broken":
            healed = self._healing.healed(path, file, about)
            return (Edit(path, data, healed.to_bytes()),), (), Problem("A link of “{path}” leads somewhere again.")
        raise Refused("This must be mended by hand: {mend}", mend=str(trouble.mend))

    def _conflicts(self) -> Iterator[Trouble]:
        for copy, original in self._state.conflict_copies():
            if not self._there(original):
                yield Trouble("“{path}” is a copy that was made because two had written at once, and the file itself "
                              "is gone.", "conflict", copy, Problem("Give it its name back."), True, original)
                continue
            with suppress(NotFound):
                same = self._vault.load(copy).file.to_bytes() == self._vault.load(original).file.to_bytes()
                mend = (Problem("Put it in the trash: both say the same.") if same else
                        Problem("Take what only the copy says into the file, where it belongs, and put the copy in the "
                                "trash."))
                yield Trouble("“{path}” is a second version of “{original}”: two had written at once.", "conflict",
                              copy, mend, True, original, original=original)

    def _fronts(self) -> Iterator[Trouble]:
        for path in self._state.unreadable():
            with suppress(NotFound):
                file = self._vault.load(path).file
                if not file.front_readable:
                    mended = readable_front(file)
                    mend = (Problem("Put in quotation marks what is read as something else.") if mended else
                            Problem("Open it and mend the lines between --- and --- by hand."))
                    yield Trouble("The lines at the top of “{path}” cannot be read, so all of it stays private.",
                                  "front", path, mend, mended is not None)

    def _twins(self) -> Iterator[Trouble]:
        for path, other in self._state.twins():
            linked = self._vault.backlinks(path)
            yield Trouble("“{path}” and “{other}” say the very same.", "twin", path,
                          Problem("Delete one of them; “{path}” is linked to, so choose yourself.", path=path)
                          if linked else Problem("Put “{path}” in the trash.", path=path), not linked, other,
                          other=other)

    def _ids(self) -> Iterator[Trouble]:
        twins = {path for path, _ in self._state.twins()}
        for path, owner in self._state.double_ids():
            if path not in twins:
                yield Trouble("“{path}” has the same id as “{owner}” and cannot be sent anywhere.", "double-id", path,
                              Problem("Give it an id of its own."), True, owner=owner)

    def _sources(self) -> Iterator[Trouble]:
        twins = {path for path, _ in self._state.twins()}
        for path, other in self._state.same_sources():
            if path not in twins:
                yield Trouble("“{path}” and “{other}” are of one address; new highlights go to the second.",
                              "same-source", path,
                              Problem("Move what you wrote to one of them, then delete the other."), other=other)

    def _broken(self) -> Iterator[Trouble]:
        for place in self._linking.broken():
            healed = self._healing.target(place.path, place.target)
            mend = (Problem("Let the link lead to “{target}”.", target=healed) if healed else
                    Problem("Write that note, or change the link."))
            yield Trouble("“{path}” links to “{target}”, which is not there.", "broken", place.path, mend,
                          bool(healed), place.target, target=place.target)
        for path in self._healing.by_highlight():
            yield Trouble("A quotation in “{path}” names its source as it was called before.", "broken", path,
                          Problem("Let the credit name the source as it is called now."), True)

    def _lost(self) -> Iterator[Trouble]:
        for highlight_id, path, words in self._orphans():
            yield Trouble("A highlight in “{path}” lost its place in the article: “{words}”", "orphan", path,
                          Problem("Open the article and mark the place by hand; the version you read is kept."), False,
                          highlight_id, words=words)

    def _missing(self) -> Iterator[Trouble]:
        for path in self._state.not_here():
            yield Trouble("“{path}” is not on this machine yet, or its words are gone.", "not-here", path,
                          Problem("Let your synchroniser finish, or open it in that program; its last words are in the "
                                  "history."))

    def _there(self, path: str) -> bool:
        with suppress(NotFound):
            self._vault.load(path)
            return True
        return False
