"""Plans of changes over many files, kept in the data folder until they are carried out, and then to be taken back."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pkm_app.base.errors import NotFound, Refused, StorageProblem
from pkm_app.library.filelock import FileLock
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.sense.changes import Edit, Plan

KEPT = 50  # changes that can be taken back
_MOVES = 5000  # files moved by others that are remembered
_NAME = re.compile(r"[0-9a-z]{1,32}\.json")
_PATIENCE = 10.0  # seconds to wait for another program's change


class Plans:
    """Implements sense.changes.PlanLog in ``folder``, for the one vault ``root``."""

    def __init__(self, folder: Path, root: Path) -> None:
        of_this = digest(str(root).encode("utf-8", "surrogateescape"))[:16]
        self._begun = folder / of_this / "begun"
        self._done = folder / of_this / "done"
        self._moved = folder / of_this / "moved.jsonl"
        self._lock = FileLock(folder / of_this / "changing.lock")
        self._mine = False

    def begin(self, plan: Plan) -> None:
        """Write a plan durably. Raises Refused while another program is at such a change, StorageProblem."""
        if not self._take(_PATIENCE):
            raise Refused("Another window or command is changing many files just now. Try again when that has ended.")
        try:
            save_file(self._begun / f"{plan.plan_id}.json", _dump(plan), None)
        except BaseException:
            self.leave()
            raise

    def end(self, plan: Plan, happened: bool) -> None:
        """The plan is carried out, and can be taken back from now on; or it was taken back and is forgotten."""
        name = f"{plan.plan_id}.json"
        try:
            if happened:
                with suppress(FileNotFoundError):
                    (self._begun / name).replace(self._done / name)
                for old in self._names(self._done)[:-KEPT]:
                    (self._done / old).unlink(missing_ok=True)
            else:
                (self._begun / name).unlink(missing_ok=True)
                (self._done / name).unlink(missing_ok=True)
        except OSError as error:
            raise self._problem(error) from error

    def leave(self) -> None:
        """Let other programs go on."""
        self._mine = False
        self._lock.release()

    def pending(self) -> Sequence[Plan]:
        """Plans that were begun and not ended, and that no other program is at."""
        if not self._names(self._begun) or not self._take(0):
            return []
        return self._read(self._begun)

    def past(self) -> Sequence[Plan]:
        """What was carried out and can be taken back, oldest first."""
        return self._read(self._done)

    def note_moves(self, moves: Sequence[tuple[str, str]]) -> None:
        """Remember that other programs gave files another path, so that links to the former one can be healed."""
        if not moves:
            return
        try:
            self._moved.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            known = self._moved_lines()[-_MOVES:]
            lines = [*known, *(json.dumps(move) for move in moves)]
            self._moved.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        except OSError as error:
            raise self._problem(error) from error

    def moved(self) -> dict[str, str]:
        """Return old and new path of files that others moved; the last word for each."""
        found: dict[str, str] = {}
        for line in self._moved_lines():
            with suppress(ValueError, TypeError):
                old, new = json.loads(line)
                found[str(old)] = str(new)
        return found

    def _moved_lines(self) -> list[str]:
        with suppress(FileNotFoundError):
            return self._moved.read_text(encoding="utf-8", errors="replace").splitlines()
        return []

    def _take(self, seconds: float) -> bool:
        try:
            for folder in (self._begun, self._done):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._mine = self._mine or self._lock.acquire(seconds)
        except OSError as error:
            raise self._problem(error) from error
        return self._mine

    def _read(self, folder: Path) -> list[Plan]:
        found = []
        for name in self._names(folder):
            with suppress(NotFound):
                plan = _load(read_file(folder / name))
                if plan is None:
                    raise StorageProblem("{path} cannot be understood. Take it away; the files it speaks of stay as "
                                         "they are.", path=folder / name)
                found.append(plan)
        return found

    def _names(self, folder: Path) -> list[str]:
        with suppress(FileNotFoundError):
            # by time of the change, and not by name: two changes of one millisecond have ids in no order
            files = [file for file in folder.iterdir() if _NAME.fullmatch(file.name)]
            return [file.name for file in sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name))]
        return []

    def _problem(self, error: OSError) -> StorageProblem:
        return StorageProblem("{path} cannot be used: {reason}. Nothing was changed.", path=self._begun.parent,
                              reason=error.strerror or str(error))


def _dump(plan: Plan) -> bytes:
    return json.dumps({
        "id": plan.plan_id, "what": plan.what, "made": plan.made, "values": dict(plan.values or {}),
        "moves": [list(move) for move in plan.moves],
        "edits": [[edit.path, _text(edit.before), _text(edit.after)] for edit in plan.edits],
        "added": [list(one) for one in plan.added],
    }).encode()


def _load(data: bytes) -> Plan | None:
    try:
        value = json.loads(data)
        return Plan(str(value["id"]), str(value["what"]), str(value["made"]),
                    tuple((str(old), str(new)) for old, new in value["moves"]),
                    tuple(Edit(str(path), _bytes(before), _bytes(after)) for path, before, after in value["edits"]),
                    {str(key): str(item) for key, item in value["values"].items()},
                    tuple((str(path), str(digest)) for path, digest in value.get("added", ())))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)
