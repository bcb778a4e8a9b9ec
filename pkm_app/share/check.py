"""The check before something leaves: what must or should be mended, each with its place and what mends it."""

from __future__ import annotations

from pkm_app.content.private import Cut, cut_private
from pkm_app.content.quotation import read_quotations, word_counts
from pkm_app.content.wikilinks import links
from pkm_app.share.findings import Known, found
from pkm_app.share.head import Head
from pkm_app.share.headcheck import head_findings
from pkm_app.share.linkcheck import link_findings, other_findings
from pkm_app.share.model import CheckResult, Finding
from pkm_app.share.namecheck import name_findings
from pkm_app.share.quotecheck import quotation_findings
from pkm_app.share.targets import Resolve, once

_MUCH = 0.5  # of all words, from which on the check asks whose text this is
_MUCH_WORDS = 200  # quoted words below which a draft is only begun
_ENOUGH_WORDS = 20  # below, a draft is only begun


def check_draft(body: str, audience: str, resolve: Resolve, cut: Cut | None = None, known: Known | None = None,
                head: Head | None = None) -> CheckResult:
    """Look through a draft as it would leave to ``audience``. It passes when nothing must be mended.

    ``cut`` is what was cut already where the text comes from several files, ``head`` what leaves beside it. Places of
    findings are those in the text that is left.
    """
    cut = cut or cut_private(body, audience)
    known = known or Known()
    head = head or Head()
    resolve = once(resolve)  # several rules ask about the same link
    text = cut.text
    findings: list[Finding] = []
    if not text.strip():
        findings += found("empty", audience, "", "Nothing stands here that may leave. Write something first.")
    if cut.unclosed:
        findings += found(
            "private-unclosed", audience, "",
            "A private part is never closed, so all after it stays in. Close it with %% on a line of its own.")
    if cut.count + head.cut:
        findings += found("private", audience, "", f"Private parts that stay in: {cut.count + head.cut}.")
    quotations = read_quotations(text)
    findings += quotation_findings(text, quotations, audience, resolve, known)
    for link in links(text):
        findings += link_findings(text, link, audience, resolve, known)
    findings += other_findings(text, audience, quotations)
    findings += head_findings(head, audience, known)
    findings += name_findings(text, head, resolve, known.names, audience)
    for path in known.not_shown:
        findings += found("chapter", audience, path, f"This file of the draft’s folder is not shown in it: {path}.")
    for path in known.open_code:
        findings += found("open-code", audience, path, f"Code begins in {path} and is never closed, so all after it is "
                                                       "code. Close it with a line of ``` where it ends.")
    counts = word_counts(text)
    total = counts.own + counts.quoted
    if known.no_language and total >= _ENOUGH_WORDS:
        findings += found("language", audience, "", "Nothing says in which language this is. Say it under “About this "
                                                    "draft”, or with: pkm edit DRAFT --lang")
    share = counts.quoted / total if total else 0.0
    if share > _MUCH and counts.quoted > _MUCH_WORDS:
        findings += found("much", audience, f"{share:.0%}", f"More of this is quoted than your own: {share:.0%}.")
    return CheckResult(not any(finding.level == "must" for finding in findings), share, tuple(findings))
