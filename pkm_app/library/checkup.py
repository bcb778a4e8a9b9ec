"""What is wrong beside the files: the database, the marks, the choices, the keyring."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pkm_app.base.errors import Problem
from pkm_app.library.database import Database
from pkm_app.library.marks import Marks
from pkm_app.sense.doctor import Trouble


def machine_troubles(db: Database, marks: Marks, readers: Sequence[tuple[str, Callable[[], object]]],
                     keyring: Callable[[], bool]) -> list[Trouble]:
    """Return what is wrong. ``readers`` are files of the vault (by path) with what reads them; ``keyring`` asks for a
    secret that is needed and says whether there is a place for one."""
    return [*_database(db), *_marks(marks), *_files(readers), *_keyring(keyring)]


def _database(db: Database) -> Iterator[Trouble]:
    verdicts = [str(row[0]) for row in db.read(lambda c: c.execute("PRAGMA quick_check(3)").fetchall())]
    if verdicts != ["ok"]:
        yield Trouble("The database of this machine is damaged: {reason}.", "database", "",
                      Problem("Close PKM and take the file pkm.db away: your PKM folder and the feeds fill it again."),
                      reason="; ".join(verdicts))


def _marks(marks: Marks) -> Iterator[Trouble]:
    try:
        found: Sequence[Problem] = marks.load().skipped
    except Problem as problem:
        found = [problem]
    for told in found:
        yield _told(told, "marks", ".pkm/marks", Problem("Nothing need be done: all other marks count."))


def _files(readers: Sequence[tuple[str, Callable[[], object]]]) -> Iterator[Trouble]:
    for path, read in readers:
        try:
            read()
        except Problem as problem:
            yield _told(problem, "choices", path, Problem("Mend the file by hand, or put an earlier version back."))


def _keyring(keyring: Callable[[], bool]) -> Iterator[Trouble]:
    if not keyring():
        yield Trouble("There is no keyring on this machine that keeps passwords safe.", "keyring", "",
                      Problem("Set one up, or give the password at each use with --secret-stdin."))


def _told(problem: Problem, rule: str, path: str, mend: Problem) -> Trouble:
    values = {key: value for key, value in problem.values.items() if key != "path"}
    return Trouble(problem.template, rule, path, mend, False, "", **values)
