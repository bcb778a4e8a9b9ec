"""Pictures in memory, and files made at once in this process (tests/contracts/test_export_ports.py)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from pkm_app.base.events import Operation, Progress
from pkm_app.base.resources import resources_folder
from pkm_app.share.formats import Job, Styles, Wanted
from pkm_app.work.building import build


class DictPictures:
    """share.ports.Pictures: ``files`` are bytes by their paths in the vault."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def read(self, target: str, from_path: str) -> bytes | None:
        folder = posixpath.dirname(from_path)
        tries = [target.lstrip("/")] if target.startswith("/") else [
            posixpath.normpath(posixpath.join(folder, target)), target, f"attachments/{target}"]
        for path in tries:
            if path in self.files:
                return self.files[path]
        below = [path for path in sorted(self.files) if path.startswith("attachments/") and "/" not in target
                 and posixpath.basename(path).casefold() == target.casefold()]
        return self.files[below[0]] if below else None


class HereBuilder:
    """flow.exporting.Builder: the very same work, in this process."""

    def build(self, wanted: Wanted, resolve: Callable[[], Job]) -> Operation[bytes]:
        job = resolve()
        assert job.wanted == wanted
        yield Progress(1, 2, job.document.title)
        return build(job, str(resources_folder() / "fonts"))


def styles() -> Styles:
    """The looks that come along."""
    folder = resources_folder() / "styles"
    return Styles(*((folder / name).read_text(encoding="utf-8") for name in ("export.css", "book.css", "export.typ")))
