"""The forms in which a draft leaves: one file each, all written from the same tree (share.document).

``make`` is the one door. It is called where heavy work is done (work.exporting), for it decodes pictures and builds
archives; the libraries of a format are loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, get_args

from pkm_app.share.document import Document

if TYPE_CHECKING:
    from pkm_app.share.formats.pdf import Sheet

Form = Literal["markdown", "html", "docx", "epub", "pdf", "eml"]
Target = Literal["plain", "hugo", "jekyll", "pelican", "quarto", "obsidian"]

FORMATS: tuple[Form, ...] = get_args(Form)
TARGETS: tuple[Target, ...] = get_args(Target)
ENDINGS: Mapping[Form, str] = {
    "markdown": ".md", "html": ".html", "docx": ".docx", "epub": ".epub", "pdf": ".pdf", "eml": ".eml"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The looks of what leaves: CSS of pages and of eBooks, typst's of paper."""

    page: str = ""
    book: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: a form, for Markdown the program it is for, for HTML whether only the text (``fragment``)."""

    form: Form
    target: Target = "plain"
    fragment: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A draft to be made into a file. ``pictures`` are the bytes of its pictures as they lie in the vault, by name."""

    document: Document
    wanted: Wanted
    styles: Styles
    pictures: Mapping[str, bytes] = field(default_factory=dict)


Typeset = Callable[["Sheet", Literal["pdf", "png"]], bytes]


def make(job: Job, typeset: Typeset) -> bytes:
    """Return the file. ``typeset`` sets a sheet of typst as a PDF, or as a picture of its first page.

    A picture that cannot be read becomes its words.
    """
    document = _with_pictures(job)
    form = job.wanted.form
    if form == "markdown":
        from pkm_app.share.formats.markdown import markdown

        return markdown(document, job.wanted.target).encode()
    if form == "html":
        from pkm_app.share.formats.html import fragment, page

        return (fragment(document) if job.wanted.fragment else page(document, job.styles.page)).encode()
    if form == "docx":
        from pkm_app.share.formats.docx import docx

        return docx(document)
    if form == "epub":
        from pkm_app.share.formats.epub import book
        from pkm_app.share.formats.pdf import cover_sheet

        return book(document, job.styles.book, typeset(cover_sheet(document, job.styles.paper), "png"))
    if form == "pdf":
        from pkm_app.share.formats.pdf import sheet

        return typeset(sheet(document, job.styles.paper), "pdf")
    from pkm_app.share.formats.mail import mail, mail_html

    return mail(document, mail_html(document))


def _with_pictures(job: Job) -> Document:
    if not job.pictures:
        return job.document
    from pkm_app.share.formats.pictures import clean_picture

    cleaned = {name: clean_picture(data) for name, data in job.pictures.items()}
    return replace(job.document, pictures={name: one for name, one in cleaned.items() if one is not None})
