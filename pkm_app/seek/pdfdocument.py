"""The words of a PDF, page by page, by pypdfium2. Each page begins with a line of its own: ``p. 14``."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from pkm_app.base.errors import Problem
from pkm_app.content.places import page_mark
from pkm_app.content.quoteblocks import is_place
from pkm_app.seek.document import Document, Unreadable, finished, stem

_MOST_CHARACTERS = 1_500_000  # what a body may be (content.clean), with room for marks
_HYPHEN = re.compile("[\x02\ufffe]\\s*|(?<=[a-zà-ÿ])\u00ad\\s*")
_ENDS = re.compile(r"[.!?:][\"”’')\]]*$")
_SHORT = 0.75  # of the longest line of its page: a paragraph ends there


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF. Raises Unreadable for one that is encrypted, damaged, or a picture of text."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) in (4, 5) or "password" in str(error).lower():
            raise Unreadable("“{name}” is encrypted. Open it with its password elsewhere, save it without, and take "
                             "that in.", name=name) from None
        raise Unreadable("“{name}” is damaged or no PDF.", name=name) from None
    try:
        about = pdf.get_metadata_dict(skip_empty=True)
        labels = _labels(pdf)
        parts, total, notice = [], 0, None
        for number in range(len(pdf)):
            text = _page(pdf, number)
            total += len(text)
            if total > _MOST_CHARACTERS:
                notice = Problem("“{name}” is very long: only its first {pages} pages were taken in.", name=name,
                                 pages=number)
                break
            if text.strip():
                parts.append(f"<h6>{page_mark(labels[number] if labels else str(number + 1))}</h6>{_paragraphs(text)}")
    except pypdfium2.PdfiumError:
        raise Unreadable("“{name}” is damaged: its pages cannot be read.", name=name) from None
    finally:
        pdf.close()
    if not parts:
        raise Unreadable("“{name}” has no text, only pictures of it. Have a program recognise its text (OCR) first.",
                         name=name)
    read = finished("pdf", "".join(parts), about.get("Title", "").strip() or stem(name), about.get("Author", ""),
                    notice=notice)
    return replace(read, labelled=bool(labels))


def _labels(pdf: object) -> list[str]:
    """What the pages are called, as it stands on them: i, ii, 1, 2. None where they are simply numbered from 1, where
    some have a name that is no page as it is cited, or where two are called alike."""
    count = len(pdf)  # type: ignore[arg-type]  # the library is not typed here
    labels = [str(pdf.get_page_label(number)).strip() for number in range(count)]  # type: ignore[attr-defined]
    if labels == [str(number + 1) for number in range(count)] or len({label.lower() for label in labels}) < count:
        return []
    return labels if all(is_place(page_mark(label)) for label in labels) else []


def _page(pdf: object, number: int) -> str:
    page = pdf[number]  # type: ignore[index]  # the library is not typed here
    words = page.get_textpage()
    try:
        return str(words.get_text_bounded())
    finally:
        words.close()
        page.close()


def _paragraphs(text: str) -> str:
    """Join the lines of a page to paragraphs: one ends at a blank line, or with a sentence on a short line."""
    lines = [line.strip() for line in _HYPHEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    longest = max(map(len, lines))
    found: list[list[str]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        if not line or (_ENDS.search(line) and len(line) < _SHORT * longest):
            found.append([])
    return "".join(f"<p>{escape(' '.join(part), quote=False)}</p>" for part in found if part)
