"""The tags of the whole vault: how often each is used, and another name for one in all files at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime

from pkm_app.base.errors import NotFound, Refused
from pkm_app.base.events import Operation, Progress
from pkm_app.base.ids import new_file_id
from pkm_app.content.tags import clean_tag, is_under, retagged
from pkm_app.sense.changes import Done, Edit, Plan, PlanLog, carry_out
from pkm_app.sense.notes import stamp
from pkm_app.sense.ports import Vault

_ALL = 10_000_000


class Tagging:
    """Counts and renames tags. Tags are the same whatever their capitals."""

    def __init__(self, vault: Vault, log: PlanLog, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._log = log
        self._now = now

    def counts(self) -> Mapping[str, int]:
        """Return every tag in its most frequent spelling with the number of files that have it, by name."""
        spellings: dict[str, Counter[str]] = {}
        for card in self._vault.cards(limit=_ALL):
            for tag in card.tags:
                spellings.setdefault(tag.casefold(), Counter())[tag] += 1
        return {found.most_common(1)[0][0]: found.total() for _, found in sorted(spellings.items())}

    def rename(self, old: str, new: str) -> Operation[Done]:
        """Give a tag, and all nested under it, another name; where the new one exists the two become one.

        Raises NotFound when no file has the tag, Refused for what can be no tag or would nest a tag under itself,
        StorageProblem, and then nothing changed.
        """
        old, new = clean_tag(old), clean_tag(new)
        if is_under(new, old) and new.casefold() != old.casefold():
            raise Refused("“{new}” lies under “{old}” itself. Choose another name.", new=new, old=old)
        cards = [card for card in self._vault.cards(limit=_ALL) if any(is_under(tag, old) for tag in card.tags)]
        if not cards:
            raise NotFound("No file has the tag “{tag}”.", tag=old)
        edits: list[Edit] = []
        for number, card in enumerate(cards, 1):
            yield Progress(number, len(cards), card.path)
            file = self._vault.load(card.path).file
            changed = retagged(file, old, new)
            if changed.to_bytes() != file.to_bytes():
                edits.append(Edit(card.path, file.to_bytes(), changed.to_bytes()))
        now = self._now()
        plan = Plan(new_file_id(now), "The tag “{old}” was renamed to “{new}”.", stamp(now), (), tuple(edits),
                    {"old": old, "new": new})
        return carry_out(self._vault, self._log, plan)
