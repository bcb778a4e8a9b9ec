"""The parts that look after the vault as a whole: links, titles and tags over many files, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pkm_app.app.adapters import DATABASE, now
from pkm_app.app.sense_parts import SenseParts

if TYPE_CHECKING:
    from pathlib import Path

    from pkm_app.base.events import Operation
    from pkm_app.flow.importing import Imported
    from pkm_app.flow.related import Relating
    from pkm_app.flow.trace import Tracing
    from pkm_app.library.backup import BackedUp
    from pkm_app.library.folderimport import FolderImported
    from pkm_app.library.linkmap import VaultLinkMap
    from pkm_app.library.plans import Plans
    from pkm_app.sense.changes import Done, Plan
    from pkm_app.sense.doctor import Doctor, Trouble
    from pkm_app.sense.imports.model import ExportKind
    from pkm_app.sense.linking import Linking
    from pkm_app.sense.renaming import Renaming
    from pkm_app.sense.tagging import Tagging

_READ_SECONDS = 120.0  # what reading a large export may take


class VaultParts(SenseParts):
    """Services over many files of the vault."""

    @cached_property
    def renaming(self) -> Renaming:
        """Another title for a file, and for every link to it."""
        from pkm_app.sense.renaming import Renaming

        return Renaming(self.vault, self._link_map, self._plans, now)

    @cached_property
    def linking(self) -> Linking:
        """Links between files, in both directions, and those that lead to nothing."""
        from pkm_app.sense.linking import Linking

        return Linking(self.vault, self._link_map, self.renaming, self._plans, now)

    @cached_property
    def tagging(self) -> Tagging:
        """The tags of the whole vault."""
        from pkm_app.sense.tagging import Tagging

        return Tagging(self.vault, self._plans, now)

    @cached_property
    def relating(self) -> Relating:
        """What else speaks of the same."""
        from pkm_app.flow.related import Relating

        return Relating(self.vault, self.indexer, self.articles, self.terms.groups)

    @cached_property
    def tracing(self) -> Tracing:
        """Where something was used, and what it rests on."""
        from pkm_app.flow.trace import Tracing

        return Tracing(self.articles, self.vault, self.sources)

    def past_changes(self) -> Sequence[Plan]:
        """Changes over many files that can be taken back, oldest first."""
        return self._plans.past()

    def take_back(self, plan_id: str = "") -> Done:
        """Take back a change over many files, the last one when none is named. Raises NotFound, Refused."""
        from pkm_app.base.ids import new_file_id
        from pkm_app.sense.changes import take_back
        from pkm_app.sense.notes import stamp

        return take_back(self.vault, self._plans, self._link_map, plan_id, new_file_id(now()), stamp(now()))

    def import_export(self, kind: ExportKind, data: bytes, dry_run: bool = False) -> Operation[Imported]:
        """Take in what another program exported; it is read in a process of its own. Raises Refused."""
        from pkm_app.flow.importing import Importing
        from pkm_app.sense.imports.read import read_export

        export = self.strangers.call(read_export, kind, data, seconds=_READ_SECONDS)
        return Importing(self.vault, self._link_map, self._plans, self._marks, now).take_in(export, dry_run)

    def import_folder(self, folder: Path, dry_run: bool = False) -> Operation[FolderImported]:
        """Take in a folder of Markdown, byte for byte. Raises Refused, StorageProblem."""
        from pkm_app.library.folderimport import import_folder

        return import_folder(self.vault, folder, self._plans, now, dry_run)

    def import_note(self, file: Path, dry_run: bool = False) -> Operation[FolderImported]:
        """Take in a lone file of Markdown or plain text. Raises Refused, StorageProblem."""
        from pkm_app.library.folderimport import import_note

        return import_note(self.vault, file, self._plans, now, dry_run)

    def back_up(self, file: Path | None = None) -> Operation[BackedUp]:
        """Write all of it into one file, beside the vault when none is named. Raises Refused, StorageProblem."""
        from pkm_app.library.backup import back_up

        today = now().astimezone()
        target = file or self.vault_folder.parent / f"{self.vault_folder.name} {today:%Y-%m-%d %H%M%S}.pkm-backup.zip"
        return back_up(target, self.vault_folder, self.profile, DATABASE, today)

    @property
    def doctor(self) -> Doctor:
        """What is wrong in the vault and beside it, as it is now, with a mend for each."""
        from pkm_app.library.vaultstate import VaultLook
        from pkm_app.sense.doctor import Doctor
        from pkm_app.sense.healing import Healing

        return Doctor(self.vault, VaultLook(self.db, self.vault.root), self.linking,
                      Healing(self.vault, self._link_map, self._plans.moved), self._plans, now, self._machine_troubles,
                      self._orphans)

    def _orphans(self) -> list[tuple[str, str, str]]:
        return [(placed.highlight.highlight_id, placed.highlight.source_path, placed.highlight.exact)
                for placed in self.highlighting.listing() if placed.highlight.where == "orphan"]

    def _machine_troubles(self) -> list[Trouble]:
        from pkm_app.library.checkup import machine_troubles

        return machine_troubles(self.db, self._marks, [("subscriptions.opml", self._subscriptions.load)], lambda: True)

    @cached_property
    def _link_map(self) -> VaultLinkMap:
        return self.vault.link_map(self.db)

    @cached_property
    def _plans(self) -> Plans:
        from pkm_app.library.plans import Plans

        return Plans(self.profile.data / "changes", self.vault.root)
