"""What becomes of a draft in the place it is pasted into, in words."""

from __future__ import annotations

from html import escape

from pkm_app.share.model import OutletSettings
from pkm_app.share.richtext import Fate, Feature, RichText
from pkm_app.ui.i18n import noop, tr
from pkm_app.ui.share.outlet_form import AUDIENCES, place_words

_FEATURES: dict[Feature, str] = {
    "headings": noop("headings"), "stress": noop("bold and italic"), "highlights": noop("highlighter"),
    "links": noop("links"), "lists": noop("lists"), "tasks": noop("boxes to tick"), "quotations": noop("quotations"),
    "callouts": noop("callouts"), "tables": noop("tables"), "code": noop("code"), "pictures": noop("pictures"),
    "notes": noop("footnotes"),
}


def what_is_lost(rich: RichText) -> tuple[str, str]:
    """Return what a draft holds that is lost in its place, and what only its words stay of, each in words."""

    def told(fate: Fate) -> str:
        return ", ".join(tr(_FEATURES[feature]) for feature, becomes in rich.fidelity.items() if becomes == fate)

    return told("lost"), told("changed")


def for_whom(outlet: OutletSettings) -> str:
    """Return where a preview is for, and for whom."""
    return f"{place_words(outlet)} · {tr(AUDIENCES[outlet.audience])}"


def as_lines(rich: RichText) -> str:
    """Return the plain words of a draft behind its title, as HTML that keeps their lines."""
    text = rich.plain.strip().removeprefix(rich.title)
    paragraphs = [escape(part.strip()).replace("\n", "<br>") for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{part}</p>" for part in paragraphs)
