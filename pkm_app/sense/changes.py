"""Changes over many files that happen whole or not at all, and can be taken back.

A plan says beforehand what every file will say. It is on the disk before the first file changes, so that a program
that is killed in between finds it at its next start and finishes it, or finds that nothing was begun.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol

from pkm_app.base.errors import NotFound, Problem, Refused
from pkm_app.content.vaultfile import parse_vault_file
from pkm_app.sense.ports import LinkMap, Vault
from pkm_app.sense.relinking import texts_taken_back


@dataclass(frozen=True, slots=True)
class Edit:
    """One file (at its path after all moves) with its bytes before and after; None where there is no file."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Plan:
    """``moves`` are (old path, new path) and come first. ``what`` is a template that says what is done, filled
    by ``values``; ``made`` is ISO 8601. ``added`` are (path, SHA-256) of files that had come already when the plan was
    written down: taking it back moves those that still say the same to the trash."""

    plan_id: str
    what: str
    made: str
    moves: tuple[tuple[str, str], ...] = ()
    edits: tuple[Edit, ...] = ()
    values: Mapping[str, str] | None = None
    added: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.what.format(**dict(self.values or {}))


@dataclass(frozen=True, slots=True)
class Done:
    """``path`` is of the file that was meant; ``changed`` are the paths that were written or moved; ``plan_id`` takes
    it back ("" when there was nothing to do); ``conflicts`` are copies of what others wrote at that very moment."""

    path: str
    changed: tuple[str, ...] = ()
    plan_id: str = ""
    conflicts: tuple[str, ...] = ()


class PlanLog(Protocol):
    """Where plans are kept, on this machine, outside the vault."""

    def begin(self, plan: Plan) -> None:
        """Write a plan durably. Raises Refused while another program is at such a change, StorageProblem."""

    def end(self, plan: Plan, happened: bool) -> None:
        """The plan is carried out, and can be taken back from now on; or it was taken back and is forgotten."""

    def leave(self) -> None:
        """Let other programs go on; a plan that was begun and not ended stays for the next start."""

    def pending(self) -> Sequence[Plan]:
        """Plans that were begun and not ended, and that no other program is at."""

    def past(self) -> Sequence[Plan]:
        """What was carried out and can be taken back, oldest first."""


def carry_out(vault: Vault, log: PlanLog, plan: Plan, path: str = "") -> Done:
    """Carry out a plan in one step. Where one file refuses, all is put back as it was and the problem raised."""
    if not plan.moves and all(edit.before == edit.after for edit in plan.edits):
        return Done(path)
    log.begin(plan)
    try:
        try:
            done = _apply(vault, plan, path)
        except Problem:
            _apply(vault, inverse(plan), path, careful=True)
            log.end(plan, happened=False)
            raise
        log.end(plan, happened=True)
        return done
    finally:
        log.leave()


def recover(vault: Vault, log: PlanLog) -> list[Plan]:
    """Finish what a killed program had begun; return what was finished. What had not really begun is forgotten."""
    finished = []
    try:
        for plan in log.pending():
            begun = not plan.moves or not _there(vault, plan.moves[0][0]) or _there(vault, plan.moves[0][1])
            if begun:
                _apply(vault, plan, "", careful=True)
                finished.append(plan)
            log.end(plan, happened=begun)
    finally:
        log.leave()
    return finished


def take_back(vault: Vault, log: PlanLog, link_map: LinkMap, plan_id: str, new_id: str, made: str) -> Done:
    """Undo a change ("" means the last one); taking that back again does it anew. Raises NotFound, StorageProblem.

    What a person wrote in one of the files since then stays: only the lines that the change had made go back, and
    links that were written since follow a file that gets its former name. Files that had come lie in the trash
    afterwards, those that were written in since stay; that is not taken back in turn.
    """
    past = [plan for plan in log.past() if plan.plan_id.startswith(plan_id)]
    if not past:
        raise NotFound("There is no change to take back.")
    plan = past[-1]
    if plan.added:
        return _take_away(vault, log, plan)
    for old, new in plan.moves:
        if not _there(vault, new):
            raise Refused("{path} is not there any more, so this cannot be taken back.", path=new)
        if _there(vault, old):
            raise Refused("There is a file {path} again, so this cannot be taken back. Move it away first.", path=old)
    back = replace(inverse(plan), plan_id=new_id, made=made)
    if plan.moves:
        back = _with_links(vault, link_map, plan, back)
    path = back.moves[0][1] if back.moves else back.edits[0].path
    log.begin(back)
    try:
        done = _apply(vault, back, path, careful=True)
        log.end(plan, happened=False)
        log.end(back, happened=True)
        return done
    finally:
        log.leave()


