"""The check before something leaves: what must or should be mended, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pkm_app.content.codespans import code_ranges, fences, inside
from pkm_app.content.private import Cut, cut_private
from pkm_app.content.quotation import Quotation, read_quotations, word_counts
from pkm_app.content.wikilinks import WikiLink, links
from pkm_app.share.inline import PICTURES
from pkm_app.share.model import CheckResult, Finding
from pkm_app.share.render import Resolve, shows_private

_LONG = 120  # words of one quotation from which on the check asks whether all of it is needed
_SHOWN = 60
_SIZE = re.compile(r"\d{1,5}(?:x\d{1,5})?")
_ON_THE_WEB = re.compile(r"!\[([^\]\n]*)\]\(<?(https?:[^\s)>]+)")
_VAULT_CODE = ("dataview", "dataviewjs", "query", "tasks", "base", "button")


def check_draft(body: str, audience: str, resolve: Resolve, cut: Cut | None = None,
                has_picture: Callable[[str], bool] = lambda _target: True,
                not_shown: tuple[str, ...] = ()) -> CheckResult:
    """Look through a draft as it would leave to ``audience``. It passes when nothing must be mended.

    ``cut`` is what was cut already where the text comes from several files; ``has_picture`` says whether the vault has
    a picture; ``not_shown`` are files of the draft's folder that the draft does not show.
    """
    cut = cut or cut_private(body, audience)
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
        findings += _picture(link, has_picture) if _is_picture(link) else _link(link, resolve)
    findings += _others(cut.text)
    findings += [Finding("chapter", "should", path, f"This file of the draft's folder is not shown in it: {path}.")
                 for path in not_shown]
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


def _link(link: WikiLink, resolve: Resolve) -> Iterator[Finding]:
    target = resolve(link)
    shown = link.words or link.target
    if shows_private(link, target):
        yield Finding("private-embed", "must", link.target,
                      f"The draft shows a private file: {link.target}. Take it out.")
    elif target.kind == "anonymous":
        yield Finding("anonymous", "note", link.target, f"{shown} goes out without a name.")
    elif target.kind != "source":
        yield Finding("link", "note", link.target, f"The link to “{shown}” goes out as plain words.")
    elif not target.address:
        yield Finding("address", "note", link.target, f"The address of “{shown}” is not known; its credit says so.")


def _is_picture(link: WikiLink) -> bool:
    return link.embed and link.target.lower().endswith(PICTURES)


def _picture(link: WikiLink, has_picture: Callable[[str], bool]) -> Iterator[Finding]:
    if not has_picture(link.target):
        yield Finding("picture", "should", link.target, f"This picture is not in your PKM folder: {link.target}.")
    if not link.words.strip() or _SIZE.fullmatch(link.words):
        yield Finding("alt", "should", link.target,
                      f"This picture has no words for who cannot see it: {link.target}.")


def _others(text: str) -> Iterator[Finding]:
    code = code_ranges(text)
    for match in _ON_THE_WEB.finditer(text):
        if not inside(code, match.start()):
            yield Finding("picture", "should", match[2], f"A picture on the web does not go along: {match[2]}.")
    for fence in fences(text):
        kind = text[fence.start : fence.end].partition("\n")[0].strip().strip("`~> ").strip()
        if kind.lower() in _VAULT_CODE:
            yield Finding("vault-syntax", "should", kind,
                          f"“{kind}” works in your PKM folder only; it goes out as code.")
