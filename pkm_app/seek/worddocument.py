"""The words of a Word document (.docx), by python-docx: headings, paragraphs, lists and tables in their order."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any

from pkm_app.base.errors import Problem
from pkm_app.seek.document import Document, Unreadable, finished, stem

_MOST_UNPACKED = 64 * 1024 * 1024
_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*([1-6])", re.IGNORECASE)


def read_docx(data: bytes, name: str) -> Document:
    """Read a Word document. Raises Unreadable for what is damaged, another kind of file, or without words."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _refuse_bomb(data, name)
    try:
        document = docx.Document(BytesIO(data))
        html = "".join(_blocks(document.iter_inner_content()))
        about = document.core_properties
        title, author, made = about.title or "", about.author or "", about.created
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, TypeError, IndexError,
            EOFError, OSError, RecursionError):
        raise Unreadable("“{name}” is damaged or no Word document.", name=name) from None
    found = finished("page", html, title.strip() or stem(name), "" if author == "python-docx" else author,
                     published=made.astimezone() if made and made.year > 2013 else None, notice=_cut(html, name))
    if not found.text:
        raise Unreadable("“{name}” has no text.", name=name)
    return found


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Unreadable("“{name}” is damaged or not whole.", name=name) from None
    if not any(entry.filename == "[Content_Types].xml" for entry in entries):
        raise Unreadable("“{name}” is a packed file, but no Word document. Unpack it and take in what is in it.",
                         name=name)
    if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise Unreadable("“{name}” unpacks to more than 64 MB and was left alone.", name=name)


def _cut(html: str, name: str) -> Problem | None:
    return Problem("“{name}” is very long: only its first part was taken in.", name=name) if len(html) > 2_000_000 \
        else None


def _blocks(content: Any) -> Iterator[str]:
    for block in content:
        if hasattr(block, "rows"):
            rows = ("".join(f"<td>{escape(cell.text, quote=False)}</td>" for cell in row.cells) for row in block.rows)
            yield "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
            continue
        words = "".join(map(_run, block.runs)) or escape(block.text, quote=False)
        if not words.strip():
            continue
        style = (block.style.name if block.style is not None else "") or ""
        heading = _HEADING.search(style)
        if style.lower() == "title" or heading:
            level = heading[1] if heading else "1"
            yield f"<h{level}>{words}</h{level}>"
        elif "list" in style.lower():
            yield f"<ul><li>{words}</li></ul>"
        else:
            yield f"<blockquote>{words}</blockquote>" if "quote" in style.lower() else f"<p>{words}</p>"


def _run(run: Any) -> str:
    words = escape(run.text, quote=False).replace("\n", "<br>")
    for on, tag in ((run.bold, "strong"), (run.italic, "em")):
        words = f"<{tag}>{words}</{tag}>" if on and words.strip() else words
    return words