def _with_links(vault: Vault, link_map: LinkMap, plan: Plan, back: Plan) -> Plan:
    """Return a plan that takes moves back and lets every link mean what it means now, those written since as well."""
    former = {new: old for old, new in plan.moves}
    edits = {edit.path: (edit.after, edit.before) for edit in plan.edits
             if edit.before is not None and edit.after is not None}
    texts = texts_taken_back(vault, link_map, plan.moves, edits)
    others = [edit for edit in back.edits if edit.before is None or edit.after is None]
    return replace(back, edits=(*others, *(Edit(former.get(path, path), now, then)
                                           for path, (now, then) in texts.items())))


def note_added(log: PlanLog, plan: Plan) -> None:
    """Write down files that have come, so that it can be taken back. Raises Refused, StorageProblem."""
    log.begin(plan)
    try:
        log.end(plan, happened=True)
    finally:
        log.leave()


def _take_away(vault: Vault, log: PlanLog, plan: Plan) -> Done:
    gone = []
    for path, digest in plan.added:
        with suppress(NotFound):  # it went meanwhile
            if vault.load(path).digest == digest:
                vault.delete(path)
                gone.append(path)
    log.end(plan, happened=False)
    return Done(plan.added[0][0], tuple(gone), plan.plan_id)


def inverse(plan: Plan) -> Plan:
    """Return the plan that takes a plan back."""
    there = dict(plan.moves)
    back = {new: old for old, new in there.items()}
    edits = tuple(Edit(back.get(edit.path, edit.path), edit.after, edit.before) for edit in reversed(plan.edits))
    return replace(plan, moves=tuple((new, old) for old, new in reversed(plan.moves)), edits=edits)


def merged(current: bytes, before: bytes, after: bytes) -> bytes:
    """Return what a file says that was changed since the plan was made: each line that the plan changes, where it
    still stands, and everything else as it is now."""
    old, new = before.split(b"\n"), after.split(b"\n")
    if len(old) != len(new):  # lines came or went: nothing can be said line by line
        return current
    lines = {one: other for one, other in zip(old, new, strict=True) if one != other}
    return b"\n".join(lines.get(line, line) for line in current.split(b"\n"))


def _apply(vault: Vault, plan: Plan, path: str, careful: bool = False) -> Done:
    """``careful``: part of it may have happened already, or a file was changed since."""
    changed: dict[str, None] = {}
    conflicts: list[str] = []
    for old, new in plan.moves:
        if careful and (not _there(vault, old) or _there(vault, new)):
            continue
        vault.move(old, new)
        changed[new] = None
    for edit in plan.edits:
        conflict = _edit(vault, edit)
        if conflict is None:
            continue
        changed[edit.path] = None
        conflicts += [conflict] if conflict else []
    return Done(path or next(iter(changed), ""), tuple(changed), plan.plan_id, tuple(conflicts))


def _edit(vault: Vault, edit: Edit) -> str | None:
    """Bring one file to what the plan says; return a conflict's path or "", None when nothing was to do."""
    try:
        current: bytes | None = vault.load(edit.path).file.to_bytes()
    except NotFound:
        current = None
    wanted = edit.after
    if current == wanted:
        return None
    if current is None:
        if edit.before is not None or wanted is None:
            return None  # it went away meanwhile: absence is not ours to mend
        return vault.save(edit.path, parse_vault_file(wanted), _digest(wanted + b"\0")).conflict
    if wanted is None:
        if current == edit.before:
            vault.delete(edit.path)
            return ""
        return None  # somebody wrote in it since: it stays
    if current != edit.before:
        wanted = merged(current, edit.before or b"", wanted)
    if wanted == current:
        return None
    return vault.save(edit.path, parse_vault_file(wanted), _digest(current)).conflict


def _there(vault: Vault, path: str) -> bool:
    with suppress(NotFound):
        vault.load(path)
        return True
    return False


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
