"""A draft as it will be where it is sent: the text, what goes along beside it, and what is sent if that is no HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QImage

from pkm_app.content.clean import clean_html
from pkm_app.share.kinds import KINDS
from pkm_app.share.model import OutletSettings
from pkm_app.share.preview import Preview, Source
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.reading_document import Head
from pkm_app.ui.share.fidelity import for_whom

FACTS: dict[str, str] = {
    "title": noop("Title"),
    "page": noop("Page"), "folder": noop("Folder"), "from": noop("From"), "subject": noop("Subject"),
    "tags": noop("Tags"), "categories": noop("Categories"), "excerpt": noop("Excerpt"),
    "featured": noop("Picture for all of it"), "pictures": noop("Pictures"),
}
_SOURCES: dict[Source, str] = {
    "wikitext": noop("As it is written there (wikitext)"), "markdown": noop("As it is written there (Markdown)"),
    "plain": noop("For who reads mail as plain words"),
}
_MOST = 60_000  # characters of what is sent that are shown


def head_of(preview: Preview, outlet: OutletSettings | None) -> Head:
    """Return what stands above a preview."""
    said = [for_whom(outlet)] if outlet else []
    kind = KINDS.get(outlet.kind) if outlet else None
    if preview.cut:
        said.append(tr("%n private part(s) left out", preview.cut))
    if kind is not None and kind.readable:
        said.append(tr("All who read the wiki can read it"))
    elif kind is not None and kind.kind != "imap":
        said.append(tr("Letters and colours are those of the site"))
    return Head("", preview.title, " · ".join(said))


def body_of(preview: Preview) -> str:
    """Return a preview as cleaned HTML."""
    parts = [facts_of(preview.facts), preview.html]
    if preview.source:
        shown = preview.source if len(preview.source) <= _MOST else f"{preview.source[:_MOST]}…"
        parts.append(f"<hr><h3>{escape(tr(_SOURCES[preview.source_kind]))}</h3><pre>{escape(shown, quote=False)}</pre>")
    return clean_html("\n".join(parts))


def facts_of(facts: Sequence[tuple[str, str]]) -> str:
    """Return what goes along beside a text as HTML that stands above it, "" for nothing."""
    lines = "<br>".join(f"<strong>{escape(tr(FACTS[fact]))}</strong>: {escape(said)}"
                        for fact, said in facts)
    return f"<p>{lines}</p><hr>" if lines else ""


def images_of(preview: Preview) -> dict[str, QImage]:
    """Return the pictures of a preview by their addresses; they were made anew before."""
    found = {address: QImage.fromData(data) for address, data in preview.pictures.items()}
    return {address: image for address, image in found.items() if not image.isNull()}
