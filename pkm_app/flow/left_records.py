"""The records of what left as the vault holds them."""

from __future__ import annotations

from datetime import datetime

from pkm_app.content.vaultfile import VaultFile
from pkm_app.sense.model import FileCard
from pkm_app.share.aftermath import Left
from pkm_app.share.along import Differs, different
from pkm_app.share.model import Remote, Rendered, TakenOff

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


def beside_record(file: VaultFile, there: Remote) -> tuple[Differs, ...]:
    """Return what differs there beside the text from what was sent, as far as the outlet tells. Categories and the
    featured picture are those of the outlet where none were sent."""
    sent = {key: ", ".join(file.list_field(f"sent_{key}")) for key in ("tags", "categories")}
    return different([
        ("title", there.title, file.text_field("title")),
        ("excerpt", there.excerpt, file.text_field("sent_excerpt")),
        ("tags", None if there.tags is None else ", ".join(there.tags), sent["tags"]),
        ("categories", ", ".join(there.categories) if there.categories and sent["categories"] else None,
         sent["categories"])])


def taken_off(last: VaultFile | None, draft: Rendered) -> tuple[TakenOff, ...]:
    """Return what the ``last`` sending gave to the outlet and the draft has no more."""
    if last is None:
        return ()
    gone: dict[TakenOff, bool] = {
        "categories": bool(set(last.list_field("sent_categories")) - set(draft.categories)),
        "featured": bool(last.text_field("sent_featured")) and draft.featured < 0}
    return tuple(name for name, is_gone in gone.items() if is_gone)


def when_of(text: str, other: datetime) -> datetime:
    """Return the time that is written in a record, ``other`` where it is none; always with a zone."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return other
    return when if when.tzinfo else when.replace(tzinfo=other.tzinfo)
