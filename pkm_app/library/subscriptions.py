"""Whom a person follows, as the vault holds it: ``subscriptions.opml``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from pkm_app.base.errors import NotFound, StorageProblem
from pkm_app.library.filelock import FileLock
from pkm_app.library.files import digest, read_file, save_file
from pkm_app.library.tomlchoice import is_away
from pkm_app.seek.model import Subscription
from pkm_app.seek.opml import NotOpml, read_opml


class Subscriptions:
    """Implements seek.ports.SubscriptionFile. ``locks`` is a folder of this machine, outside the vault."""

    def __init__(self, vault: Path, locks: Path) -> None:
        self._vault = vault
        self._path = vault / "subscriptions.opml"
        self._lock = locks / "subscriptions.lock"

    @property
    def name(self) -> str:
        """Where the list really lies."""
        return os.path.realpath(self._path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    def is_another(self, name: str) -> bool:
        """Say whether this is another list, which is there still."""
        return name not in ("", self.name) and os.path.isfile(name)

    def is_away(self) -> bool:
        """Say whether a synchroniser keeps the list online only: it is not fetched unasked."""
        return is_away(self._path)

    def load(self) -> Sequence[Subscription]:
        """Read the list; no file is an empty one. Raises StorageProblem when it, or the vault, is not readable."""
        return self._read()[1]

    def save(self, subscriptions: Sequence[Subscription]) -> None:
        """Write the list, keeping what other programs put in the file. Raises StorageProblem."""
        self.change(lambda _: subscriptions)

    def change(self, edit: Callable[[Sequence[Subscription]], Sequence[Subscription]]) -> Sequence[Subscription]:
        """Load, edit and save as one step that no other thread or process comes between; give what now stands.

        What ``edit`` raises is passed on and nothing is written; an edit that changes nothing writes nothing.
        Raises StorageProblem, also where a synchroniser wrote the file at the same moment: its list then lies
        beside ours under a name of its own.
        """
        try:
            with FileLock(self._lock):
                before, present = self._read()
                wanted = tuple(edit(present))
                if wanted == tuple(present):
                    return present
                from pkm_app.seek.opmlwrite import write_opml  # most runs of the program only read the list

                outcome = save_file(self._path, write_opml(wanted, before or b""),
                                    None if before is None else digest(before))
                present = self._read()[1]
        except OSError as error:
            raise StorageProblem("{path} cannot be changed now: {reason}.", path=self._path,
                                 reason=error.strerror or str(error)) from error
        if outcome.conflict:
            raise StorageProblem("{path} was changed by another program at the same moment. Your change was saved; "
                                 "the other list is in {copy}.", path=self._path, copy=outcome.conflict.name)
        return present

    def _read(self) -> tuple[bytes | None, Sequence[Subscription]]:
        try:
            data = read_file(self._path)
        except NotFound:
            if not self._vault.is_dir():  # an unplugged disk is not an empty list
                raise StorageProblem("The PKM folder {path} is not there.", path=self._vault) from None
            return None, ()
        try:
            opml = read_opml(data)
        except NotOpml as problem:
            raise StorageProblem("{path} cannot be read: {reason} Mend it or put an earlier version back; "
                                 "nothing was changed.", path=self._path, reason=problem) from problem
        if not opml.whole:
            raise StorageProblem("The end of {path} is missing. Wait until it is synchronised, or put an earlier "
                                 "version back; nothing was changed.", path=self._path)
        return data, opml.subscriptions
