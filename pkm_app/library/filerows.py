"""How a file card and a highlight stand in a row of the database."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pkm_app.library.database import Row
from pkm_app.sense.model import FileCard, Highlight

_TEXTS = ("path", "type", "title", "lang", "created", "updated", "maturity", "value", "question", "url", "author",
          "kind", "excerpt")

# Of several files with one id one keeps it: the one without a conflict name, then the shorter path.
OWN_ID = (
    "CASE WHEN f.file_id = '' OR EXISTS (SELECT 1 FROM vault_files AS g WHERE g.file_id = f.file_id AND "
    "(g.conflict, length(g.path), g.path) < (f.conflict, length(f.path), f.path)) THEN '' ELSE f.file_id END"
)
CARD = f"{', '.join(f'f.{name}' for name in _TEXTS)}, f.tags, f.private, f.mtime_ns, {OWN_ID} AS own_id"
HIGHLIGHT = ("h.path, h.highlight_id, h.source_id, h.exact, h.prefix, h.suffix, h.start, h.colour, h.comment, h.made, "
             "h.digest")
# Of several places with one highlight id one counts: no conflict copy, in a source, the shorter path, the first.
OTHER_COMES_FIRST = (
    "(g.conflict, g.type <> 'source', length(g.path), g.path, o.place) "
    "< (f.conflict, f.type <> 'source', length(f.path), f.path, h.place)"
)


def folded_name(name: str) -> str:
    """Return a file name as links compare it: without .md, capitals and Unicode form folded."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return folded.removesuffix(".md")


def values_of(card: FileCard) -> dict[str, Any]:
    """Return the columns of a card, without its path."""
    values: dict[str, Any] = {name: getattr(card, name) for name in _TEXTS if name != "path"}
    return {**values, "file_id": card.file_id, "tags": json.dumps(card.tags), "private": int(card.private)}


def card_of(row: Row) -> FileCard:
    """Return the card that a row holds."""
    return FileCard(
        file_id=row["own_id"], tags=tuple(json.loads(row["tags"])), private=bool(row["private"]),
        modified=datetime.fromtimestamp(row["mtime_ns"] / 1e9, UTC), **{name: row[name] for name in _TEXTS})


def highlight_of(row: Row, used_in: Sequence[str]) -> Highlight:
    """Return the highlight that a row holds; the file it stands in does not count among those that use it."""
    return Highlight(
        row["highlight_id"], row["path"], row["source_id"], row["exact"], row["prefix"], row["suffix"], row["start"],
        row["colour"], row["comment"], row["made"], row["digest"],
        used_in=tuple(path for path in used_in if path != row["path"]))
