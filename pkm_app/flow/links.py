"""What the links of a draft lead to: an address that may leave, or words that may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pkm_app.content.credit import in_all_languages
from pkm_app.content.origin import origin
from pkm_app.content.places import address_at
from pkm_app.content.wikilinks import WikiLink
from pkm_app.flow.consent import is_anonymous, is_private, refuse_without_consent
from pkm_app.sense.linking import linked_file
from pkm_app.sense.notes import credit_of
from pkm_app.sense.ports import Vault
from pkm_app.share.head import without_private
from pkm_app.share.targets import LinkTarget

__all__ = ["linked_file", "resolver"]


def resolver(vault: Vault, from_path: str, origins: Sequence[str] = ()) -> Callable[[WikiLink], LinkTarget]:
    """Return a function that says what a link in a file leads to; it raises Refused for words without consent. A signed
    link (content.origin) stands in the file of ``origins`` that its sign names."""
    def resolve(link: WikiLink) -> LinkTarget:
        number, target = origin(link.target)
        link = replace(link, target=target)
        card = linked_file(vault, link, origins[number] if 0 <= number < len(origins) else from_path)
        if card is None:
            return LinkTarget("missing", title=link.target)
        if is_private(vault, card):
            return LinkTarget("private", title=without_private(card.title) if card.type == "person" else "")
        if card.type != "source":
            return LinkTarget("own", title=without_private(card.title), path=card.path)
        refuse_without_consent(vault, card)
        if is_anonymous(vault, card):
            return LinkTarget("anonymous")
        card = replace(card, title=without_private(card.title), author=without_private(card.author))
        file = vault.load(card.path).file
        credit = credit_of(card, file, link.block if link.block.startswith("hl-") else "")
        credit = replace(credit, via=without_private(credit.via), partner=without_private(credit.partner))
        # where pages are called otherwise than they are counted, none can be opened: "#page=" counts
        place = "" if file.text_field("pages") == "labels" else credit.place
        return LinkTarget("source", address_at(card.url, card.kind, place), card.title, in_all_languages(credit),
                          card.lang, card.kind, credit.via, credit.author)
    return resolve
