"""The check of the head of a draft: parts left open in it, and the picture that stands for the whole."""

from __future__ import annotations

from collections.abc import Iterator

from pkm_app.share.findings import Known, found, shortened
from pkm_app.share.head import Head
from pkm_app.share.kinds import OutletKind
from pkm_app.share.model import Finding, Mend
from pkm_app.share.rights import RIGHTS

_FIELDS = {"tags": "tags", "categories": "categories", "excerpt": "excerpt", "featured": "picture for the whole"}


def untaken(head: Head, kind: OutletKind, audience: str) -> Iterator[Finding]:
    """Yield what a kind of outlet has no field for, so that it stays behind: the words of each, and in which field."""
    said = {"tags": ", ".join(head.tags), "categories": ", ".join(head.categories), "excerpt": head.excerpt,
            "featured": head.featured}
    for field, words in said.items():
        if words and field not in kind.takes:
            yield from found("untaken", audience, shortened(words),
                             f"{kind.name} takes no {_FIELDS[field]}, so this does not go along.")


def head_findings(head: Head, audience: str, known: Known) -> Iterator[Finding]:
    """Yield what is to be said of the front matter that leaves."""
    for field in head.unclosed:
        yield from found("private-unclosed", audience, field,
                         f"A private part in the head of the draft ({field}) is never closed: all after it stays in. "
                         "Close it with %%.")
    if not head.featured:
        return
    where = f"featured: {head.featured}"
    if not (known.has_picture(head.featured) and known.is_picture(head.featured)):
        yield from found("picture", audience, where,
                         "The picture for the whole (featured) is not in your PKM folder, or cannot be shown: "
                         f"{head.featured}.",
                         mend=Mend("head", -1, -1, "", field="featured"))
        return
    if not head.featured_alt:
        yield from found("alt", audience, where,
                         f"The picture for the whole has no words for who cannot see it. Write in the head of the "
                         f"draft: featured: \"[[{head.featured}|WORDS]]\".")
    if not RIGHTS.search(head.featured_alt):
        yield from found("licence", audience, where,
                         f"Nothing says whose the picture for the whole is and under what licence: {head.featured}. "
                         "Say it with its words in the head of the draft, as “photo: Anne, CC BY 4.0”.")
