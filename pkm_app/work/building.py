"""What the process that makes files is asked to do: a draft as a file (share.formats), with typst for paper."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Literal

from pkm_app.base.errors import Refused
from pkm_app.share.formats import Form, Job, make
from pkm_app.share.formats.pdf import Sheet


def build(job: Job, fonts: str) -> bytes:
    """Return the file of a job. ``fonts`` is the folder of the fonts that come along."""
    return make(job, lambda sheet, form: typeset(sheet, form, fonts))


_AT_ONCE = 40  # blocks


@dataclass(frozen=True, slots=True)
class Parcel:
    """A job on its way to another process: its blocks and notes in pieces, each short enough that packing it holds
    nobody up (packing a whole book at once keeps every other thread of the program waiting for it)."""

    job: Job
    blocks: tuple[bytes, ...]
    notes: tuple[bytes, ...]


def pack(job: Job) -> Parcel:
    """Return a job, packed."""
    document = job.document
    return Parcel(replace(job, document=replace(document, blocks=(), notes=())), _packed(document.blocks),
                  _packed(document.notes))


def build_packed(parcel: Parcel, fonts: str) -> bytes:
    """Return the file of a packed job."""
    blocks, notes = (tuple(chain.from_iterable(map(pickle.loads, pieces))) for pieces in (parcel.blocks, parcel.notes))
    return build(replace(parcel.job, document=replace(parcel.job.document, blocks=blocks, notes=notes)), fonts)


def _packed(things: Sequence[object]) -> tuple[bytes, ...]:
    return tuple(pickle.dumps(tuple(things[at : at + _AT_ONCE]), pickle.HIGHEST_PROTOCOL)
                 for at in range(0, len(things), _AT_ONCE))


def load(form: Form) -> None:
    """Load the libraries of a form, so that nobody waits for them later."""
    if form in ("pdf", "epub"):
        import typst  # noqa: F401
    if form == "docx":
        import docx  # noqa: F401


def typeset(sheet: Sheet, form: Literal["pdf", "png"], fonts: str) -> bytes:
    """Set a sheet. It sees its own files and nothing else of the disk, and no network."""
    import typst

    known = typst.Fonts(include_system_fonts=sheet.rare_letters, include_embedded_fonts=True, font_paths=[fonts])
    with tempfile.TemporaryDirectory(prefix="pkm-") as folder:
        for name, data in sheet.files.items():
            (Path(folder) / name).write_bytes(data)
        main = Path(folder) / "main.typ"
        main.write_text(sheet.source, encoding="utf-8")
        try:
            made = typst.compile(str(main), root=folder, font_paths=known, format=form, ppi=260)
        except RuntimeError as error:  # typst's own error is one
            raise Refused("This draft cannot be set on paper: {reason}.", reason=error) from error
    return made[0] if isinstance(made, list) else made
