"""Care of a PKM folder, over a demonstration's vault: real files, a real doctor, real imports and backups."""

from __future__ import annotations

from pathlib import Path

from pkm_app.app.taking_in import TakenIn
from pkm_app.base.errors import Refused
from pkm_app.base.events import Operation, finish
from pkm_app.base.ids import new_file_id
from pkm_app.flow.highlighting import Highlighting
from pkm_app.flow.importing import Importing
from pkm_app.library.backup import back_up, restore
from pkm_app.library.database import Database
from pkm_app.library.folderimport import import_folder
from pkm_app.library.plans import Plans
from pkm_app.library.profile import find_profile
from pkm_app.library.vault import FileVault
from pkm_app.library.vaultstate import VaultLook
from pkm_app.sense.changes import Done, take_back
from pkm_app.sense.doctor import Doctor
from pkm_app.sense.healing import Healing
from pkm_app.sense.imports.read import kind_of, read_export
from pkm_app.sense.linking import Linking
from pkm_app.sense.notes import stamp
from pkm_app.sense.renaming import Renaming
from pkm_app.ui.services import Care
from tests.fakes.seek import MemoryMarks
from tests.ui.demo_seek import now


def demo_care(folder: Path, vault: FileVault, db: Database, highlighting: Highlighting) -> Care:
    """Return the care of the vault in ``folder / "vault"``."""
    root = folder / "vault"
    links, plans = vault.link_map(db), Plans(folder / "changes", root)
    linking = Linking(vault, links, Renaming(vault, links, plans, now), plans, now)

    def orphans() -> list[tuple[str, str, str]]:
        return [(one.highlight.highlight_id, one.highlight.source_path, one.highlight.exact)
                for one in highlighting.listing() if one.highlight.where == "orphan"]

    def doctor() -> Doctor:
        finish(vault.scan())
        return Doctor(vault, VaultLook(db, root), linking, Healing(vault, links, plans.moved), plans, now, lambda: (),
                      orphans)

    def take_in(path: str, dry_run: bool) -> Operation[TakenIn]:
        if Path(path).is_dir():
            came = yield from import_folder(vault, Path(path), plans, now, dry_run)
            return TakenIn("folder", came.added, came.known, came.failed, came.lines, came.plan_id)
        data = Path(path).read_bytes()
        kind = kind_of(Path(path).name, data)
        if kind is None:
            raise Refused("This is no list of subscriptions (OPML).")
        found = yield from Importing(vault, links, plans, MemoryMarks(), now).take_in(read_export(kind, data), dry_run)
        return TakenIn(kind, found.added, found.known, found.failed, found.lines, found.plan_id, found.marked)

    def back(plan_id: str) -> Done:
        return take_back(vault, plans, links, plan_id, new_file_id(now()), stamp(now()))

    return Care(doctor, plans.past, back, take_in,
                lambda path: back_up(Path(path), root, find_profile(str(folder / "profile")), "pkm.db", now()),
                lambda file, to: restore(Path(file), Path(to)))
