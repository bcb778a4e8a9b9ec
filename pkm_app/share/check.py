"""The check before something leaves: what must or should be mended, each with its place."""

from __future__ import annotations

from pkm_app.content.private import cut_private
from pkm_app.content.quotation import Quotation, read_quotations, word_counts
from pkm_app.content.wikilinks import links
from pkm_app.share.model import CheckResult, Finding
from pkm_app.share.render import Resolve, shows_private

_LONG = 120  # words of one quotation from which on the check asks whether all of it is needed
_SHOWN = 60


def check_draft(body: str, audience: str, resolve: Resolve) -> CheckResult:
    """Look through a draft as it would leave to ``audience``. It passes when nothing must be mended."""
    cut = cut_private(body, audience)
    findings: list[Finding] = []
    if cut.unclosed:
        findings.append(Finding(
            "private-unclosed", "must", "",
            "A private part is never closed, so all after it stays in. Close it with %% on a line of its own."))
    if cut.count:
        findings.append(Finding("private", "note", "", f"Private parts that stay in: {cut.count}."))
    quotations = read_quotations(cut.text)
    for number, quotation in enumerate(quotations):
        following = quotations[number + 1] if number + 1 < len(quotations) else None
        findings += _quotation(cut.text, quotation, following)
    for link in links(cut.text):
        target = resolve(link)
        if shows_private(link, target):
            findings.append(Finding("private-embed", "must", link.target,
                                    f"The draft shows a private file: {link.target}. Take it out."))
        elif target.kind == "anonymous":
            findings.append(Finding("anonymous", "note", link.target,
                                    f"{link.words or link.target} goes out without a name."))
        elif target.kind != "source":
            findings.append(Finding("link", "note", link.target,
                                    f"The link to “{link.words or link.target}” goes out as plain words."))
    counts = word_counts(cut.text)
    total = counts.own + counts.quoted
    passed = not any(finding.level == "must" for finding in findings)
    return CheckResult(passed, counts.quoted / total if total else 0.0, tuple(findings))


def _quotation(text: str, quotation: Quotation, following: Quotation | None) -> list[Finding]:
    found: list[Finding] = []
    words = " ".join(quotation.text.split())
    where = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    if not quotation.credit.strip():
        found.append(Finding("credit", "must", where, "This quotation names no author and no source. Add its credit."))
    if len(words.split()) > _LONG:
        found.append(Finding("length", "should", where, f"This quotation is long: {len(words.split())} words."))
    after = text[quotation.end : following.start if following else len(text)]
    own = [line for line in after.splitlines() if line.strip() and not line.lstrip().startswith(("#", ">", "^"))]
    if not own:
        found.append(Finding("own-words", "should", where, "Nothing of your own stands after this quotation."))
    return found
