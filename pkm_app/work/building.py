"""What the process that makes files is asked to do: a draft as a file (share.formats), with typst for paper."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from pkm_app.base.errors import Refused
from pkm_app.share.formats import Form, Job, make
from pkm_app.share.formats.pdf import Sheet


def build(job: Job, fonts: str) -> bytes:
    """Return the file of a job. ``fonts`` is the folder of the fonts that come along."""
    return make(job, lambda sheet, form: typeset(sheet, form, fonts))


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
