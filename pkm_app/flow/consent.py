"""Whose words may leave: private files, people, and conversations by what their partner agreed to."""

from __future__ import annotations

from pkm_app.base.errors import Refused
from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.model import FileCard
from pkm_app.sense.ports import Vault


def is_private(vault: Vault, card: FileCard) -> bool:
    """Say whether a file stays in; one about a person does unless it says ``private: false`` itself."""
    if card.private or card.type != "person":
        return card.private
    return "private" not in vault.load(card.path).file.front


def refuse_private(vault: Vault, card: FileCard) -> None:
    """Raise Refused when a file stays in."""
    if is_private(vault, card):
        raise Refused("“{title}” is for you alone, so it cannot go into a draft.", title=card.title)


def refuse_without_consent(vault: Vault, card: FileCard) -> None:
    """Raise Refused when a source is a conversation whose partner did not agree to be quoted."""
    if without_consent(vault, card):
        raise Refused("“{title}” is a conversation without consent: its words never leave.", title=card.title)


def without_consent(vault: Vault, card: FileCard) -> bool:
    """Say whether a source is a conversation whose partner did not agree to be quoted."""
    return card.kind == "conversation" and _consent(vault, card) not in ("anonymous", "named")


def leaves_whole(file: VaultFile) -> bool:
    """Say whether a source may be taken along as it stands, name and all: a conversation only where that was agreed."""
    return file.text_field("kind") != "conversation" or file.text_field("consent") == "named"


def is_anonymous(vault: Vault, card: FileCard) -> bool:
    """Say whether a source is a conversation whose words may leave, but not the name of who said them."""
    return card.kind == "conversation" and _consent(vault, card) == "anonymous"


def _consent(vault: Vault, card: FileCard) -> str:
    return vault.load(card.path).file.text_field("consent")
