"""Where a finding stands in the files that a text was put together from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from pkm_app.content.codespans import fences
from pkm_app.content.origin import sign_places, unsigned
from pkm_app.content.private import cut_private
from pkm_app.content.wikilinks import shown_alone
from pkm_app.flow.leaving import WholeText
from pkm_app.sense.ports import Vault
from pkm_app.share.model import Finding, Mend

_AROUND = 200  # characters by which a place is told from another with the same words
_MOST = 300  # places looked at
_HIGHLIGHT = re.compile(r"\^(hl-[a-z0-9]+)")


class Places:
    """Finds the place of a finding in the files a text was put together from."""

    def __init__(self, vault: Vault, whole: WholeText, audience: str) -> None:
        self._text = whole.plain
        signs = sign_places(whole.text)
        self._ends = [end for _, end in signs]
        self._before = [0, *accumulate(end - start for start, end in signs)]
        self._bodies = {path: vault.load(path).file.body for path in whole.files}
        self._cut = {path: cut_private(body, audience) for path, body in self._bodies.items()}

    def placed(self, finding: Finding) -> Finding:
        """Return a finding with the file and the characters in it where it stands."""
        finding = self._as_written(finding)
        if finding.rule == "open-code":
            return self._open_code(finding)
        if finding.rule == "private-unclosed" and not finding.where:
            return self._unclosed(finding)
        if finding.start < 0:
            in_head = finding.mend is not None and bool(finding.mend.field)
            return replace(finding, path=next(iter(self._bodies))) if in_head else finding
        best: tuple[int, str, int] | None = None
        words = self._text[finding.start : finding.end]
        number = self._text.count(words, 0, finding.start)
        for path, body in self._bodies.items():
            for place, at in enumerate(_occurrences(body, words)):
                # the same words may stand twice, or in a part that stays in: what stands around them decides
                alike = 2 * self._alike(finding, body, at) + (place == number)
                if best is None or alike > best[0]:
                    best = alike, path, at
        if best is None:
            return self._shown_by(words, replace(finding, start=-1, end=-1, mend=None, more=()))
        return self._moved(finding, best[1], best[2])

    def _shown_by(self, words: str, finding: Finding) -> Finding:
        """Return a finding about words that stand in no file at the line that shows their highlight."""
        named = _HIGHLIGHT.search(words)
        if named is None:
            return finding
        for path, body in self._bodies.items():
            shown = next((link for link in shown_alone(body) if link.block == named[1]), None)
            if shown is not None:
                return replace(finding, path=path, start=shown.start, end=shown.end)
        return finding

    def _alike(self, finding: Finding, body: str, at: int) -> int:
        before = self._text[max(0, finding.start - _AROUND) : finding.start], body[max(0, at - _AROUND) : at]
        after = at + finding.end - finding.start
        following = self._text[finding.end : finding.end + _AROUND], body[after : after + _AROUND]
        return _same(before[0][::-1], before[1][::-1]) + _same(*following)

    def _moved(self, finding: Finding, path: str, start: int) -> Finding:
        by = start - finding.start
        mends = []
        for mend in finding.mends():
            moved = replace(mend, start=mend.start + by, end=mend.end + by)
            same = self._bodies[path][moved.start : moved.end] == self._text[mend.start : mend.end]
            if moved.start >= 0 and same:  # nothing that stays in may be written over
                mends.append(moved)
        return replace(finding, path=path, start=start, end=finding.end + by, mend=mends[0] if mends else None,
                       more=tuple(mends[1:]))

    def _unclosed(self, finding: Finding) -> Finding:
        for path, body in self._bodies.items():
            if self._cut[path].unclosed:
                at = len(body)
                start = max(body.rfind("%%"), body.rfind("<!--"), 0)
                closing = "-->\n" if body.startswith("<!--", start) else "%%\n"
                text = closing if body.endswith("\n") else f"\n{closing}"
                return replace(finding, path=path, start=start, end=at, mend=Mend("close", at, at, text))
        return finding


    def _open_code(self, finding: Finding) -> Finding:
        found = fences(self._bodies[finding.where])
        if not found or found[-1].closed:  # what opens it is closed by what stays in
            return replace(finding, path=finding.where)
        return replace(finding, path=finding.where, start=found[-1].start, end=found[-1].end)

    def _as_written(self, finding: Finding) -> Finding:
        """Return a finding in the text as it was written, without signs."""
        if not self._ends:
            return finding
        mends = [replace(mend, start=self._plain(mend.start), end=self._plain(mend.end), text=unsigned(mend.text),
                         caret=mend.caret if mend.caret < 0 else len(unsigned(mend.text[: mend.caret])))
                 for mend in finding.mends()]
        return replace(finding, where=unsigned(finding.where), message=unsigned(finding.message),
                       start=self._plain(finding.start), end=self._plain(finding.end),
                       mend=mends[0] if mends else None, more=tuple(mends[1:]))

    def _plain(self, place: int) -> int:
        """Return where a place of the signed text is in the one without signs; what is none (-1) stays so."""
        return place if place < 0 else place - self._before[bisect_right(self._ends, place)]


def _same(one: str, two: str) -> int:
    """How many characters two texts begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)
