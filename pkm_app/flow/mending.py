"""Mending a draft by what the check offers, where nothing is left for a person to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pkm_app.base.errors import Refused
from pkm_app.content.vaultfile import VaultFile
from pkm_app.flow.checking import Checking
from pkm_app.sense.ports import Vault
from pkm_app.share.model import Finding, Mend


class Mending:
    """Applies mends to the files of a draft; what stood there is in their history. ``newer`` quotes what stands in
    the place of a highlight now."""

    def __init__(self, vault: Vault, checking: Checking, newer: Callable[[str], str] | None = None) -> None:
        self._vault = vault
        self._checking = checking
        self._newer = newer

    def mend(self, name: str, audience: str, rules: Sequence[str]) -> int:
        """Put right what the check found by these rules and can mend by itself; return how much that was. A rule with a
        kind of mend behind it (``stale:newer``) is mended in that way.

        Raises Refused where these rules found nothing that can be mended so.
        """
        ways = dict(rule.partition(":")[::2] for rule in rules)
        by_file: dict[str, list[Mend]] = {}
        for finding in self._checking.check(name, audience).findings:
            if finding.rule in ways:
                mend = _chosen(finding, ways[finding.rule])
                if mend is not None:
                    by_file.setdefault(finding.path, []).append(mend)
        if not by_file:
            raise Refused("Nothing here that “{rules}” found can be mended without your words.",
                          rules=", ".join(rules))
        count = 0
        for path, mends in by_file.items():
            loaded = self._vault.load(path)
            file, in_head = without_fields(loaded.file, [mend for mend in mends if mend.field])
            body, done = mended(file.body, [self._written(file.body, mend) for mend in mends if not mend.field])
            self._vault.save(path, file.with_body(body), loaded.digest)
            count += done + in_head
        return count

    def _written(self, body: str, mend: Mend) -> Mend:
        if mend.kind != "newer":
            return mend
        if self._newer is None:
            raise Refused("What stands in the source now cannot be asked for here.")
        return quoting_anew(body, mend, self._newer(mend.text))


def _chosen(finding: Finding, way: str) -> Mend | None:
    """The mend of a finding that needs no words of a person, in the way that was asked for."""
    mends = [one for one in finding.mends() if one.kind == way] if way else [one for one in [finding.mend] if one]
    return next((one for one in mends if one.caret < 0), None)


def quoting_anew(body: str, mend: Mend, quotation: str) -> Mend:
    """Return a mend of the kind ``newer`` as what it writes: another quotation in place of the old one."""
    lines = body[mend.start : mend.end]
    return replace(mend, text=quotation + lines[len(lines.rstrip("\n")) :])


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
