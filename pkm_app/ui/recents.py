"""What was open lately: notes, sources, drafts and articles, for the one field before anything is typed into it.

How to use it: a page calls ``remember(settings, "note", id, title)`` when it shows a thing; ``recent(settings)``
returns what was, the latest first. It is kept on this machine only, beside the other settings.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from pkm_app.ui.services import Settings

_KEY = "recent.things"
_REMEMBERED = 8
_LONGEST = 200  # characters of a title
AT_HOME = {"note": "sense", "source": "sense", "draft": "share", "article": "seek"}


@dataclass(frozen=True, slots=True)
class Recent:
    """``kind`` and ``id`` as Context.go takes them."""

    kind: str
    id: str
    title: str


def remember(settings: Settings, kind: str, name: str, title: str) -> None:
    """Remember that a thing was shown just now. Kinds that nothing leads back to are left out."""
    if kind not in AT_HOME or not name:
        return
    now = Recent(kind, name, " ".join(title.split())[:_LONGEST])
    kept = recent(settings)
    if kept[:1] != [now]:
        whole = [now, *(one for one in kept if one.id != name)][:_REMEMBERED]
        settings.put(_KEY, json.dumps([[one.kind, one.id, one.title] for one in whole], ensure_ascii=False))


def recent(settings: Settings) -> list[Recent]:
    """Return what was shown lately, the latest first; nothing where nothing readable is kept."""
    try:
        rows = json.loads(settings.get(_KEY) or "[]")
    except ValueError:
        return []
    if not isinstance(rows, list):
        return []
    return [Recent(*row) for row in rows
            if isinstance(row, list) and len(row) == 3 and all(isinstance(part, str) for part in row)
            and row[0] in AT_HOME]


def lately(settings: Settings, room: str) -> list[Recent]:
    """Return what was shown lately, but for what is open in the room where the person is."""
    things = recent(settings)
    return things[1:] if things and AT_HOME[things[0].kind] == room else things
