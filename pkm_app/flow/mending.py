"""Mending a draft by what the check offers, where nothing is left for a person to write."""

from __future__ import annotations

from collections.abc import Sequence

from pkm_app.base.errors import Refused
from pkm_app.content.vaultfile import VaultFile
from pkm_app.flow.checking import Checking
from pkm_app.sense.ports import Vault
from pkm_app.share.model import Mend


class Mending:
    """Applies mends to the files of a draft; what stood there is in their history."""

    def __init__(self, vault: Vault, checking: Checking) -> None:
        self._vault = vault
        self._checking = checking

    def mend(self, name: str, audience: str, rules: Sequence[str]) -> int:
        """Put right what the check found by these rules and can mend by itself; return how much that was.

        Raises Refused where these rules found nothing that can be mended so.
        """
        by_file: dict[str, list[Mend]] = {}
        for finding in self._checking.check(name, audience).findings:
            if finding.rule in rules and finding.mend is not None and finding.mend.caret < 0:
                by_file.setdefault(finding.path, []).append(finding.mend)
        if not by_file:
            raise Refused("Nothing here that “{rules}” found can be mended without your words.",
                          rules=", ".join(rules))
        count = 0
        for path, mends in by_file.items():
            loaded = self._vault.load(path)
            file, in_head = without_fields(loaded.file, [mend for mend in mends if mend.field])
            body, done = mended(file.body, [mend for mend in mends if not mend.field])
            self._vault.save(path, file.with_body(body), loaded.digest)
            count += done + in_head
        return count


def without_fields(file: VaultFile, mends: Sequence[Mend]) -> tuple[VaultFile, int]:
    """Return a file with these mends of its front matter, and how many they were; what is gone already stays gone."""
    count = 0
    for mend in mends:
        value = field_without(file, mend)
        if (list(file.list_field(mend.field)) or None) != value:
            file, count = file.with_field(mend.field, value), count + 1
    return file, count


def field_without(file: VaultFile, mend: Mend) -> list[str] | None:
    """Return a field of the front matter without what a mend takes out; None where nothing is left."""
    left = [one for one in file.list_field(mend.field) if one != mend.text] if mend.text else []
    return left or None


def mended(body: str, mends: Sequence[Mend]) -> tuple[str, int]:
    """Return a text with these mends, from the end on; of two that overlap only the later one is done. What is only put
    in at one place comes there in its order."""
    before, count = len(body) + 1, 0
    ordered = sorted(enumerate(mends), key=lambda pair: (pair[1].start, pair[1].end, pair[0]), reverse=True)
    for _, mend in ordered:
        if mend.end <= before and (mend.start < before or mend.start == mend.end):
            body = body[: mend.start] + mend.text + body[mend.end :]
            before, count = mend.start, count + 1
    return body, count
