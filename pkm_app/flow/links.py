"""What the links of a draft lead to: an address that may leave, or words that may."""

from __future__ import annotations

from collections.abc import Callable

from pkm_app.base.errors import Ambiguous, NotFound
from pkm_app.content.wikilinks import WikiLink
from pkm_app.flow.consent import is_anonymous, is_private, refuse_without_consent
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import Vault
from pkm_app.share.render import LinkTarget


def resolver(vault: Vault, from_path: str) -> Callable[[WikiLink], LinkTarget]:
    """Return a function that says what a link in a file leads to; it raises Refused for words without consent."""
    def resolve(link: WikiLink) -> LinkTarget:
        card = linked_file(vault, link, from_path)
        if card is None:
            return LinkTarget("missing", title=link.target)
        if is_private(vault, card):
            return LinkTarget("private")
        if card.type != "source":
            return LinkTarget("own", title=card.title)
        refuse_without_consent(vault, card)
        if is_anonymous(vault, card):
            return LinkTarget("anonymous")
        return LinkTarget("source", card.url, card.title)
    return resolve


def linked_file(vault: Vault, link: WikiLink, from_path: str) -> FileCard | None:
    """Return the file a link leads to, None when there is none.

    A credit leads to the source that holds its highlight, also when that file was renamed elsewhere since.
    """
    if link.block.startswith("hl-"):
        try:
            highlight = vault.find_highlight(link.block)
            if highlight.highlight_id == link.block:
                return vault.find(highlight.source_path)
        except (NotFound, Ambiguous):
            pass  # the highlight is gone: the name still says which source it was
    path = vault.resolve(link.target, from_path)
    try:
        return vault.find(path) if path else None
    except (NotFound, Ambiguous):  # it went away between the two looks: a link to nothing
        return None
