"""Anything that another program made is taken in: what it is shows in the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pkm_app.base.errors import Problem, Refused, StorageProblem
from pkm_app.base.events import Operation, Progress
from pkm_app.sense.imports.read import MAX_BYTES, kind_of

if TYPE_CHECKING:
    from pkm_app.app.parts import App

KINDS = ("auto", "opml", "obsidian", "readwise", "hypothesis", "pocket", "instapaper", "markdown", "bookmarks")
_FOLDERS = ("obsidian", "markdown")
_NOTES = (".md", ".markdown", ".txt")
_DOCUMENTS = (".pdf", ".docx", ".msg", ".eml", ".html", ".htm", ".xhtml", ".url", ".webloc", ".desktop")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many things came, or would come, and how many were known; sentences for those that were not taken.

    ``kind`` is what it was taken for, ``lines`` say what each thing is, ``marked`` how many highlights each has
    (empty where that means nothing), ``plan_id`` takes it back ("" for nothing). ``told`` is what else a person should
    know; nothing failed by it.
    """

    kind: str
    added: int
    known: int
    failed: tuple[Problem | str, ...] = ()
    lines: tuple[str, ...] = ()
    plan_id: str = ""
    marked: tuple[int, ...] = ()
    told: tuple[Problem, ...] = ()


def import_path(app: App, file: Path, kind: str = "auto", allow_private: bool = False,
                dry_run: bool = False) -> Operation[TakenIn]:
    """Take in a file or folder; ``dry_run`` only says what would come.

    Raises Refused for what is not of its kind, StorageProblem for what cannot be read; then nothing came.
    """
    is_folder = file.is_dir()
    if kind == "markdown" and file.is_file() and file.suffix.lower() in _NOTES:
        return (yield from _note(app, file, dry_run))
    if is_folder != (kind in _FOLDERS) and kind != "auto":
        raise Refused("{path} is a folder; an export of {kind} is a file." if is_folder else
                      "{path} is no folder; {kind} is one.", path=file, kind=kind)
    yield Progress(0, 0, file.name)
    if is_folder:
        folder = yield from app.import_folder(file, dry_run)
        return TakenIn("folder", folder.added, folder.known, folder.failed, folder.lines, folder.plan_id)
    data = _read(file)
    export = kind_of(file.name, data) if kind == "auto" else kind
    if export in ("readwise", "hypothesis", "pocket", "instapaper", "bookmarks"):
        items = yield from app.import_export(export, data, dry_run)  # type: ignore[arg-type]  # one of the five
        return TakenIn(str(export), items.added, items.known, items.failed, items.lines, items.plan_id,
                       items.marked)
    is_archive = data.startswith(b"PK\x03\x04")
    if kind == "auto" and (file.suffix.lower() in _DOCUMENTS or data.startswith(b"%PDF-")):
        return (yield from _document(app, file, dry_run))
    is_opml = b"<opml" in data[:100_000].replace(b"\0", b"").lower()
    if kind == "auto" and file.suffix.lower() in _NOTES and not is_opml:
        return (yield from _note(app, file, dry_run))
    if kind == "auto" and b"opml" not in data[:100_000].replace(b"\0", b"").lower():  # of UTF-16 every other byte
        raise Refused("In this archive is no export that PKM knows. Unpack it, and take in the folder." if is_archive
                      else "This is no export that PKM knows, no list of subscriptions and no document.")
    feeds = yield from app.seek.import_opml(data, allow_private, dry_run)
    return TakenIn("opml", feeds.added, feeds.known, feeds.failed, told=feeds.told)


def _note(app: App, file: Path, dry_run: bool) -> Operation[TakenIn]:
    """Take in a lone note, as the files of a folder."""
    note = yield from app.import_note(file, dry_run)
    return TakenIn("folder", note.added, note.known, note.failed, note.lines, note.plan_id)


def _document(app: App, file: Path, dry_run: bool) -> Operation[TakenIn]:
    """Take in a PDF, a mail, a page, a link as a capture does; only doing it shows whether it is known."""
    from pkm_app.flow.captured import Facts

    if dry_run:
        return TakenIn("document", 1, 0, lines=(file.name,))
    done = yield from app.take_file(str(file), Facts())
    said = (done.notice,) if done.notice is not None else ()
    return TakenIn("document", int(not done.known), int(done.known), said, (done.title,))


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Refused("This file is larger than 100 MB. Export a part of it.")
        return file.read_bytes()
    except OSError as error:
        raise StorageProblem("{path} cannot be read: {reason}.", path=file, reason=error.strerror or error) from None
