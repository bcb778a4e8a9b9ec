"""The records of what left as the vault holds them."""

from __future__ import annotations

from datetime import datetime

from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.model import FileCard
from pkm_app.share.aftermath import Left

BY_HAND = "me"  # published_by: the person said where it can be read
_ALONG = ("tags", "categories", "excerpt", "featured", "pictures")


def record_of(card: FileCard, file: VaultFile) -> Left:
    """Return a record of what left by its file."""
    fate = file.text_field("fate")
    return Left(
        card.file_id, card.path, card.title, file.text_field("draft"), file.text_field("outlet"),
        file.text_field("audience"), file.text_field("created"), file.text_field("remote"),
        fate if fate in ("published", "gone") else "placed",  # type: ignore[arg-type]  # one of the three
        file.text_field("published_url"), file.text_field("url"),
        state=file.text_field("state"), due=file.text_field("due"),
        along=tuple((key, words) for key in _ALONG if (words := file.text_field(f"sent_{key}"))))


def when_of(text: str, other: datetime) -> datetime:
    """Return the time that is written in a record, ``other`` where it is none; always with a zone."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return other
    return when if when.tzinfo else when.replace(tzinfo=other.tzinfo)
