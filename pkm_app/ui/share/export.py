"""Writing a draft to a file the person chose, in the form its name asks for."""

from __future__ import annotations

from pkm_app.base.events import Operation
from pkm_app.share.formats import ENDINGS, Form, Wanted
from pkm_app.ui.i18n import tr
from pkm_app.ui.services import Share


def file_kinds() -> dict[str, str]:
    """Return what can be chosen, by the ending of the name."""
    return {
        "docx": tr("Word (*.docx)"), "pdf": tr("PDF (*.pdf)"), "epub": tr("eBook (*.epub)"),
        "html": tr("Web page (*.html)"), "md": tr("Markdown (*.md)"), "eml": tr("E-mail (*.eml)"),
    }


def form_of(path: str) -> Form:
    """Return the form that a file name asks for; a web page where it says nothing."""
    name = path.lower()
    if name.endswith(".markdown"):
        return "markdown"
    return next((form for form, ending in ENDINGS.items() if name.endswith(ending)), "html")


def export_to_file(share: Share, draft: str, path: str, audience: str) -> Operation[int]:
    """Make the file and write it; return how many private parts were cut."""
    done = yield from share.exporting.export(draft, Wanted(form_of(path)), audience)
    share.write_file(path, done.data)
    return done.cut
