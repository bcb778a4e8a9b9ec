"""Another title for a file: its name follows, and every link to it, in one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pkm_app.base.errors import Refused
from pkm_app.base.events import Operation, Progress
from pkm_app.base.ids import new_file_id
from pkm_app.content.filenames import file_name, taken_among, twin_key
from pkm_app.content.headings import retitled
from pkm_app.content.relink import relinked
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.changes import Done, Edit, Plan, PlanLog, carry_out
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import LinkMap, Vault


class Renaming:
    """Renames files of the vault. Nothing happens before all files were read; then all of it does."""

    def __init__(self, vault: Vault, link_map: LinkMap, log: PlanLog, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._links = link_map
        self._log = log
        self._now = now

    def rename(self, name: str, title: str) -> Operation[Done]:
        """Give a file (by id, beginning of an id, or path) another title. Yields Progress while files are read.

        A file of a draft that is a folder keeps its place; only its title changes. What was shared stays exactly as
        it left. Raises NotFound, Ambiguous, Refused for an empty title, StorageProblem, and then nothing changed.
        """
        title = " ".join(title.split())
        if not title:
            raise Refused("Say what it is to be called.")
        card = self._vault.find(name)
        old = card.path
        new = self._new_path(old, title)
        loaded = self._vault.load(old)
        before = set(self._links.namesakes([old, new])) | {old}
        after = (before - {old}) | {new}
        moved = {old: new} if new != old else {}
        edits: list[Edit] = []
        touched = sorted({old, *(self._links.linking([old, new]) if moved else ())})
        for number, path in enumerate(touched, 1):
            yield Progress(number, len(touched), path)
            file = loaded.file if path == old else self._vault.load(path).file
            changed = file
            if moved:
                here = (path, moved.get(path, path))
                body = relinked(file.body, here, before, after, moved)
                changed = file if body == file.body else file.with_body(body)
            if path == old:
                changed = self._own(changed, title, new)
            if changed.to_bytes() != file.to_bytes():
                edits.append(Edit(moved.get(path, path), file.to_bytes(), changed.to_bytes()))
        now = self._now()
        plan = Plan(new_file_id(now), "“{old}” was renamed to “{new}”.", stamp(now), tuple(moved.items()),
                    tuple(edits), {"old": card.title, "new": title})
        return carry_out(self._vault, self._log, plan, new)

    def _own(self, file: VaultFile, title: str, path: str) -> VaultFile:
        changed = retitled(file, title, path.rpartition("/")[2].removesuffix(".md"))
        if changed.to_bytes() != file.to_bytes() and "updated" in changed.front:
            return changed.with_field("updated", stamp(self._now()))
        return changed

    def _new_path(self, path: str, title: str) -> str:
        folder, slash, name = path.rpartition("/")
        if name == "index.md" and folder.startswith("drafts/"):
            return path
        others = [other for other in self._links.names_in(folder) if twin_key(other) != twin_key(name)]
        return folder + slash + file_name(title, ".md", taken_among(others))
