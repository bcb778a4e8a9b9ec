"""Whether the addresses a draft leads to still answer; asked only when a person wants to know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pkm_app.base.errors import NetworkProblem, Problem
from pkm_app.base.events import Operation, Progress
from pkm_app.content.address import absolute, is_web
from pkm_app.content.codespans import code_ranges, inside
from pkm_app.content.escaping import escape_plain, unescape_plain
from pkm_app.content.wikilinks import links
from pkm_app.flow.finding_places import Places
from pkm_app.flow.leaving import WholeText, leaving_draft, whole_text
from pkm_app.flow.links import resolver
from pkm_app.seek.model import FetchRequest
from pkm_app.seek.ports import Fetcher
from pkm_app.sense.ports import Vault
from pkm_app.share.findings import found, level_of
from pkm_app.share.model import Finding, Mend

_BEHIND_IT = ".,;:!?'”’*_\\"  # what follows an address and belongs to the sentence
_WEB = re.compile(r"https?://[^\s<>\"\]]+")
_BEFORE = re.compile(r"(?<!!)\[([^\[\]\n]+)\]\(<?\Z")  # what stands before the address of a Markdown link
_BEHIND = re.compile(r">?(?:[ \t]+\"[^\"\n]*\")?\)")
_FAR = 300  # characters
_MOST_BYTES = 4 * 1024 * 1024  # what is larger is there, which is all that is asked
_UNASKED = ("not-allowed", "blocked", "wait")  # nothing was learnt


class Addresses:
    """Tries addresses through the program's own fetcher, with its manners."""

    def __init__(self, vault: Vault, fetcher: Fetcher) -> None:
        self._vault = vault
        self._fetcher = fetcher

    def tried(self, name: str, audience: str) -> Operation[tuple[Finding, ...]]:
        """Ask every address of a draft as it leaves to an audience; return those that do not answer, each at its place.

        Raises Refused for what may not leave.
        """
        loaded = leaving_draft(self._vault, name, audience)
        whole = whole_text(self._vault, loaded, audience)
        wanted: dict[str, tuple[int, int]] = {}
        for address, start, end in self._addresses(whole):
            wanted.setdefault(address, (start, end))
        places, findings = Places(self._vault, whole, audience), []
        yield Progress(0, len(wanted))
        done = 0
        requests = [FetchRequest(address, max_bytes=_MOST_BYTES) for address in wanted]
        answers = self._fetcher.fetch_all(requests, lambda answer: answer.status)
        try:
            for arrived in answers:
                for request, outcome in arrived:
                    done += 1
                    findings += [places.placed(_with_mend(one, whole.text)) for one in _judged(
                        request.address, outcome, audience, wanted[request.address])]
                yield Progress(done, len(wanted))
        finally:
            close = getattr(answers, "close", None)
            if close is not None:
                close()
        return tuple(sorted(findings, key=lambda one: (one.path, one.start)))

    def _addresses(self, whole: WholeText) -> Iterator[tuple[str, int, int]]:
        text, code = whole.text, code_ranges(whole.text)
        resolve = resolver(self._vault, whole.files[0], whole.origins)
        for link in links(text):
            target = resolve(link)
            if target.kind == "source" and is_web(target.address):
                yield target.address, link.start, link.end
        for match in _WEB.finditer(text):
            written = match[0].rstrip(_BEHIND_IT if "(" in match[0] else f"{_BEHIND_IT})")
            address = absolute(unescape_plain(written)) or ""
            if is_web(address) and not inside(code, match.start()):
                yield address, match.start(), match.start() + len(written)


def _with_mend(finding: Finding, text: str) -> Finding:
    """A link that does not answer can be its words; not the credit of a quotation, which leads to its highlight."""
    start, end = finding.start, finding.end
    if finding.rule != "dead":
        return finding
    link = next((one for one in links(text) if (one.start, one.end) == (start, end)), None)
    if link is not None:
        words = "" if link.block.startswith("hl-") else escape_plain(" ".join((link.words or link.target).split()))
        return replace(finding, mend=Mend("words", start, end, words)) if words else finding
    before, behind = _BEFORE.search(text, max(0, start - _FAR), start), _BEHIND.match(text, end)
    if before is None or behind is None:
        return finding
    return replace(finding, mend=Mend("words", before.start(), behind.end(), before[1]))


def _judged(address: str, outcome: object, audience: str, place: tuple[int, int]) -> list[Finding]:
    if not isinstance(outcome, Problem):
        return []
    kind = outcome.kind if isinstance(outcome, NetworkProblem) else ""
    if kind == "too-big":
        return []
    if kind in _UNASKED:
        return [Finding("untried", level_of("untried", audience) or "note", address,
                        f"This address could not be tried: {outcome}", "", *place)]
    return found("dead", audience, address, f"This address does not answer: {outcome}", place)
